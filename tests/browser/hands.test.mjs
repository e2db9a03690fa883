// What hands do that needs a real browser: the clipboard by buttons on a phone, the plan that moves on under what is
// held at its edge, and the ghost that shows where mending would put a thing.

import assert from 'node:assert/strict';
import { Drawing, atSquare, counted, tapUntil } from './drawing.mjs';
import { journey } from './harness.mjs';

const phone = { size: 'phone', at: atSquare };

/** A pavilion on the square, chosen, with the buttons of the clipboard in sight. */
async function chosen(session) {
  const drawing = new Drawing(session);
  const { page, plan } = session;
  await drawing.placeByTap('pavilion', [93, 90]);
  await tapUntil(() => page.locator('.sheet summary').first().tap(), page.locator('.sheet details[open]').first());
  return drawing;
}

journey('on a phone what is chosen is copied and pasted by buttons', { ...phone, context: { permissions: ['clipboard-read', 'clipboard-write'] } }, async (session) => {
  const drawing = await chosen(session);
  const { page } = session;
  await drawing.action('copy').tap();
  await page.getByTestId('said').getByText('1').waitFor({ state: 'attached' });
  await session.shot('copied');
  await drawing.action('paste').first().tap();
  await counted(drawing.twins('pavilion'), 2);
  await drawing.action('undo').first().tap();
  await counted(drawing.twins('pavilion'), 1);
});

journey('a clipboard that the browser denies is told in a sentence, and nothing is lost', phone, async (session) => {
  const { page, context } = session;
  const denied = () => {
    const no = () => Promise.reject(new DOMException('denied, says the test', 'NotAllowedError'));
    Object.assign(Clipboard.prototype, { readText: no, writeText: no });
  };
  await context.addInitScript(denied);
  await page.evaluate(denied);
  const drawing = await chosen(session);
  for (const [action, said] of [['copy', '不让复制'], ['cut', '不让复制'], ['paste', '不让读剪贴板']]) {
    await drawing.action(action).first().tap();
    const toast = page.locator('.toast').getByText(said);
    await toast.waitFor();
    if (action === 'copy') await session.shot('denied');
    await page.locator('.toast button').tap();
    await toast.waitFor({ state: 'detached' });
    await counted(drawing.twins('pavilion'), 1);
  }
});

journey('a thing held at the edge goes on with the plan, and Escape brings it home', { at: atSquare, open: false }, async (session) => {
  // With the small map open, as it shows where the plan is while it moves.
  await session.context.addInitScript(() => localStorage.setItem('mulin.view.beimen', 'map=1'));
  await session.open();
  const drawing = new Drawing(session);
  const { page, plan } = session;
  await drawing.drop('pavilion', [93, 88]);
  await page.keyboard.press('Escape');
  const placed = await drawing.thing('pavilion');
  const box = await plan.element.boundingBox();
  const shown = () => page.getByTestId('minimap').locator('polygon').getAttribute('points');
  const edge = [box.x + box.width - 6, (await plan.toScreen(placed.at))[1]];
  const right = plan.view().x + (edge[0] - box.x - box.width / 2) / plan.view().k;
  for (const ends of ['up', 'Escape']) {
    const before = await shown();
    const from = await plan.toScreen((await drawing.thing('pavilion')).at);
    await page.mouse.move(...from);
    await page.mouse.down();
    await page.mouse.move(...edge, { steps: 6 });
    // The small map follows the plan by more than a little.
    await page.waitForFunction((before) => {
      const left = (points) => Number(points.split(',')[0]);
      const now = document.querySelector('[data-testid=minimap] polygon').getAttribute('points');
      return left(now) - left(before) > 4;
    }, before);
    if (ends === 'Escape') await page.keyboard.press('Escape');
    await page.mouse.up();
    const { at } = await drawing.thing('pavilion');
    if (ends === 'up') {
      assert.ok(at[0] > right + 1, `${at} lies no farther than what was seen, ${right}`);
      await drawing.action('undo').first().click();
      await page.getByTestId('object').first().click();
      await page.keyboard.press('Escape');
    }
    else assert.deepEqual(at, placed.at);
  }
});

journey('before it is pressed, mending shows where the thing would go, and takes that back', { at: atSquare }, async (session) => {
  const drawing = new Drawing(session);
  const { page } = session;
  await drawing.drop('pavilion', [93, 84]);
  await drawing.drop('table-tennis', [94, 84.8]);
  const mend = drawing.finding('overlap').first().getByTestId('mend');
  await mend.waitFor();
  const before = await drawing.things();
  const glass = page.locator('#plan canvas').last();
  const ink = () => glass.evaluate((glass) => {
    const { data } = glass.getContext('2d').getImageData(0, 0, glass.width, glass.height);
    return data.reduce((seen, value, at) => seen + Number(at % 4 === 3 && value > 0), 0);
  });
  /** Waits until what is painted over the plan is so. */
  const inkIs = async (right) => { while (!right(await ink())) await page.evaluate(() => new Promise(requestAnimationFrame)); };
  await page.mouse.move(5, 5);
  const rests = await ink();
  await mend.hover();
  await inkIs((now) => now > rests + 200);
  await session.shot('mend-ghost');
  assert.deepEqual(await drawing.things(), before, 'only shown');
  await page.mouse.move(5, 5);
  await inkIs((now) => now === rests);
});
