// What the browser forgets without a word is found at the next start, given back from its copy, or told (R05, R09 to R11, R20).

import assert from 'node:assert/strict';
import { Drawing, atSquare, counted, stored } from './drawing.mjs';
import { journey, openSession, ready } from './harness.mjs';

const own = { at: atSquare, own: true };
const puts = '**/designs/*.json';
const kept = (page) => page.locator('[data-testid=outbox]:visible').getByText('已存在本机').waitFor();
const found = (page) => page.getByTestId('ledger-found');
const lost = (page) => page.getByTestId('ledger-lost');

/** A page of the same origin without the program, to change what the device keeps. */
async function onTheDevice(session, change) {
  session.expect(/favicon/); // A picture alone has no sign of its own.
  await session.page.goto(`${session.endpoint.url}assets/icon.svg`);
  await session.page.evaluate(change);
}

/** Forgets stores of the database, as a browser does that found it damaged: they are there and empty. */
const emptied = (...stores) => `(async () => {
  const opened = await new Promise((done, failed) => { const r = indexedDB.open('mulin'); r.onsuccess = () => done(r.result); r.onerror = failed; });
  const change = opened.transaction(${JSON.stringify(stores)}, 'readwrite');
  for (const name of ${JSON.stringify(stores)}) change.objectStore(name).clear();
  await new Promise((done) => { change.oncomplete = done; });
  opened.close();
})()`;

/** Draws a pavilion and submits it into a network that takes nothing. */
async function waiting(session) {
  const drawing = new Drawing(session);
  session.expect(/Failed to load resource|ERR_/);
  await session.page.route(puts, (route) => (route.request().method() === 'PUT' ? route.abort('connectionfailed') : route.continue()));
  await drawing.drop('pavilion', [93, 84]);
  await drawing.submit();
  await drawing.outboxIs('waiting');
  await session.page.keyboard.press('Escape');
  return drawing;
}

journey('R10: a database that was emptied: drawing and unsent design come back from their copies, it is told, and it is sent once', own, async (session) => {
  const { page, endpoint } = session;
  const drawing = await waiting(session);
  await onTheDevice(session, 'new Promise((done) => { const r = indexedDB.deleteDatabase("mulin"); r.onsuccess = done; })');
  await page.unroute(puts);
  await session.open();
  await found(page).waitFor();
  await page.getByText('您的图从副本找回来了').waitFor();
  await session.shot('ledger-found');
  await session.accessible();
  await counted(drawing.twins('pavilion'), 1);
  await drawing.outboxIs('empty');
  assert.equal((await stored(endpoint)).length, 1);
  await page.reload();
  await ready(page);
  await counted(drawing.twins('pavilion'), 1);
  assert.equal(await found(page).count(), 0, 'told again');
});

journey('R11: what is nowhere any more is told at the start in a number, until it is read', { ...own, size: 'phone' }, async (session) => {
  const { page } = session;
  session.expect(/Failed to load resource|ERR_/);
  await page.route(puts, (route) => route.abort('connectionfailed'));
  const drawing = new Drawing(session);
  await drawing.placeByTap('pavilion', [93, 84]);
  await page.getByTestId('submit').first().tap();
  await page.getByTestId('submit-confirm').tap();
  await drawing.outboxIs('waiting');
  await onTheDevice(session, `${emptied('outbox')}.then(() => { for (const name of Object.keys(localStorage)) if (name.startsWith('mulin.unsent')) localStorage.removeItem(name); })`);
  await session.open();
  await lost(page).waitFor();
  assert.match(await lost(page).innerText(), /1 份/);
  await session.shot('ledger-lost');
  await session.accessible();
  await page.reload();
  await lost(page).waitFor();
  await page.locator('.banner').getByRole('button').click();
  await lost(page).waitFor({ state: 'detached' });
  await page.reload();
  await ready(page);
  assert.equal(await lost(page).count(), 0, 'told again after it was read');
});

