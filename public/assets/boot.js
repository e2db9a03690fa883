// Starts the program, and says in words when it cannot start or has stopped.
// It lies outside index.html because the Content-Security-Policy allows no inline script.

const root = document.documentElement;
const boot = document.getElementById('boot');
const query = new URLSearchParams(location.search);
const view = query.get('view');
// Wall and desk are a program of their own; its files keep their names, so the endpoint has them asked for anew.
const board = view === 'wall' || view === 'desk';
const { js, wasm, later, ...texts } = board
  ? { js: './board.js', wasm: './board_bg.wasm' }
  : document.querySelector('script[data-wasm]').dataset;
const mulin = globalThis.mulin = { bring, reckoner };
const styles = board ? ['wall', 'wall-bar', 'desk', 'desk-lists', 'desk-table', 'desk-study', 'setup'] : [];
const address = (path) => new URL(path, document.baseURI).href;
let given_up = false;
let whole = false; // Whether all of the program is there.
let inside; // What the program exports, without the doors.

function say(part) {
  if (given_up) return;
  given_up = true;
  for (const each of boot.querySelectorAll('[data-boot]')) each.hidden = each.dataset.boot !== part;
  boot.hidden = false;
  // What the program drew is as dead as the program.
  document.body.replaceChildren(boot);
  root.dataset.state = 'failed';
}

// The program says by data-state that it has drawn (ready) or shows its own sentence (failed).
new MutationObserver(() => {
  if (!given_up) boot.hidden = root.dataset.state !== 'loading';
}).observe(root, { attributeFilter: ['data-state'] });

// A panic in Rust, and memory that is refused, arrive here as a wasm trap; an endless recursion as an error of the
// engine. Nothing after it can be trusted: it is said at once, and what the device keeps is offered without the program.
function stopped(error) {
  if (given_up || !globalThis.WebAssembly) return;
  if (!(error instanceof WebAssembly.RuntimeError || /call stack|recursion/.test(error?.message))) return;
  say('stopped');
  rescuer().then(({ rescue }) => rescue(boot.querySelector('[data-boot=stopped]')), console.error);
}
addEventListener('error', (event) => stopped(event.error));
addEventListener('unhandledrejection', (event) => stopped(event.reason));

/** What reads the device's store when the program cannot: fetched beforehand, since there may be no network then. */
const rescuer = () => import('./rescue.js');

// What a shut way gives: what calls it may take it apart, as promises do with what they were given, and finds nothing.
const NOTHING = Object.freeze([]);

/** A way into the program that is shut once the program has stopped. */
function door(way) {
  if (typeof way !== 'function') return way;
  return (...args) => {
    if (given_up) return NOTHING;
    try {
      return way(...args);
    } catch (error) {
      stopped(error);
      throw error;
    }
  };
}

/** From now on a program that is started is entered by doors alone. */
function guard() {
  for (const name of ['instantiateStreaming', 'instantiate']) {
    const start = WebAssembly[name];
    WebAssembly[name] = async (...args) => {
      const made = await start.apply(WebAssembly, args);
      if (!made.instance) return made;
      inside = made.instance.exports;
      const exports = Object.fromEntries(Object.entries(inside).map(([name, way]) => [name, door(way)]));
      return { instance: { exports }, module: made.module };
    };
  }
}

/** Adds a style file to the page and waits until it is there. */
function dress(name) {
  const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: address(`./${name}.css`) });
  document.head.append(link);
  return new Promise((done, failed) => {
    link.onload = done;
    link.onerror = () => failed(new Error(`${name}.css did not arrive`));
  });
}

/** The language that the program will begin with: it chooses alike (src/app/prefs.rs). */
function language() {
  let kept;
  try { kept = localStorage.getItem('mulin.lang'); } catch { /* Blocked: then as if nothing had been kept. */ }
  const tags = [query.get('lang'), kept, ...navigator.languages].map((tag) => /^(zh|en)(?![^-_])/i.exec(tag)?.[1].toLowerCase());
  return tags.find(Boolean) ?? 'en';
}

