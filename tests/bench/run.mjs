// make bench: what dragging and loading cost, against a bare page in the same run, in a real Chromium.
// Ratios travel between machines, milliseconds do not; so the limits are ratios. ROUNDS=9 measures more often;
// PARTS=editor,rules measures those alone, of: editor rules durable surveys setup agreement study.

import { execFileSync } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { launch, prepareChromium } from '../browser/chromium.mjs';
import { root, startEndpoint } from '../browser/endpoint.mjs';
import { agreementCosts, agreementLimits, agreementTables } from './agreement.mjs';
import { inputToPaint, moving, opening, selectAround, steps } from './frames.mjs';
import { dragCost, firstVisit, median } from './measure.mjs';
import { durableCosts, durableLimits, durableTable } from './durable.mjs';
import { browserCosts, ruleCosts, ruleLimits, ruleTables } from './rules.mjs';
import { setupCosts, setupLimits, setupTable } from './setup.mjs';
import { surveyCosts, surveyLimits, surveyTable } from './survey.mjs';
import { studyCosts, studyLimits, studyTable } from './study.mjs';
import { benchDesign, benchProject, serveBare } from './site.mjs';

const ROUNDS = Number(process.env.ROUNDS ?? 5);
const STEPS = Number(process.env.STEPS ?? 1_000);
const PARTS = ['editor', 'rules', 'durable', 'surveys', 'setup', 'agreement', 'study'];
const asked = process.env.PARTS?.split(',') ?? PARTS;
const wants = (part) => asked.includes(part);
const COUNTS = [100, 1_000, 10_000];
const VIEW = 'at=0,0,2.4'; // all 10,000 things are in sight
const NEAR = 'at=0,0,9'; // a hand finds the ground between them
const HALF = [10.5 * 27, 5.5 * 27]; // half the box that takes 21 × 11 things, in pixels
const SQUARE = [93, 84]; // free, paved ground in the demo estate
const HOW = `Chromium with software drawing, window 1280 × 800. Cost of a move: thread time of all tasks on the
page's main thread (Performance.getMetrics, threadTicks) over 180 real mouse moves, one a frame, after 40 to warm
up, divided by 180; each page alone in a fresh context; median of ${ROUNDS} rounds, the pages in turn. The bare page
(tests/bench/bare.html) blits a bitmap as large as the app's plan and draws one rectangle. The things are benches
3 m apart, all in sight, the one in the middle dragged in a circle; its neighbours are the same whatever their number.
200 selected: the 231 within a box around the middle, by pulling it open with Shift; against one, at the same scale.
Pan and zoom: times between animation frames while the middle button drags the plan (180 moves) and the wheel zooms
(180 turns). Opening: from the start of loading to the frame in which the design stands (its first row in the list), nothing cached
and again; mulin:ready comes before that in the app. The bare page
(tests/bench/bare-open.html) fetches the same document, parses it and paints its rectangles. Undo: what the key press
costs before the page answers again (Event Timing, processingEnd − processingStart) after all 10,000 were moved. Memory: the
program's own and the scripts' after a collection, before and after the steps. Rules in the browser: what
the program itself takes between two looks at the clock, in a page that is alone among origins so that the clock tells
microseconds; the worker's answer from pointerup to its message. Input to paint: EventLatency of
Chromium's trace, the main thread slowed four times, sixty moves a second.
First visit: empty cache, from this machine; bytes are the encoded bytes of all answers with their headers.`;

const unknown = asked.filter((part) => !PARTS.includes(part));
if (unknown.length) {
  console.error(`There is no part ${unknown.join(', ')}: choose among ${PARTS.join(', ')}.`);
  process.exit(2);
}
const trouble = prepareChromium();
if (trouble) { console.error(trouble); process.exit(2); }

const project = await benchProject(path.join(root, 'public/beimen'));
const browser = await launch();
const documents = new Map();
const bare = await serveBare(documents);
const bench = await startEndpoint({ project: project.folder });
const demo = await startEndpoint();
const result = {};
if (wants('rules')) {
  console.log('Rules, natively:');
  result.rules = ruleCosts();
}
if (wants('durable')) {
  console.log('Durable designs:');
  result.durable = durableCosts();
}
if (wants('surveys')) {
  console.log('Reading surveys:');
  result.surveys = surveyCosts();
}
if (wants('agreement')) {
  console.log('Many designs, natively:');
  result.agreement = await agreementCosts();
}
try {
  if (wants('rules')) {
    console.log('Rules, in the browser:');
    result.inBrowser = await browserCosts(browser, demo);
  }
  if (wants('editor')) await editorCosts();
  if (wants('setup')) {
    console.log('Large maps in the set-up:');
    result.setup = await setupCosts(browser, demo.url);
  }
  if (wants('study')) {
    console.log('The desk with many designs:');
    result.study = await studyCosts(browser, bench, project);
  }
  result.limits = [
    ...(wants('editor') ? editorLimits() : []),
    ...(wants('rules') ? ruleLimits(result) : []),
    ...(wants('durable') ? durableLimits(result) : []),
    ...(wants('surveys') ? surveyLimits(result) : []),
    ...(wants('setup') ? setupLimits(result) : []),
    ...(wants('agreement') ? agreementLimits(result) : []),
    ...(wants('study') ? studyLimits(result) : []),
  ].map((line) => ({ ...line, met: line.measured <= line.limit }));
} finally {
  await browser.close();
  bare.close();
  await bench.close();
  await demo.close();
  await rm(project.folder, { recursive: true, force: true });
}

