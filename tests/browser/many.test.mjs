// Several at once: by the mouse, by finger, by the keyboard, and between two tabs by the clipboard.

import assert from 'node:assert/strict';
import { Drawing, atSquare, counted, near } from './drawing.mjs';
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
  await page.keyboard.press('Control+g');
  await page.keyboard.press('Escape');
  await plan.click(aligned[0].at);
  assert.equal(await chosen(page).count(), 2, 'a group is chosen as one');
  await drawing.action('undo').first().click();
  await drawing.action('undo').first().click();
  near((await drawing.things())[0].at, [85, 88], 2);
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
  for (const point of [[85, 96], [93, 98], [100, 94]]) {
    await page.getByTestId('palette-open').tap();
    await drawing.card('pavilion').tap();
    await plan.tap(point);
    await drawing.twins('pavilion').last().waitFor({ state: 'attached' });
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
  // Chromium takes a tap that follows a swipe at once for a part of it, and clicks nothing: tapped again.
  const card = page.getByTestId('several');
  const done = page.locator('[data-testid=hint] [data-action=action-done]');
  for (let taps = 0; taps < 8 && !await card.isVisible(); taps++) await done.tap({ timeout: 1_000 }).catch(() => undefined);
  await card.waitFor();
  await session.shot('several');
  await session.accessible();
  const count = Number((await card.locator('h2').innerText()).match(/\d+/)[0]);
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
  assert.equal(await there.twins().count(), before + 3);

  await page.bringToFront();
  await page.evaluate(() => navigator.clipboard.writeText('3号楼门口的灯坏了'));
  await toPlan(page);
  const count = await drawing.twins().count();
  await page.keyboard.press('Control+v');
  await page.getByText('剪贴板里不是图上的东西', { exact: false }).first().waitFor();
  assert.equal(await drawing.twins().count(), count);
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
