// Many designs: what `mulin tally` and `mulin compose` cost as people get them, against reading and parsing the same
// bytes with serde_json alone in the same run (tests/bench/agreement.rs); and the desk's density in the browser.

import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { program, root } from '../browser/endpoint.mjs';
import { median } from './measure.mjs';

const SEED = '2026';
const THINGS = 20; // a design, as the generator makes them
const COLUMNS = 20; // bytes a thing in `Columns`
const FEW = 10_000;
const MANY = 100_000;
const MILLION = Number(process.env.MILLION ?? 1_000_000);
const ROUNDS = 3;

const target = process.env.CARGO_TARGET_DIR ?? path.join(root, 'target');
export const helper = path.join(target, 'release/examples/bench_agreement');

/** Builds the helper as people get the program. */
export const buildHelper = () => execFileSync('cargo',
  ['build', '--quiet', '--locked', '--release', '--features', 'cli,tools', '--example', 'bench_agreement'], { cwd: root, stdio: 'inherit' });

export const make = (...told) => execFileSync(helper, told.map(String), { cwd: root, maxBuffer: 1e8 }).toString();

/** Runs a program to its end: seconds, seconds of processor and the most memory it held (Linux's VmHWM), looked at every 5 ms. */
async function run(file, args) {
  const began = process.hrtime.bigint();
  const child = spawn(file, args, { cwd: root, stdio: ['ignore', 'ignore', 'pipe'] });
  let words = '';
  child.stderr.on('data', (bytes) => { words += bytes; });
  let [memory, cpu] = [0, 0];
  const look = setInterval(() => {
    try {
      memory = Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1] ?? 0) * 1024 || memory;
      const fields = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1].split(' ');
      cpu = (Number(fields[11]) + Number(fields[12])) / 100 || cpu;
    } catch { /* It has just ended. */ }
  }, 5);
  const code = await new Promise((done) => { child.once('close', done); });
  clearInterval(look);
  const seconds = Number(process.hrtime.bigint() - began) / 1e9;
  if (code !== 0) throw new Error(`${path.basename(file)} ${args[0]} ended with ${code}: ${words}`);
  return { seconds, cpu, memory };
}

const medians = (runs) => Object.fromEntries(Object.keys(runs[0]).map((key) => [key, median(runs.map((one) => one[key]))]));

/** Tally and the bare reader in turns, so that a machine that slows down slows both. */
async function inTurns(folder, store, rounds) {
  const [bare, tally] = [[], []];
  const output = path.join(folder, 'tally.json');
  await run(helper, ['parse', store]); // What is on the disk is then in memory for both.
  for (let round = 0; round < rounds; round++) {
    bare.push(await run(helper, ['parse', store]));
    tally.push(await run(program, ['tally', store, '--project', 'public/beimen', '-o', output]));
  }
  return { bare: medians(bare), tally: medians(tally) };
}

/** Everything that is measured natively. What is made for it goes away again: a million designs are 2.5 GB. */
export async function agreementCosts() {
  buildHelper();
  const folder = mkdtempSync(path.join(os.tmpdir(), 'mulin-bench-'));
  const at = (name) => path.join(folder, name);
  try {
    const result = { kernels: JSON.parse(make('kernels', MANY, SEED)), million: MILLION };
    make('make', at('thousand'), 1_000, SEED);
    const composed = [];
    for (let round = 0; round < ROUNDS; round++) {
      composed.push(await run(program, ['compose', at('thousand'), '--project', 'public/beimen', '-o', at('plan.json')]));
    }
    result.compose = medians(composed);
    for (const [name, count] of [['few', FEW], ['many', MANY]]) {
      make('make', at(name), count, SEED);
      result[name] = await inTurns(folder, at(name), ROUNDS);
      rmSync(at(name), { recursive: true });
    }
    for (const [name, count, rounds] of [['fewZipped', FEW, ROUNDS], ['millionZipped', MILLION, 1]]) {
      make('zip', at('designs.zip'), count, SEED);
      result[name] = await inTurns(folder, at('designs.zip'), rounds);
    }
    return result;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const perDesign = ({ million, fewZipped, millionZipped }) =>
  (millionZipped.tally.seconds / million) / (fewZipped.tally.seconds / FEW);
const perThing = ({ few, many }) => (many.tally.memory - few.tally.memory) / ((MANY - FEW) * THINGS) - COLUMNS;

/** What issue 7 asks of the native program. */
export const agreementLimits = ({ agreement }) => [
  { what: 'tally of 100,000 designs from disk against serde_json alone', measured: agreement.many.tally.seconds / agreement.many.bare.seconds, limit: 2, unit: '×' },
  { what: `tally: a design at ${agreement.million.toLocaleString('en')} against at 10,000`, measured: perDesign(agreement), limit: 1.2, unit: '×' },
  { what: 'tally: memory an object over the raw columns', measured: perThing(agreement), limit: 150, unit: 'bytes' },
  { what: 'compose from 1,000 designs', measured: agreement.compose.seconds, limit: 10, unit: 's' },
];

/** The tables. */
export function agreementTables({ agreement }, table, row) {
  const seconds = (number) => `${number.toFixed(2)} s`;
  const megabytes = (bytes) => `${(bytes / 1e6).toFixed(0)} MB`;
  table('designs of 20 things', 'serde_json alone', 'of the processor', 'mulin tally', 'of the processor', 'against', 'memory');
  for (const [what, { bare, tally }] of [
    ['10,000 in a folder', agreement.few], ['100,000 in a folder', agreement.many],
    ['10,000 in a zip', agreement.fewZipped], [`${agreement.million.toLocaleString('en')} in a zip`, agreement.millionZipped],
  ]) row(what, seconds(bare.seconds), seconds(bare.cpu), seconds(tally.seconds), seconds(tally.cpu), `${(tally.seconds / bare.seconds).toFixed(2)} ×`, megabytes(tally.memory));
  table('compose', 'seconds', 'memory');
  row('from 1,000 designs, three plans', seconds(agreement.compose.seconds), megabytes(agreement.compose.memory));
  const { kernels } = agreement;
  table(`density natively, ${kernels.points.toLocaleString('en')} points, ${kernels.grid.join(' × ')} nodes`, 'a bare loop', 'ours', 'against');
  row('median of seven', `${kernels.bare.toFixed(1)} ms`, `${kernels.density.toFixed(1)} ms`, `${kernels.ratio.toFixed(2)} ×`);
}
