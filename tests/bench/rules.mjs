// What the rules cost natively: tests/bench/rules.rs, built as people get it and run on its own. And in the browser.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { program, root } from '../browser/endpoint.mjs';
import { answerTime, lookCost } from './looks.mjs';

const bench = (...told) => execFileSync('cargo',
  ['run', '--quiet', '--locked', '--release', '--example', 'bench_rules', '--', ...told], { cwd: root, maxBuffer: 1e8 }).toString();

/** What designs cost that `mulin demo` invents: themes of residents about free sites, as people draw them. */
function invented() {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'mulin-bench-'));
  try {
    execFileSync(program, ['demo', '--project', 'public/beimen', '--designs', '1000', '--seed', '1', '-o', folder], { cwd: root });
    return JSON.parse(bench('folder', path.join(folder, 'designs')));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Milliseconds of a look while dragging, of a whole check, and designs checked a second: scattered and full of faults, and invented. */
export const ruleCosts = () => ({ ...JSON.parse(bench()), invented: invented() });

/** The same look in the browser, and from a drop to the worker's answer, on the demo estate served at `demo`. */
export async function browserCosts(browser, demo) {
  const opened = async (count, view) => `${demo.url}?at=100,95,${view}&design=/designs/${await demo.put(bench('design', String(count)).trim())}.json`;
  return {
    look: await lookCost(browser, await opened(1_000, 3)),
    answer: await answerTime(browser, await opened(30, 8)),
  };
}

/** What issue 4 asks of them, with whether it is met. */
export function ruleLimits({ rules, inBrowser }) {
  const at = (list, things) => list.find((line) => line.things === things);
  const thousand = at(rules.drag, 1_000);
  return [
    { what: 'rules: a look among 1,000, median', measured: thousand.median, limit: 1, unit: 'ms' },
    { what: 'rules: a look among 1,000, 95th percentile', measured: thousand.p95, limit: 2, unit: 'ms' },
    { what: 'rules: a look among 10,000 against among 1,000', measured: at(rules.drag, 10_000).median / thousand.median, limit: 1.3, unit: '×' },
    { what: 'rules: the same look in the browser against natively', measured: inBrowser.look.median / thousand.median, limit: 3, unit: '×' },
    { what: 'rules: from a drop to the worker\'s answer on Beimen', measured: inBrowser.answer.median, limit: 150, unit: 'ms' },
    { what: 'rules: 1,000 things checked from nothing', measured: at(rules.whole, 1_000).near + at(rules.whole, 1_000).far, limit: 250, unit: 'ms' },
    { what: 'rules: milliseconds for a scattered design of 30 things full of faults, with better places (200 a second)', measured: 1_000 / rules.designs.a_second, limit: 5, unit: 'ms' },
    { what: 'rules: milliseconds for a design of the demo, with better places (200 a second)', measured: 1_000 / rules.invented.a_second, limit: 5, unit: 'ms' },
  ];
}

/** The tables of both, row by row. */
export function ruleTables({ rules, inBrowser }, table, row) {
  const ms = (number, digits = 1) => `${number.toFixed(digits)} ms`;
  table('a look while dragging', 'median', '95th percentile');
  for (const { things, median, p95 } of rules.drag) row(`natively, among ${things.toLocaleString('en')}`, ms(median, 3), ms(p95, 3));
  row('in the browser, among 1,000', ms(inBrowser.look.median, 3), ms(inBrowser.look.p95, 3));
  table('from a drop to the worker\'s answer, 30 things on Beimen', 'median', 'longest', 'of it the worker');
  row('in the browser', ms(inBrowser.answer.median, 0), ms(inBrowser.answer.worst, 0), ms(inBrowser.answer.worker, 0));
  table('rules natively, from nothing', 'near and whole', 'slow ones');
  for (const { things, near, far } of rules.whole) row(`${things.toLocaleString('en')} things`, ms(near), ms(far));
  table('a slow rule natively, alone', ...rules.far.map(({ things }) => `${things} things`));
  for (const id of Object.keys(rules.far[0].rules)) row(id, ...rules.far.map((line) => ms(line.rules[id].again)));
  for (const [name, designs] of [['scattered designs', rules.designs], ['designs of the demo', rules.invented]]) {
    table(`${name}: ${designs.things.toFixed(0)} things, ${designs.findings.toFixed(0)} findings, ${designs.mends.toFixed(0)} better places each`, 'a design');
    for (const [part, took] of Object.entries(designs.parts)) row(part, ms(took, 2));
    row(`in all, of ${designs.checked.toLocaleString('en')} designs`, ms(1_000 / designs.a_second, 2));
  }
}
