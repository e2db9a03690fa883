// The app without network, and the app while it is deployed: the service worker (R16, R17, F8, F15).

import assert from 'node:assert/strict';
import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { buildsOf, deploys } from './deploys.mjs';
import { Drawing, atSquare, counted, stored } from './drawing.mjs';
import { journey, openSession, ready } from './harness.mjs';
import { startEndpoint } from './endpoint.mjs';
import { count } from './night.mjs';

const own = { at: atSquare, own: true, worker: true };
const kept = (page) => page.locator('[data-testid=outbox]:visible').getByText('已存在本机').waitFor();

/** The app is on the device: from here on the network may go. */
const onDevice = (page) => page.locator('html[data-offline]').waitFor({ state: 'attached', timeout: 30_000 });
const current = (page) => page.evaluate(async () => (await (await caches.open('mulin-state')).match('./current'))?.text());

journey('a second visit without network opens, draws, keeps and queues, and sends once when there is one again', { ...own, size: 'phone' }, async (session) => {
  const { page, endpoint, expect } = session;
  await onDevice(page);
  expect(/Failed to load resource|ERR_|Failed to fetch/);
  await endpoint.stop();
  await page.reload();
  await ready(page);
  assert.ok(await page.evaluate(() => Boolean(navigator.serviceWorker.controller)), 'no service worker has the page');
  const drawing = new Drawing(session);
  await drawing.placeByTap('pavilion', [93, 84]);
  await page.getByTestId('submit').first().tap();
  await page.getByTestId('submit-confirm').tap();
  await drawing.outboxIs('waiting');
  await session.shot('offline-second-visit');
  await page.reload();
  await ready(page);
  await drawing.twins('pavilion').waitFor({ state: 'attached' });
  await endpoint.start();
  await page.locator('[data-testid=outbox][data-state=empty]:visible').first().waitFor({ timeout: 30_000 });
  assert.equal((await stored(endpoint)).length, 1);
});

journey('without network the other language and the dark look open too, and the wall that was open before', own, async (session) => {
  const { page, endpoint, expect } = session;
  await onDevice(page);
  // The wall is another program: it has to have been opened once.
  await session.open({ view: 'wall' });
  await page.reload();
  await ready(page);
  expect(/Failed to load resource|ERR_|Failed to fetch/);
  await endpoint.stop();
  for (const query of [{ lang: 'en' }, { lang: 'zh-CN' }, { view: 'wall' }]) await session.open(query);
});

journey('with the service worker at work the slow rules are asked away from the page, as on a first visit', own, async (session) => {
  const { page } = session;
  await onDevice(page);
  const started = page.waitForEvent('worker');
  await page.reload();
  await ready(page);
  assert.ok(await page.evaluate(() => Boolean(navigator.serviceWorker.controller)));
  const worker = await started;
  await new Drawing(session).drop('pavilion', [93, 84]);
  // One that cannot find its program ends at once, and with it this question.
  await worker.evaluate(() => new Promise((done) => {
    const heard = (list) => list.getEntriesByName('mulin:slow').length && done();
    new PerformanceObserver(heard).observe({ type: 'measure', buffered: true });
  }));
});

journey('R17: with the service worker at work the endpoint gets the very bytes', own, async (session) => {
  const { page, endpoint } = session;
  await onDevice(page);
  await page.reload();
  await ready(page);
  assert.ok(await page.evaluate(() => Boolean(navigator.serviceWorker.controller)));
  const drawing = new Drawing(session);
  await drawing.drop('pavilion', [93, 84]);
  const put = page.waitForResponse((answer) => answer.request().method() === 'PUT');
  await drawing.submit();
  const name = await drawing.receipt();
  assert.equal((await put).fromServiceWorker(), false, 'the worker took the upload in hand');
  assert.deepEqual((await stored(endpoint)).map((design) => design.name), [name]);
});

journey('what the project says is what its host says now, and what it said before when the host is gone', own, async (session) => {
  const { page, endpoint, expect } = session;
  await onDevice(page);
  await page.reload();
  await ready(page);
  const fromHost = page.waitForResponse((answer) => answer.url().endsWith('/project.json'));
  await page.reload();
  await fromHost;
  await ready(page);
  expect(/Failed to load resource|ERR_|Failed to fetch/);
  await endpoint.stop();
  await page.reload();
  await ready(page);
});

/** A journey on a host of its own, which the test deploys to. */
function deployed(name, body, many = 2) {
  test(name, { timeout: many * 60_000 }, async () => {
    const builds = await deploys(many);
    const endpoint = await startEndpoint({ dist: builds.host });
    const session = await openSession(endpoint, { at: atSquare, worker: true });
    try {
      await session.open();
      await onDevice(session.page);
      await body(session, builds, endpoint);
      session.noComplaints();
    } catch (error) {
      error.stack += `\n  picture: ${await session.shot(`FAILED ${name}`).catch(() => 'none')}\n  ${session.complaints.join('\n  ')}`;
      throw error;
    } finally {
      await session.context.close();
      await endpoint.close();
      await builds.close();
    }
  });
}

