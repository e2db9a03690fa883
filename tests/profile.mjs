// make profile: which functions of the drawing program run on a first visit, until its plan is drawn and the page
// is at rest. All others are written to the list by which the program is cut in two (src/ARCHITECTURE.md,
// "The second part"). DIST is a folder that `split --watch` wrote; the one argument is the list.

import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { launch, prepareChromium } from './browser/chromium.mjs';
import { startEndpoint } from './browser/endpoint.mjs';

const HEAD = `# The functions of the drawing program that a first visit does not run, each by a hash of its name.
# Written by \`make profile\`, read by src/bin/split: they make the second part.`;

// Each is a person who comes for the first time, by the bare address or by a link to a place.
const VISITS = [
  { locale: 'zh-CN', viewport: { width: 1280, height: 800 } },
  { locale: 'en', viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true, query: '&at=93,84,8' },
  { locale: 'zh-CN', viewport: { width: 390, height: 844 }, colorScheme: 'dark', hasTouch: true, isMobile: true },
  { locale: 'en', viewport: { width: 1280, height: 800 }, query: '&lang=en&text=large&theme=dark&at=93,84,2' },
  // Who wants little motion sees some things done otherwise; these are the visits of first-load.test.mjs.
  ...['zh-CN', 'en'].flatMap((lang) => [
    { viewport: { width: 1280, height: 800 } },
    { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true },
  ].map((device) => ({ ...device, locale: lang, reducedMotion: 'reduce', timezoneId: 'Asia/Shanghai', query: `&lang=${lang}` }))),
  // A slow machine paints in more slices, and so runs what a quick one does not.
  { locale: 'zh-CN', viewport: { width: 1280, height: 800 }, slower: 6 },
  { locale: 'en', viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, slower: 6 },
];

const trouble = prepareChromium();
if (trouble) { console.error(trouble); process.exit(2); }

const [list] = process.argv.slice(2);
const functions = (await readFile(path.join(process.env.DIST, 'functions.txt'), 'utf8')).split('\n');
const ran = new Set();
const endpoint = await startEndpoint();
const browser = await launch();

/** The program's own counters: one global a function, exported by its module. */
const watch = () => {
  const { instantiateStreaming } = WebAssembly;
  WebAssembly.instantiateStreaming = async (...args) => {
    const made = await instantiateStreaming.apply(WebAssembly, args);
    globalThis.ran = () => Object.entries(made.instance.exports)
      .filter(([name, counter]) => /^ran\d+$/.test(name) && counter.value)
      .map(([name]) => Number(name.slice(3)));
    return made;
  };
};

/** What follows the drawing by itself (saving, little pictures, asking the endpoint) is over. */
const settled = (page) => page.waitForLoadState('networkidle').then(() => page.waitForTimeout(1500));

async function visit({ query = '', slower = 1, ...context }) {
  const person = await browser.newContext({ reducedMotion: 'no-preference', ...context });
  await person.addInitScript(watch);
  const page = await person.newPage();
  await (await person.newCDPSession(page)).send('Emulation.setCPUThrottlingRate', { rate: slower });
  // The second part never comes; an answer whose words nobody reads would keep the page from its rest.
  await page.route('**/never_later.wasm', (route) => route.fulfill({ status: 404, body: '' }));
  await page.goto(`${endpoint.url}?view=draw${query}`);
  await page.locator('html[data-state=ready]').waitFor({ state: 'attached', timeout: 60_000 });
  await settled(page);
  for (const number of await page.evaluate(() => globalThis.ran())) ran.add(functions[number]);
  await person.close();
}

try {
  for (const person of VISITS) await visit(person);
} finally {
  await browser.close();
  await endpoint.close();
}
const later = [...new Set(functions)].filter((mark) => !ran.has(mark)).sort();
await writeFile(list, `${HEAD}\n${later.join('\n')}\n`);
console.log(`${functions.length} functions: ${ran.size} ran, ${later.length} did not. Written to ${list}.`);