/** Fetches the texts of that language. Without them the program takes them from its second part. */
async function read() {
  const lang = language();
  if (!texts[lang]) return;
  const answer = await fetch(address(texts[lang])).catch(() => undefined);
  if (answer?.ok) mulin.texts = [lang, await answer.text()];
}

async function start() {
  if (!globalThis.WebAssembly) return say('old');
  try {
    // All at once: the address alone says which program it is, so the page cannot ask for them any earlier.
    if (!later) nowWhole();
    const program = fetch(address(wasm));
    // Who opens a design needs all of the program before the plan stands: to read, and to check.
    const coming = later && query.has('design') ? compileLater() : undefined;
    coming?.catch(() => { /* Asked for again below. */ });
    const [{ default: init }] = await Promise.all([import(address(js)), program, read(), ...styles.map(dress)]);
    guard();
    await init({ module_or_path: program });
    // It comes in two parts (src/ARCHITECTURE.md, "The second part"), unless Trunk alone built it.
    if (coming) fetchLater(coming);
    else if (later) whenReady(() => fetchLater());
    // What nobody needs before, but may when the network is gone: asked for again when it did not come.
    whenReady(() => Promise.allSettled([rescuer(), import('./offline.js')]));
  } catch (error) {
    console.error(error);
    // An older engine does not know what today's compiler writes: that is a CompileError, or a LinkError.
    if (error instanceof WebAssembly.CompileError || error instanceof WebAssembly.LinkError) say('old');
    else if (error instanceof WebAssembly.RuntimeError) stopped(error);
    else say('lost');
  }
}


/** Tells the program, which leaves until then what can wait. */
function nowWhole() {
  whole = true;
  root.dataset.whole = '';
  dispatchEvent(new Event('mulin:whole'));
}

/** As soon as the plan is drawn: whoever takes it in hand at once should not have to wait. */
function whenReady(what) {
  if (root.dataset.state === 'ready') return what();
  new MutationObserver((_, observer) => {
    if (root.dataset.state !== 'ready') return;
    observer.disconnect();
    what();
  }).observe(root, { attributeFilter: ['data-state'] });
}

async function compileLater() {
  const answer = await fetch(address(later));
  if (!answer.ok) throw new Error(`${answer.status} for ${answer.url}`);
  return WebAssembly.compile(await answer.arrayBuffer());
}

/** Fetches the second part in the background, and again until it is there. */
async function fetchLater(coming = compileLater(), wait = 1000) {
  try {
    const module = await coming;
    // It may have been brought meanwhile.
    if (whole) return;
    await WebAssembly.instantiate(module, { m: inside });
    if (!whole) nowWhole();
  } catch {
    await Promise.race([
      new Promise((done) => setTimeout(done, wait)),
      new Promise((done) => addEventListener('online', done, { once: true })),
    ]);
    if (!whole) await fetchLater(compileLater(), Math.min(wait * 2, 60_000));
  }
}

/** What the first part calls when a function of the second is asked for: it has to be there before this returns. */
function bring() {
  if (whole) return;
  try {
    const request = new XMLHttpRequest();
    request.open('GET', address(later), false);
    // Asked for at once, bytes come only as letters.
    request.overrideMimeType('text/plain; charset=x-user-defined');
    request.send();
    if (request.status !== 200) throw new Error(`${request.status} for ${later}`);
    const bytes = Uint8Array.from(request.responseText, (letter) => letter.charCodeAt(0));
    new WebAssembly.Instance(new WebAssembly.Module(bytes), { m: inside });
    nowWhole();
  } catch (error) {
    say('lost');
    throw error;
  }
}

/** A worker of the same program: what it runs is here already, so nothing more is fetched. By its name it knows what to do. */
function reckoner(name) {
  const parts = { js: address(js), wasm: address(wasm), ...(later && { later: address(later) }) };
  return new Worker(address(`./assets/reckoner.js?${new URLSearchParams(parts)}`), { type: 'module', name });
}

start();
