// The real endpoint, `mulin serve`, on a free port with data of its own that goes away with the test.

import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));
export const program = process.env.MULIN ?? path.join(process.env.CARGO_TARGET_DIR ?? path.join(root, 'target'), 'release', 'mulin');
const running = new Set();
process.on('exit', () => { for (const child of running) child.kill('SIGKILL'); });

/** A port that nobody holds at this moment. */
async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((done) => server.once('listening', done));
  const { port } = server.address();
  await new Promise((done) => server.close(done));
  return port;
}

/**
 * Starts an endpoint. `project` is a folder (default: the demo), `dist` that of the app, `args` are further options of `mulin serve`.
 * Gives its `url`, the planner's `token`, `stop` and `start` (same port, same data: a network that goes and
 * comes back), `put` for designs, and `close`, which also removes the data.
 */
export async function startEndpoint({ project = 'public/beimen', dist = process.env.DIST ?? path.join(root, 'dist'), args = [], reader = false } = {}) {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'mulin-test-'));
  const token = 'the-token-of-the-tests-0123456789abcdef';
  await writeFile(path.join(folder, 'token'), `${token}\n`, { mode: 0o600 });
  // A second token, with which the desk reads and answers nothing.
  const readerToken = 'the-token-of-readers-0123456789abcdef';
  await writeFile(path.join(folder, 'reader'), `${readerToken}\n`, { mode: 0o600 });
  const port = await freePort();
  const url = `http://127.0.0.1:${port}/`;
  let child;
  let words = '';

  async function start() {
    if (!existsSync(program)) throw new Error(`${program} is not built yet: run make build.`);
    child = spawn(program, ['serve', '--listen', `127.0.0.1:${port}`, '--store', `file://${folder}/data`,
      '--project', path.resolve(root, project), '--dist', dist,
      '--token-file', path.join(folder, 'token'),
      ...(reader ? ['--reader-token-file', path.join(folder, 'reader')] : []), ...args], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    running.add(child);
    child.on('close', () => running.delete(child));
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes) => { words += bytes; });
    const until = Date.now() + 10_000;
    while (true) {
      if (await fetch(url, { redirect: 'manual' }).then(() => true, () => false)) return;
      if (child.exitCode !== null) throw new Error(`mulin serve ended at once with ${child.exitCode}. It said:\n${words}`);
      if (Date.now() > until) throw new Error(`mulin serve does not answer at ${url}. It said:\n${words}`);
      await new Promise((done) => setTimeout(done, 20)); // Nothing tells when a process listens but asking.
    }
  }

  async function stop() {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((done) => child.once('close', done));
    child.kill('SIGTERM');
    const impatient = setTimeout(() => child.kill('SIGKILL'), 5_000);
    await ended;
    clearTimeout(impatient);
  }

  /** Sends a design under the hash of its bytes, as the app does, and gives that name. */
  async function put(design) {
    const bytes = Buffer.from(typeof design === 'string' ? design : JSON.stringify(design));
    const name = createHash('sha256').update(bytes).digest('hex');
    const answer = await fetch(`${url}designs/${name}.json`, {
      method: 'PUT', body: bytes, headers: { 'content-type': 'application/json', 'if-none-match': '*' },
    });
    if (![200, 201, 204, 412].includes(answer.status))
      throw new Error(`The endpoint refused a design with ${answer.status}: ${await answer.text()}`);
    return name;
  }

  /** Asks as the planner: `await planner('designs/')`. */
  const planner = (where, options = {}) =>
    fetch(url + where, { ...options, headers: { ...options.headers, authorization: `Bearer ${token}` } });

  async function close() {
    await stop();
    await rm(folder, { recursive: true, force: true });
  }

  await start();
  return { url, port, token, readerToken, data: path.join(folder, 'data'), start, stop, put, planner, close, log: () => words };
}
