// Runs everything that CI runs, stage by stage, and ends with `N passed, N failed`.
//   node tests/run.mjs            all stages            (make test)
//   node tests/run.mjs fmt native only those            (make test STAGES="fmt native")
// A stage that fails does not stop the others: one run shows all that is wrong.

import { spawn, spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { prepareChromium } from './browser/chromium.mjs';

const make = (goal) => [process.env.MAKE || 'make', '--no-print-directory', goal];
// One profile for all that runs on this machine: what one stage compiled no other compiles again.
const PROFILE = 'checked';
const BUILT = { NATIVE: PROFILE, NATIVE_WITH: '--test it', MULIN: path.resolve(process.env.CARGO_TARGET_DIR ?? 'target', PROFILE, 'mulin') };
const cargo = (what, ...options) => ['cargo', what, '--locked', '--profile', PROFILE, ...options];
const clippy = (...options) => [...cargo('clippy', ...options), '--', '-D', 'warnings'];
// What runs on this machine, the page's own code among it, is looked at once, and not once for the program and once for the page.
const ALL = 'app,cli,tools';
const browserTests = () =>
  readdirSync('tests/browser').filter((name) => name.endsWith('.test.mjs')).map((name) => `tests/browser/${name}`);

// One page leaves some of two cores idle; two files at a time fill them.
const inBrowser = (files, more = []) => ['node', '--test', '--test-concurrency=2', '--test-reporter=spec', ...more, ...files];
const escaped = (name) => name.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

/** Why the stage that needs Python cannot be run; nothing where it can. */
const withoutPython = () =>
  spawnSync('python3', ['-c', 'import venv, ensurepip']).status === 0
    ? undefined
    : 'python3 with venv and ensurepip is missing (Debian: apt-get install python3-venv).';

const stages = [
  // Cargo.lock is what Cargo.toml asks for: a build that would change it stops here, with the reason.
  { name: 'lock', run: ['cargo', 'metadata', '--locked', '--format-version', '1'], quiet: true },
  { name: 'fmt', run: ['cargo', 'fmt', '--check'] },
  // Without a feature nothing of the browser or the server is there: that it compiles proves the core names neither.
  { name: 'core', run: clippy() },
  { name: 'host', run: clippy('--features', ALL, '--all-targets') },
  // What of the page is pure runs without a browser, too. It works little, so optimising it would take longer than it saves.
  { name: 'units', run: cargo('test', '--config', 'profile.checked.package.mulin.opt-level=0', '--features', ALL, '--lib') },
  // The page's own code is in no other test: without it each of these compiles sooner.
  { name: 'native', run: cargo('test', '--features', 'cli,tools', '--bin', 'mulin', '--bin', 'split', '--test', 'it') },
  // The page is for wasm alone built here: what the compiler warns of there is a failure, as it is on this machine.
  { name: 'build', run: make('build'), wrong: /^warning: (?!build failed).*/m },
  // Killed, full, slow and hostile: one at a time, since they measure time. They start the program that was built.
  { name: 'faults', needs: 'build', run: cargo('test', '--features', 'cli,tools', '--test', 'faults', '--', '--test-threads=1', '--nocapture') },
  // A strict reader of CAD files, and the reader of QGIS, that are not ours.
  { name: 'cad', needs: 'build', absent: withoutPython, before: [make('ezdxf'), make('gdal')],
    run: ['node', '--test', '--test-reporter=spec', 'tests/cad.test.mjs', 'tests/gis.test.mjs'] },
  // Counts, density and coverage by engines that are not ours.
  { name: 'tally', needs: 'build', absent: withoutPython, before: [make('duckdb')],
    run: ['node', '--test', '--test-reporter=spec', 'tests/tally.test.mjs'] },
  { name: 'browser', needs: 'build', before: [make('npm')], prepare: prepareChromium,
    run: () => inBrowser(browserTests()), again: (names) => inBrowser(browserTests(), names.map((name) => `--test-name-pattern=/^${escaped(name)}$/`)) },
];

/** Runs a command, shows what it says as it says it, and gives its exit code and its words. */
function run([program, ...options], quiet) {
  return new Promise((done) => {
    const colour = process.stdout.isTTY ? { CARGO_TERM_COLOR: 'always', FORCE_COLOR: '1' } : {};
    const child = spawn(program, options, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...colour, ...BUILT } });
    let words = '';
    child.stdout.on('data', (bytes) => { words += bytes; if (!quiet) process.stdout.write(bytes); });
    child.stderr.on('data', (bytes) => { words += bytes; process.stderr.write(bytes); });
    child.on('error', (error) => { console.error(`${program} could not be started: ${error.message}`); done({ code: 127, words }); });
    child.on('close', (code) => done({ code: code ?? 1, words }));
    // A process that a test left behind may hold what we read open for ever; what was said until now is all there is.
    child.on('exit', (code) => setTimeout(() => { child.stdout.destroy(); child.stderr.destroy(); done({ code: code ?? 1, words }); }, 10_000).unref());
  });
}