/** Opens the page anew and waits until the build of the host is on the device. */
async function renewed(page, before) {
  await page.reload();
  await ready(page);
  await page.waitForFunction(otherThan, before);
}

/** In the page: whether another build than this is on the device. */
async function otherThan(before) {
  const now = await (await caches.open('mulin-state')).match('./current');
  return now && await now.text() !== before;
}

// In the night ten builds come by, one after the other.
const BUILDS = 'ABCDEFGHIJ'.slice(0, count(2, 10));
deployed('R16, F15: A, B and A again under an open tab with unsent work: never reloaded, no files mixed, nothing lost', async (session, builds, endpoint) => {
  const { page, expect } = session;
  const drawing = new Drawing(session);
  expect(/Failed to load resource|ERR_/);
  await page.reload();
  await ready(page);
  let loads = 0;
  page.on('load', () => { loads += 1; });
  await page.route('**/designs/*.json', (route) => route.abort('connectionfailed'));
  await drawing.drop('pavilion', [93, 84]);
  await drawing.submit();
  await drawing.outboxIs('waiting');
  await page.keyboard.press('Escape');
  const second = await session.context.newPage();
  let before = 'A';
  for (const next of BUILDS.slice(1)) {
    const old = await current(page);
    await builds.put(next);
    // Another tab meets the deploy: it is served what is on the device, and has the new build fetched.
    await session.open({}, second);
    assert.deepEqual(await buildsOf(second), [before]);
    await second.waitForFunction(otherThan, old);
    assert.equal(loads, 0, 'the tab with unsent work was reloaded');
    // The old tab goes on, with what it needs of its own build.
    await drawing.drop('bench', [93, 70]);
    await page.getByTestId('menu').click();
    await page.keyboard.press('Escape');
    assert.deepEqual(await buildsOf(page), ['A']);
    await second.reload();
    await ready(second);
    assert.deepEqual(await buildsOf(second), [next], 'files of two builds in one page');
    await counted(new Drawing({ page: second }).twins('pavilion'), 1);
    before = next;
  }
  await second.close();
  await builds.put('A');
  await page.unroute('**/designs/*.json');
  assert.equal(loads, 0, 'the tab with unsent work was reloaded');
  await page.reload();
  await ready(page);
  assert.equal((await buildsOf(page)).length, 1, 'files of two builds in one page');
  await counted(drawing.twins('bench'), BUILDS.length - 1);
  await drawing.outboxIs('empty');
  assert.equal((await stored(endpoint)).length, 1);
}, BUILDS.length);

deployed('a deploy that is not whole yet is not taken; the one before opens, also without network', async (session, builds, endpoint) => {
  const { page, expect } = session;
  const old = await current(page);
  await builds.put('B', { without: /_bg\.wasm/ });
  await page.reload();
  await ready(page);
  const asked = await page.evaluate(() => fetch('./index.html', { cache: 'no-cache' }).then((answer) => answer.text()));
  assert.ok(asked.includes('data-wasm'));
  assert.deepEqual(await buildsOf(page), ['A']);
  expect(/Failed to load resource|ERR_|Failed to fetch/);
  await endpoint.stop();
  await page.reload();
  await ready(page);
  assert.equal(await current(page), old);
  await endpoint.start();
  await builds.put('B');
  await renewed(page, old);
  await page.reload();
  await ready(page);
  assert.deepEqual(await buildsOf(page), ['B']);
  const names = await page.evaluate(async () => (await caches.keys()).filter((name) => name.startsWith('mulin-build-')));
  assert.equal(names.length, 2, 'the build before is kept');
});

deployed('a hotel network that answers everything with its own page is not kept as the app', async (session, builds) => {
  const { page } = session;
  const old = await current(page);
  await writeFile(path.join(builds.host, 'index.html'), '<!doctype html><title>Wi-Fi</title><a href="./login">Log in</a>');
  for (const ending of ['.br', '.gz']) await rm(path.join(builds.host, `index.html${ending}`), { force: true });
  for (let time = 0; time < 2; time += 1) {
    const asked = page.waitForEvent('console', { predicate: (message) => message.text() === 'asked' });
    await page.reload();
    await ready(page);
    await page.evaluate(() => fetch('./', { cache: 'no-store' }).then(() => console.log('asked')));
    await asked;
  }
  assert.equal(await current(page), old);
  assert.deepEqual(await buildsOf(page), ['A']);
});

journey('what the app says of itself to be put on a home screen is whole', own, async ({ page }) => {
  const { manifest, icon } = await page.evaluate(async () => {
    const link = document.querySelector('link[rel=manifest]').href;
    const manifest = await (await fetch(link)).json();
    return { manifest: { ...manifest, start: new URL(manifest.start_url, link).href }, icon: (await fetch(new URL(manifest.icons[0].src, link))).status };
  });
  assert.equal(manifest.display, 'standalone');
  assert.equal(manifest.start, new URL('./', page.url()).href);
  assert.equal(icon, 200);
});
