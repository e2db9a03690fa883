// What goes wrong in the middle of a gesture, in a real browser: the system takes the finger, the window goes, the
// screen turns, a palm lands. Every time the drawing is whole, and what was dragged is where it was.

import assert from 'node:assert/strict';
import { Drawing, atSquare, inState, near } from './drawing.mjs';
import { journey } from './harness.mjs';

const phone = { size: 'phone', at: atSquare };

/** A pavilion on the square, not chosen. */
async function placed(session) {
  const drawing = new Drawing(session);
  await drawing.placeByTap('pavilion', [93, 90]);
  await session.page.keyboard.press('Escape');
  const { at } = await drawing.thing('pavilion');
  return { drawing, at };
}

/** Touches that a test lets go of when it wants to. */
async function touches(session) {
  const cdp = await session.page.context().newCDPSession(session.page);
  const send = (type, points) => cdp.send('Input.dispatchTouchEvent', { type, touchPoints: points });
  return { send, done: () => cdp.detach() };
}

/** Presses the pavilion and drags it 60 px, and holds it there. */
async function dragging(session, at) {
  const { send } = await touches(session);
  const [x, y] = await session.plan.toScreen(at);
  await send('touchStart', [{ x, y, id: 0 }]);
  for (const step of [10, 30, 60]) await send('touchMove', [{ x: x + step, y, id: 0 }]);
  await inState(session.page, 'select.dragging');
  return { send, x, y };
}

const idle = (page) => inState(page, 'select.idle');

const cuts = {
  'the system takes the finger (pointercancel)': async (session, { send }) => send('touchCancel', []),
  'the window loses the focus': async (session) => session.page.evaluate(() => dispatchEvent(new FocusEvent('blur'))),
  'another tab is shown': async (session) => session.page.evaluate(() => {
    Object.defineProperty(document, 'hidden', { value: true, configurable: true });
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
    delete document.hidden;
  }),
  'the screen is turned': async (session) => session.page.setViewportSize({ width: 700, height: 390 }),
  'the capture is lost': async (session, { send, x, y }) => {
    await session.page.getByTestId('plan').evaluate((plan) => {
      for (let id = 0; id < 1000; id++) if (plan.hasPointerCapture(id)) plan.releasePointerCapture(id);
    });
    // A browser tells of it with the next move.
    await send('touchMove', [{ x: x + 64, y, id: 0 }]);
  },
};

for (const [name, cut] of Object.entries(cuts)) {
  journey(`in the middle of a drag ${name}: the thing goes back, and the next drag works`, phone, async (session) => {
    const { drawing, at } = await placed(session);
    const hand = await dragging(session, at);
    await cut(session, hand);
    await idle(session.page);
    await hand.send('touchEnd', []).catch(() => {});
    if (name.includes('turned')) await session.page.setViewportSize({ width: 390, height: 844 });
    assert.deepEqual((await drawing.thing('pavilion')).at, at);
    await session.page.keyboard.press('Escape');
    await session.plan.swipe([at, [at[0] - 4, at[1] + 4]]);
    near((await drawing.thing('pavilion')).at, [at[0] - 4, at[1] + 4], 2);
    await drawing.action('undo').first().tap();
    assert.deepEqual((await drawing.thing('pavilion')).at, at, 'one step, and not two');
  });
}

journey('a palm that lands beside the finger is not felt', phone, async (session) => {
  const { drawing, at } = await placed(session);
  const { send, x, y } = await dragging(session, at);
  const palm = { x: x - 60, y: y + 120, radiusX: 70, radiusY: 80, id: 1 };
  await send('touchStart', [{ x: x + 60, y, id: 0 }, palm]);
  await send('touchMove', [{ x: x + 64, y, id: 0 }, { ...palm, x: palm.x + 20 }]);
  await inState(session.page, 'select.dragging');
  await send('touchEnd', []);
  await idle(session.page);
  const moved = await drawing.thing('pavilion');
  near(moved.at, [at[0] + 8, at[1]], 2);
});

journey('a third finger does nothing, and two fingers keep the place between them', phone, async (session) => {
  const { drawing, at } = await placed(session);
  const { send } = await touches(session);
  const [x, y] = await session.plan.toScreen(at);
  await send('touchStart', [{ x: x - 40, y, id: 0 }, { x: x + 40, y, id: 1 }]);
  await send('touchStart', [{ x: x - 40, y, id: 0 }, { x: x + 40, y, id: 1 }, { x: x + 90, y: y + 90, id: 2 }]);
  for (const step of [10, 20, 40]) {
    await send('touchMove', [{ x: x - 40 - step, y, id: 0 }, { x: x + 40 + step, y, id: 1 }, { x: x + 90 - 3 * step, y: y + 90, id: 2 }]);
  }
  await send('touchEnd', []);
  await idle(session.page);
  assert.deepEqual((await drawing.thing('pavilion')).at, at);
  await session.page.waitForFunction(() => Number(new URL(location.href).searchParams.get('at')?.split(',')[2]) > 12);
  const [nowX, nowY] = await session.plan.toScreen(at);
  assert.ok(Math.hypot(nowX - x, nowY - y) < 3, `the place between the fingers moved by ${nowX - x}, ${nowY - y}`);
});

journey('a pen draws like a finger, however hard it is pressed', { at: atSquare }, async (session) => {
  const drawing = new Drawing(session);
  const { page, plan } = session;
  await drawing.drop('pavilion', [93, 88]);
  await page.keyboard.press('Escape');
  const { at } = await drawing.thing('pavilion');
  const [x, y] = await plan.toScreen(at);
  const cdp = await page.context().newCDPSession(page);
  const send = (type, x, y, force) => cdp.send('Input.dispatchMouseEvent', {
    type, x, y, button: 'left', buttons: type === 'mouseReleased' ? 0 : 1, clickCount: 1, pointerType: 'pen', force,
  });
  await send('mousePressed', x, y, 0.1);
  for (const step of [10, 30, 64]) await send('mouseMoved', x - step, y, step / 64);
  await send('mouseReleased', x - 64, y, 0);
  near((await drawing.thing('pavilion')).at, [at[0] - 8, at[1]], 1.5);
});
