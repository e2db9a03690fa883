// A facilitator shows designs to a room: one, four tied together, a tour; nobody in the room learns who drew.

import assert from 'node:assert/strict';
import { canaries, design, hostile } from './designs.mjs';
import { counted, fitsSideways } from './drawing.mjs';
import { journey, ready } from './harness.mjs';

const wall = { size: 'wall', own: true, open: false };

/** Puts designs at the endpoint and opens the wall with the planner's token. */
async function opened(session, designs) {
  const { page, endpoint } = session;
  const names = [];
  for (const one of designs) names.push(await endpoint.put(one));
  await session.open({ view: 'wall' });
  await page.getByTestId('token').fill(endpoint.token);
  await page.getByTestId('token-enter').click();
  await page.getByTestId('wall-screen').first().waitFor();
  return names;
}

const screens = (page) => page.getByTestId('wall-screen');
const shown = (page) => screens(page).evaluateAll((all) => all.map((one) => one.dataset.design));

journey('the wall asks for designs in plain words before it has any', { ...wall, open: true, query: { view: 'wall' } }, async (session) => {
  const { page } = session;
  await page.getByTestId('wall-files').waitFor({ state: 'attached' });
  await session.accessible();
  await session.shot('wall-empty');
  session.expect(/status of 401/);
  await page.getByTestId('token').fill('not-the-token-not-the-token-not-the');
  await page.getByTestId('token-enter').click();
  await page.getByTestId('token-refused').getByText('口令不对').waitFor();
});

journey('one design fills the wall, readable from the back, and the keys go on to the next', wall, async (session) => {
  const { page } = session;
  const names = await opened(session, [design(1), design(2), design(3)]);
  await counted(screens(page), 1);
  const [first] = await shown(page);
  assert.ok(names.includes(first));
  const sizes = await page.locator('[data-testid=wall-screen] .facts :is(h2, .balance *, .figure *)').evaluateAll((all) =>
    all.filter((one) => one.children.length === 0 && /[0-9]/.test(one.textContent)).map((one) => [one.textContent, parseFloat(getComputedStyle(one).fontSize)]));
  assert.ok(sizes.some(([, size]) => size >= 40), `no figure reads from six metres: ${JSON.stringify(sizes)}`);
  await page.keyboard.press('ArrowRight');
  await page.waitForFunction((first) => document.querySelector('[data-testid=wall-screen]')?.dataset.design !== first, first);
  await fitsSideways(page);
  await session.accessible();
  await session.shot('wall-one');
  await page.keyboard.press('ArrowLeft');
  await page.waitForFunction((first) => document.querySelector('[data-testid=wall-screen]')?.dataset.design === first, first);
});

journey('four designs stand side by side, and what moves one moves all', wall, async (session) => {
  const { page } = session;
  const names = await opened(session, [1, 2, 3, 4, 5].map((number) => design(number)));
  await page.getByTestId('wall-four').click();
  await page.locator('[data-testid=wall][data-across=four]').waitFor();
  await screens(page).nth(3).waitFor();
  await counted(screens(page), 4);
  assert.equal(new Set(await shown(page)).size, 4);
  assert.ok((await shown(page)).every((name) => names.includes(name)));
  const pictures = () => page.getByTestId('plan').evaluateAll((all) => all.map((plan) =>
    [...plan.querySelectorAll('canvas')].map((canvas) => canvas.toDataURL().length + canvas.style.transform).join()));
  const before = await pictures();
  const box = await page.getByTestId('plan').first().boundingBox();
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.wheel(0, -600);
  await page.waitForFunction((before) => [...document.querySelectorAll('[data-testid=plan]')].every((plan, index) =>
    [...plan.querySelectorAll('canvas')].map((canvas) => canvas.toDataURL().length + canvas.style.transform).join() !== before[index]), before);
  await session.accessible();
  await fitsSideways(page);
  await session.shot('wall-four');
});

journey('the tour goes on by itself, and a hand stops it', wall, async (session) => {
  const { page } = session;
  await opened(session, [design(1), design(2), design(3)]);
  const [first] = await shown(page);
  await page.locator('.stay select').selectOption('0');
  await page.getByTestId('wall-tour').click();
  await page.waitForFunction((first) => document.querySelector('[data-testid=wall-screen]')?.dataset.design !== first, first, { timeout: 20_000 });
  await page.getByTestId('wall-tour').click();
  await page.locator('[data-testid=wall-tour][aria-pressed=false]').waitFor();
});

journey('nothing on the wall tells who drew, and no text of a design does anything', wall, async (session) => {
  const { page } = session;
  page.on('dialog', (dialog) => { throw new Error(`a dialog opened: ${dialog.message()}`); });
  await opened(session, [
    design(1, { title: `找我 ${canaries.phone}` }), hostile(),
  ]);
  for (const across of ['wall-one', 'wall-four']) {
    await page.getByTestId(across).click();
    const all = await page.content() + JSON.stringify(await page.evaluate(() => [document.title, ...[...document.querySelectorAll('*')].flatMap((one) =>
      [...one.attributes].map(({ value }) => value))]));
    for (const secret of [canaries.alias, canaries.contact, canaries.phone, 'HYPERLINK', `${canaries.building}号楼居民`])
      assert.ok(!all.includes(secret), `the wall holds ${secret}`);
  }
});

journey('the wall on the demo estate without any token says what to do', { ...wall, lang: 'en', dark: true, open: true, query: { view: 'wall' } }, async (session) => {
  await ready(session.page);
  await session.accessible();
  await session.shot('wall-empty');
});
