// The hand at the one thing selected: resized by finger, a length typed at it, and what snaps.

import assert from 'node:assert/strict';
import { Drawing, atSquare, square, tapUntil } from './drawing.mjs';
import { journey } from './harness.mjs';

/** Places a thing by tapping its card and then the plan, and leaves it selected. */
async function place({ page, plan }, drawing, kind, point) {
  if (await page.getByTestId('palette-open').isVisible()) await page.getByTestId('palette-open').click();
  await drawing.card(kind).click();
  await plan.tap(point);
  await drawing.twins(kind).first().waitFor({ state: 'attached' });
}

/** Draws a finger over the plan, from point to point in the window's pixels; looks once before it is lifted. */
async function swipe(page, points, look) {
  const touches = await page.context().newCDPSession(page);
  const [first, ...rest] = points.map(([x, y]) => [{ x, y }]);
  await touches.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: first });
  for (const touchPoints of rest) await touches.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints });
  await look();
  await touches.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
}

const length = (page, of) => page.locator(`[data-testid=length][data-of=${of}]`);

journey('a corner is pulled by finger and a sum is typed at the width', { size: 'phone', at: atSquare }, async (hands) => {
  const { page, plan, shot } = hands;
  const drawing = new Drawing(hands);
  await place(hands, drawing, 'plaza', square);
  await length(page, 'width').waitFor();
  // The sheet rises to what was placed, and the plan goes up with it until all of the thing is seen.
  await page.waitForFunction((begun) => !location.search.includes(begun), String(atSquare));
  const sheet = page.locator('#sheet-body');
  const { y: top } = await sheet.boundingBox();
  for (const [dx, dy] of [[-12, -9], [12, -9], [12, 9], [-12, 9]]) {
    const [, y] = await plan.toScreen([square[0] + dx, square[1] + dy]);
    assert.ok(y < top, `a corner at ${y} lies under the sheet, which begins at ${top}`);
  }
  await shot('lengths');
  // The plaza's east side lies twelve metres from its middle.
  const [x, y] = await plan.toScreen([square[0] + 12, square[1]]);
  const opacity = (at) => page.waitForFunction((at) => getComputedStyle(document.querySelector('#sheet-body')).opacity === at, at);
  await swipe(page, [[x, y], [x - 10, y], [x - 25, y], [x - 40, y]], async () => {
    await opacity('0.12');
    await shot('sheet-makes-way');
  });
  await opacity('1');
  await page.locator('[data-testid=length][data-of=width]', { hasNotText: /^24 / }).waitFor();

  const field = page.getByTestId('length-field');
  await tapUntil(() => length(page, 'width').tap(), field);
  await field.fill('12.5+3');
  await shot('length-typed');
  await field.press('Enter');
  await page.locator('[data-testid=length][data-of=width]', { hasText: '15.5' }).waitFor();
  const plaza = await drawing.thing('plaza');
  const [a, b] = plaza.outline ?? [];
  assert.ok(Math.abs(Math.hypot(b[0] - a[0], b[1] - a[1]) - 15.5) < 0.01, JSON.stringify(plaza));
});

journey('words are refused with a sentence and Escape leaves a length as it was', { size: 'desk', at: atSquare }, async (hands) => {
  const { page, accessible } = hands;
  const drawing = new Drawing(hands);
  await drawing.drop('plaza', square);
  await length(page, 'depth').click();
  const field = page.getByTestId('length-field');
  await field.fill('很宽');
  await field.press('Enter');
  await page.getByText('很宽').last().waitFor();
  await field.press('Escape');
  await length(page, 'depth').filter({ hasText: '18' }).waitFor();
  await accessible('.planbox');
  const [, b, c] = (await drawing.thing('plaza')).outline;
  assert.ok(Math.abs(Math.hypot(c[0] - b[0], c[1] - b[1]) - 18) < 0.01);
});

journey('the chip goes through what is snapped to, by keyboard', { size: 'desk', at: atSquare }, async ({ page }) => {
  const chip = page.getByTestId('snap-chip');
  const modes = [];
  await chip.focus();
  for (let presses = 0; presses < 5; presses += 1) {
    modes.push(await chip.getAttribute('data-mode'));
    await chip.press('Enter');
  }
  assert.deepEqual(modes, ['alignment', 'right-angles', 'off', 'grid', 'edges']);
  await page.getByTestId('plan').press('s');
  assert.equal(await chip.getAttribute('data-mode'), 'right-angles');
});

for (const [title, options] of [
  ['lengths at a thing', { size: 'desk' }],
  ['lengths at a thing in the dark', { size: 'phone', dark: true }],
  ['lengths at a thing in large letters', { size: 'phone', lang: 'en', query: { text: 'large' } }],
]) {
  journey(title, { ...options, at: [93, 84, 20] }, async (hands) => {
    const { page, plan, shot } = hands;
    const drawing = new Drawing(hands);
    if (options.size === 'desk') await drawing.drop('charging-shed', square);
    else await place(hands, drawing, 'pavilion', square);
    await length(page, 'turn').waitFor();
    await shot('at-rest');
    if (options.size === 'desk') {
      const [x, y] = (await drawing.thing('charging-shed')).at;
      await plan.drag([[x + 4, y], [x + 8, y - 5]], { hold: true });
      await shot('moving');
      await page.mouse.up();
    }
  });
}
