// Every state of the hand, each reached as a resident reaches it and kept as a picture to be looked at; the hint of each is one line.

import assert from 'node:assert/strict';
import { Drawing, atSquare, inState, middleOf, onRectangle } from './drawing.mjs';
import { journey } from './harness.mjs';

const here = { at: atSquare };

/** Presses at a point, goes through others and stays there, takes a picture of the state, and lets go. */
async function held(session, state, points, { then = () => undefined } = {}) {
  const { page, plan } = session;
  await plan.drag(points, { hold: true });
  await inState(page, state);
  await session.shot(`state ${state}`);
  await then();
  await page.mouse.up();
}

/** Clicks points and takes a picture of the state that the last one leads to. */
async function clicked(session, state, points) {
  for (const point of points) await session.plan.click(point);
  await session.page.mouse.move(...await session.plan.toScreen([points.at(-1)[0] + 4, points.at(-1)[1] + 2]));
  await inState(session.page, state);
  await session.shot(`state ${state}`);
}

const press = async (page, ...keys) => {
  await page.getByTestId('plan').focus();
  for (const key of keys) await page.keyboard.press(key);
};

journey('what is there is turned, reshaped, framed, and set at equal gaps', here, async (session) => {
  const drawing = new Drawing(session);
  const { page, plan } = session;
  await drawing.drop('pavilion-corridor', [93, 84]);
  const placed = await drawing.thing('pavilion-corridor');
  // The turning handle stands 76 pixels above the thing, and a metre is eight pixels.
  await held(session, 'select.rotating', [onRectangle(placed, [0, 1], 76 / 8), [placed.at[0] - 16, placed.at[1] + 18]], {
    then: () => page.keyboard.press('Escape'),
  });
  await press(page, 'Control+a', 'Delete');

  await press(page, 'p');
  for (const point of [[84, 78], [104, 78], [106, 90], [86, 94]]) await plan.click(point);
  await press(page, 'Enter');
  await drawing.twins().first().waitFor();
  const { outline } = (await drawing.things())[0];
  await held(session, 'select.reshaping', [outline[2], [outline[2][0] + 2, outline[2][1] - 1]]);
  await press(page, 'Control+a', 'Delete');

  for (const x of [84, 90]) await drawing.drop('lamp', [x, 88]);
  await drawing.drop('lamp', [98, 88]);
  await page.keyboard.press('Escape');
  const lamps = await drawing.things();
  const third = middleOf(lamps[2]);
  await held(session, 'select.dragging', [third, [2 * middleOf(lamps[1])[0] - middleOf(lamps[0])[0] + 0.2, third[1] + 0.2]]);
  await page.keyboard.down('Shift');
  await held(session, 'select.marquee', [[80, 84], [94, 92]]);
  await page.keyboard.up('Shift');
  await page.getByTestId('several').waitFor();
});

journey('what is placed waits, is pressed, and the plan is moved by the hand tool', here, async (session) => {
  const drawing = new Drawing(session);
  const { page, plan } = session;
  await drawing.card('pavilion').click();
  await page.mouse.move(...await plan.toScreen([93, 90]));
  await inState(page, 'place.waiting');
  await session.shot('state place.waiting');
  await held(session, 'place.pressing', [[93, 90], [94, 88]]);
  await press(page, 'Escape', 'h');
  await inState(page, 'pan.idle');
  await session.shot('state pan.idle');
});

journey('turned rectangles, paths and corners are drawn', here, async (session) => {
  const drawing = new Drawing(session);
  const { page } = session;
  await press(page, 'Shift+u');
  await inState(page, 'outline.turned.first');
  await clicked(session, 'outline.turned.second', [[84, 80]]);
  await clicked(session, 'outline.turned.third', [[96, 84]]);
  await session.plan.click([94, 90]);
  await drawing.twins('plaza').waitFor();
  await press(page, 'Shift+p');
  await inState(page, 'outline.path.first');
  await clicked(session, 'outline.path.next', [[82, 74], [92, 76], [100, 72]]);
  await held(session, 'outline.path.corner', [[92, 76], [93, 79]]);
  await press(page, 'Enter');
  await drawing.twins().nth(1).waitFor();
});

journey('a way and an area are measured, and a note is moved', here, async (session) => {
  const drawing = new Drawing(session);
  const { page, plan } = session;
  await press(page, 'Shift+m');
  await inState(page, 'measure.path.first');
  await clicked(session, 'measure.path.next', [[84, 80], [92, 82], [96, 88]]);
  await press(page, 'Escape', 'Escape', 'm');
  await page.locator('[data-testid=hint] [data-action="action-measure-area"]').click();
  await clicked(session, 'measure.area.next', [[84, 80], [96, 80], [96, 88]]);
  await press(page, 'Escape', 'Escape', 't');
  await plan.click([93, 84]);
  await page.getByTestId('note-text').fill('这里晚上太暗');
  await page.getByTestId('note-keep').click();
  await inState(page, 'note.placing');
  // The head of a pin lies 18 pixels above its place.
  await held(session, 'note.moving', [[93, 84 + 18 / 8], [99, 88]]);
  const [wish] = (await drawing.saved()).wishes;
  assert.ok(wish.at[0] > 97, JSON.stringify(wish.at));
});

for (const [size, lang] of [['phone', 'en'], ['phone', 'zh-CN'], ['desk', 'en']]) {
  journey(`what the hand can do is said in one line: ${size}, ${lang}`, { ...here, size, lang }, async ({ page }) => {
    const lines = {};
    const read = async (name) => {
      const text = page.getByTestId('hint-text');
      await text.waitFor();
      lines[name] = await text.evaluate((span) => {
        const range = document.createRange();
        range.selectNodeContents(span);
        return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size;
      });
    };
    for (const key of ['h', 'p', 'u', 'Shift+u', 'Shift+p', 'm', 'Shift+m', 't']) {
      await press(page, key);
      await read(key);
      await press(page, 'Escape');
    }
    assert.deepEqual(Object.entries(lines).filter(([, many]) => many !== 1), [], JSON.stringify(lines));
  });
}
