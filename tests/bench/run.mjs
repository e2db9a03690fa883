// make bench: what dragging and loading cost, against a bare page in the same run, in a real Chromium.
// Ratios travel between machines, milliseconds do not; so the limits are ratios. ROUNDS=9 measures more often.

import { execFileSync } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { launch, prepareChromium } from '../browser/chromium.mjs';
import { root, startEndpoint } from '../browser/endpoint.mjs';
import { dragCost, firstVisit, median } from './measure.mjs';
import { benchDesign, benchProject, serveBare } from './site.mjs';

const ROUNDS = Number(process.env.ROUNDS ?? 5);
const COUNTS = [100, 1_000, 10_000];
const VIEW = 'at=0,0,2.4'; // all 10,000 things are in sight
const HOW = `Chromium with software drawing, window 1280 × 800. Cost of a move: thread time of all tasks on the
page's main thread (Performance.getMetrics, threadTicks) over 180 real mouse moves, one a frame, after 40 to warm
up, divided by 180; each page alone in a fresh context; median of ${ROUNDS} rounds, the pages in turn. The bare page
(tests/bench/bare.html) blits a bitmap as large as the app's plan and draws one rectangle. The things are benches
3 m apart, all in sight, the one in the middle dragged in a circle; its neighbours are the same whatever their number.
First visit: empty cache, from this machine; bytes are the encoded bytes of all answers with their headers.`;

const trouble = prepareChromium();
if (trouble) { console.error(trouble); process.exit(2); }

const project = await benchProject(path.join(root, 'public/beimen'));
const browser = await launch();
const bare = await serveBare();
const bench = await startEndpoint({ project: project.folder });
const demo = await startEndpoint();
const result = {};
try {
  const names = new Map();
  for (const count of COUNTS) names.set(count, await bench.put(benchDesign(project.id, count)));
  const appUrl = (count) => `${bench.url}?${VIEW}&design=/designs/${names.get(count)}.json`;

  console.log('Dragging:');
  const costs = new Map([['bare', []], ...COUNTS.map((count) => [count, []])]);
  const { box } = await dragCost(browser, appUrl(COUNTS[0]), { moves: 20 }); // the plan's size, for the bare page
  for (let round = 1; round <= ROUNDS; round++) {
    for (const [what, list] of costs) {
      list.push(await dragCost(browser, what === 'bare' ? `${bare.url}?w=${box.width}&h=${box.height}` : appUrl(what)));
    }
    console.log(`  round ${round} of ${ROUNDS}: ${[...costs].map(([what, list]) => `${what} ${list.at(-1).task.toFixed(2)} ms`).join(', ')}`);
  }
  const mid = (what, kind) => median(costs.get(what).map((cost) => cost[kind]));
  result.plan = box;
  result.drag = [...costs.keys()].map((what) => ({
    what: String(what), ...Object.fromEntries(['task', 'script', 'style', 'layout'].map((kind) => [kind, mid(what, kind)])),
    rounds: costs.get(what).map(({ task }) => task),
  }));

  console.log('First visits:');
  const visits = { fast: [], slow: [] };
  for (let round = 0; round < ROUNDS; round++) {
    for (const pace of ['fast', 'slow']) visits[pace].push(await firstVisit(browser, `${demo.url}?view=draw`, { slow: pace === 'slow' }));
  }
  result.ready = Object.fromEntries(Object.entries(visits).map(([pace, list]) => [pace, median(list.map(({ ready }) => ready))]));
  const most = (which) => Math.max(...visits.fast.map((visit) => visit[which]));
  result.wire = { bytes: most('bytes'), after: most('after'), files: visits.fast[0].files };

  const task = (what) => mid(what, 'task');
  result.limits = [
    { what: 'a move among 1,000 against the bare page', measured: task(1_000) / task('bare'), limit: 2, unit: '×' },
    { what: 'a move among 10,000 against among 100', measured: task(10_000) / task(100), limit: 1.5, unit: '×' },
    { what: 'first load over the wire, until mulin:ready', measured: result.wire.bytes / 1000, limit: 450, unit: 'kB' },
  ].map((line) => ({ ...line, met: line.measured <= line.limit }));
} finally {
  await browser.close();
  bare.close();
  await bench.close();
  await demo.close();
  await rm(project.folder, { recursive: true, force: true });
}

const git = (...options) => { try { return execFileSync('git', options, { cwd: root }).toString().trim(); } catch { return ''; } };
Object.assign(result, {
  when: new Date().toISOString(), commit: git('rev-parse', '--short', 'HEAD'), rounds: ROUNDS,
  machine: `${os.cpus().length} × ${os.cpus()[0].model}, ${os.type()}`, browser: browser.version(), how: HOW,
});

const row = (...cells) => console.log(`| ${cells.join(' | ')} |`);
const table = (...heads) => { console.log(); row(...heads); row(...heads.map((_, n) => (n ? '---:' : '---'))); };
table('dragging, ms a move', 'main thread', 'of it script', 'style', 'layout', 'against bare');
for (const { what, task, script, style, layout } of result.drag) {
  row(what === 'bare' ? 'bare page' : `app, one of ${Number(what).toLocaleString('en')}`,
    ...[task, script, style, layout].map((ms) => ms.toFixed(2)), `${(task / result.drag[0].task).toFixed(2)} ×`);
}
table('first visit', 'to mulin:ready');
row('this machine', `${result.ready.fast.toFixed(0)} ms`);
row('processor ÷ 4, 9 Mbit/s, 60 ms', `${result.ready.slow.toFixed(0)} ms`);
table('first load', 'bytes', 'encoding', 'asked for');
for (const { path: file, bytes, encoding, after } of result.wire.files) {
  row(file, bytes.toLocaleString('en'), encoding, after ? 'after mulin:ready' : 'before');
}
row('until mulin:ready', result.wire.bytes.toLocaleString('en'), '', '');
row('in all', (result.wire.bytes + result.wire.after).toLocaleString('en'), '', '');
table('to reach', 'measured', 'limit', '');
for (const { what, measured, limit, unit, met } of result.limits) row(what, `${measured.toFixed(2)} ${unit}`, `${limit} ${unit}`, met ? 'met' : 'MISSED');
console.log(`\n${HOW}\n${result.machine}; Chromium ${result.browser}; ${result.commit}; ${result.when}`);

const folder = path.join(process.env.CARGO_TARGET_DIR ?? path.join(root, 'target'), 'bench');
await mkdir(folder, { recursive: true });
await writeFile(path.join(folder, 'app.json'), `${JSON.stringify(result, null, 2)}\n`);
console.log(`Written to ${path.relative(root, path.join(folder, 'app.json'))}.`);
process.exit(result.limits.every(({ met }) => met) ? 0 : 1);
