// Frames, opening, steps and the way from input to paint: measured from outside, as measure.mjs does.

import { fresh, open, quiet, twoFrames } from './measure.mjs';

export const share = (numbers, part) => [...numbers].sort((a, b) => a - b)[Math.min(numbers.length - 1, Math.floor(numbers.length * part))];

/** Times between the frames that the page got while something was done, in milliseconds. */
async function framesDuring(page, act) {
  await page.evaluate(() => {
    const times = globalThis.frameTimes = [];
    const next = (time) => { times.push(time); globalThis.frameAsked = requestAnimationFrame(next); };
    globalThis.frameAsked = requestAnimationFrame(next);
  });
  await act();
  const times = await page.evaluate(() => { cancelAnimationFrame(globalThis.frameAsked); return globalThis.frameTimes; });
  return times.slice(1).map((time, n) => time - times[n]);
}

/** Frame times while the plan is dragged about with the middle button, and while the wheel zooms out and in. */
export async function moving(browser, url) {
  const { context, page, session } = await fresh(browser);
  try {
    await open(page, url);
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    await quiet(session);
    const box = await page.getByTestId('plan').boundingBox();
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    const still = await framesDuring(page, () => page.waitForTimeout(1000));
    const before = await page.screenshot({ clip: box });
    const mouse = (options) => session.send('Input.dispatchMouseEvent', { x, y, button: 'none', ...options });
    const pan = await framesDuring(page, async () => {
      await mouse({ type: 'mousePressed', button: 'middle', buttons: 4, clickCount: 1 });
      for (let n = 1; n <= 180; n++) {
        await mouse({ type: 'mouseMoved', x: x + 160 * Math.sin(n / 25), y: y + 90 * Math.sin(n / 14), button: 'middle', buttons: 4 });
      }
    });
    const panned = await page.screenshot({ clip: box });
    await mouse({ type: 'mouseReleased', button: 'middle', buttons: 0 });
    await quiet(session);
    const zoom = await framesDuring(page, async () => {
      for (let n = 0; n < 180; n++) await mouse({ type: 'mouseWheel', x: x + 50, deltaX: 0, deltaY: n % 60 < 30 ? -20 : 20, modifiers: 2 });
    });
    if (before.equals(panned)) throw new Error(`${url}: the plan did not move under the hand.`);
    return { still: share(still, 0.5), pan: { p95: share(pan, 0.95), worst: Math.max(...pan), frames: pan.length },
      zoom: { p95: share(zoom, 0.95), worst: Math.max(...zoom), frames: zoom.length } };
  } finally {
    await context.close();
  }
}

/**
 * Milliseconds from the start of loading to `mulin:ready`, and to a frame in which the opened design stands: with
 * nothing cached, and on the next visit. The app may say that it is ready before the design of the address is there,
 * so what counts is the later of the two; `shows` names what is on the page once the design is.
 */
export async function opening(browser, url, shows) {
  const { context, page } = await fresh(browser);
  const once = async (on) => {
    await open(on, url);
    return on.evaluate((selector) => new Promise((done) => {
      const ready = performance.getEntriesByName('mulin:ready')[0].startTime;
      const look = () => (!selector || document.querySelector(selector) ? done({ ready, shown: selector ? performance.now() : ready }) : requestAnimationFrame(look));
      look();
    }), shows);
  };
  try {
    const first = await once(page);
    await page.close();
    return { first, again: await once(await context.newPage()) };
  } finally {
    await context.close();
  }
}

/** In the page, before anything else of it. Only looked at: how large the program's memory is can be asked of nobody else. */
export function notesMemory() {
  for (const way of ['instantiate', 'instantiateStreaming']) {
    const own = WebAssembly[way];
    WebAssembly[way] = async (...given) => {
      const made = await own.apply(WebAssembly, given);
      globalThis.programMemory ??= (made.instance ?? made).exports?.memory;
      return made;
    };
  }
}

/** The renderer's memory as the system counts it, and the program's own, in megabytes. */
export async function memory(page, session) {
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  const wasm = await page.evaluate(() => globalThis.programMemory?.buffer.byteLength ?? 0);
  return { program: wasm / 1e6, script: usedSize / 1e6, both: (wasm + usedSize) / 1e6 };
}