/** Dragging, opening, undoing, first visits: against the bare page. */
async function editorCosts() {
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

  console.log('Dragging many:');
  const near = `${bench.url}?${NEAR}&design=/designs/${names.get(10_000)}.json`;
  const crowd = { one: [], many: [] };
  for (let round = 0; round < Math.min(ROUNDS, 3); round++) {
    crowd.one.push((await dragCost(browser, near)).task);
    crowd.many.push((await dragCost(browser, near, { before: (page, plan) => selectAround(page, plan, HALF) })).task);
  }
  result.many = { one: median(crowd.one), many: median(crowd.many) };

  console.log('Panning and zooming:');
  result.moving = await moving(browser, appUrl(10_000));

  console.log('Opening:');
  documents.set('design.json', JSON.stringify(benchDesign(project.id, 10_000)));
  const bareOpen = `${bare.url}open?w=${box.width}&h=${box.height}&k=2.4&design=/design.json`;
  const opened = { app: [], bare: [] };
  for (let round = 0; round < ROUNDS; round++) {
    opened.bare.push(await opening(browser, bareOpen));
    opened.app.push(await opening(browser, appUrl(10_000), '[data-testid=object]'));
  }
  result.opening = Object.fromEntries(Object.entries(opened).map(([what, list]) =>
    [what, Object.fromEntries(['first', 'again'].map((visit) => [visit,
      Object.fromEntries(['ready', 'shown'].map((mark) => [mark, median(list.map((one) => one[visit][mark]))]))]))]));

  console.log('Steps:');
  result.steps = await steps(browser, near, { count: STEPS });

  console.log('Input to paint, slowed four times:');
  const placed = await demo.put(benchDesign('beimen', 40, SQUARE));
  result.slowed = await inputToPaint(browser, `${demo.url}?at=${SQUARE},8&design=/designs/${placed}.json`);

  console.log('First visits:');
  const visits = { fast: [], slow: [] };
  for (let round = 0; round < ROUNDS; round++) {
    for (const pace of ['fast', 'slow']) visits[pace].push(await firstVisit(browser, `${demo.url}?view=draw`, { slow: pace === 'slow' }));
  }
  result.ready = Object.fromEntries(Object.entries(visits).map(([pace, list]) => [pace, median(list.map(({ ready }) => ready))]));
  const most = (which) => Math.max(...visits.fast.map((visit) => visit[which]));
  result.wire = { bytes: most('bytes'), after: most('after'), files: visits.fast[0].files };
}

function editorLimits() {
  const task = (what) => result.drag.find((row) => row.what === String(what)).task;
  return [
    { what: 'a move among 1,000 against the bare page', measured: task(1_000) / task('bare'), limit: 1.3, unit: '×' },
    { what: 'a move among 10,000 against among 100', measured: task(10_000) / task(100), limit: 1.15, unit: '×' },
    { what: 'a move of 200 selected against of one', measured: result.many.many / result.many.one, limit: 2, unit: '×' },
    { what: 'panning at 10,000, 95th percentile of frames', measured: result.moving.pan.p95 / result.moving.still, limit: 2, unit: 'frames' },
    { what: 'zooming at 10,000, 95th percentile of frames', measured: result.moving.zoom.p95 / result.moving.still, limit: 2, unit: 'frames' },
    { what: 'opening 10,000 against the bare page, nothing cached', measured: result.opening.app.first.shown / result.opening.bare.first.shown, limit: 1.5, unit: '×' },
    { what: 'opening 10,000 against the bare page, again', measured: result.opening.app.again.shown / result.opening.bare.again.shown, limit: 1.5, unit: '×' },
    { what: 'undo of a step of 10,000', measured: result.steps.undo.work, limit: 50, unit: 'ms' },
    { what: `memory after ${STEPS.toLocaleString('en')} steps at 10,000`, measured: result.steps.after.both / result.steps.before.both, limit: 2, unit: '×' },
    { what: 'input to paint on Beimen, processor ÷ 4, 95th percentile', measured: result.slowed.p95, limit: 50, unit: 'ms' },
    { what: 'first load over the wire, until mulin:ready', measured: result.wire.bytes / 1000, limit: 450, unit: 'kB' },
  ];
}

