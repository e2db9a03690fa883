// A resident with a mouse draws on the demo estate: places, moves, turns, resizes, undoes, mends.

import assert from 'node:assert/strict';
import { Drawing, atSquare, counted, inState, middleOf, near, onRectangle } from './drawing.mjs';
import { journey } from './harness.mjs';

const here = { at: atSquare };

journey('a thing dragged from the palette lies where the hand let go, and the list tells where that is', here, async (session) => {
  const drawing = new Drawing(session);
  const places = { plaza: [91, 77], pavilion: [80, 92], 'car-park': [130, 78] };
  for (const [kind, place] of Object.entries(places)) {
    await drawing.drop(kind, place);
    near(middleOf(await drawing.thing(kind)), place, 2);
    const said = (await drawing.twins(kind).innerText()).trim().split('\n');
    assert.ok(said.length >= 2 && said[1].length > 4, `no sentence of place: ${said}`);
  }
  await counted(drawing.twins(), 3);
  await session.accessible();
  await session.shot('drawn');
});

journey('the car park in the sentence, in the balance and in the plan has the same number of bays', here, async (session) => {
  const drawing = new Drawing(session);
  assert.equal(await drawing.figure('bays'), 0);
  await drawing.drop('car-park', [93, 84]);
  const said = await drawing.twins('car-park').innerText();
  const counted = Number(said.match(/能停 ?(\d+)/)?.[1]);
  assert.ok(counted > 0, `no number of bays in: ${said}`);
  await drawing.figureIs('bays', counted);
  await session.shot('car-park');
});

journey('move, turn and resize by the handles are one step of undo each; a rectangle stays one', here, async (session) => {
  const drawing = new Drawing(session);
  const { plan } = session;
  await drawing.drop('pavilion-corridor', [90, 84]);
  const placed = await drawing.thing('pavilion-corridor');
  await plan.drag([placed.at, [95, 88]]);
  const moved = await drawing.thing('pavilion-corridor');
  near(moved.at, [95, 88], 1.5);

  // The handles of a thing this shallow stand off it by thirty pixels, the turning one by as much again and more.
  await plan.drag([onRectangle(moved, [0, 1], 76 / 8), [moved.at[0] - 20, moved.at[1] + 20]], { steps: 12 });
  const turned = await drawing.thing('pavilion-corridor');
  const by = (((turned.turn ?? 0) - (moved.turn ?? 0)) % 360 + 360) % 360;
  assert.ok(Math.abs(by - 45) < 8, `turned by ${by}° instead of about 45°`);
  near(turned.at, moved.at, 0.01);

  const wider = { ...turned, size: [turned.size[0] + 8, turned.size[1]] };
  await plan.drag([onRectangle(turned, [1, 1], 30 / 8), onRectangle(wider, [1, 1], 30 / 8)]);
  const resized = await drawing.thing('pavilion-corridor');
  assert.ok(Math.abs(resized.size[0] - turned.size[0] - 4) < 1.2, `${turned.size} became ${resized.size}`);
  assert.equal(resized.turn, turned.turn, 'a rectangle stays turned as it was');
  near(onRectangle(resized, [-1, -1]), onRectangle(turned, [-1, -1]), 0.02);

  for (const step of [turned, moved, placed]) {
    await drawing.action('undo').click();
    assert.deepEqual(await drawing.thing('pavilion-corridor'), step);
  }
  await drawing.action('undo').click();
  await counted(drawing.twins(), 0);
  for (const step of [placed, moved, turned, resized]) {
    await drawing.action('redo').click();
    assert.deepEqual(await drawing.thing('pavilion-corridor'), step);
  }
});

journey('after a press on a row or a tool the keys mean the drawing, and Enter and Space still press', here, async (session) => {
  const drawing = new Drawing(session);
  const { page } = session;
  await drawing.drop('pavilion', [93, 88]);
  await drawing.drop('bench', [97, 80]);
  await drawing.twins('pavilion').click();
  await page.keyboard.press('Delete');
  await counted(drawing.twins('pavilion'), 0);
  await drawing.action('tool-outline').first().click();
  await inState(page, 'outline.polygon.first');
  await page.keyboard.press('v');
  await inState(page, 'select.idle');
  await drawing.twins('bench').click();
  await page.keyboard.press('Space');
  await counted(drawing.twins('bench'), 1);
  // Who came by Tab keeps what has the focus: Delete there is no key of the drawing's.
  await page.keyboard.press('Tab');
  await page.locator(':focus-visible').waitFor();
});

