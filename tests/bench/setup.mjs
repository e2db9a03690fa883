// Large maps read in the set-up's page: how long its main thread stood still while the worker read, once the answer was
// there, and at a change afterwards. Seen by Chromium's own list of long tasks; the files are those of survey.rs in shape.

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fresh, median, open, quiet } from './measure.mjs';

const BYTES = 20 * 1024 * 1024 - 4096; // what the readers take at most, and a little less
const ROUNDS = Number(process.env.SETUP_ROUNDS ?? 3);

/** Pieces until they are so many bytes. */
function filled(piece, bytes) {
  const parts = [];
  for (let at = 1, length = 0; length < bytes; at++) {
    parts.push(piece(at));
    length += Buffer.byteLength(parts.at(-1)) + 2;
  }
  return parts;
}

const corners = (at) => [[0, 0], [1.2e-4, 0], [1.2e-4, 9e-5], [0, 9e-5]]
  .map(([dx, dy]) => [116.5 + (at % 200) * 3e-4 + dx, 35.4 + Math.floor(at / 200) * 2e-4 + dy]);

function osm(bytes) {
  const ways = [];
  const nodes = filled((at) => {
    const nodes = corners(at).map(([lon, lat], n) => `\t<node id="${at * 10 + n}" lat="${lat.toFixed(7)}" lon="${lon.toFixed(7)}" version="3" timestamp="2020-08-10T00:00:00Z" changeset="123456" uid="4711" user="surveyor"/>\n`).join('');
    const way = `\t<way id="${at}" version="2" timestamp="2020-08-10T00:00:00Z">\n${[0, 1, 2, 3, 0].map((n) => `\t\t<nd ref="${at * 10 + n}"/>\n`).join('')}\t\t<tag k="building" v="apartments"/>\n\t\t<tag k="building:levels" v="6"/>\n\t\t<tag k="addr:housenumber" v="${at}号楼"/>\n\t</way>\n`;
    ways.push(way);
    return nodes + way;
  }, bytes).map((piece, n) => piece.slice(0, piece.length - ways[n].length));
  return `<?xml version='1.0' encoding='UTF-8'?>\n<osm version="0.6" generator="bench">\n${nodes.join('')}${ways.join('')}</osm>\n`;
}

function geojson(bytes) {
  const features = filled((at) => JSON.stringify({
    type: 'Feature', id: `way/${at}`, properties: { building: 'apartments', 'building:levels': '6', name: `${at}号楼`, source: 'survey of 2020, drawn by hand', note: 'x'.repeat(600) },
    geometry: { type: 'Polygon', coordinates: [[...corners(at), corners(at)[0]]] },
  }), bytes);
  return `{"type":"FeatureCollection","features":[${features.join(',\n')}]}\n`;
}

function dxf(bytes) {
  const pieces = filled((at) => {
    const [x, y] = [(at % 200) * 20, Math.floor(at / 200) * 20];
    const ring = [[0, 0], [12, 0], [12, 9], [0, 9]].map(([dx, dy]) => `10\n${x + dx}.0001\n20\n${y + dy}.0001\n`).join('');
    const rest = Array.from({ length: 6 }, (_, step) => `0\nPOINT\n8\nGCD\n10\n${x + step}.25\n20\n${y}.5\n0\nLINE\n8\nDGX\n10\n${x}.1\n20\n${y}.1\n11\n${x + 3}.1\n21\n${y}.1\n`).join('');
    return `0\nLWPOLYLINE\n8\nJMD\n70\n1\n${ring}0\nTEXT\n8\nJMD\n10\n${x + 5}\n20\n${y + 5}\n40\n2\n1\n混6\n${rest}`;
  }, bytes);
  return `0\nSECTION\n2\nENTITIES\n${pieces.join('')}0\nENDSEC\n0\nEOF\n`;
}

const MAKERS = { 'map.osm': osm, 'map.geojson': geojson, 'map.dxf': dxf };