const git = (...options) => { try { return execFileSync('git', options, { cwd: root }).toString().trim(); } catch { return ''; } };
Object.assign(result, {
  when: new Date().toISOString(), commit: git('rev-parse', '--short', 'HEAD'), rounds: ROUNDS,
  machine: `${os.cpus().length} × ${os.cpus()[0].model}, ${os.type()}`, browser: browser.version(), how: HOW,
});

const row = (...cells) => console.log(`| ${cells.join(' | ')} |`);
const table = (...heads) => { console.log(); row(...heads); row(...heads.map((_, n) => (n ? '---:' : '---'))); };
const ms = (number) => `${number.toFixed(1)} ms`;
if (wants('editor')) editorTables();
if (wants('rules')) ruleTables(result, table, row);
if (wants('durable')) durableTable(result, table, row);
if (wants('surveys')) surveyTable(result, table, row);
if (wants('setup')) setupTable(result, table, row);
if (wants('agreement')) agreementTables(result, table, row);
if (wants('study')) studyTable(result, table, row);
table('to reach', 'measured', 'limit', '');
for (const { what, measured, limit, unit, met } of result.limits) row(what, `${measured.toFixed(2)} ${unit}`, `${limit} ${unit}`, met ? 'met' : 'MISSED');
console.log(`\n${HOW}\n${result.machine}; Chromium ${result.browser}; ${result.commit}; ${result.when}`);

const folder = path.join(process.env.CARGO_TARGET_DIR ?? path.join(root, 'target'), 'bench');
await mkdir(folder, { recursive: true });
await writeFile(path.join(folder, 'app.json'), `${JSON.stringify(result, null, 2)}\n`);
console.log(`Written to ${path.relative(root, path.join(folder, 'app.json'))}.`);
process.exit(result.limits.every(({ met }) => met) ? 0 : 1);

function editorTables() {
  table('dragging, ms a move', 'main thread', 'of it script', 'style', 'layout', 'against bare');
  for (const { what, task, script, style, layout } of result.drag) {
    row(what === 'bare' ? 'bare page' : `app, one of ${Number(what).toLocaleString('en')}`,
      ...[task, script, style, layout].map((ms) => ms.toFixed(2)), `${(task / result.drag[0].task).toFixed(2)} ×`);
  }
  table('among 10,000', 'ms a move');
  row('one', result.many.one.toFixed(2));
  row('200 selected', result.many.many.toFixed(2));
  table('frames at 10,000', 'at rest', '95th percentile', 'longest');
  for (const [what, frames] of [['pan', result.moving.pan], ['wheel zoom', result.moving.zoom]]) row(what, ms(result.moving.still), ms(frames.p95), ms(frames.worst));
  table('opening 10,000', 'ready, nothing cached', 'design shown', 'ready, again', 'design shown');
  for (const what of ['bare', 'app']) row(what, ...['first', 'again'].flatMap((visit) => ['ready', 'shown'].map((mark) => ms(result.opening[what][visit][mark]))));
  table('a step of all 10,000', 'work of the key press', 'to the next frame');
  for (const what of ['undo', 'redo']) row(what, ms(result.steps[what].work), ms(result.steps[what].toPaint));
  table('memory, MB', 'program', 'scripts');
  for (const what of ['before', 'after']) row(what === 'after' ? `after ${STEPS.toLocaleString('en')} steps` : what, result.steps[what].program.toFixed(1), result.steps[what].script.toFixed(1));
  table('input to paint, processor ÷ 4', 'median', '95th percentile', 'longest');
  row('Beimen, one of 40 dragged', ms(result.slowed.p50), ms(result.slowed.p95), ms(result.slowed.worst));
  table('first visit', 'to mulin:ready');
  row('this machine', `${result.ready.fast.toFixed(0)} ms`);
  row('processor ÷ 4, 9 Mbit/s, 60 ms', `${result.ready.slow.toFixed(0)} ms`);
  table('first load', 'bytes', 'encoding', 'asked for');
  for (const { path: file, bytes, encoding, after } of result.wire.files) {
    row(file, bytes.toLocaleString('en'), encoding, after ? 'after mulin:ready' : 'before');
  }
  row('until mulin:ready', result.wire.bytes.toLocaleString('en'), '', '');
  row('in all', (result.wire.bytes + result.wire.after).toLocaleString('en'), '', '');
}
