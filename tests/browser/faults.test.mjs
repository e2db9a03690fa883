// The browser's own faults by their numbers: no network, a page that crashes, a full device, records of an older program.

import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { design } from './designs.mjs';
import { Drawing, atSquare, counted, stored } from './drawing.mjs';
import { root } from './endpoint.mjs';
import { journey, openSession, ready } from './harness.mjs';
import { SEED, chances, count, rounds } from './night.mjs';
import { Plan } from './plan.mjs';

const own = { at: atSquare, own: true };
const puts = '**/designs/*.json';
const place = (n) => [84 + 3 * (n % 6), 68 + 3 * Math.floor(n / 6)];

const copied = (page, many) => page.waitForFunction((many) => JSON.parse(localStorage.getItem('mulin.copy.beimen') ?? '{"design":""}')
  .design.split('"bench"').length - 1 === many, many);

/** What a network does to a PUT, by name. */
const faults = {
  offline: async ({ session }) => { await session.offline(); },
  refused: async ({ page }) => page.route(puts, (route) => route.abort('connectionrefused')),
  'answer lost': async ({ page }) => page.route(puts, async (route) => { await route.fetch().catch(() => {}); await route.abort('connectionreset'); }),
  portal: async ({ page }) => page.route(puts, (route) => route.fulfill({ status: 200, contentType: 'text/html', body: '<title>Wi-Fi</title>' })),
  'portal that redirects': async ({ page }) => page.route(puts, (route) => route.fulfill({ status: 302, headers: { location: 'http://portal.invalid/' } })),
  trouble: async ({ page }) => page.route(puts, (route) => route.fulfill({ status: 503, body: '' })),
  'endpoint gone': async ({ endpoint }) => endpoint.stop(),
};

for (const { seed, of } of rounds(10)) journey(`F8: 30 seeded ways of having no network, with reloads and closed tabs between: each design arrives, none twice${of}`, { ...own, timeout: 400_000 }, async (session) => {
  const { context, endpoint } = session;
  let { page } = session;
  const chance = chances(seed);
  session.expect(/Failed to load resource|ERR_|Failed to fetch|portal\.invalid|CSP: connect-src/);
  let sent = 0;
  for (let scenario = 0; scenario < 30; scenario += 1) {
    const drawing = new Drawing({ page, plan: new Plan(page) });
    await drawing.drop('bench', place(scenario % 30));
    const [name, fault] = Object.entries(faults)[Math.floor(chance() * Object.keys(faults).length)];
    await fault({ session, page, endpoint });
    await drawing.submit();
    sent += 1;
    const end = ['stays', 'reloads', 'closes'][Math.floor(chance() * 3)];
    await drawing.outboxIs('waiting').catch((error) => { error.message += ` (${scenario}: ${name}, ${end}, seed ${seed})`; throw error; });
    assert.equal(await page.getByTestId('receipt').count(), 0, `${name}: a receipt for what did not arrive`);
    await session.offline(false);
    if (name === 'endpoint gone') await endpoint.start();
    await page.unrouteAll({ behavior: 'wait' });
    if (end === 'closes') {
      await page.close();
      page = await context.newPage();
      await session.open({}, page);
    } else if (end === 'reloads') {
      await page.reload();
      await ready(page);
    } else {
      // It may be gone already: the network that comes back sends by itself.
      await page.getByTestId('under-way').getByText('现在再送').first().click({ timeout: 2_000 }).catch(() => {});
    }
    await new Drawing({ page }).outboxIs('empty');
    await page.keyboard.press('Escape');
    assert.equal((await stored(endpoint)).length, sent, `${scenario}: ${name}, ${end}, seed ${seed}`);
  }
});

for (const { of } of rounds(10)) journey(`F10: 20 times the page crashes: what was kept is there${of}`, { ...own, timeout: 300_000 }, async (session) => {
  const { context } = session;
  let { page } = session;
  session.expect(/crash/i);
  for (let crash = 0; crash < 20; crash += 1) {
    const drawing = new Drawing({ page, plan: new Plan(page) });
    await counted(drawing.twins('bench'), crash);
    await drawing.drop('bench', place(crash));
    await copied(page, crash + 1);
    const crashed = page.waitForEvent('crash');
    const devtools = await context.newCDPSession(page);
    devtools.send('Page.crash').catch(() => { /* It cannot answer any more. */ });
    await crashed;
    await page.close();
    page = await context.newPage();
    await session.open({}, page);
  }
  await counted(new Drawing({ page }).twins('bench'), 20);
});

