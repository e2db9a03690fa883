// Several at once: by the mouse, by finger, by the keyboard, and between two tabs by the clipboard.

import assert from 'node:assert/strict';
import { Drawing, atSquare, counted, inState, near, still } from './drawing.mjs';
import { journey, ready } from './harness.mjs';
import { Plan } from './plan.mjs';

const desk = { at: atSquare };
const phone = { size: 'phone', at: atSquare };
const clipboard = { context: { permissions: ['clipboard-read', 'clipboard-write'] } };

const chosen = (page) => page.locator('[data-testid=object][aria-pressed=true]');

/** Three pavilions, not in one line. */
async function three(drawing) {
  for (const point of [[85, 88], [93, 90], [101, 86]]) await drawing.drop('pavilion', point);
  await drawing.page.keyboard.press('Escape');
}

/** Ends choosing, until the sheet shows the card: Chromium takes a tap right after a swipe for a part of it. */
async function doneChoosing(page) {
  const card = page.getByTestId('several');
  const done = page.locator('[data-testid=hint] [data-action=action-done]');
  for (let taps = 0; taps < 8 && !await card.isVisible(); taps++) await done.tap({ timeout: 1_000 }).catch(() => undefined);
  await card.waitFor();
}

async function toPlan(page) {
  await page.getByTestId('plan').focus();
}

journey('a ring drawn by the mouse chooses several; they are aligned and grouped by keys', desk, async (session) => {
  const drawing = new Drawing(session);
  const { page, plan } = session;
  await three(drawing);
  await toPlan(page);
  await page.keyboard.press('q');
  await plan.drag([[81, 82], [97, 82], [97, 94], [81, 94]], { hold: true });
  await session.shot('lasso');
  await page.mouse.up();
  await counted(chosen(page), 2);
  await page.keyboard.press('Enter');
  const card = page.getByTestId('several');
  await card.waitFor();
  await session.shot('several');
  await session.accessible();
  await toPlan(page);
  await page.keyboard.press('Control+Shift+ArrowUp');
  const aligned = await drawing.things();
  assert.ok(Math.abs(aligned[0].at[1] - aligned[1].at[1]) < 0.01, JSON.stringify(aligned));
  assert.notEqual(aligned[2].at[1], aligned[0].at[1]);
  await toPlan(page);
  await page.keyboard.press('g');
  await page.keyboard.press('Escape');
  await plan.click(aligned[0].at);
  await counted(chosen(page), 2);
  await drawing.action('undo').first().click();
  await drawing.action('undo').first().click();
  near((await drawing.things())[0].at, [85, 88], 2);
});

journey('on a phone several are chosen by a box: the tool, one chip, one swipe', phone, async (session) => {
  const drawing = new Drawing(session);
  const { page, plan } = session;
  for (const [at, point] of [[85, 88], [93, 90]].entries()) {
    await drawing.placeByTap('pavilion', point, at + 1);
    await page.keyboard.press('Escape');
  }
  await counted(drawing.twins('pavilion'), 2);
  await page.getByRole('button', { name: '画图工具' }).tap();
  await page.locator('.tools [data-action="action-choose-several"]').tap();
  await drawing.action('choose-by-box').tap();
  await page.locator('[data-action="action-choose-by-box"][aria-pressed=true]').waitFor();
  await session.accessible();
  await session.shot('choose-by-box');
  await plan.swipe([[81, 82], [98, 95]]);
  await counted(chosen(page), 2);
  await doneChoosing(page);
  await session.shot('several-by-box');
});

journey('a box with Shift adds, the common box scales and turns, what is locked stays', desk, async (session) => {
  const drawing = new Drawing(session);
  const { page, plan } = session;
  await three(drawing);
  await page.keyboard.down('Shift');
  await plan.drag([[80, 80], [106, 95]]);
  await page.keyboard.up('Shift');
  await counted(chosen(page), 3);
  await session.shot('common-box');
  const before = await drawing.things();
  await page.locator('.several [data-action=action-lock]').click();
  await page.locator('.several [data-action=action-unlock]').waitFor();
  await toPlan(page);
  await page.keyboard.press('ArrowUp');
  assert.deepEqual((await drawing.things()).map((thing) => thing.at), before.map((thing) => thing.at));
  await session.shot('locked');
  await page.locator('.several [data-action=action-unlock]').click();
  await page.locator('.several [data-action=action-hide]').click();
  await page.getByTestId('hidden').waitFor();
  await session.shot('hidden');
  await page.getByTestId('submit').click();
  await page.getByTestId('submit-hidden').waitFor();
});

journey('on a phone several are chosen by taps and a ring, and the sheet says how many', phone, async (session) => {
  const drawing = new Drawing(session);
  const { page, plan } = session;
  for (const [at, point] of [[85, 96], [93, 98], [100, 94]].entries()) {
    await drawing.placeByTap('pavilion', point, at + 1);
  }
  await page.locator('.sheet [data-panel=panel-things]').tap();
  const choose = page.locator('.sheet [data-action=action-choose-several]');
  if (!await choose.isVisible()) await page.locator('.sheet [data-panel=panel-things]').tap();
  await choose.tap();
  const view = await page.getByTestId('hint').innerText();
  assert.match(view, /画一圈/);
  await session.shot('choosing');
  await session.accessible();
  await plan.swipe([[80, 91], [105, 91], [105, 102], [80, 102]]);
  await doneChoosing(page);
  await session.shot('several');
  await session.accessible();
  const count = Number((await page.getByTestId('several').locator('h2').innerText()).match(/\d+/)[0]);
  assert.equal(count, 3);
});

