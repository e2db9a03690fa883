// When the program itself breaks: whatever was drawn is shown and saved without it, and comes back (R18, F17).

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { Drawing, atSquare, counted } from './drawing.mjs';
import { accessible, journey, ready } from './harness.mjs';

/**
 * A trap where a test wants one: `trapAfter(n)` traps in the middle of the program, in the n-th call that it makes to
 * the browser from then on, as a panic or a refused memory there would. `calls` counts what goes into the program.
 */
function trapper() {
  // (module (func (export "f") unreachable))
  const bytes = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1, 102, 0, 0, 10, 5, 1, 3, 0, 0, 11]);
  const { exports: { f: trap } } = new WebAssembly.Instance(new WebAssembly.Module(bytes));
  let left = Infinity;
  let done = false;
  const watch = globalThis.watch = { calls: 0, trapAfter: (n) => { left = n; }, done: () => done };
  const hit = (call) => (...args) => {
    if (!done && --left <= 0) { done = true; watch.calls = 0; trap(); }
    return call(...args);
  };
  const count = (way) => (typeof way !== 'function' ? way : (...args) => { watch.calls += 1; return way(...args); });
  const each = (from, work) => Object.fromEntries(Object.entries(from).map(([name, value]) => [name, work(value)]));
  const { instantiateStreaming } = WebAssembly;
  WebAssembly.instantiateStreaming = async (source, imports) => {
    const wrapped = each(imports, (module) => each(module, (value) => (typeof value === 'function' ? hit(value) : value)));
    const { instance, module } = await instantiateStreaming.call(WebAssembly, source, wrapped);
    return { instance: { exports: each(instance.exports, count) }, module };
  };
}

const drawn = { at: atSquare, open: false };
const rescued = (page) => page.getByTestId('rescue-draft');

/** Opens the page with a way to stop the program, and draws. */
async function begin(session) {
  await session.context.addInitScript(trapper);
  await session.open();
  const drawing = new Drawing(session);
  await drawing.drop('pavilion', [93, 84]);
  await session.page.locator('[data-testid=outbox]:visible').getByText('已存在本机').waitFor();
  session.expect(/unreachable|RuntimeError|panicked/);
  return drawing;
}

/** What the page of the rescue gives as a file. */
async function saved(page) {
  const [download] = await Promise.all([page.waitForEvent('download'), rescued(page).getByTestId('rescue-save').click()]);
  return JSON.parse(await readFile(await download.path(), 'utf8'));
}

const kinds = (file) => (file.sheets.estate ?? []).map(({ kind }) => kind);

journey('R18: a program that stops shows what is kept, saves it as it is, is never called again, and opens again whole',
  { ...drawn, size: 'phone' }, async (session) => {
    const { page, shot } = session;
    await session.context.addInitScript(trapper);
    await session.open();
    session.expect(/unreachable|RuntimeError|panicked/);
    const drawing = new Drawing(session);
    await page.getByTestId('palette-open').click();
    await drawing.card('pavilion').first().click();
    await session.plan.click([93, 84]);
    await drawing.twins('pavilion').waitFor({ state: 'attached' });
    await page.locator('[data-testid=outbox]').getByText('已存在本机').first().waitFor();
    await page.evaluate(() => globalThis.watch.trapAfter(1));
    await page.mouse.move(100, 300);
    await page.mouse.move(120, 320);
    await page.keyboard.press('n');
    await rescued(page).waitFor();
    await page.getByText('met an error and stopped').waitFor();
    await accessible(page);
    await shot('rescue');
    assert.deepEqual(kinds(await saved(page)), ['pavilion']);
    // Keys, pointers, timers and a turned phone: nothing reaches the dead program.
    await page.evaluate(() => {
      globalThis.watch.calls = 0;
      for (const name of ['resize', 'online', 'offline', 'pagehide', 'focus', 'blur']) dispatchEvent(new Event(name));
      for (const name of ['visibilitychange', 'pointermove', 'keydown']) document.dispatchEvent(new Event(name, { bubbles: true }));
    });
    await page.keyboard.press('Delete');
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    assert.equal(await page.evaluate(() => globalThis.watch.calls), 0, 'the dead program was called');
    await page.getByRole('link', { name: 'Open again' }).click();
    await ready(page);
    await counted(drawing.twins('pavilion'), 1);
  });