journey('R11: a database that went back to an older state shows the newer drawing', own, async (session) => {
  const { page } = session;
  const drawing = new Drawing(session);
  await drawing.drop('pavilion', [93, 84]);
  await kept(page);
  const read = `new Promise((done) => { const r = indexedDB.open('mulin'); r.onsuccess = () => {
    const g = r.result.transaction('drafts').objectStore('drafts').get('beimen'); g.onsuccess = () => { r.result.close(); done(g.result); }; }; })`;
  const older = await page.evaluate(`${read}.then(({ design, ...rest }) => ({ design: [...design], ...rest }))`);
  await drawing.drop('chess-table', [86, 90]);
  await page.waitForFunction(() => localStorage.getItem('mulin.copy.beimen')?.includes('chess-table'));
  await onTheDevice(session, `(async () => { const older = ${JSON.stringify(older)};
    older.design = new Uint8Array(older.design);
    await new Promise((done) => { const r = indexedDB.open('mulin'); r.onsuccess = () => {
      const t = r.result.transaction('drafts', 'readwrite'); t.objectStore('drafts').put(older, 'beimen'); t.oncomplete = () => { r.result.close(); done(); }; }; }); })()`);
  await session.open();
  await counted(drawing.twins('chess-table'), 1);
  await page.getByText('您的图从副本找回来了').waitFor();
});

journey('a record of what was sent that the browser cleared is listed again, and opens from where it was received', own, async (session) => {
  const { page } = session;
  const drawing = new Drawing(session);
  await drawing.drop('pavilion', [93, 84]);
  await drawing.submit();
  const name = await drawing.receipt();
  await page.waitForFunction(() => localStorage.getItem('mulin.ledger')?.includes('delivered'));
  await onTheDevice(session, emptied('sent', 'drafts'));
  await session.open();
  assert.equal(await lost(page).count() + await found(page).count(), 0, 'what was received is not lost');
  await page.getByTestId('outbox').click();
  const row = page.getByTestId('sent-forgotten');
  await row.waitFor();
  assert.ok((await row.getByRole('link').getAttribute('href')).includes(name));
  await session.shot('ledger-forgotten');
});

journey('R09: a database that cannot be opened: the drawing comes from its copy, what waited is sent, and the page says what it cannot keep', own, async (session) => {
  const { page, endpoint, context } = session;
  const drawing = await waiting(session);
  await page.unroute(puts);
  await context.addInitScript(() => { IDBFactory.prototype.open = () => { throw new DOMException('damaged, says the test', 'UnknownError'); }; });
  await page.reload();
  await ready(page);
  await counted(drawing.twins('pavilion'), 1);
  await page.getByTestId('keeping-fault').waitFor();
  await drawing.outboxIs('empty');
  assert.equal((await stored(endpoint)).length, 1);
});

journey('R05: two windows draw the same and submit: nothing of either is lost, the planner gets both', own, async (session) => {
  const { page, context, endpoint } = session;
  const drawing = new Drawing(session);
  await drawing.drop('pavilion', [93, 84]);
  await kept(page);
  const other = await context.newPage();
  await session.open({}, other);
  const { Plan } = await import('./plan.mjs');
  const second = new Drawing({ page: other, plan: new Plan(other) });
  await counted(second.twins('pavilion'), 1);
  await second.drop('bench', [93, 70]);
  await kept(other);
  await drawing.drop('chess-table', [86, 90]);
  await page.getByText('另一个窗口也画了这张图').waitFor();
  await drawing.submit();
  const first = await drawing.receipt();
  await second.submit();
  await other.locator(`[data-testid=receipt]:not([data-name="${first}"])`).waitFor();
  const designs = await stored(endpoint);
  assert.equal(designs.length, 2);
  assert.equal(new Set(designs.map(({ design }) => design.draft)).size, 1, 'one drawing has two drafts');
  const kinds = designs.map(({ design }) => design.sheets.estate.map(({ kind }) => kind).sort().join());
  assert.deepEqual(kinds.sort(), ['bench,pavilion', 'chess-table,pavilion']);
  await page.reload();
  await ready(page);
  await page.getByTestId('menu').click();
  await page.locator('.menu [data-action="action-show-history"]').click();
  await page.getByText('放了 2 样东西').first().waitFor();
});