journey('copied in one tab and pasted in another by keys, without asking anyone', { ...desk, ...clipboard }, async (session) => {
  const drawing = new Drawing(session);
  const { page, plan, context } = session;
  await three(drawing);
  await toPlan(page);
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+c');
  const text = await page.evaluate(() => navigator.clipboard.readText());
  assert.equal(JSON.parse(text).schema, 'mulin.clip/1');
  assert.equal(JSON.parse(text).things.length, 3);

  const other = await context.newPage();
  await session.open({}, other);
  await ready(other);
  const there = new Drawing({ page: other, plan: new Plan(other) });
  const before = await there.twins().count();
  await toPlan(other);
  await other.keyboard.press('Control+v');
  await there.twins().nth(before + 2).waitFor();
  await counted(there.twins(), before + 3);

  await page.bringToFront();
  await page.evaluate(() => navigator.clipboard.writeText('3号楼门口的灯坏了'));
  await toPlan(page);
  const count = await drawing.twins().count();
  await page.keyboard.press('Control+v');
  await page.getByText('剪贴板里不是图上的东西', { exact: false }).first().waitFor();
  await counted(drawing.twins(), count);
  void plan;
});

journey('a row of lamps by a form, and another kind in their place', desk, async (session) => {
  const drawing = new Drawing(session);
  const { page } = session;
  await drawing.drop('lamp', [80, 92]);
  await toPlan(page);
  await page.keyboard.press('Shift+D');
  await page.getByTestId('row-form').waitFor();
  await session.shot('row');
  await session.accessible();
  await page.getByTestId('row-make').click();
  await drawing.twins('lamp').nth(4).waitFor();
  const lamps = await drawing.things();
  assert.equal(lamps.length, 5);
  assert.ok(Math.abs(lamps[1].at[0] - lamps[0].at[0] - 5.6) < 0.01, JSON.stringify(lamps));
  await toPlan(page);
  await page.keyboard.press('Shift+K');
  await page.getByTestId('replace-form').waitFor();
  await session.shot('replace');
  await page.locator('[data-testid=replace-form] [data-kind=bollard]').click();
  await drawing.twins('bollard').nth(4).waitFor();
});

journey('the way of a row is aimed: seen first, put away by Escape, untouched by a pinch, set by keys', phone, async (session) => {
  const drawing = new Drawing(session);
  const { page, plan } = session;
  await drawing.placeByTap('lamp', [84, 90]);
  const aim = async () => {
    await toPlan(page);
    await page.keyboard.press('Shift+D');
    await page.getByTestId('row-form').getByRole('button', { name: '在图上点方向' }).tap();
    await page.getByTestId('row-make').tap();
    await inState(page, 'row.aiming');
    // The form closes and gives the keys back to the plan.
    await page.locator('[data-testid=plan]:focus').waitFor();
  };
  await aim();
  await plan.pinch([92, 92], { from: 60, to: 120 });
  await inState(page, 'row.aiming');
  await counted(drawing.twins('lamp'), 1);
  await page.keyboard.press('Escape');
  await inState(page, 'select.idle');
  await aim();
  for (const key of ['Shift+ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowUp']) await page.keyboard.press(key);
  await session.shot('row-aimed');
  await session.accessible();
  await page.keyboard.press('Enter');
  await counted(drawing.twins('lamp'), 5);
  await drawing.action('undo').first().tap();
  await counted(drawing.twins('lamp'), 1);
});

journey('a chip keeps the kind in the hand, so that three trees are three taps', phone, async (session) => {
  const drawing = new Drawing(session);
  const { page, plan } = session;
  await page.getByTestId('palette-open').tap();
  await drawing.card('bench').tap();
  const again = page.locator('[data-testid=hint] [data-action="action-place-again"]');
  await again.tap();
  await page.locator('[data-action="action-place-again"][aria-pressed=true]').waitFor();
  await session.accessible();
  await session.shot('again');
  const badge = (many) => page.locator('.sheet [data-panel=panel-things]', { hasText: String(many) }).waitFor();
  for (const [at, point] of [[84, 84], [90, 80], [96, 84]].entries()) {
    await plan.tap(point);
    await badge(at + 1);
  }
  await still(again);
  await again.tap();
  await page.locator('[data-action="action-place-again"][aria-pressed=false]').waitFor();
  await plan.tap([92, 90]);
  await inState(page, 'select.idle');
  assert.equal((await drawing.things()).length, 4);
});

journey('in the list several are chosen by Shift and the space bar', desk, async (session) => {
  const drawing = new Drawing(session);
  const { page } = session;
  await three(drawing);
  for (const at of [0, 2]) {
    await drawing.twins('pavilion').nth(at).focus();
    await page.keyboard.press('Shift+Space');
  }
  await counted(chosen(page), 2);
  await page.getByTestId('several').waitFor();
});
