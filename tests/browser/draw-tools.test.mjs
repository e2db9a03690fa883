// The tools that draw, measure and note: by mouse, by a finger with the buttons on the screen, by keys alone.

import assert from 'node:assert/strict';
import { Drawing, atSquare, counted, fitsSideways, inState, near } from './drawing.mjs';
import { journey } from './harness.mjs';

const desk = { at: atSquare };
const phone = { size: 'phone', at: atSquare };

/** A button of the bar over the plan. */
const bar = (page, action) => page.locator(`[data-testid=hint] [data-action="action-${action}"]`);

async function wishes(drawing) {
  return (await drawing.saved()).wishes ?? [];
}

journey('a rectangle is pulled with the mouse, another is set by two clicks, and the kind is chosen', desk, async (session) => {
  const drawing = new Drawing(session);
  const { page, plan } = session;
  await drawing.action('tool-outline').first().click();
  await inState(page, 'outline.polygon.first');
  await page.getByTestId('draw-kind').selectOption('lawn');
  await bar(page, 'tool-rectangle').click();
  await inState(page, 'outline.rectangle.first');
  await session.shot('tools outline chips');
  await session.accessible();
  await plan.drag([[85, 78], [97, 86]], { hold: true });
  await session.shot('tools rectangle pulled');
  await page.mouse.up();
  const lawn = await drawing.thing('lawn');
  assert.equal(lawn.outline.length, 4);
  near(lawn.outline[0], [85, 78], 1.5);

  await plan.element.focus();
  await page.keyboard.press('Shift+u');
  await inState(page, 'outline.turned.first');
  for (const point of [[80, 88], [92, 94], [88, 100]]) await plan.click(point);
  await drawing.twins('lawn').nth(1).waitFor();
  await drawing.action('undo').first().click();
  await counted(drawing.twins('lawn'), 1);
});

journey('with a finger a polygon crosses itself, says so, and is mended and finished by buttons', phone, async (session) => {
  const drawing = new Drawing(session);
  const { page, plan } = session;
  await page.getByTestId('tools').tap();
  await session.shot('tools open');
  await drawing.action('tool-outline').first().tap();
  await inState(page, 'outline.polygon.first');
  await fitsSideways(page);
  await session.accessible();
  await session.shot('tools outline begun');
  for (const point of [[84, 78], [104, 78], [104, 92], [92, 72]]) await plan.tap(point);
  await inState(page, 'outline.polygon.crossed');
  assert.equal(await bar(page, 'done').getAttribute('aria-disabled'), 'true');
  await session.shot('tools outline crossed');
  await bar(page, 'point-back').tap();
  await inState(page, 'outline.polygon.next');
  await plan.tap([84, 92]);
  await session.shot('tools outline drawn');
  await fitsSideways(page);
  await bar(page, 'done').tap();
  const plaza = await drawing.thing('plaza');
  assert.equal(plaza.outline.length, 4);
  await drawing.action('undo').first().tap();
  await drawing.twins('plaza').waitFor({ state: 'detached' });
});

journey('with a finger a distance is pulled, a note is tapped and written, its pin is dragged', phone, async (session) => {
  const drawing = new Drawing(session);
  const { page, plan } = session;
  await page.getByTestId('tools').tap();
  await drawing.action('measure-distance').first().tap();
  await inState(page, 'measure.distance.first');
  await session.shot('tools measure begun');
  await plan.swipe([[85, 80], [97, 89]]);
  await bar(page, 'clear-measure').waitFor();
  await session.shot('tools measured');
  await bar(page, 'clear-measure').tap();
  await page.getByTestId('tools').tap();
  await drawing.action('tool-note').first().tap();
  await plan.tap([93, 84]);
  await page.getByTestId('note-text').fill('这里晚上太暗');
  await session.shot('tools note writing');
  await session.accessible();
  await fitsSideways(page);
  await page.getByTestId('note-keep').tap();
  await inState(page, 'note.placing');
  const [wish] = await wishes(drawing);
  assert.equal(wish.text, '这里晚上太暗');
  near(wish.at, [93, 84], 1);
  await session.shot('tools noted');
  await plan.swipe([[wish.at[0], wish.at[1] + 18 / 8], [wish.at[0] + 6, wish.at[1] + 18 / 8 - 4]]);
  near((await wishes(drawing))[0].at, [wish.at[0] + 6, wish.at[1] - 4], 0.8);
});

journey('by keys alone a distance and an area are measured and a note is written, changed and deleted', { ...desk, lang: 'en', dark: true }, async (session) => {
  const drawing = new Drawing(session);
  const { page, plan } = session;
  const press = async (...keys) => { for (const key of keys) await page.keyboard.press(key); };
  await plan.element.focus();
  await press('m');
  await inState(page, 'measure.distance.first');
  await press('Enter', 'Enter', 'Shift+ArrowRight', 'Shift+ArrowRight', 'Enter');
  await page.getByTestId('hint').getByText('10 m.').waitFor();
  await session.shot('tools measured by keys');
  await press('Escape', 'Escape');
  await inState(page, 'select.idle');

  await press('m');
  await bar(page, 'measure-area').press('Enter');
  await plan.element.focus();
  // A right-angled triangle with two sides of ten metres.
  await press('Enter', 'Enter', 'Shift+ArrowRight', 'Shift+ArrowRight', 'Enter', 'Shift+ArrowUp', 'Shift+ArrowUp', 'Enter');
  await bar(page, 'done').press('Enter');
  await page.getByTestId('hint').getByText('50 m²').waitFor();
  await plan.element.focus();
  await press('Escape', 'Escape');
  await inState(page, 'select.idle');

  await press('t', 'Enter', 'Shift+ArrowRight', 'Enter');
  await inState(page, 'note.writing');
  await page.locator('[data-testid=note-text]:focus').waitFor();
  await page.keyboard.type('Too dark at night');
  await session.shot('tools note by keys');
  await session.accessible();
  await press('Control+Enter');
  await page.locator('[data-testid=plan]:focus').waitFor();
  near((await wishes(drawing))[0].at, [98, 84], 0.1);

  await plan.element.focus();
  await press('Escape', 'w');
  await page.getByTestId('wish-edit').click();
  await page.locator('[data-testid=note-text]:focus').waitFor();
  await page.keyboard.type(' and wet');
  await press('Escape');
  await page.getByTestId('note').waitFor({ state: 'detached' });
  assert.equal((await wishes(drawing))[0].text, 'Too dark at night', 'Escape changes nothing');
  await page.getByTestId('wish-edit').click();
  await page.getByTestId('note-delete').click();
  assert.deepEqual(await wishes(drawing), []);
  await drawing.action('undo').first().click();
  assert.equal((await wishes(drawing)).length, 1);
});

for (const [lang, dark] of [['zh-CN', true], ['en', false]]) {
  journey(`the tools on a phone in large text, ${lang}`, { ...phone, lang, dark, query: { text: 'large' } }, async (session) => {
    const { page, plan } = session;
    const drawing = new Drawing(session);
    await page.getByTestId('tools').tap();
    await session.shot('tools open large');
    await drawing.action('tool-outline').first().tap();
    await fitsSideways(page);
    await session.accessible();
    await session.shot('tools outline large');
    for (const point of [[86, 80], [100, 80], [100, 90]]) await plan.tap(point);
    await fitsSideways(page);
    await session.shot('tools outline drawn large');
  });
}
