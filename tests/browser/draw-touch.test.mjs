// A resident with a finger, on a phone: the palette, tap and tap, drag, pinch, the sheet.

import assert from 'node:assert/strict';
import { Drawing, atSquare, fitsSideways, inState, middleOf, near, tapUntil } from './drawing.mjs';
import { journey } from './harness.mjs';
import { fingers } from './plan.mjs';

const phone = { size: 'phone', at: atSquare };

/** Nothing that a finger is meant for is smaller than 44 px, but for words within a sentence. */
async function wideEnough(page, least = 44) {
  const small = await page.evaluate((least) => [...document.querySelectorAll('button, a[href], input:not([type=file]), select, textarea, summary')]
    .filter((element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && !element.closest('p'))
    .map((element) => [element, (element.labels?.[0] ?? element).getBoundingClientRect()])
    .filter(([element, box]) => !element.matches('.aloud, .skip') && box.width > 2 && (box.width < least - 0.5 || box.height < least - 0.5))
    .map(([element, box]) => `${Math.round(box.width)}×${Math.round(box.height)} ${element.outerHTML.slice(0, 120)}`), least);
  assert.deepEqual(small, [], `smaller than ${least} px`);
}

journey('on a phone the palette opens, a card is tapped, the plan is tapped, and the thing stands there', phone, async (session) => {
  const drawing = new Drawing(session);
  const { page, plan } = session;
  await page.getByTestId('palette-open').tap();
  await drawing.card('pavilion').waitFor();
  await wideEnough(page);
  await fitsSideways(page);
  await session.accessible();
  await session.shot('palette');
  await drawing.card('pavilion').tap();
  await plan.tap([93, 90]);
  await drawing.twins('pavilion').waitFor({ state: 'attached' });
  near(middleOf(await drawing.thing('pavilion')), [93, 90], 2);
});

journey('a finger drags a card out to the plan, then the thing to another place', phone, async (session) => {
  const drawing = new Drawing(session);
  const { page, plan } = session;
  await page.getByTestId('palette-open').tap();
  await drawing.card('pavilion').waitFor();
  await plan.swipeFrom(drawing.card('pavilion'), [93, 96]);
  await drawing.twins('pavilion').waitFor({ state: 'attached' });
  const placed = await drawing.thing('pavilion');
  near(placed.at, [93, 96], 2);
  await plan.swipe([placed.at, [85, 100]]);
  const moved = await drawing.thing('pavilion');
  near(moved.at, [85, 100], 2);
  await session.shot('placed');
  await wideEnough(page);
  await drawing.action('undo').tap();
  assert.deepEqual((await drawing.thing('pavilion')).at, placed.at);
});

journey('two fingers zoom about the place between them, and nothing is dragged along', phone, async (session) => {
  const drawing = new Drawing(session);
  const { page, plan } = session;
  await drawing.placeByTap('pavilion', [93, 90]);
  const placed = await drawing.thing('pavilion');
  const before = await plan.toScreen(placed.at);
  await plan.pinch(placed.at, { from: 80, to: 160 });
  assert.deepEqual((await drawing.thing('pavilion')).at, placed.at, 'a pinch moved what it began on');
  // The thing is still under the middle of the pinch, now twice as large: a finger finds it there.
  await tapUntil(() => page.touchscreen.tap(...before), page.locator('[data-testid=object][aria-pressed=true], [data-testid=thing]').first());
  await page.waitForURL(/at=[-.\d]+,[-.\d]+,16(&|$)/);
});

journey('a finger on a length or a button over the plan is one of two where another is down', phone, async (session) => {
  const drawing = new Drawing(session);
  const { page, plan } = session;
  await drawing.placeByTap('pavilion', [93, 90]);
  const placed = await drawing.thing('pavilion');
  const cdp = await page.context().newCDPSession(page);
  const touch = (type, ...points) => cdp.send('Input.dispatchTouchEvent', { type, touchPoints: points.map(([x, y], id) => ({ x, y, id })) });
  const scale = () => plan.view().k;
  const middle = async (locator) => {
    const box = await locator.boundingBox();
    return [box.x + box.width / 2, box.y + box.height / 2];
  };
  const length = page.locator('[data-testid=length][data-of=depth]');
  const ground = [60, 300];
  const away = ([x, y], by) => [x + by, y];
  // The first on the ground and the second on a length; the other way round; the second on the zoom's button.
  const zoom = drawing.action('zoom-in').first();
  for (const [name, one, other] of [['length', null, length], ['length first', length, null], ['button', null, zoom]]) {
    // With nothing chosen the sheet sinks, and what it covered is there again.
    if (name === 'button') await page.keyboard.press('Escape');
    // Once the sheet has risen and the plan has made way for it.
    await (other ?? one).tap({ trial: true });
    const before = scale();
    const [a, b] = [one ? await middle(one) : ground, other ? await middle(other) : ground];
    const inward = Math.sign(b[0] - a[0]);
    await touch('touchStart', a);
    await touch('touchStart', a, b);
    for (const step of [10, 20, 40]) await touch('touchMove', away(a, step * inward), b);
    await inState(page, 'pan.pinching');
    await touch('touchEnd');
    await inState(page, 'select.idle');
    await page.waitForFunction((before) => Number(new URL(location.href).searchParams.get('at').split(',')[2]) < before, before);
    assert.equal(await page.getByTestId('length-field').count(), 0, `${name}: a pinch is no tap on it`);
    assert.deepEqual((await drawing.thing('pavilion')).at, placed.at, name);
  }
  // Alone it is a tap as ever.
  await tapUntil(async () => page.touchscreen.tap(...await plan.toScreen(placed.at)), length);
  await tapUntil(() => length.tap(), page.getByTestId('length-field'));
});

for (const width of [390, 320]) {
  journey(`nothing is wider than a phone of ${width} px, in any of the sheet's panels`,
    { size: 'phone', context: { viewport: { width, height: 700 } } }, async (session) => {
      const { page } = session;
      await fitsSideways(page);
      for (const tab of await page.locator('.sheet nav button[data-panel]').all()) {
        await tab.tap();
        await fitsSideways(page);
        await session.accessible();
      }
      await wideEnough(page);
      await session.shot(`narrow-${width}`);
    });
}