journey('R13: a newer Mulin in another window takes the store over, and the old window says so', own, async (session) => {
  const { page, context, endpoint } = session;
  const drawing = new Drawing(session);
  await drawing.drop('pavilion', [93, 84]);
  await kept(page);
  session.expect(/favicon/);
  const newer = await context.newPage();
  await newer.goto(`${endpoint.url}assets/icon.svg`);
  await newer.evaluate(() => new Promise((done, failed) => {
    const request = indexedDB.open('mulin', 99);
    request.onsuccess = () => { request.result.close(); done(); };
    request.onerror = request.onblocked = failed;
  }));
  // At once, before anything more is drawn.
  await page.getByText('在另一个窗口更新了').first().waitFor();
  await drawing.drop('bench', [93, 70]);
  await counted(drawing.twins('bench'), 1);
});

for (const years of [-40, 10]) {
  journey(`R20: a clock that is ${years} years off changes neither the order of drawings nor what counts as sent`, own, async (session) => {
    const { page, context, endpoint } = session;
    const drawing = new Drawing(session);
    await drawing.drop('pavilion', [93, 84]);
    await drawing.submit();
    const first = await drawing.receipt();
    await page.keyboard.press('Escape');
    await kept(page).catch(() => {});
    await context.addInitScript((off) => {
      const { now } = Date;
      Date.now = () => now() + off;
    }, years * 365.25 * 86_400_000);
    await page.reload();
    await ready(page);
    await drawing.drop('bench', [93, 70]);
    await page.waitForFunction(() => localStorage.getItem('mulin.copy.beimen')?.includes('bench'));
    await page.reload();
    await ready(page);
    await counted(drawing.twins('bench'), 1);
    await drawing.submit();
    await page.locator(`[data-testid=receipt]:not([data-name="${first}"])`).waitFor();
    const designs = await stored(endpoint);
    assert.equal(designs.find(({ name }) => name !== first).design.supersedes, first);
    await page.reload();
    await ready(page);
    assert.equal(await lost(page).count() + await found(page).count(), 0, 'a false alarm');
  });
}

journey('a device that lost nothing is told nothing, and a lost ledger accuses nobody', own, async (session) => {
  const { page } = session;
  const drawing = await waiting(session);
  await page.evaluate(() => localStorage.clear());
  await page.unroute(puts);
  await page.reload();
  await ready(page);
  await counted(drawing.twins('pavilion'), 1);
  await drawing.outboxIs('empty');
  assert.equal(await lost(page).count() + await found(page).count(), 0, 'a false alarm');
});

journey('a second device with the same drawing sends its own version, and neither is lost', own, async (session) => {
  const { page, endpoint } = session;
  const drawing = new Drawing(session);
  await drawing.drop('pavilion', [93, 84]);
  const file = await drawing.savedFile();
  await drawing.submit();
  const first = await drawing.receipt();
  const elsewhere = await openSession(endpoint, own);
  try {
    await elsewhere.open();
    const other = new Drawing(elsewhere);
    await elsewhere.page.getByTestId('file').setInputFiles(file);
    await other.twins('pavilion').waitFor();
    await other.drop('bench', [93, 70]);
    await other.submit();
    const second = await other.receipt();
    assert.notEqual(second, first);
    const designs = await stored(endpoint);
    assert.equal(designs.length, 2);
    assert.equal(new Set(designs.map(({ design }) => design.draft)).size, 1);
    elsewhere.noComplaints();
  } finally {
    await elsewhere.context.close();
  }
  await page.keyboard.press('Escape');
});