/** In the page: every task of more than 50 ms, every percent that was shown, when the first thing stood in the list. */
function note() {
  globalThis.stood = [];
  globalThis.told = [];
  globalThis.listed = 0;
  new PerformanceObserver((list) => globalThis.stood.push(...list.getEntries().map(({ startTime, duration }) => [startTime, duration])))
    .observe({ type: 'longtask', buffered: true });
  new MutationObserver(() => {
    const now = document.querySelector('[data-testid=setup-progress] progress')?.getAttribute('aria-valuenow');
    if (now && globalThis.told.at(-1)?.[1] !== Number(now)) globalThis.told.push([performance.now(), Number(now)]);
    if (!globalThis.listed && document.querySelector('[data-testid=setup-things] li')) globalThis.listed = performance.now();
  }).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['aria-valuenow'] });
}

/** One reading in a page of its own. */
async function reading(browser, url, file) {
  const { context, page, session } = await fresh(browser);
  try {
    await context.addInitScript(note);
    await open(page, `${url}?view=desk&new=estate&lang=en`);
    await session.send('Performance.enable');
    await quiet(session);
    const now = () => page.evaluate(() => performance.now());
    const begun = await now();
    await page.getByTestId('setup-file').setInputFiles(file);
    await page.getByTestId('setup-things').locator('li').first().waitFor({ timeout: 60_000 });
    await quiet(session);
    const { told, listed } = await page.evaluate(() => ({ told: globalThis.told, listed: globalThis.listed }));
    // The answer is there with the last percent; what comes after is the page's own work.
    const answered = told.at(-1)?.[0] ?? listed;
    // One change: the first thing is called something else.
    await page.getByTestId('setup-things').locator('li input').first().check();
    await quiet(session);
    const changing = await now();
    await page.getByTestId('setup-call').selectOption('building-other');
    await quiet(session);
    const changed = await now();
    const stood = await page.evaluate(() => globalThis.stood);
    const within = (from, to) => {
      const list = stood.filter(([at]) => at >= from && at < to).map(([, took]) => took);
      return { longest: Math.max(0, ...list), all: list.reduce((sum, one) => sum + one, 0) };
    };
    return {
      seconds: (listed - begun) / 1000, percents: told.length, stood: stood.filter(([at]) => at >= begun).map(([at, took]) => [Math.round(at - begun), Math.round(took)]),
      answered: (answered - begun) / 1000, reading: within(begun, answered), after: within(answered, changing), change: within(changing, changed),
      said: await page.locator('[role=alert], [role=status]').allInnerTexts(),
    };
  } finally {
    await context.close();
  }
}

/** Each map in turns; of the rounds the middle one of each number. */
export async function setupCosts(browser, url) {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'mulin-bench-setup-'));
  try {
    const result = [];
    for (const [name, make] of Object.entries(MAKERS)) {
      const file = path.join(folder, name);
      await writeFile(file, make(BYTES));
      const rounds = [];
      for (let round = 0; round < ROUNDS; round++) rounds.push(await reading(browser, url, file));
      const mid = (of) => median(rounds.map(of));
      result.push({
        name, seconds: mid((one) => one.seconds), answered: mid((one) => one.answered), percents: mid((one) => one.percents),
        reading: mid((one) => one.reading.longest), after: mid((one) => one.after.longest), change: mid((one) => one.change.longest), rounds,
      });
    }
    return result;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The table. */
export function setupTable({ setup }, table, row) {
  table('set-up, a map of 20 MB', 'percents told', 'answer', 'shown', 'longest stand while reading', 'after', 'at a change');
  const ms = (number) => `${number.toFixed(0)} ms`;
  for (const { name, percents, answered, seconds, reading, after, change } of setup) {
    row(name, percents, `${answered.toFixed(1)} s`, `${seconds.toFixed(1)} s`, ms(reading), ms(after), ms(change));
  }
}

/** That the page stays alive while the worker reads: nobody notices a fifth of a second. */
export const setupLimits = ({ setup }) => setup.map(({ name, reading }) => (
  { what: `the page's longest stand while ${name} of 20 MB is read`, measured: reading, limit: 200, unit: 'ms' }));
