// What every browser test stands on: the built app, served by the real endpoint, in a real Chromium.
//
//   journey('draws a plaza', { size: 'phone', at: [100, 80, 4] }, async ({ page, plan, endpoint, shot }) => { … });
//
// A journey fails on what it asserts and on anything the page complains of: a console error, an uncaught
// exception, a violation of the Content-Security-Policy. What a test provokes on purpose it announces first,
// with `expect(/ERR_INTERNET_DISCONNECTED/)`. Nothing here sleeps: playwright waits for what is asked.

import assert from 'node:assert/strict';
import { mkdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { launch } from './chromium.mjs';
import { startEndpoint } from './endpoint.mjs';
import { Plan } from './plan.mjs';

export const sizes = {
  phone: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true },
  desk: { viewport: { width: 1280, height: 800 } },
  wall: { viewport: { width: 1920, height: 1080 } },
};

const shots = fileURLToPath(new URL('shots/', import.meta.url));
const axeFile = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

// One browser a test file, and one endpoint a project, started when first asked for.
let browser;
const endpoints = new Map();
export const getBrowser = () => (browser ??= launch());
export function sharedEndpoint(project = 'public/beimen') {
  if (!endpoints.has(project)) endpoints.set(project, startEndpoint({ project }));
  return endpoints.get(project);
}
after(async () => {
  await (await browser?.catch(() => undefined))?.close();
  for (const endpoint of endpoints.values()) await (await endpoint.catch(() => undefined))?.close();
});

/**
 * One test. Options: `size` (phone, desk, wall), `lang`, `dark`, `motion` (true: animations run),
 * `at` ([x, y, k]), `query` (further parameters of the address), `project` (a folder), `own` (true: an
 * endpoint of its own, for tests that stop it), `dist` (another folder of the app, with `own`), `worker` (true: the
 * app's service worker may run), `open` (false: the test goes to the page itself),
 * `timeout`, and `context` (anything playwright's newContext takes).
 */
export function journey(name, options, body) {
  test(name, { timeout: options.timeout ?? 90_000 }, async () => {
    const endpoint = options.own ? await startEndpoint({ project: options.project, dist: options.dist, reader: options.reader }) : await sharedEndpoint(options.project);
    const session = await openSession(endpoint, options);
    try {
      if (options.open !== false) await session.open(options.query);
      await body(session);
      session.noComplaints();
    } catch (error) {
      const picture = await session.shot(`FAILED ${name}`).catch((reason) => `none (${reason.message})`);
      // Reports show an error's stack, so what helps to understand it goes there.
      error.stack += `\n  page: ${session.page.url()}\n  picture: ${picture}\n  ${session.complaints.join('\n  ')}`;
      throw error;
    } finally {
      await session.context.close();
      if (options.own) await endpoint.close();
    }
  });
}

/** A browser context with a page, and the hands and eyes that tests use on it. */
export async function openSession(endpoint, options = {}) {
  const { size = 'desk', lang = 'zh-CN', dark = false, motion = false, at } = options;
  const context = await (await getBrowser()).newContext({
    ...sizes[size], locale: lang, colorScheme: dark ? 'dark' : 'light', timezoneId: 'Asia/Shanghai',
    reducedMotion: motion ? 'no-preference' : 'reduce',
    // What a service worker fetches no route of a test sees, so only tests of it have one.
    serviceWorkers: options.worker ? 'allow' : 'block', ...options.context,
  });
  context.setDefaultTimeout(10_000);
  context.setDefaultNavigationTimeout(20_000);
  const complaints = [];
  // Who opens a link asks what became of the design; until a planner answered, the host has no reply and says 404.
  const expected = [/status of 404 .*\/replies\/[0-9A-Z]{12}\.json/];
  // Chromium says a violation on the console too, but not for every kind, and not from a worker.
  await context.addInitScript(() => {
    addEventListener('securitypolicyviolation', (event) =>
      console.error(`CSP: ${event.violatedDirective} forbids ${event.blockedURI || event.sample} at ${event.sourceFile}:${event.lineNumber}`));
  });
  context.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`console: ${message.text()} (${message.location().url})`);
  });
  context.on('weberror', (error) => complaints.push(`uncaught: ${error.error().stack ?? error.error()}`));
  const page = await context.newPage();

  /** Goes to a view of the app and waits until it has drawn: `open({ view: 'wall' })`. */
  async function open(query = {}, to = page) {
    const address = new URL(endpoint.url);
    for (const [key, value] of Object.entries({ ...(at && { at: at.join(',') }), lang, ...query })) address.searchParams.set(key, value);
    await to.goto(address.href);
    await ready(to);
  }

  /** Fails when the page complained of anything that was not announced. */
  function noComplaints() {
    const left = complaints.filter((line) => !expected.some((pattern) => pattern.test(line)));
    assert.deepEqual(left, [], 'The page complained.');
  }

  /** Takes a picture into tests/browser/shots/ and gives its path. */
  async function shot(title, of = page) {
    await mkdir(shots, { recursive: true });
    const file = path.join(shots, `${[title, size, lang, dark ? 'dark' : 'light'].join('-').replace(/[\s/:]+/g, '-')}.png`);
    await of.screenshot({ path: file });
    return file;
  }

  return {
    endpoint, context, page, plan: new Plan(page), complaints, open, noComplaints, shot,
    expect: (pattern) => expected.push(pattern),
    accessible: (where) => accessible(page, where),
    offline: (gone = true) => context.setOffline(gone),
  };
}

/** Waits until the app has drawn its plan and takes input; says its own sentence when it could not. */
export async function ready(page) {
  await page.locator('html:not([data-state=loading])').waitFor({ state: 'attached', timeout: 20_000 });
  const state = await page.locator('html').getAttribute('data-state');
  assert.equal(state, 'ready', `The app did not start. The page says: ${await page.locator('body').innerText()}`);
  const marks = await page.evaluate(() => performance.getEntriesByName('mulin:ready').length);
  assert.ok(marks > 0, 'data-state is ready without the mark mulin:ready.');
}

/** No violation of axe-core's rules on the page, or in the part of it that `where` selects. */
export async function accessible(page, where) {
  await page.evaluate(await readFile(axeFile, 'utf8'));
  const { violations } = await page.evaluate((part) => globalThis.axe.run(part ?? document, { resultTypes: ['violations'] }), where);
  const lines = violations.map(({ id, help, nodes }) =>
    `${id}: ${help}\n    ${nodes.slice(0, 5).map((node) => `${node.target.join(' ')}  ${node.html.slice(0, 160)}`).join('\n    ')}`);
  assert.equal(lines.length, 0, `axe-core found:\n  ${lines.join('\n  ')}`);
}