/** What a command said, without its colours. */
const plain = (words) => words.replace(/\x1b\[[0-9;]*m/g, '');

/** Adds up what cargo (`test result: ok. 3 passed; 0 failed`) and node (`ℹ pass 3`) say of their tests. */
function count(words) {
  const sum = (pattern) => [...plain(words).matchAll(pattern)].reduce((total, [, n]) => total + Number(n), 0);
  return {
    passed: sum(/^test result: .*?(\d+) passed/gm) + sum(/^ℹ pass (\d+)$/gm),
    failed: sum(/^test result: .*?(\d+) failed/gm) + sum(/^ℹ (?:fail|cancelled) (\d+)$/gm),
  };
}

async function perform(stage) {
  const absent = stage.absent?.();
  if (absent) {
    console.error(`NOT RUN: ${absent}`);
    return { passed: 0, failed: 0, notRun: 1 };
  }
  for (const command of stage.before ?? []) {
    const { code } = await run(command);
    if (code !== 0) return { passed: 0, failed: 1 };
  }
  const trouble = stage.prepare?.();
  if (trouble) {
    console.error(trouble);
    return { passed: 0, failed: 1 };
  }
  const command = typeof stage.run === 'function' ? stage.run() : stage.run;
  const first = await attempt(command, stage);
  return first.failed && stage.again ? onceMore(first, stage) : first;
}

/** Runs a stage's command and counts its tests. */
async function attempt(command, stage) {
  const { code, words } = await run(command, stage.quiet);
  const counted = count(words);
  const [wrong] = stage.wrong?.exec(plain(words)) ?? [];
  if (wrong) {
    console.error(`This is not allowed in the stage ${stage.name}: ${wrong}`);
    counted.failed += 1;
  }
  // A stage that fails without a failed test (it did not compile, say) still counts as one failure.
  if (code !== 0 && counted.failed === 0) counted.failed = 1;
  return { ...counted, words };
}

/**
 * A real browser on a shared machine fails one test in a thousand for reasons that are not Mulin's. Failed tests run once
 * more, alone; what fails again has failed. What passes the second time only is named at the end, with its first failure:
 * it is a fault to be looked for, of the test or of the program.
 */
async function onceMore(first, stage) {
  const said = plain(first.words);
  const report = said.slice(said.lastIndexOf('failing tests:'));
  const names = [...report.matchAll(/^✖ (.+) \(\d[\d.]*ms\)$/gm)].map(([, name]) => name);
  if (names.length !== first.failed || names.length > MOST_AGAIN) return first;
  console.log(`\n── ${stage.name}: ${names.length} failed; once more, alone: ${names.join('; ')}`);
  const second = await attempt(stage.again(names), stage);
  // A test that is not found again by its name has not passed.
  if (second.failed || second.passed !== first.failed) return first;
  return { passed: first.passed + second.passed, failed: 0, unsteady: report };
}

// More failures than these are no accident.
const MOST_AGAIN = 5;

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !stages.some((stage) => stage.name === name));
if (unknown.length) {
  console.error(`There is no stage ${unknown.join(', ')}: choose among ${stages.map((stage) => stage.name).join(', ')}.`);
  process.exit(2);
}

const results = [];
for (const stage of stages.filter(({ name }) => !asked.length || asked.includes(name))) {
  console.log(`\n── ${stage.name}`);
  const started = Date.now();
  const broken = results.find(({ name, failed }) => name === stage.needs && failed);
  if (broken) console.error(`Not run: it needs the stage ${broken.name}, which failed.`);
  const counted = broken ? { passed: 0, failed: 1 } : await perform(stage);
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  results.push({ name: stage.name, seconds, ...counted });
  const outcome = counted.notRun ? 'NOT RUN' : counted.failed ? 'FAILED' : 'ok';
  console.log(`── ${stage.name}: ${outcome}, ${seconds} s`);
}

console.log('\nstage        time  passed  failed');
for (const { name, seconds, passed, failed } of results)
  console.log(`${name.padEnd(9)}${`${seconds} s`.padStart(8)}${String(passed).padStart(8)}${String(failed).padStart(8)}`);
const total = (key) => results.reduce((sum, result) => sum + (result[key] ?? 0), 0);
for (const { name, unsteady } of results.filter((result) => result.unsteady))
  console.log(`\n${name}: passed the second time only, and must be looked into:\n${unsteady}`);
const notRun = total('notRun') ? `, ${total('notRun')} stages not run` : '';
console.log(`${total('passed')} passed, ${total('failed')} failed${notRun}`);
process.exit(total('failed') ? 1 : 0);
