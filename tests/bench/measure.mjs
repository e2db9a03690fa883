// How a page is measured from outside, through Chromium's own counters. The page is not changed for it,
// but for one listener that counts the moves that arrived, in the bare page and in the app alike.

const SIZE = { width: 1280, height: 800 };

export const median = (numbers) => {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
};

/** A page in a context of its own: nothing cached, nothing stored, no other page on its main thread. */
export async function fresh(browser) {
  const context = await browser.newContext({ viewport: SIZE, locale: 'zh-CN', reducedMotion: 'no-preference' });
  await context.addInitScript(() => {
    globalThis.movesSeen = 0;
    addEventListener('pointermove', () => { globalThis.movesSeen += 1; }, { capture: true, passive: true });
  });
  const page = await context.newPage();
  return { context, page, session: await context.newCDPSession(page) };
}

export async function open(page, url) {
  await page.goto(url);
  await page.locator('html:not([data-state=loading])').waitFor({ state: 'attached', timeout: 60_000 });
  const state = await page.locator('html').getAttribute('data-state');
  if (state !== 'ready') throw new Error(`${url} did not become ready: ${await page.locator('body').innerText()}`);
}

export const twoFrames = (page) => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));

/** Thread time of the page's main thread in milliseconds, in all and by kind, since it was begun. */
export async function mainThread(session) {
  const { metrics } = await session.send('Performance.getMetrics');
  const of = (name) => (metrics.find((metric) => metric.name === name)?.value ?? 0) * 1000;
  return { task: of('TaskDuration'), script: of('ScriptDuration'), style: of('RecalcStyleDuration'), layout: of('LayoutDuration') };
}

/** Waits until what the page does after loading (saving, thumbnails) is over, so that it is not counted. */
export async function quiet(session) {
  for (let calm = 0, before = await mainThread(session), tries = 0; calm < 3 && tries < 100; tries++) {
    await new Promise((done) => setTimeout(done, 150));
    const now = await mainThread(session);
    calm = now.task - before.task < 5 ? calm + 1 : 0;
    before = now;
  }
}

/** Main-thread milliseconds a pointer move, while what lies in the middle of the plan is dragged about. */
export async function dragCost(browser, url, { moves = 180, warmUp = 40, before: prepare } = {}) {
  const { context, page, session } = await fresh(browser);
  try {
    await open(page, url);
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    const plan = page.getByTestId('plan');
    const box = await plan.boundingBox();
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await prepare?.(page, box);
    await quiet(session);
    const at = page.url();
    const before = await page.screenshot({ clip: box });

    // Each move waits for the page's answer, which comes with its next frame: one move, one frame.
    const mouse = (type, px, py) => session.send('Input.dispatchMouseEvent',
      { type, x: px, y: py, button: 'left', buttons: type === 'mouseReleased' ? 0 : 1, clickCount: type === 'mouseMoved' ? 0 : 1 });
    const path = (n) => {
      const angle = n * 0.21;
      const reach = Math.min(60, 6 + n);
      return [x + reach * Math.cos(angle), y + reach * Math.sin(angle)];
    };
    await mouse('mousePressed', x, y);
    for (let n = 0; n < warmUp; n++) await mouse('mouseMoved', ...path(n));
    await twoFrames(page);
    const [seen, begun] = [await page.evaluate(() => globalThis.movesSeen), await mainThread(session)];
    for (let n = warmUp; n < warmUp + moves; n++) await mouse('mouseMoved', ...path(n));
    await twoFrames(page);
    const [ended, arrived] = [await mainThread(session), await page.evaluate(() => globalThis.movesSeen) - seen];
    const after = await page.screenshot({ clip: box });
    await mouse('mouseReleased', ...path(warmUp + moves));

    if (arrived < moves * 0.98) throw new Error(`${url}: only ${arrived} of ${moves} moves arrived.`);
    if (before.equals(after)) throw new Error(`${url}: nothing on the plan moved while its middle was dragged.`);
    if (page.url() !== at) throw new Error(`${url}: the plan was panned, not a thing dragged: ${page.url()}`);
    const each = (kind) => (ended[kind] - begun[kind]) / moves;
    return { task: each('task'), script: each('script'), style: each('style'), layout: each('layout'), box };
  } finally {
    await context.close();
  }
}

/**
 * Time to mulin:ready and bytes over the wire of a first visit: `bytes` of what was asked for until then, and
 * `after` of what came by itself once the page was ready. `slow`: as on a plain phone on mobile data.
 */
export async function firstVisit(browser, url, { slow = false } = {}) {
  const { context, page, session } = await fresh(browser);
  try {
    await session.send('Network.enable');
    if (slow) {
      await session.send('Network.emulateNetworkConditions', { offline: false, latency: 60, downloadThroughput: 9e6 / 8, uploadThroughput: 3e6 / 8 });
      await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    }
    const files = new Map();
    session.on('Network.responseReceived', ({ requestId, response }) =>
      files.set(requestId, { url: response.url, path: new URL(response.url).pathname, encoding: response.headers['content-encoding'] ?? 'none', bytes: 0 }));
    session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      if (files.has(requestId)) files.get(requestId).bytes = encodedDataLength;
    });
    await open(page, url);
    await page.waitForLoadState('networkidle');
    const { ready, begun } = await page.evaluate(() => ({
      ready: performance.getEntriesByName('mulin:ready')[0].startTime,
      begun: Object.fromEntries(performance.getEntriesByType('resource').map(({ name, startTime }) => [name, startTime])),
    }));
    const list = [...files.values()].sort((a, b) => b.bytes - a.bytes)
      .map(({ url, ...file }) => ({ ...file, after: begun[url] > ready }));
    const sum = (after) => list.filter((file) => file.after === after).reduce((total, { bytes }) => total + bytes, 0);
    return { ready, bytes: sum(false), after: sum(true), files: list };
  } finally {
    await context.close();
  }
}