/** What undoing a step that touched everything costs, and what so many steps cost in memory. */
export async function steps(browser, url, { count = 1000 } = {}) {
  const { context, page, session } = await fresh(browser);
  await context.addInitScript(notesMemory);
  try {
    await open(page, url);
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    await page.evaluate(() => {
      globalThis.keyed = [];
      new PerformanceObserver((list) => globalThis.keyed.push(...list.getEntries().map(({ name, processingStart, processingEnd, duration }) =>
        ({ name, work: processingEnd - processingStart, toPaint: duration })))).observe({ type: 'event', durationThreshold: 16 });
    });
    await page.getByTestId('plan').focus();
    const press = async (key) => { await page.keyboard.press(key); await quiet(session); await page.waitForTimeout(300); };
    const longest = async () => page.evaluate(() => {
      const keys = globalThis.keyed.filter(({ name }) => name === 'keydown').sort((a, b) => b.work - a.work);
      globalThis.keyed = [];
      return keys[0] ?? { work: 16, toPaint: 16 };
    });
    await press('Control+a');
    await press('ArrowRight');
    await longest();
    await press('Control+z');
    const undo = await longest();
    await press('Control+Shift+z');
    const redo = await longest();
    await page.keyboard.press('Escape');
    await quiet(session);

    const box = await page.getByTestId('plan').boundingBox();
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    await page.keyboard.press('ArrowRight');
    await quiet(session);
    const before = await memory(page, session);
    // Right, left with the finer step, and so on: no two presses are one step.
    for (let n = 0; n < count; n++) await page.keyboard.press(['ArrowRight', 'r'][n % 2]);
    await quiet(session);
    await twoFrames(page);
    const after = await memory(page, session);
    return { undo, redo, before, after, count };
  } finally {
    await context.close();
  }
}

/**
 * Milliseconds from a move of the pointer to the frame on the screen that shows it, by Chromium's own trace
 * (EventLatency), with the main thread slowed down so many times. The moves come sixty times a second, whether
 * the page keeps up or not.
 */
export async function inputToPaint(browser, url, { slower = 4, moves = 240 } = {}) {
  const { context, page, session } = await fresh(browser);
  const whole = await browser.newBrowserCDPSession();
  try {
    await open(page, url);
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    await quiet(session);
    const box = await page.getByTestId('plan').boundingBox();
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    const mouse = (type, px, py) => session.send('Input.dispatchMouseEvent',
      { type, x: px, y: py, button: 'left', buttons: type === 'mouseReleased' ? 0 : 1, clickCount: type === 'mouseMoved' ? 0 : 1 });
    const path = (n) => [x + Math.min(90, 8 + n) * Math.cos(n * 0.11), y + Math.min(90, 8 + n) * Math.sin(n * 0.11)];
    const at = page.url();
    await session.send('Emulation.setCPUThrottlingRate', { rate: slower });
    await mouse('mousePressed', x, y);
    const events = [];
    whole.on('Tracing.dataCollected', ({ value }) => events.push(...value));
    await whole.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig: { includedCategories: ['cc', 'benchmark', 'input', 'input.scrolling'] } });
    const sent = [];
    for (let n = 0; n < moves; n++) {
      sent.push(mouse('mouseMoved', ...path(n)));
      await new Promise((done) => setTimeout(done, 1000 / 60));
    }
    await Promise.all(sent);
    await twoFrames(page);
    const complete = new Promise((done) => whole.once('Tracing.tracingComplete', done));
    await whole.send('Tracing.end');
    await complete;
    await mouse('mouseReleased', ...path(moves));
    await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
    await quiet(session);
    if (page.url() !== at) throw new Error(`${url}: the plan was panned, not a thing dragged.`);
    const begun = new Map();
    const latencies = [];
    for (const { name, ph, id, id2, pid, ts, args } of events) {
      if (name !== 'EventLatency') continue;
      const key = `${pid} ${id ?? id2?.local ?? id2?.global}`;
      const type = args?.event_latency?.event_type;
      if (ph === 'b') begun.set(key, { ts, type });
      if (ph === 'e' && begun.has(key)) {
        const from = begun.get(key);
        begun.delete(key);
        if (/MOUSE_(DRAGGED|MOVED)/.test(from.type ?? type ?? '')) latencies.push((ts - from.ts) / 1000);
      }
    }
    if (latencies.length < moves / 4) throw new Error(`${url}: the trace tells of ${latencies.length} moves only.`);
    return { p50: share(latencies, 0.5), p95: share(latencies, 0.95), worst: Math.max(...latencies), moves: latencies.length };
  } finally {
    await whole.detach();
    await context.close();
  }
}

/** Selects what lies within so many pixels of the plan's middle, by pulling a box open from between things. */
export async function selectAround(page, box, half) {
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.keyboard.down('Shift');
  await page.mouse.move(x - half[0], y - half[1]);
  await page.mouse.down();
  await page.mouse.move(x + half[0], y + half[1], { steps: 4 });
  await page.mouse.up();
  await page.keyboard.up('Shift');
}
