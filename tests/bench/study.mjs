// The desk with 100,000 designs of 20 benches, brought in as one zip through its file input: what a density costs against
// a bare typed-array loop over the same two million points in the same run, filtering, scrolling and memory.

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { buildHelper, make } from './agreement.mjs';
import { memory, notesMemory } from './frames.mjs';
import { fresh, median, open, quiet, twoFrames } from './measure.mjs';

const DESIGNS = Number(process.env.DESK_DESIGNS ?? 100_000);
const THINGS = 20;
const COLUMNS = 20; // bytes a thing in `Columns`
const SEED = 2_026;
const BANDWIDTH = 4; // metres: on a field of 400 m the grid then has its most nodes
const NODES = 512;
const MARGIN = 3 * BANDWIDTH;
const LONGEST = 20 * 60_000;
const TIMES = 7;

/** In a bare page: the nearest cell of the grid, then a Gaussian along rows and columns out to four deviations. */
async function bareDensity({ nodes, cell, west, south, deviation, times }) {
  const numbers = new Float32Array(await (await fetch('/points')).arrayBuffer());
  const [x, y] = [numbers.subarray(0, numbers.length / 2), numbers.subarray(numbers.length / 2)];
  const once = () => {
    let grid = new Float32Array(nodes * nodes);
    for (let at = 0; at < x.length; at++) {
      const [u, v] = [((x[at] - west) / cell) | 0, ((y[at] - south) / cell) | 0];
      if (u >= 0 && v >= 0 && u < nodes && v < nodes) grid[v * nodes + u] += 1;
    }
    const reach = Math.ceil(4 * deviation / cell);
    const kernel = Float32Array.from({ length: reach + 1 }, (_, step) => Math.exp(-0.5 * (step * cell / deviation) ** 2));
    // Once along rows and once along columns; both walk memory in its order.
    for (const along of [1, nodes]) {
      const blurred = new Float32Array(nodes * nodes);
      for (let from = 0; from < nodes * nodes; from += nodes) {
        for (let step = -reach; step <= reach; step++) {
          const share = kernel[Math.abs(step)];
          if (along === 1) {
            const [first, last] = [Math.max(0, -step), Math.min(nodes, nodes - step)];
            for (let at = first; at < last; at++) blurred[from + at] += share * grid[from + at + step];
          } else {
            const other = from + step * nodes;
            if (other >= 0 && other < nodes * nodes) for (let at = 0; at < nodes; at++) blurred[from + at] += share * grid[other + at];
          }
        }
      }
      grid = blurred;
    }
    return grid;
  };
  const took = [];
  for (let time = 0; time < times; time++) {
    const began = performance.now();
    const grid = once();
    took.push(performance.now() - began);
    if (!(grid[nodes * nodes >> 1] >= 0)) throw new Error('The grid holds no numbers.');
  }
  return { took, points: x.length };
}

async function bare(browser, points, grid) {
  const { context, page } = await fresh(browser);
  try {
    await context.route('http://bare.test/**', (route) => route.fulfill(route.request().url().endsWith('/points')
      ? { body: points, contentType: 'application/octet-stream' } : { body: '<!doctype html>', contentType: 'text/html' }));
    await page.goto('http://bare.test/');
    const { took, points: count } = await page.evaluate(bareDensity, grid);
    if (count !== DESIGNS * THINGS) throw new Error(`The bare page has ${count} points.`);
    return median(took);
  } finally {
    await context.close();
  }
}

/** What the page's worker noted of a step after a moment of its own clock: how long it took, and when it began. */
async function noted(page, step, after = -1) {
  for (const until = Date.now() + LONGEST; Date.now() < until; await pause(20)) {
    const [worker] = page.workers();
    const note = await worker?.evaluate((name) => performance.getEntriesByName(name).at(-1)?.toJSON(), step);
    if (note && note.startTime > after) return note;
  }
  throw new Error(`The worker never came to ${step}.`);
}

/** Milliseconds that the worker takes for the density of another bandwidth. */
async function density(page, bandwidth) {
  const { startTime } = await noted(page, 'mulin:density');
  await page.getByTestId('where-bandwidth').selectOption(String(bandwidth));
  return (await noted(page, 'mulin:density', startTime)).duration;
}

/** Opens 'Where' and waits for all it has: seconds until the map and until the groups, and the page's longest task meanwhile. */
async function studied(page) {
  await page.evaluate(() => {
    globalThis.longTasks = [];
    new PerformanceObserver((list) => globalThis.longTasks.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: 'longtask' });
  });
  const began = Date.now();
  const since = () => (Date.now() - began) / 1_000;
  await page.locator('[data-tab=where]').click();
  await page.getByTestId('hot-spot').first().waitFor({ timeout: LONGEST });
  const map = since();
  await page.getByTestId('studying').waitFor({ state: 'hidden', timeout: LONGEST });
  const groups = since();
  await twoFrames(page);
  return { map, groups, held: await page.evaluate(() => Math.max(0, ...globalThis.longTasks)) };
}

