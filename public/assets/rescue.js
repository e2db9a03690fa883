// When the program has stopped: what the device keeps, read without it. boot.js fetches this once the plan is drawn, so
// that it is there when the network is not. Nothing here calls the program; a fault here leaves the page as it was.

const PATIENCE = 2000; // A store that says nothing for so long is told as one that cannot be read.
const STOPS = 'mulin.stops';

// A program that ran for a minute did not stop because of what it began with.
const running = setTimeout(() => { try { sessionStorage.removeItem(STOPS); } catch { /* Blocked. */ } }, 60_000);

/** Both languages, since nobody knows any more which one was chosen. */
function say(to, zh, en) {
  for (const [lang, words] of [['zh-CN', zh], ['en', en]]) {
    to.append(Object.assign(document.createElement('p'), { lang, textContent: words }));
  }
}

/** A button with both languages on it. */
function button(to, name, zh, en, press) {
  const made = Object.assign(document.createElement('button'), { type: 'button', textContent: `${zh} ${en}` });
  made.dataset.testid = name;
  made.onclick = press;
  to.append(made);
  return made;
}

const answered = (request) => new Promise((done, failed) => {
  request.onsuccess = () => done(request.result);
  request.onerror = () => failed(request.error);
});

/** The database as it is: one that is not there is not made, since an empty one would look like a lost one. */
async function database() {
  const request = indexedDB.open('mulin');
  request.onupgradeneeded = () => request.transaction.abort();
  return Promise.race([
    answered(request),
    new Promise((_, failed) => setTimeout(() => failed(new Error('the store does not answer')), PATIENCE)),
  ]);
}

/** The rows of a store, each with its key. */
async function rows(opened, name) {
  if (!opened.objectStoreNames.contains(name)) return [];
  const store = opened.transaction(name).objectStore(name);
  const [keys, values] = await Promise.all([answered(store.getAllKeys()), answered(store.getAll())]);
  return keys.map((key, at) => ({ key, ...values[at] }));
}

/** The copies in the second book, which lies elsewhere than the database. */
function copies() {
  const found = [];
  for (let at = 0; at < localStorage.length; at += 1) {
    const name = localStorage.key(at);
    const [, project] = /^mulin\.copy\.(.+)$/.exec(name) ?? [];
    if (!project) continue;
    const { saved, design } = JSON.parse(localStorage.getItem(name));
    found.push({ key: project, saved, design: new TextEncoder().encode(design) });
  }
  return found;
}

/** What can still be read, and whether the database could. */
async function kept() {
  let second = [];
  try { second = copies(); } catch { /* Blocked, or not ours to read: the database has it too. */ }
  try {
    const opened = await database();
    const drafts = (await rows(opened, 'drafts')).filter(({ design }) => design instanceof Uint8Array);
    const waiting = (await rows(opened, 'outbox')).filter(({ bytes }) => bytes instanceof Uint8Array);
    const lost = second.filter(({ key }) => !drafts.some((draft) => draft.key === key));
    return { opened, drafts: [...drafts, ...lost], waiting };
  } catch (error) {
    console.error(error);
    return { drafts: second, waiting: [], unread: true };
  }
}

/** The bytes as they are, letter by letter: nothing is read or written anew. */
function save(name, bytes) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([bytes], { type: 'application/json' }));
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** Puts the drawing at hand among the versions, both or neither, so that the next start begins with an empty sheet. */
function putAside(opened, { key, design, saved }) {
  const change = opened.transaction(['drafts', 'versions'], 'readwrite');
  change.objectStore('versions').put({ design, saved, name: '程序出错前 · before the error' }, [key, saved]);
  change.objectStore('drafts').delete(key);
  // The copy would bring it back, and so would an outline that is not done.
  for (const name of ['copy', 'outline']) localStorage.removeItem(`mulin.${name}.${key}`);
  return new Promise((done, failed) => {
    change.oncomplete = done;
    change.onabort = change.onerror = () => failed(change.error);
  });
}

const time = (at) => (at ? new Date(at).toLocaleString() : '');

function offer(to, part, zh, en, name, bytes) {
  const row = Object.assign(document.createElement('div'), { className: 'kept' });
  row.dataset.testid = part;
  say(row, zh, en);
  const told = Object.assign(document.createElement('p'), { role: 'status' });
  button(row, 'rescue-save', '存成文件', 'Save as a file', () => save(name, bytes));
  // Some built-in browsers save no files; a text can be pasted into a chat.
  if (navigator.clipboard) {
    button(row, 'rescue-copy', '复制成文字', 'Copy as text', () => {
      navigator.clipboard.writeText(new TextDecoder().decode(bytes))
        .then(() => { told.textContent = '复制好了 Copied'; }, () => { told.textContent = '这里不让复制 Copying is not allowed here'; });
    });
  }
  row.append(told);
  to.append(row);
}

/** How often this window has stopped since it last ran for a while. */
function stops() {
  try {
    const before = Number(sessionStorage.getItem(STOPS)) || 0;
    sessionStorage.setItem(STOPS, String(before + 1));
    return before + 1;
  } catch { return 1; }
}

/** Shows under the sentence what the device keeps, to be saved as it is. */
export async function rescue(part) {
  clearTimeout(running);
  const { opened, drafts, waiting, unread } = await kept();
  const list = document.createElement('section');
  list.dataset.testid = 'rescue';
  for (const draft of drafts) {
    offer(list, 'rescue-draft', `您的图还在（${draft.key}），${time(draft.saved)} 存的。`,
      `Your drawing is still here (${draft.key}), kept ${time(draft.saved)}.`, `${draft.key}.mulin.json`, draft.design);
  }
  for (const { key, bytes } of waiting) {
    offer(list, 'rescue-waiting', '这一份还没送出，再打开后会自己送。',
      'This one is not sent yet; it goes by itself once you open again.', `${key}.json`, bytes);
  }
  if (unread) {
    say(list, '这台设备的存储现在读不出来。请先再打开试试。', 'The storage of this device cannot be read now. Try to open again first.');
  } else if (!drafts.length) {
    say(list, '这台设备上没有存下的图。', 'No drawing is kept on this device.');
  }
  // A drawing that stops the program at every start must not shut its author out.
  if (opened && drafts.length && stops() > 1) {
    say(list, '又停下了？把图先收进“以前的样子”，从空白的开始。', 'Stopped again? Put the drawing among the earlier versions and begin with an empty sheet.');
    button(list, 'rescue-aside', '先收起来', 'Put it aside', () => {
      Promise.all(drafts.map((draft) => putAside(opened, draft))).then(() => location.reload(), console.error);
    });
  }
  part.append(list);
}