journey('F17: stopped at 30 places of a gesture, the drawing is there each time', { ...drawn, timeout: 240_000 }, async (session) => {
  const { page } = session;
  const drawing = await begin(session);
  const before = await drawing.saved();
  let stops = 0;
  for (let site = 1; site <= 30; site += 1) {
    await page.evaluate((n) => globalThis.watch.trapAfter(n), 1 + (site * site * 7) % 400);
    // Moved there and back until it stops: the place is reached in the middle of what the program does of itself.
    for (let step = 0; step < 40 && !(await page.evaluate(() => globalThis.watch.done())); step += 1) {
      await page.keyboard.press(['n', 'ArrowRight', 'ArrowLeft', '+', '-'][step % 5]);
      await page.mouse.move(500 + 10 * (step % 3), 400);
    }
    const state = page.locator('html[data-state=failed]');
    const failed = await state.waitFor({ state: 'attached', timeout: 2_000 }).then(() => true, () => false);
    if (failed) {
      stops += 1;
      await rescued(page).waitFor();
      assert.deepEqual(kinds(await saved(page)), ['pavilion'], `place ${site}`);
    }
    await page.evaluate(() => sessionStorage.clear());
    await page.goto(page.url());
    await ready(page);
    await counted(drawing.twins('pavilion'), 1);
  }
  // Some calls are to ones that the program expects to fail: they come back as its own faults, and it goes on.
  console.log(`    ${stops} of 30 places stopped the program; at the others it went on.`);
  assert.ok(stops >= 20, `only ${stops} of 30 places stopped the program`);
  assert.deepEqual((await drawing.saved()).draft, before.draft);
});

journey('a drawing that stops the program again and again can be put aside, and is not lost', drawn, async (session) => {
  const { page } = session;
  const drawing = await begin(session);
  for (let time = 0; time < 2; time += 1) {
    await page.evaluate(() => globalThis.watch.trapAfter(1));
    await page.keyboard.press('n');
    await rescued(page).waitFor();
    if (time === 0) {
      assert.equal(await page.getByTestId('rescue-aside').count(), 0, 'offered at the first stop');
      await page.getByRole('link', { name: 'Open again' }).click();
      await ready(page);
    }
  }
  await session.shot('rescue-again');
  await page.getByTestId('rescue-aside').click();
  await page.locator('html[data-state=ready]').waitFor({ state: 'attached' });
  await counted(drawing.twins('pavilion'), 0);
  await page.getByTestId('menu').click();
  await page.locator('.menu [data-action="action-show-history"]').click();
  await page.getByText('before the error').first().waitFor();
});

journey('what waits to be sent is offered too, and a store that is gone is told', drawn, async (session) => {
  const { page, offline } = session;
  const drawing = await begin(session);
  session.expect(/ERR_INTERNET_DISCONNECTED/);
  await offline();
  await drawing.submit();
  await drawing.outboxIs('waiting');
  await page.evaluate(() => globalThis.watch.trapAfter(1));
  await page.keyboard.press('Escape');
  await page.getByTestId('rescue-waiting').waitFor();
  await offline(false);
  await page.goto(page.url());
  await ready(page);
  await drawing.outboxIs('empty');
  session.expect(/does not answer|Error: gone/);
  await page.evaluate(() => {
    IDBFactory.prototype.open = () => { throw new Error('gone'); };
    globalThis.watch.trapAfter(1);
  });
  await page.keyboard.press('n');
  await page.getByText('现在读不出来').waitFor();
});
