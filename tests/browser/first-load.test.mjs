// The drawing page comes in two parts: what a first visit weighs, and that nobody is left without the second.

import assert from 'node:assert/strict';
import { get } from 'node:http';
import { brotliCompressSync, constants } from 'node:zlib';
import { Drawing, atSquare } from './drawing.mjs';
import { journey, ready } from './harness.mjs';

const LATER = '**/*_later.wasm';
// Bytes over the wire, headers included, until the plan is drawn and takes input.
// `make bench` measures the same.
const LIMIT = 450_000;

/**
 * The endpoint packs the project's files well in the background from its start on; who comes sooner gets them packed at
 * once, some 4 kB larger. What counts is what all who come later load.
 */
async function packedWell(url) {
  const plain = await (await fetch(new URL('estate.geojson', url))).arrayBuffer();
  const best = brotliCompressSync(Buffer.from(plain), { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
  const size = () => new Promise((done, failed) => {
    get(new URL('estate.geojson', url), { headers: { 'accept-encoding': 'br' } }, (answer) => {
      let bytes = 0;
      answer.on('data', (part) => { bytes += part.length; });
      answer.on('end', () => done(bytes));
    }).on('error', failed);
  });
  while (await size() > best * 1.1) await new Promise((done) => setTimeout(done, 50)); // Nothing tells when but asking.
}

/**
 * Whether an address was asked for before the plan was drawn. The browser writes down a request a moment after it ended:
 * the second part's is waited for, being the last.
 */
async function untilReady(page) {
  await page.waitForFunction(() => performance.getEntriesByType('resource').some(({ name }) => name.endsWith('_later.wasm')));
  const { at, begun } = await page.evaluate(() => ({
    at: performance.getEntriesByName('mulin:ready')[0].startTime,
    begun: Object.fromEntries(performance.getEntriesByType('resource').map(({ name, startTime }) => [name, startTime])),
  }));
  return (url) => !(begun[url] > at);
}

for (const [size, lang] of [['phone', 'zh-CN'], ['phone', 'en'], ['desk', 'zh-CN'], ['desk', 'en']]) {
  journey(`a first visit on a ${size} in ${lang} is light, and the second part comes after it by itself`, { size, lang, open: false }, async (session) => {
    const { page } = session;
    await packedWell(session.endpoint.url);
    const answers = [];
    page.on('requestfinished', (request) => answers.push(request));
    const later = page.waitForEvent('requestfinished', (request) => request.url().endsWith('_later.wasm'));
    await session.open({ view: 'draw' });
    await later;
    const first = await untilReady(page);
    const early = answers.filter((request) => first(request.url()));
    assert.ok(!early.some((request) => request.url().endsWith('_later.wasm')), 'The start needs the second part: run make profile.');
    const files = await Promise.all(early.map(async (request) => {
      const { responseBodySize, responseHeadersSize } = await request.sizes();
      return [new URL(request.url()).pathname, responseBodySize + responseHeadersSize];
    }));
    const bytes = files.reduce((sum, [, size]) => sum + size, 0);
    assert.ok(bytes <= LIMIT, `${bytes} bytes are more than ${LIMIT}: run make profile. ${JSON.stringify(files, null, 1)}`);
  });
}

journey('the second part is asked for again when it did not come', { size: 'phone', open: false }, async (session) => {
  const { page, expect } = session;
  expect(/ERR_FAILED/);
  let asked = 0;
  await page.route(LATER, (route) => (route.request().resourceType() === 'fetch' && !asked++ ? route.abort() : route.continue()));
  const came = page.waitForResponse(LATER);
  await session.open();
  assert.equal((await came).status(), 200);
});

journey('who is quicker than the second part waits for it and gets the dialog', { open: false, at: atSquare }, async (session) => {
  const { page, expect } = session;
  expect(/ERR_FAILED/);
  await page.route(LATER, (route) => (route.request().resourceType() === 'fetch' ? route.abort() : route.continue()));
  await session.open();
  await new Drawing(session).drop('pavilion', [93, 84]);
  await page.getByTestId('submit').click();
  await page.getByTestId('submit-confirm').waitFor();
});

journey('without network and second part the page says so, and the drawing is kept', { at: atSquare }, async (session) => {
  const { page, expect, shot } = session;
  expect(/ERR_FAILED|NetworkError|Failed to execute 'send'/);
  const drawing = new Drawing(session);
  await drawing.drop('pavilion', [93, 84]);
  await page.locator('[data-testid=outbox]:visible').getByText('已存在本机').waitFor();
  await page.route(LATER, (route) => route.abort());
  await page.reload();
  // What was drawn before may need the second part at once; otherwise the dialog does.
  await page.locator('html:not([data-state=loading])').waitFor({ state: 'attached' });
  if (await page.locator('html[data-state=ready]').count()) await page.getByTestId('submit').click();
  await page.getByText('程序没有取全').waitFor();
  await shot('later-lost');
  await page.unroute(LATER);
  await page.reload();
  await ready(page);
  await drawing.twins('pavilion').waitFor();
});
