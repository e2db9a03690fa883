// Which Chromium the tests drive: the system's own. Playwright never downloads one.

import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import path from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome'];
const apps = ['/Applications/Chromium.app/Contents/MacOS/Chromium', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];
const isRoot = () => process.getuid?.() === 0;

function runnable(file) {
  try { accessSync(file, constants.X_OK); return true; } catch { return false; }
}

/** The browser's path: what CHROMIUM names, else the first that PATH has, else undefined. */
export function chromiumPath() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  return [...names.flatMap((name) => folders.map((folder) => path.join(folder, name))), ...apps].find(runnable);
}

/** Makes sure that a Chromium is there, installing Debian's where that is possible. Gives a sentence when it is not. */
export function prepareChromium() {
  if (!chromiumPath() && isRoot() && spawnSync('apt-get', ['--version']).status === 0) {
    console.log('Installing Chromium and a Chinese font with apt-get: once, about a minute.');
    const apt = (...options) => execFileSync('apt-get', options, { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
    try {
      apt('update', '-qq');
      apt('install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-noto-cjk');
    } catch { /* said below */ }
  }
  if (chromiumPath()) return undefined;
  return 'No Chromium was found for the browser tests: install it (Debian, as root: apt-get install chromium fonts-noto-cjk), or set CHROMIUM to its path.';
}

/** How it is started: nothing of it talks to the network by itself, and as root it cannot have its own sandbox. */
const launchOptions = (own) => ({
  executablePath: chromiumPath(),
  args: [
    ...(isRoot() ? ['--no-sandbox'] : []),
    '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync', '--disable-dev-shm-usage', '--force-color-profile=srgb',
    ...own,
  ],
});

/** Starts it, with arguments of a test's own. Playwright is loaded only here: it is installed after this file is first read. */
export async function launch({ args = [] } = {}) {
  const { chromium } = await import('playwright-core');
  return chromium.launch(launchOptions(args));
}

/**
 * Starts one with a profile folder of its own, as a person's browser has: `page`, `kill` (at once, as a system short of
 * memory does) and `close` (orderly).
 */
export async function launchProfile(folder) {
  const { chromium } = await import('playwright-core');
  const { executablePath, args } = launchOptions(['--headless=new', `--user-data-dir=${folder}`, '--remote-debugging-port=0', '--window-size=1280,800']);
  const child = spawn(executablePath, [...args, 'about:blank'], { stdio: ['ignore', 'ignore', 'pipe'] });
  const ended = new Promise((done) => child.once('close', done));
  const address = await new Promise((done, failed) => {
    let words = '';
    child.stderr.on('data', (bytes) => {
      words += bytes;
      const [, found] = /DevTools listening on (ws:\S+)/.exec(words) ?? [];
      if (found) done(found);
    });
    ended.then(() => failed(new Error(`Chromium ended at once: ${words}`)));
  });
  const browser = await chromium.connectOverCDP(address);
  const [context] = browser.contexts();
  const page = context.pages()[0] ?? await context.newPage();
  async function close() {
    const session = await browser.newBrowserCDPSession();
    await session.send('Browser.close').catch(() => {});
    await ended;
  }
  async function kill() {
    child.kill('SIGKILL');
    await ended;
    await browser.close().catch(() => {});
  }
  return { page, context, close, kill };
}
