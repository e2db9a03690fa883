// What the rules cost in the browser: a look at what is dragged, and the time from a drop to the worker's answer.
// From outside: one script before the page's own notes when the program asks for the time within a timer, which
// the look does before and after it, and what goes to the worker and comes back.

import { fresh, median, open, quiet, twoFrames } from './measure.mjs';
import { share } from './frames.mjs';

/** In the page, before anything else of it. */
function note() {
  globalThis.noted = { looks: [], drops: [], asked: [], answered: [] };
  const { noted } = globalThis;
  let times = null;
  const own = Performance.prototype.now;
  Performance.prototype.now = function now() {
    const time = own.call(this);
    times?.push(time);
    return time;
  };
  const timer = globalThis.setTimeout;
  globalThis.setTimeout = (work, ...rest) => timer(typeof work === 'function' ? (...given) => {
    times = [];
    try { work(...given); } finally {
      // The look asks twice and no more: as it begins and as it ends.
      if (times.length === 2) noted.looks.push(times[1] - times[0]);
      times = null;
    }
  } : work, ...rest);
  addEventListener('pointerup', () => noted.drops.push(own.call(performance)), { capture: true });
  const post = Worker.prototype.postMessage;
  const heard = new WeakSet();
  Worker.prototype.postMessage = function postMessage(words, ...rest) {
    if (!heard.has(this)) {
      heard.add(this);
      this.addEventListener('message', ({ data }) => { if (data?.[0] === 'answered') noted.answered.push(own.call(performance)); });
    }
    if (words?.[0] === 'ask') noted.asked.push(own.call(performance));
    return post.call(this, words, ...rest);
  };
}

/** A page that notes, by itself among origins: only then the clock tells microseconds. */
async function noting(browser, url) {
  const { context, page, session } = await fresh(browser);
  await context.addInitScript(note);
  await context.route(/^http:/, async (route) => {
    const answer = await route.fetch();
    const headers = { ...answer.headers(), 'cross-origin-opener-policy': 'same-origin', 'cross-origin-embedder-policy': 'require-corp' };
    delete headers['content-encoding'];
    delete headers['content-length'];
    await route.fulfill({ response: answer, headers });
  });
  await open(page, url);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  await quiet(session);
  const box = await page.getByTestId('plan').boundingBox();
  const mouse = (type, x, y) => session.send('Input.dispatchMouseEvent',
    { type, x, y, button: 'left', buttons: type === 'mouseReleased' ? 0 : 1, clickCount: type === 'mouseMoved' ? 0 : 1 });
  return { context, page, session, mouse, middle: [box.x + box.width / 2, box.y + box.height / 2] };
}

/** Milliseconds of a look, while what lies in the middle of the plan is dragged in a circle. */
export async function lookCost(browser, url, { looks = 50, radius = 60 } = {}) {
  const { context, page, mouse, middle: [x, y] } = await noting(browser, url);
  try {
    await mouse('mousePressed', x, y);
    const began = Date.now();
    let noted = [];
    for (let n = 0; noted.length < looks + 5 && Date.now() - began < 40_000; n++) {
      const reach = Math.min(radius, 6 + n);
      await mouse('mouseMoved', x + reach * Math.cos(n * 0.03), y + reach * Math.sin(n * 0.03));
      if (n % 30 === 0) noted = await page.evaluate(() => globalThis.noted.looks);
    }
    await mouse('mouseReleased', x, y);
    // The first ones find the program not yet compiled for speed.
    const kept = noted.slice(5);
    if (kept.length < 20) throw new Error(`${url}: only ${kept.length} looks were noted while its middle was dragged.`);
    return { median: median(kept), p95: share(kept, 0.95), looks: kept.length };
  } finally {
    await context.close();
  }
}

/** Milliseconds from letting go of what lies in the middle of the plan to the worker's answer, and of that the worker's. */
export async function answerTime(browser, url, { drops = 9 } = {}) {
  const { context, page, mouse, middle } = await noting(browser, url);
  try {
    const answered = (many) => page.waitForFunction((many) => globalThis.noted.answered.length >= many, many, { timeout: 120_000, polling: 20 });
    await answered(1);
    const took = [];
    let [x, y] = middle;
    for (let drop = 0; drop < drops; drop++) {
      const by = drop % 2 ? -24 : 24;
      await mouse('mousePressed', x, y);
      for (let n = 1; n <= 8; n++) await mouse('mouseMoved', x + (by * n) / 8, y);
      await twoFrames(page);
      const before = await page.evaluate(() => globalThis.noted.answered.length);
      await mouse('mouseReleased', x + by, y);
      x += by;
      await answered(before + 1);
      took.push(await page.evaluate(() => {
        const { drops, asked, answered } = globalThis.noted;
        return { all: answered.at(-1) - drops.at(-1), worker: answered.at(-1) - asked.at(-1) };
      }));
      await page.waitForTimeout(150);
    }
    const of = (kind) => took.slice(2).map((one) => one[kind]);
    return { median: median(of('all')), worst: Math.max(...of('all')), worker: median(of('worker')) };
  } finally {
    await context.close();
  }
}