/** From what is typed into the search to the second frame after it: the map then shows what is left. */
const filtered = (page, words) => page.evaluate(async (text) => {
  const field = document.querySelector('[data-testid=search]');
  const began = performance.now();
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  field.dispatchEvent(new Event('change', { bubbles: true }));
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  return performance.now() - began;
}, words);

/** The longest time between two frames while the list of designs scrolls by. */
const scrolled = (page) => page.evaluate(async () => {
  let box = document.querySelector('[data-testid=design-row]');
  while (box && box.scrollHeight <= box.clientHeight) box = box.parentElement;
  box ??= document.scrollingElement;
  let [longest, last] = [0, 0];
  for (let frame = 0; frame < 180; frame++) {
    const now = await new Promise((done) => requestAnimationFrame(done));
    if (frame > 1) longest = Math.max(longest, now - last);
    last = now;
    box.scrollTop += 120;
  }
  return longest;
});

/** Measures on an endpoint of `benchProject`: an open field of 400 m. A desk that cannot hold so many misses its limits, and the rest is still measured. */
export const studyCosts = (browser, bench, project) => measured(browser, bench, project).catch((why) => {
  const never = Infinity;
  return { designs: DESIGNS, failed: String(why), density: never, bare: 1, where: { held: never }, loading: never, filter: never, frame: never, bytes: never };
});

async function measured(browser, bench, project) {
  buildHelper();
  const folder = mkdtempSync(path.join(os.tmpdir(), 'mulin-bench-'));
  const zip = path.join(folder, 'designs.zip');
  const { context, page, session } = await fresh(browser);
  try {
    make('benches', zip, DESIGNS, SEED, project.folder);
    const cell = (400 + 2 * MARGIN) / (NODES - 1);
    const reference = await bare(browser, readFileSync(`${zip}.points`),
      { nodes: NODES, cell, west: -200 - MARGIN, south: -200 - MARGIN, deviation: BANDWIDTH, times: TIMES });
    await context.addInitScript(notesMemory);
    await open(page, `${bench.url}?view=desk`);
    await page.getByTestId('token').fill(bench.token);
    await page.getByTestId('token-enter').click();
    await page.getByTestId('open-files').waitFor({ state: 'attached' });
    const empty = await memory(page, session);
    const began = Date.now();
    await page.getByTestId('open-files').setInputFiles(zip);
    await page.getByTestId('design-row').first().waitFor({ timeout: LONGEST });
    const loading = (Date.now() - began) / 1_000;
    // Measured is what was asked for, or nothing is.
    const held = Number((await page.locator('[data-tab=designs] .count').innerText()).replaceAll(/\D/g, ''));
    if (held !== DESIGNS) throw new Error(`The desk holds ${held} of ${DESIGNS} designs: ${await page.getByTestId('standing').innerText()}`);
    const full = await memory(page, session);
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    const where = await studied(page);
    const took = [];
    for (let time = 0; time < TIMES; time++) {
      await density(page, 6);
      took.push(await density(page, BANDWIDTH));
    }
    await page.locator('[data-tab=designs]').click();
    await quiet(session);
    const filters = [];
    for (const words of ['靠背', '', '没有人说过', '']) filters.push(await filtered(page, words));
    const frame = await scrolled(page);
    return {
      designs: DESIGNS, density: median(took), bare: reference, loading, where, filters, filter: Math.max(...filters), frame,
      bytes: (full.program - empty.program) * 1e6 / (DESIGNS * THINGS) - COLUMNS,
    };
  } finally {
    await context.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What issue 7 asks of the desk. */
export const studyLimits = ({ study }) => [
  { what: `desk: density of ${(study.designs * THINGS).toLocaleString('en')} points on 512 × 512 against a bare loop`, measured: study.density / study.bare, limit: 2, unit: '×' },
  { what: "desk: the page's longest task while 'Where' opens", measured: study.where.held, limit: 200, unit: 'ms' },
  { what: 'desk: filter to map', measured: study.filter, limit: 100, unit: 'ms' },
  { what: 'desk: longest frame while the list scrolls', measured: study.frame, limit: 50, unit: 'ms' },
  { what: 'desk: memory an object over the raw columns', measured: study.bytes, limit: 150, unit: 'bytes' },
];

/** The table. */
export function studyTable({ study }, table, row) {
  table(`the desk with ${study.designs.toLocaleString('en')} designs of 20 things`, '');
  if (study.failed) { row('was not measured', study.failed.replaceAll(/\s+/g, ' ').replaceAll('|', '/')); return; }
  row('opened from a zip', `${study.loading.toFixed(1)} s`);
  row('density, a bare loop', `${study.bare.toFixed(1)} ms`);
  row('density, ours', `${study.density.toFixed(1)} ms`);
  row("'Where': hot spots after, groups after", `${study.where.map.toFixed(1)} s, ${study.where.groups.toFixed(1)} s`);
  row("the page's longest task meanwhile", `${study.where.held.toFixed(0)} ms`);
  row('filter to the second frame, four times', `${study.filters.map((ms) => ms.toFixed(0)).join(', ')} ms`);
  row('longest frame while scrolling', `${study.frame.toFixed(0)} ms`);
  row('memory an object over the raw columns', `${study.bytes.toFixed(0)} bytes`);
}
