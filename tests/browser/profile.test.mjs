// A real profile on the disk: the browser killed in the middle of its work, and its files damaged while it was closed (F9, F12).

import assert from 'node:assert/strict';
import { cp, mkdtemp, readFile, readdir, rm, truncate, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { launchProfile } from './chromium.mjs';
import { Drawing, atSquare, counted, stored } from './drawing.mjs';
import { startEndpoint } from './endpoint.mjs';
import { ready } from './harness.mjs';
import { SEED, chances, count, rounds } from './night.mjs';
import { Plan } from './plan.mjs';

const KILLS = 20;
let endpoint;
let folder;
before(async () => {
  endpoint = await startEndpoint();
  folder = await mkdtemp(path.join(os.tmpdir(), 'mulin-profile-'));
});
after(async () => {
  await endpoint?.close();
  // A browser that was killed may still be writing.
  await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
});

/** Opens the app in a profile; unless `online`, nothing that is sent arrives. */
async function opened(profile, { online = false } = {}) {
  const browser = await launchProfile(profile);
  const { page } = browser;
  page.setDefaultTimeout(10_000);
  await page.setViewportSize({ width: 1280, height: 800 });
  if (!online) await page.route('**/designs/*.json', (route) => route.abort('connectionfailed'));
  await page.goto(`${endpoint.url}?lang=zh-CN&at=${atSquare.join(',')}`);
  await ready(page);
  return { ...browser, drawing: new Drawing({ page, plan: new Plan(page) }) };
}

/** Everything that waits was sent. */
const sent = (page) => page.locator('[data-testid=outbox][data-state=empty]:visible').first().waitFor({ timeout: 60_000 });
const place = (n) => [84 + 3 * (n % 6), 68 + 3 * Math.floor(n / 6)];

for (const { seed, of } of rounds(15)) test(`F9: ${KILLS} times killed right after a change was kept or a design was taken: nothing of it is lost${of}`, { timeout: 60_000 + KILLS * 20_000 }, async () => {
  const profile = path.join(folder, `killed-${seed}`);
  const before = (await stored(endpoint)).length;
  let submitted = 0;
  for (let kill = 0; kill < KILLS; kill += 1) {
    const { page, drawing, kill: end } = await opened(profile);
    await counted(drawing.twins('bench'), kill);
    await drawing.drop('bench', place(kill));
    if (kill % 2) {
      await drawing.submit();
      await page.getByTestId('under-way').first().waitFor();
      submitted += 1;
    } else {
      // The chip may speak of what waits: the second book is written after the database has the drawing.
      await page.waitForFunction((many) => JSON.parse(localStorage.getItem('mulin.copy.beimen') ?? '{"design":""}')
        .design.split('"bench"').length - 1 === many, kill + 1);
    }
    await end();
  }
  const { page, drawing, close } = await opened(profile, { online: true });
  await counted(drawing.twins('bench'), KILLS);
  await sent(page);
  await close();
  const designs = await stored(endpoint);
  assert.equal(designs.length - before, submitted, 'designs that were taken and never came');
  console.log(`    ${KILLS} kills, ${submitted} designs submitted: 0 lost, 0 doubled`);
});

/** The files of the app's database in a profile. */
async function database(profile) {
  const within = path.join(profile, 'Default', 'IndexedDB');
  const [name] = (await readdir(within)).filter((each) => each.endsWith('.leveldb'));
  const folder = path.join(within, name);
  const file = async (pattern) => {
    const found = (await readdir(folder)).filter((each) => pattern.test(each)).sort();
    return path.join(folder, found.at(-1));
  };
  return { folder, log: () => file(/\.log$/), manifest: () => file(/^MANIFEST/), current: () => file(/^CURRENT$/) };
}
const size = async (file) => (await readFile(file)).length;

const damages = {
  'is gone': async ({ folder }) => rm(folder, { recursive: true }),
  'has no log': async ({ log }) => rm(await log()),
  'has an empty log': async ({ log }) => truncate(await log(), 0),
  'has half a log': async ({ log }) => truncate(await log(), Math.floor(await size(await log()) / 2)),
  'has flipped bytes in its log': async ({ log }) => {
    const bytes = await readFile(await log());
    for (let at = 100; at < bytes.length; at += 997) bytes[at] ^= 0xff;
    await writeFile(await log(), bytes);
  },
  'has half a manifest': async ({ manifest }) => truncate(await manifest(), Math.floor(await size(await manifest()) / 2)),
  'points nowhere': async ({ current }) => writeFile(await current(), 'garbage\n'),
};

/** By night: one byte of one of the database's files is another. */
const flips = (chance) => Array.from({ length: count(0, 500) }, (_, flip) => [`has another byte (${flip})`, async ({ folder }) => {
  const files = (await readdir(folder)).sort();
  const file = path.join(folder, files[Math.floor(chance() * files.length)]);
  const bytes = await readFile(file);
  if (bytes.length) bytes[Math.floor(chance() * bytes.length)] ^= 1 + Math.floor(chance() * 255);
  await writeFile(file, bytes);
}]);

test('F12: seven ways in which the database is damaged: the drawing and the unsent design are there each time, or it is told', { timeout: 240_000 + count(0, 500) * 30_000 }, async () => {
  const whole = path.join(folder, 'whole');
  {
    const { page, drawing, close } = await opened(whole);
    await drawing.drop('pavilion', [93, 84]);
    await drawing.submit();
    await page.getByTestId('under-way').first().waitFor();
    await page.keyboard.press('Escape');
    await drawing.drop('chess-table', [86, 90]);
    await page.waitForFunction(() => localStorage.getItem('mulin.copy.beimen')?.includes('chess-table'));
    await close();
  }
  const before = (await stored(endpoint)).length;
  let told = 0;
  const all = [...Object.entries({ 'is as it was': () => {}, ...damages }), ...flips(chances(SEED))];
  for (const [how, damage] of all) {
    const profile = path.join(folder, how.replaceAll(' ', '-'));
    await cp(whole, profile, { recursive: true });
    await damage(await database(profile));
    const { page, drawing, close } = await opened(profile);
    const alarm = page.locator('[data-testid=ledger-found], [data-testid=ledger-lost], [data-testid=keeping-fault], .toast').first();
    await counted(drawing.twins('pavilion'), 1);
    await counted(drawing.twins('chess-table'), 1);
    await drawing.outboxIs('waiting');
    const said = await alarm.isVisible();
    if (how === 'is as it was') assert.ok(!said, `a false alarm: ${said && await alarm.innerText()}`);
    told += Number(said);
    await close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
  const { page, close } = await opened(whole, { online: true });
  await sent(page);
  await close();
  assert.equal((await stored(endpoint)).length, before + 1);
  console.log(`    ${all.length - 1} damages: 0 silent losses, ${told} of them told`);
});
