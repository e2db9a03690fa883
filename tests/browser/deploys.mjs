// Builds of the app that differ in their names alone, and a host that goes from one to the other.

import { cp, mkdtemp, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { root } from './endpoint.mjs';

const built = path.resolve(root, process.env.DIST ?? 'dist');

/** What the hashes of a build begin with; those of A are as they were built. */
const MARKS = { B: 'bb', C: 'cc', D: 'dd', E: 'ee', F: 'ff', G: '00', H: '11', I: '22', J: '33' };

/** The app's folder as it was built, and the same under other names as next builds would have it: `{ host, put, close }`. */
export async function deploys(many = 2) {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'mulin-deploys-'));
  const host = path.join(folder, 'host');
  await cp(built, path.join(folder, 'A'), { recursive: true });
  for (const [build, mark] of Object.entries(MARKS).slice(0, many - 1)) {
    await cp(built, path.join(folder, build), { recursive: true });
    await renamed(path.join(folder, build), mark);
  }
  /** Puts a build in the host's place, all at once but for what `without` names; the other's files are gone. */
  async function put(build, { without } = {}) {
    await rm(host, { recursive: true, force: true });
    await cp(path.join(folder, build), host, { recursive: true });
    if (without) for (const file of await readdir(host)) if (without.test(file)) await rm(path.join(host, file));
  }
  await put('A');
  return { host, put, close: () => rm(folder, { recursive: true, force: true }) };
}

/** Gives every file with a hash in its name another hash: the first two digits of it changed. */
async function renamed(folder, mark) {
  const files = await readdir(folder);
  const page = path.join(folder, 'index.html');
  let words = await readFile(page, 'utf8');
  for (const file of files) {
    const next = file.replace(/^([a-z]+-)[0-9a-f]{2}([0-9a-f]{10,})/, `$1${mark}$2`);
    if (next === file) continue;
    await rename(path.join(folder, file), path.join(folder, next));
    words = words.replaceAll(file, next);
  }
  // Compressed by the build for the names from before; served as it is.
  for (const ending of ['.br', '.gz']) await rm(page + ending, { force: true });
  await writeFile(page, words);
}

/** The builds of which a page has files, by their names. */
export const buildsOf = (page) => page.evaluate((marks) => [...new Set(performance.getEntriesByType('resource')
  .map(({ name }) => /\/[a-z]+-([0-9a-f]{2})[0-9a-f]{10,}/.exec(name)?.[1])
  .filter(Boolean).map((mark) => marks.find(([, own]) => own === mark)?.[0] ?? 'A'))], Object.entries(MARKS));
