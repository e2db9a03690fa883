// What the rules cost natively: tests/bench/rules.rs, built as people get it and run on its own.

import { execFileSync } from 'node:child_process';
import { root } from '../browser/endpoint.mjs';

/** Milliseconds of a look while dragging, of a whole check, and designs checked a second. */
export function ruleCosts() {
  const said = execFileSync('cargo', ['run', '--quiet', '--locked', '--release', '--example', 'bench_rules'], { cwd: root });
  return JSON.parse(said);
}

/** What issue 4 asks of them, with whether it is met. */
export function ruleLimits(rules) {
  const at = (list, things) => list.find((line) => line.things === things);
  const thousand = at(rules.drag, 1_000);
  return [
    { what: 'rules: a look among 1,000, median', measured: thousand.median, limit: 1, unit: 'ms' },
    { what: 'rules: a look among 1,000, 95th percentile', measured: thousand.p95, limit: 2, unit: 'ms' },
    { what: 'rules: a look among 10,000 against among 1,000', measured: at(rules.drag, 10_000).median / thousand.median, limit: 1.3, unit: '×' },
    { what: 'rules: 1,000 things checked from nothing', measured: at(rules.whole, 1_000).near + at(rules.whole, 1_000).far, limit: 250, unit: 'ms' },
    { what: 'rules: designs of 30 things that take longer than 5 ms each', measured: 1_000 / rules.designs_a_second, limit: 5, unit: 'ms' },
  ];
}