journey('what is no size is refused with a sentence, and what cannot be is held', here, async (session) => {
  const drawing = new Drawing(session);
  const { page } = session;
  await drawing.drop('pavilion-corridor', [93, 84]);
  const placed = await drawing.thing('pavilion-corridor');
  const fields = page.getByTestId('thing').locator('.stepper input');
  const told = page.locator('.toast');
  for (const [field, typed, said] of [[0, '很宽', /很宽/], [2, '斜着', /斜着/], [0, '0', /它只能在/], [0, '-3', /比零小/], [0, '999999', /太大了|它只能在/]]) {
    await fields.nth(field).fill(typed);
    await fields.nth(field).press('Enter');
    await told.filter({ hasText: said }).last().waitFor();
  }
  const now = await drawing.thing('pavilion-corridor');
  assert.equal(now.turn ?? 0, placed.turn ?? 0, 'an angle in words turns nothing');
  assert.ok(now.size[0] > 0 && now.size[0] < 100, JSON.stringify(now));
});

journey('exact sizes are typed; buttons turn by 15°; duplicate and delete are undone', here, async (session) => {
  const drawing = new Drawing(session);
  const { page } = session;
  await drawing.drop('pavilion-corridor', [93, 84]);
  const placed = await drawing.thing('pavilion-corridor');
  const fields = page.getByTestId('thing').locator('.stepper input');
  await fields.nth(0).fill('15.25');
  await fields.nth(0).press('Enter');
  await fields.nth(1).fill('4');
  await fields.nth(1).press('Enter');
  assert.deepEqual((await drawing.thing('pavilion-corridor')).size, [15.25, 4]);
  await drawing.action('turn-left').first().click();
  await drawing.action('turn-left').first().click();
  await drawing.action('turn-right').first().click();
  const turned = await drawing.thing('pavilion-corridor');
  assert.equal(((turned.turn ?? 0) - (placed.turn ?? 0) + 360) % 360, 15);
  near(turned.at, placed.at, 0.01);
  await drawing.action('duplicate').click();
  await counted(drawing.twins(), 2);
  await drawing.action('delete').click();
  await counted(drawing.twins(), 1);
  await drawing.action('undo').click();
  await counted(drawing.twins(), 2);
});

journey('an overlap is told at once and mended by one press', here, async (session) => {
  const drawing = new Drawing(session);
  await drawing.drop('pavilion', [93, 84]);
  await counted(drawing.finding('overlap'), 0);
  await drawing.drop('table-tennis', [94, 84.8]);
  const finding = drawing.finding('overlap').first();
  await finding.waitFor();
  assert.match(await finding.getAttribute('data-severity'), /^(must|should|local|practice|info)$/);
  await session.shot('overlap');
  await finding.getByTestId('mend').click();
  await drawing.finding('overlap').first().waitFor({ state: 'detached' });
  await session.shot('mended');
  await drawing.action('undo').click();
  await drawing.finding('overlap').first().waitFor();
});

journey('the strip and the finding move while the thing is in the hand; Escape puts everything back', here, async (session) => {
  const drawing = new Drawing(session);
  const { page, plan } = session;
  await drawing.drop('pavilion', [93, 84]);
  const left = await drawing.figure('money');
  await page.mouse.move(...await plan.toScreen([60, 84]));

  // A ghost out of the palette: not let go yet, and already in the figures.
  await drawing.card('table-tennis').scrollIntoViewIfNeeded();
  const box = await drawing.card('table-tennis').boundingBox();
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(...await plan.toScreen([93, 70]), { steps: 8 });
  await page.locator(`[data-figure=money]:not([data-value="${left}"]):visible`).waitFor();
  const would = await drawing.figure('money');
  await counted(page.getByTestId('live-finding'), 0);
  await page.mouse.move(...await plan.toScreen([94, 84]), { steps: 8 });
  await page.locator('[data-testid=live-finding][data-rule=overlap]').waitFor();
  await counted(drawing.twins(), 1);
  await session.shot('in-the-hand');
  await page.mouse.move(...await plan.toScreen([93, 70]), { steps: 8 });
  await page.getByTestId('live-finding').waitFor({ state: 'detached' });
  await page.mouse.up();
  await drawing.figureIs('money', would);

  // A thing of the plan: what is wrong is said beside the plan before it is let go; no row moves meanwhile.
  await plan.drag([[93, 70], [93.5, 78], [94, 84]], { hold: true });
  await page.locator('[data-testid=live-finding][data-rule=overlap]').waitFor();
  await session.shot('moved-onto');
  await page.keyboard.press('Escape');
  await page.getByTestId('live-finding').waitFor({ state: 'detached' });
  await counted(drawing.finding('overlap'), 0);
  await page.mouse.up();
  near(middleOf(await drawing.thing('table-tennis')), [93, 70], 1.5);
  await drawing.figureIs('money', would);
});
