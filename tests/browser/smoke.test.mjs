// The page loads, says nothing wrong, keeps its security policy, and can be used by everybody.

import assert from 'node:assert/strict';
import { journey } from './harness.mjs';

for (const size of ['phone', 'desk', 'wall']) {
  for (const lang of ['zh-CN', 'en']) {
    for (const dark of [false, true]) {
      journey(`opens on a ${size} in ${lang}, ${dark ? 'dark' : 'light'}`, { size, lang, dark }, async ({ page, plan, accessible, shot }) => {
        await plan.element.waitFor();
        assert.equal(await page.locator('#boot').isVisible(), false, 'the loading sentence is still there');
        const reach = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        assert.ok(reach <= 0, `the page is ${reach} px wider than the window`);
        await accessible();
        await shot('open');
      });
    }
  }
}

journey('serves the app with a strict policy, compressed, cached by name', { open: false }, async ({ page, endpoint, open }) => {
  const answers = [];
  page.on('response', (answer) => answers.push(answer));
  await open();
  const [document] = answers;
  const policy = (await document.allHeaders())['content-security-policy'] ?? '';
  assert.match(policy, /script-src 'self' 'wasm-unsafe-eval'(;|$)/);
  assert.match(policy, /default-src 'none'/);
  assert.doesNotMatch(policy, /unsafe-inline|'unsafe-eval'|\*/);
  for (const answer of answers) {
    const { pathname, origin } = new URL(answer.url());
    assert.equal(`${origin}/`, endpoint.url, 'the app asks another host');
    assert.ok(answer.status() < 400, `${pathname} is answered with ${answer.status()}`);
    const headers = await answer.allHeaders();
    if (/^\/app-[0-9a-f]+/.test(pathname)) {
      assert.equal(headers['content-encoding'], 'br', `${pathname} comes uncompressed`);
      assert.match(headers['cache-control'] ?? '', /immutable/, pathname);
    } else if (pathname.endsWith('.svg')) {
      // The sign is asked for by the page, its tab and its manifest: once an hour is enough.
      assert.match(headers['cache-control'] ?? '', /max-age=3600$/, pathname);
    } else if (pathname === '/' || pathname.startsWith('/assets/')) {
      // These keep their names when they change, so a browser has to ask.
      assert.match(headers['cache-control'] ?? '', /no-cache/, pathname);
    }
    if (pathname.endsWith('.wasm')) assert.equal(headers['content-type'], 'application/wasm');
  }
});
