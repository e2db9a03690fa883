// A design from phone to phone without a network: as QR codes that any scanner reads, and as a file.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { design } from './designs.mjs';
import { Drawing, atSquare, counted, stored } from './drawing.mjs';
import { journey, openSession, ready } from './harness.mjs';

const own = { at: atSquare, own: true };
const puts = '**/designs/*.json';
/** Benches that fill three codes: each code is a page that is loaded here. */
const MANY = 24;

/** So many benches that no packing makes alike, as a file. */
const benches = (many) => Array.from({ length: many }, (_, at) => ({
  id: `p${at}`, kind: 'bench', size: [1.8, 0.6], turn: (at * 7919) % 360,
  at: [60 + (at * 104_729) % 50_000 / 1000, 60 + (at * 15_485_863) % 60_000 / 1000], note: `${(at * 2_654_435_761) % 4_294_967_296}`,
}));

/** The drawing at hand has so many benches: a long list shows some of them alone. */
const has = (page, many) => page.waitForFunction((many) => JSON.parse(localStorage.getItem('mulin.copy.beimen') ?? '{"design":""}')
  .design.split('"bench"').length - 1 === many, many);

/** Draws a bench, or opens a file of many, and submits it into a network that takes nothing. */
async function waiting(session, many = 1) {
  const { page } = session;
  const drawing = new Drawing(session);
  session.expect(/Failed to load resource|ERR_/);
  await page.route(puts, (route) => (route.request().method() === 'PUT' ? route.abort('connectionfailed') : route.continue()));
  if (many > 1) {
    const file = { ...design(1), contact: undefined, sheets: { estate: benches(many) } };
    await page.getByTestId('file').setInputFiles({ name: 'benches.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(file)) });
    await has(page, many);
  } else {
    await drawing.drop('bench', [93, 84]);
  }
  await drawing.submit();
  await drawing.outboxIs('waiting');
  return drawing;
}

/** The links of the series, as a scanner reads them off the screen. */
async function series(page) {
  await page.getByTestId('waiting-copy').click();
  const shown = page.getByTestId('series');
  await shown.waitFor();
  const links = [];
  for (let number = 1; number <= Number(await shown.getAttribute('data-of')); number += 1) {
    await page.locator(`[data-testid=series][data-number="${number}"] .qr svg`).waitFor();
    links.push(await shown.locator('.qr').getAttribute('data-link'));
    await shown.getByTestId('series-next').click({ force: true }).catch(() => {});
  }
  return links;
}

journey('what cannot be sent is copied by QR codes to a phone that can: opened there, sent from there, and counted once', { ...own, timeout: 150_000 }, async (session) => {
  const { page, endpoint } = session;
  const drawing = await waiting(session, MANY);
  await page.getByTestId('waits-since').waitFor();
  const links = await series(page);
  assert.ok(links.length >= 2, `${links.length} codes are no series`);
  await session.shot('series');
  await session.accessible('dialog');
  const elsewhere = await openSession(endpoint, { at: atSquare, size: 'phone' });
  try {
    const other = elsewhere.page;
    // The last one first, one of them twice, one cut off: as people scan.
    const order = [...links.slice(1).reverse(), links[1]];
    for (const link of order) {
      await other.goto(link);
      await ready(other);
      await other.locator('.toast').getByText(`共 ${links.length} 张`).waitFor();
    }
    await elsewhere.shot('series-came');
    await other.goto(links[0].slice(0, -20));
    await ready(other);
    await other.locator('.toast').getByText('没读全').waitFor();
    // In the page that is open already.
    await other.evaluate((hash) => { location.hash = hash; }, new URL(links[0]).hash);
    await has(other, MANY);
    await new Drawing({ page: other }).outboxIs('empty');
    assert.ok(!other.url().includes('mulin-copy'), 'the address still carries the design');
    elsewhere.noComplaints();
  } finally {
    await elsewhere.context.close();
  }
  const [design] = await stored(endpoint);
  await page.unroute(puts);
  await page.getByTestId('under-way').getByText('现在再送').click();
  assert.equal(await drawing.receipt(), design.name);
  assert.equal((await stored(endpoint)).length, 1, 'sent from two phones it is there twice');
});

journey('a small design is a code or two, and as a file it opens elsewhere byte for byte', own, async (session) => {
  const { page, endpoint } = session;
  await waiting(session);
  const links = await series(page);
  assert.ok(links.length <= 2, `${links.length} codes for a bench`);
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByTestId('waiting-save').click()]);
  const bytes = await readFile(await download.path());
  assert.match(download.suggestedFilename(), /\.mulin\.json$/);
  const elsewhere = await openSession(endpoint, own);
  try {
    for (const link of links) {
      await elsewhere.page.goto(link);
      await ready(elsewhere.page);
    }
    await counted(new Drawing(elsewhere).twins('bench'), 1);
    await new Drawing(elsewhere).outboxIs('empty');
    elsewhere.noComplaints();
  } finally {
    await elsewhere.context.close();
  }
  const [design] = await stored(endpoint);
  assert.deepEqual(design.bytes, bytes);
});

journey('a code that was read wrong, of another estate or of a newer Mulin is told, and the drawing stays', own, async (session) => {
  const { page } = session;
  const drawing = new Drawing(session);
  await drawing.drop('pavilion', [93, 84]);
  for (const [hash, says] of [['mulin-copy=nonsense', '没读全'], ['mulin-copy=2.0123456789abcdef.1.1.00000000.AA', '新版睦邻']]) {
    await page.evaluate((to) => { location.hash = to; }, hash);
    await page.locator('.toast').getByText(says).waitFor();
    await counted(drawing.twins('pavilion'), 1);
  }
});
