// A resident without a mouse: every step of a design by the keyboard alone.

import assert from 'node:assert/strict';
import { Drawing, atSquare, near, stored } from './drawing.mjs';
import { journey } from './harness.mjs';

/** Presses Tab until what has the focus matches. */
async function tabTo(page, selector, { most = 120, key = 'Tab' } = {}) {
  for (let presses = 0; presses < most; presses++) {
    if (await page.evaluate((selector) => Boolean(document.activeElement?.matches(selector)), selector)) return;
    await page.keyboard.press(key);
  }
  assert.fail(`${selector} was not reached in ${most} presses of ${key}`);
}

const inPlan = '[data-testid=plan]';

journey('a design is placed, moved, turned, sized, deleted and sent by keys alone', { at: atSquare, own: true }, async (session) => {
  const drawing = new Drawing(session);
  const { page, endpoint } = session;
  await tabTo(page, '[data-testid=palette-item][data-kind=pavilion]');
  await page.keyboard.press('Enter');
  await tabTo(page, inPlan);
  await page.keyboard.press('Enter');
  await drawing.twins('pavilion').waitFor();
  const placed = await drawing.thing('pavilion');
  near(placed.at, [93, 84], 2);

  await tabTo(page, inPlan);
  for (const key of ['ArrowRight', 'ArrowRight', 'ArrowUp']) await page.keyboard.press(key);
  const moved = await drawing.thing('pavilion');
  assert.ok(moved.at[0] > placed.at[0] && moved.at[1] > placed.at[1], `${placed.at} → ${moved.at}`);

  await tabTo(page, inPlan);
  await page.keyboard.press('r');
  const turned = await drawing.thing('pavilion');
  assert.ok([15, 345].includes(((turned.turn ?? 0) - (moved.turn ?? 0) + 360) % 360), `${moved.turn}° became ${turned.turn}°`);

  await tabTo(page, '[data-testid=thing] .stepper input');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('4.5');
  await page.keyboard.press('Enter');
  assert.equal((await drawing.thing('pavilion')).size[0], 4.5);

  await tabTo(page, inPlan);
  await page.keyboard.press('d');
  await drawing.twins('pavilion').nth(1).waitFor();
  await page.keyboard.press('Delete');
  await drawing.twins('pavilion').nth(1).waitFor({ state: 'detached' });
  await page.keyboard.press('Control+z');
  await drawing.twins('pavilion').nth(1).waitFor();

  await tabTo(page, '[data-testid=submit]');
  await page.keyboard.press('Enter');
  await tabTo(page, '[data-testid=submit-confirm]');
  await page.keyboard.press('Enter');
  const name = await drawing.receipt();
  assert.deepEqual((await stored(endpoint)).map((design) => design.name), [name]);
  await page.keyboard.press('Escape');
  await page.locator('dialog').waitFor({ state: 'detached' });
});

journey('the focus is seen at every stop of Tab, and no stop holds it for ever', { at: atSquare }, async (session) => {
  const { page } = session;
  const stops = [];
  for (let presses = 0; presses < 120; presses++) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(() => {
      const element = document.activeElement;
      if (!element || element === document.body) return null;
      const style = getComputedStyle(element);
      const box = element.getBoundingClientRect();
      // The plan's ring is a box of its own over it, as an outline would be painted anew at every move.
      const frame = getComputedStyle(element, '::after');
      const ringed = (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2)
        || (frame.borderTopStyle !== 'none' && parseFloat(frame.borderTopWidth) >= 2);
      const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
      return {
        what: element.outerHTML.slice(0, 110), ringed, size: [box.width, box.height],
        covered: !(element.contains(top) || top?.contains(element)),
        inside: box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth,
      };
    });
    if (!stop) break; // Past the last: the keyboard came out at the other end.
    if (stops[0]?.what === stop.what) break;
    stops.push(stop);
  }
  assert.ok(stops.length > 20 && stops.length < 120, `${stops.length} stops`);
  const bad = stops.filter(({ ringed, covered, inside, what }) => !(ringed && inside && (!covered || /type="file"/.test(what))));
  assert.deepEqual(bad, []);
});

journey('a list entry chosen by key selects its thing, and Escape leads back to the plan and lets go of it', { at: atSquare }, async (session) => {
  const drawing = new Drawing(session);
  const { page } = session;
  await drawing.drop('pavilion', [93, 88]);
  await drawing.drop('chess-table', [88, 80]);
  await drawing.twins('pavilion').focus();
  await page.keyboard.press('Enter');
  await page.locator('[data-testid=object][data-kind=pavilion][aria-pressed=true]').waitFor();
  // By Tab it would be some ninety presses.
  await page.keyboard.press('Escape');
  await page.locator(`${inPlan}:focus`).waitFor();
  await page.locator('[data-testid=object][data-kind=pavilion][aria-pressed=true]').waitFor();
  await page.keyboard.press('Escape');
  await page.locator('[data-testid=object][aria-pressed=true]').waitFor({ state: 'detached' });
});

journey('when what has the focus goes away, what is nearest gets it', { at: atSquare }, async (session) => {
  const drawing = new Drawing(session);
  const { page } = session;
  await tabTo(page, '[data-testid=palette-item][data-kind=pavilion]');
  await page.keyboard.press('Enter');
  await tabTo(page, inPlan);
  await page.keyboard.press('Enter');
  await drawing.twins('pavilion').waitFor();
  await page.keyboard.press('d');
  await drawing.twins('pavilion').nth(1).waitFor();
  const kept = () => page.waitForFunction(() => document.activeElement !== document.body && document.activeElement.checkVisibility());
  await tabTo(page, '[data-testid=thing] [data-action=action-delete]');
  await page.keyboard.press('Enter');
  await drawing.twins('pavilion').nth(1).waitFor({ state: 'detached' });
  await kept();
  // The layers are left as they were come to.
  await tabTo(page, inPlan);
  await page.keyboard.press('Shift+L');
  await page.waitForFunction(() => document.activeElement?.closest('[data-testid=layers]'));
  await page.keyboard.press('Escape');
  await page.waitForFunction(() => document.activeElement?.matches('[data-testid=plan]'));
  await page.getByTestId('layers').waitFor({ state: 'detached' });
});
