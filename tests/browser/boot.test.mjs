// When the program cannot come, the page says so in both languages and says what to do.

import assert from 'node:assert/strict';
import { accessible, journey } from './harness.mjs';

async function says(page, ...sentences) {
  await page.locator('html[data-state=failed]').waitFor({ state: 'attached' });
  for (const sentence of sentences) await page.getByText(sentence).waitFor();
  assert.equal(await page.getByText('正在铺开图纸').isVisible(), false, 'it still says that it is loading');
}

journey('a lost program offers another try, which works', { open: false }, async ({ page, endpoint, expect, shot }) => {
  expect(/ERR_FAILED|Failed to fetch/);
  await page.route('**/*.wasm', (route) => route.abort());
  await page.goto(`${endpoint.url}?at=100,80,4`);
  await says(page, '程序没有取全', 'did not arrive whole');
  await accessible(page);
  await shot('boot-lost');
  await page.unroute('**/*.wasm');
  await page.getByRole('link', { name: 'Try again' }).click();
  await page.locator('html[data-state=ready]').waitFor({ state: 'attached' });
  assert.match(page.url(), /at=/, 'the address lost its view');
});

journey('a browser without WebAssembly is told so', { open: false }, async ({ page, endpoint }) => {
  await page.addInitScript(() => { delete globalThis.WebAssembly; });
  await page.goto(endpoint.url);
  await says(page, '浏览器太旧', 'too old for the plan');
});

journey('wasm that an older engine does not know is told the same', { open: false }, async ({ page, endpoint, expect }) => {
  expect(/CompileError/);
  const body = Buffer.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 0x7f, 1, 0]);
  await page.route('**/*.wasm', (route) => route.fulfill({ contentType: 'application/wasm', body }));
  await page.goto(endpoint.url);
  await says(page, '浏览器太旧', 'too old for the plan');
});

journey('a program that stops is said at once', { size: 'phone' }, async ({ page, expect, shot }) => {
  expect(/unreachable/);
  // (module (func unreachable) (start 0)): the trap that a panic ends in.
  await page.evaluate(() => {
    const trap = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 8, 1, 0, 10, 5, 1, 3, 0, 0, 11]);
    setTimeout(() => new WebAssembly.Instance(new WebAssembly.Module(trap)));
  });
  await says(page, '程序出了错', 'met an error and stopped');
  await shot('boot-stopped');
});

journey('without JavaScript there is a sentence', { open: false, context: { javaScriptEnabled: false } }, async ({ page, endpoint }) => {
  await page.goto(endpoint.url);
  const words = await page.locator('#boot').innerText(); // getByText never looks into noscript
  assert.match(words, /画图要用 JavaScript/);
  assert.match(words, /Drawing needs JavaScript/);
  assert.doesNotMatch(words, /正在铺开图纸/);
});
