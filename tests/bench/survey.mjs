// Large surveys read as estates, against the bare parser crates on the same bytes (tests/bench/survey.rs).

import { execFileSync } from 'node:child_process';
import { root } from '../browser/endpoint.mjs';

/** Seconds of work and memory of each. */
export const surveyCosts = () => JSON.parse(execFileSync('cargo',
  ['run', '--quiet', '--locked', '--release', '--features', 'cli,tools', '--example', 'bench_survey'], { cwd: root, maxBuffer: 1e8 }).toString());

/** What issue 5 asks: three times the bare parser's time, ten times the file. */
export const surveyLimits = ({ surveys }) => surveys.flatMap(({ name, ratio, times }) => [
  { what: `${name} of 20 MB against the bare parser`, measured: ratio, limit: 3, unit: '×' },
  { what: `${name} of 20 MB, memory against the file`, measured: times, limit: 10, unit: '×' },
]);

/** The table. */
export function surveyTable({ surveys }, table, row) {
  table('reading surveys of 20 MB', 'things', 'ours', 'bare parser', 'ratio', 'most memory', 'of the file');
  for (const { name, things, ours, bare, ratio, most, times } of surveys) {
    row(name, things.toLocaleString('en'), `${ours.toFixed(2)} s`, `${bare.toFixed(2)} s`, `${ratio.toFixed(2)} ×`, `${(most / 1e6).toFixed(0)} MB`, `${times.toFixed(1)} ×`);
  }
}