journey('R07, F11: ten sizes of storage: kept, or a banner at once, a drawing that can be used and saved as a file, and one that comes back',
  { ...own, timeout: 300_000 + count(0, 90) * 30_000, open: false }, async ({ endpoint }) => {
    // The browser looks at the room only when much is written, and remembers for a while what it saw: a fresh one each time.
    const lamps = Array.from({ length: 1000 }, (_, at) => ({ id: `l${at}`, kind: 'lamp', size: [0.6, 0.6], at: [20 + (at % 50) * 2.5, 130 + Math.floor(at / 50) * 2.5], turn: 0, note: `第 ${at} 盏灯，夜里要亮` }));
    const file = { ...design(1), contact: undefined, sheets: { estate: lamps } };
    const buffer = Buffer.from(JSON.stringify(file));
    let full = 0;
    const chance = chances(SEED);
    // By night others between them: as many of hundreds of bytes as of megabytes.
    const others = Array.from({ length: count(0, 90) }, () => 10 ** (2 + 6 * chance()));
    const sizes = [...[0, 10, 50, 100, 200, 400, 800, 1600, 10_000, 100_000].map((kilobytes) => kilobytes * 1000), ...others];
    for (const quotaSize of sizes) {
      const session = await openSession(endpoint, { at: atSquare });
      try {
        const { page, context } = session;
        const drawing = new Drawing(session);
        const devtools = await context.newCDPSession(page);
        await devtools.send('Storage.overrideQuotaForOrigin', { origin: new URL(endpoint.url).origin, quotaSize });
        await session.open();
        await page.getByTestId('file').setInputFiles({ name: 'lamps.json', mimeType: 'application/json', buffer });
        await page.waitForFunction(() => localStorage.getItem('mulin.copy.beimen')?.includes('l999'));
        for (let bench = 0; bench < 2; bench += 1) {
          await session.plan.drop(drawing.card('bench'), place(bench));
          await copied(page, bench + 1);
        }
        const banner = page.getByTestId('keeping-fault');
        await banner.or(page.locator('[data-testid=outbox]:visible').getByText('已存在本机')).first().waitFor();
        if (await banner.isVisible()) {
          full += 1;
          if (full === 1) await session.shot('quota');
        }
        assert.equal((await drawing.things()).length, lamps.length + 2, `${quotaSize}: the drawing cannot be saved as a file`);
        await page.reload();
        await ready(page);
        assert.equal((await drawing.things()).length, lamps.length + 2, `${quotaSize}: the drawing did not come back`);
        session.noComplaints();
      } finally {
        await session.context.close();
      }
    }
    console.log(`    ${full} of ${sizes.length} sizes were too small for the database; the drawing came back from each`);
    assert.ok(full >= 1, 'none of the sizes was too small');
  });

journey('R14, F13: records as the first program wrote them open, and what waits goes out byte for byte', own, async (session) => {
  const { page, endpoint } = session;
  session.expect(/favicon/);
  const folder = path.join(root, 'tests/fixtures/designs');
  const files = (await readdir(folder)).sort();
  const designs = await Promise.all(files.map(async (file) => ({ name: file.replace('.json', ''), text: await readFile(path.join(folder, file), 'utf8') })));
  const [mine, ...others] = designs.filter(({ text }) => JSON.parse(text).project === 'beimen').slice(0, 6);
  await page.goto(`${endpoint.url}assets/icon.svg`);
  await page.evaluate(async ({ mine, others }) => {
    const bytes = (text) => new TextEncoder().encode(text);
    await new Promise((done) => { const r = indexedDB.deleteDatabase('mulin'); r.onsuccess = done; });
    const opened = await new Promise((done) => {
      const request = indexedDB.open('mulin', 1);
      request.onupgradeneeded = () => { for (const name of ['drafts', 'versions', 'outbox', 'sent']) request.result.createObjectStore(name); };
      request.onsuccess = () => done(request.result);
    });
    const change = opened.transaction(['drafts', 'outbox', 'versions'], 'readwrite');
    change.objectStore('drafts').put({ design: bytes(mine.text), history: '', saved: 1 }, 'beimen');
    change.objectStore('versions').put({ design: bytes(mine.text), saved: 1, name: 'old' }, ['beimen', 1]);
    for (const { name, text } of others) change.objectStore('outbox').put({ bytes: bytes(text) }, name);
    await new Promise((done) => { change.oncomplete = done; });
    opened.close();
    localStorage.clear();
    localStorage.setItem('mulin.ledger', JSON.stringify(others.map(({ name }) => [name, 'taken'])));
  }, { mine, others });
  await session.open();
  const things = JSON.parse(mine.text).sheets.estate?.length ?? 0;
  await counted(new Drawing(session).twins(), things);
  await new Drawing(session).outboxIs('empty');
  assert.deepEqual((await stored(endpoint)).map(({ name }) => name), others.map(({ name }) => name).sort());
});

journey('R08: a database that the system closed is opened once more, without a word and without loss', own, async (session) => {
  const { page } = session;
  await page.evaluate(() => {
    const { open } = IDBFactory.prototype;
    IDBFactory.prototype.open = function opened(...args) { globalThis.opens = (globalThis.opens ?? 0) + 1; return open.apply(this, args); };
    const { transaction } = IDBDatabase.prototype;
    let closed = false;
    IDBDatabase.prototype.transaction = function begun(...args) {
      if (!closed) { closed = true; this.close(); }
      return transaction.apply(this, args);
    };
  });
  const drawing = new Drawing(session);
  await drawing.drop('bench', place(0));
  await copied(page, 1);
  assert.equal(await page.evaluate(() => globalThis.opens), 1);
  assert.equal(await page.getByTestId('keeping-fault').count(), 0);
  await page.reload();
  await ready(page);
  await counted(drawing.twins('bench'), 1);
});

journey('R12: what is not sent says since when it waits and what may happen to it, and offers a file and a copy', own, async (session) => {
  const { page } = session;
  session.expect(/Failed to load resource|ERR_/);
  await page.route(puts, (route) => route.abort('connectionfailed'));
  const drawing = new Drawing(session);
  await drawing.drop('bench', place(0));
  await drawing.submit();
  await drawing.outboxIs('waiting');
  for (let time = 0; time < 2; time += 1) {
    await page.getByTestId('waits-since').waitFor();
    await page.getByText('这份只在这台设备上').waitFor();
    await page.getByTestId('waiting-save').waitFor();
    await page.getByTestId('waiting-copy').waitFor();
    await page.reload();
    await ready(page);
    await page.getByTestId('outbox').click();
  }
});
