// Finding, the menu at the hand, steps and versions, placing beside something: by keys, mouse and finger.

import assert from 'node:assert/strict';
import { Drawing, atSquare, counted, fitsSideways, near } from './drawing.mjs';
import { journey } from './harness.mjs';

const inPlan = '[data-testid=plan]';

/** A key as an input method sends it while it composes. */
const composed = (page, selector, key) => page.locator(selector).evaluate((element, key) => {
  element.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }));
  const event = new KeyboardEvent('keydown', { key, code: 'KeyD', keyCode: 229, isComposing: true, bubbles: true, cancelable: true });
  element.dispatchEvent(event);
  return event.defaultPrevented;
}, key);

const entry = (page, id) => page.locator(`[data-testid=found][data-entry="${id}"]`);

journey('the palette opens by key, is gone through by arrows, and says why something cannot be done', { at: atSquare }, async (session) => {
  const { page } = session;
  await page.locator(inPlan).focus();
  await page.keyboard.press('/');
  const text = page.getByTestId('find-text');
  await text.waitFor();
  await page.locator('[data-testid=find-text]:focus').waitFor();
  await page.locator('[data-testid=found]').first().waitFor();
  assert.ok(await page.locator('[data-testid=found]').count() > 100, 'every action is listed');
  const silent = await page.locator('[data-testid=found][aria-disabled=true]').evaluateAll((all) => all.filter((one) => one.innerText.trim().split('\n').length < 2).map((one) => one.innerText));
  assert.deepEqual(silent, [], 'what cannot be done says why');
  await session.accessible('dialog');
  await session.shot('palette-all');
  await text.fill('撤销');
  await entry(page, 'action-undo').waitFor();
  assert.equal(await entry(page, 'action-undo').getAttribute('aria-disabled'), 'true');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  const active = await text.getAttribute('aria-activedescendant');
  assert.equal(await page.locator(`#${active}`).getAttribute('aria-selected'), 'true');
  await page.keyboard.press('Enter');
  await text.waitFor(); // What cannot be done leaves the palette open.
  await text.fill('放大地图');
  await page.keyboard.press('Enter');
  await page.locator('dialog').waitFor({ state: 'detached' });
});

journey('a house is found by its number and shown, a thing by its kind and chosen', { at: atSquare }, async (session) => {
  const drawing = new Drawing(session);
  const { page, plan } = session;
  await drawing.drop('pavilion', [93, 88]);
  await page.keyboard.press('Escape');
  await page.locator(inPlan).focus();
  await page.keyboard.press('/');
  await page.getByTestId('find-text').fill('7号楼');
  await session.shot('palette-house');
  await page.keyboard.press('Enter');
  await page.getByTestId('said').filter({ hasText: '7 号楼' }).waitFor({ state: 'attached' });
  await page.waitForFunction(() => !new URL(location.href).searchParams.get('at')?.startsWith('93,84,8'));
  await session.shot('house-shown');
  await page.keyboard.press('/');
  await page.getByTestId('find-text').fill('tz');
  await page.locator('[data-testid=found]').first().filter({ hasText: '亭子' }).waitFor();
  await page.getByTestId('find-text').fill('亭子');
  await page.keyboard.press('Enter');
  await page.locator('[data-testid=object][data-kind=pavilion][aria-pressed=true]').waitFor();
  const [x, y] = await plan.toScreen([93, 88]).catch(() => [0, 0]);
  assert.ok(x > 0 && y > 0);
});

journey('what an input method composes is no shortcut and no choice', { at: atSquare }, async (session) => {
  const drawing = new Drawing(session);
  const { page } = session;
  await drawing.drop('pavilion', [93, 88]);
  await page.locator(inPlan).focus();
  for (const key of ['d', 'Delete', 'Process', 'r', 'k']) {
    assert.equal(await composed(page, inPlan, key), false, `${key} was taken`);
  }
  await counted(drawing.twins('pavilion'), 1);
  // Nor does a number field take the keys with which a composition is chosen and ended.
  const placed = await drawing.thing('pavilion');
  const typed = page.getByTestId('thing').locator('.stepper input').first();
  await typed.focus();
  for (const key of ['ArrowDown', 'Escape', 'Enter']) await composed(page, '[data-testid=thing] .stepper input[aria-label^="宽"]', key);
  assert.ok(await typed.evaluate((field) => document.activeElement === field), 'the field lost the focus');
  assert.deepEqual((await drawing.thing('pavilion')).size, placed.size);
  await page.locator(inPlan).focus();
  await page.keyboard.press('/');
  const text = page.getByTestId('find-text');
  await text.fill('长椅');
  const before = await page.locator('[data-testid=found]').count();
  await composed(page, '[data-testid=find-text]', 'Enter');
  await text.evaluate((field) => {
    field.value = "长椅ting'zi";
    field.dispatchEvent(new InputEvent('input', { bubbles: true, isComposing: true }));
  });
  await counted(page.locator('[data-testid=found]'), before);
  await text.evaluate((field) => {
    field.value = '亭子';
    field.dispatchEvent(new CompositionEvent('compositionend', { data: '亭子', bubbles: true }));
  });
  await page.locator('[data-testid=found]').first().filter({ hasText: '亭子' }).waitFor();
  await page.keyboard.press('Escape');
  await page.locator('dialog').waitFor({ state: 'detached' });
});

journey('the second button opens a menu of what lies there; keys go through it and Escape closes it', { at: atSquare }, async (session) => {
  const drawing = new Drawing(session);
  const { page, plan } = session;
  await drawing.drop('pavilion', [93, 88]);
  await page.keyboard.press('Escape');
  await plan.click([93, 88], { button: 'right' });
  const menu = page.getByTestId('context');
  await menu.waitFor();
  await page.locator('#context-0:focus').waitFor();
  await session.accessible('.context');
  await session.shot('context-thing');
  assert.equal(await menu.locator('[data-action=action-add-corner]').getAttribute('aria-disabled'), 'true');
  await page.keyboard.press('ArrowDown');
  await page.locator('#context-1:focus').waitFor();
  await page.keyboard.press('Enter');
  await drawing.twins('pavilion').nth(1).waitFor();
  await page.locator(inPlan).focus();
  await page.keyboard.press('Shift+F10');
  await menu.waitFor();
  await page.locator('#context-0:focus').waitFor();
  await page.keyboard.press('Escape');
  await menu.waitFor({ state: 'detached' });
  assert.ok(await page.locator(inPlan).evaluate((plan) => plan === document.activeElement));
  await plan.click([80, 95], { button: 'right' });
  await menu.locator('[data-action=action-show-palette]').waitFor();
  await session.shot('context-ground');
  await page.mouse.click(640, 20);
  await menu.waitFor({ state: 'detached' });
});

journey('steps are listed in words and gone to by a press; a reload keeps them', { at: atSquare }, async (session) => {
  const drawing = new Drawing(session);
  const { page, plan } = session;
  await drawing.drop('pavilion', [93, 88]);
  await plan.drag([[93, 88], [88, 92]]);
  await page.keyboard.press('r');
  await page.locator(inPlan).focus();
  await page.keyboard.press('y');
  const steps = page.getByTestId('step');
  await steps.nth(3).waitFor();
  assert.deepEqual((await steps.allInnerTexts()).map((text) => text.split('\n')[0]), ['转了亭子', '挪了亭子', '放了亭子', '最开头']);
  await session.accessible('.side');
  await session.shot('history');
  await page.locator('[data-testid=step][data-place="1"]').click();
  await page.locator('[data-testid=step][data-place="1"][aria-current=step]').waitFor();
  near((await drawing.thing('pavilion')).at, [93, 88], 2);
  await page.locator('[data-testid=step][data-place="3"]').focus();
  await page.keyboard.press('Enter');
  await page.locator('[data-testid=step][data-place="3"][aria-current=step]').waitFor();
  near((await drawing.thing('pavilion')).at, [88, 92], 2);
  await page.locator('[data-testid=step][data-place="2"]').click();
  await page.locator('[data-testid=step][data-place="2"][aria-current=step]').waitFor();
  await page.getByText('已存在本机').first().waitFor();
  await session.open();
  await page.locator(inPlan).focus();
  await page.keyboard.press('y');
  await page.locator('[data-testid=step][data-place="2"][aria-current=step]').waitFor();
  await counted(steps, 4);
});

journey('a version gets a name, is compared, gone back to and deleted, each undone', { at: atSquare }, async (session) => {
  const drawing = new Drawing(session);
  const { page, plan } = session;
  await drawing.drop('pavilion', [93, 88]);
  await page.locator(inPlan).focus();
  await page.keyboard.press('y');
  await page.getByTestId('version-name').fill('开会前');
  await page.getByTestId('version-keep').click();
  const version = page.locator('[data-testid=version][data-name="开会前"]');
  await version.waitFor();
  await plan.drag([[93, 88], [88, 92]]);
  await drawing.drop('bench', [97, 84]);
  await page.locator(inPlan).focus();
  await page.keyboard.press('y');
  await version.getByTestId('version-compare').click();
  const rows = page.getByTestId('difference');
  await rows.nth(1).waitFor();
  assert.deepEqual(await rows.evaluateAll((rows) => rows.map((row) => row.dataset.became)), ['changed', 'added']);
  assert.match(await rows.nth(0).innerText(), /亭子：往西北挪了 [67](\.\d+)? 米/);
  await rows.nth(0).click();
  await page.locator('[data-testid=difference][aria-pressed=true]').waitFor();
  // A second version is set against the first: nothing but the lamp came between them.
  await drawing.drop('lamp', [88, 80]);
  await page.locator(inPlan).focus();
  await page.keyboard.press('y');
  await page.getByTestId('version-name').fill('开会后');
  await page.getByTestId('version-keep').click();
  await page.locator('[data-testid=version][data-name="开会后"]').waitFor();
  await version.getByTestId('version-compare').click();
  await page.getByTestId('compare-with').selectOption({ label: '开会后' });
  await counted(rows, 3);
  assert.deepEqual(await rows.evaluateAll((rows) => rows.map((row) => row.dataset.became)), ['changed', 'added', 'added']);
  await session.accessible('.side');
  await session.shot('compare');
  await version.getByTestId('version-back').click();
  await drawing.twins('bench').waitFor({ state: 'detached' }).catch(() => {});
  near((await drawing.thing('pavilion')).at, [93, 88], 2);
  await page.keyboard.press('Control+z');
  near((await drawing.thing('pavilion')).at, [88, 92], 2);
  await version.getByTestId('version-delete').click();
  await version.waitFor({ state: 'detached' });
  await page.getByTestId('version-undelete').click();
  await version.waitFor();
  await session.open();
  await page.locator(inPlan).focus();
  await page.keyboard.press('y');
  await version.waitFor();
});

journey('a bench is placed six metres south of house 3 by a form', { at: atSquare }, async (session) => {
  const drawing = new Drawing(session);
  const { page } = session;
  await page.locator(inPlan).focus();
  await page.keyboard.press('b');
  await page.getByTestId('beside-find').fill('3号楼');
  await page.getByTestId('beside-of').locator('option').first().filter({ hasText: /^3 号楼/ }).waitFor({ state: 'attached' });
  await page.getByTestId('beside-gap').fill('5+1');
  await session.accessible('dialog');
  await session.shot('beside');
  await page.getByTestId('beside-gap').fill('很远');
  await page.getByTestId('beside-place').click();
  await page.locator('dialog [role=alert]').filter({ hasText: /./ }).waitFor();
  await page.getByTestId('beside-gap').fill('6 米');
  await page.getByTestId('beside-place').click();
  await drawing.twins('bench').waitFor();
  await page.getByTestId('said').filter({ hasText: '长椅放在了3 号楼南侧，相隔 6 米' }).waitFor({ state: 'attached' });
  await session.shot('beside-placed');
});

const phone = { size: 'phone', at: atSquare };

journey('on a phone finding is in the menu, and a house is reached by finger', phone, async (session) => {
  const { page } = session;
  await page.getByTestId('menu').tap();
  await page.locator('.menu [data-action=action-find]').tap();
  await page.getByTestId('find-text').fill('12');
  await session.shot('palette');
  await session.accessible('dialog');
  await page.locator('[data-testid=found]').first().tap();
  await page.getByTestId('said').filter({ hasText: '12 号楼' }).waitFor({ state: 'attached' });
  await session.shot('house-shown');
});

journey('a long press opens the menu of what lies under the finger, and on the ground that of the ground', phone, async (session) => {
  const drawing = new Drawing(session);
  const { page, plan } = session;
  await drawing.placeByTap('pavilion', [93, 90]);
  const placed = await drawing.thing('pavilion');
  await page.keyboard.press('Escape');
  const hold = async (point) => {
    const [x, y] = await plan.toScreen(point);
    const touch = await page.context().newCDPSession(page);
    await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y, id: 0 }] });
    await page.getByTestId('context').waitFor();
    await touch.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [{ x: x + 40, y: y + 40, id: 0 }] });
    await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    await touch.detach();
  };
  await hold(placed.at);
  await page.locator('.context [data-action=action-duplicate]').waitFor();
  await session.shot('context-thing');
  await page.locator('.context [data-action=action-duplicate]').tap();
  await drawing.twins('pavilion').nth(1).waitFor({ state: 'attached' });
  assert.deepEqual((await drawing.things())[0].at, placed.at, 'the finger that opened the menu drags nothing');
  await page.keyboard.press('Escape');
  await hold([85, 100]);
  await page.locator('.context [data-action=action-add-wish]').waitFor();
  await session.accessible('.context');
  await page.keyboard.press('Escape');
});

journey('steps and versions fit a phone, in the dark, in English', { ...phone, dark: true, lang: 'en' }, async (session) => {
  const drawing = new Drawing(session);
  const { page, plan } = session;
  await drawing.placeByTap('bench', [93, 90]);
  await page.getByTestId('menu').tap();
  await page.locator('.menu [data-action=action-show-history]').tap();
  await page.getByTestId('version-name').fill('Before the meeting');
  await page.getByTestId('version-keep').tap();
  await page.getByTestId('version').waitFor();
  await session.accessible('.sheet');
  await session.shot('history');
  await page.getByTestId('version-compare').tap();
  await page.getByTestId('compare-summary').waitFor();
  await session.shot('compare');
});

journey('large letters fit a phone: finding, the menu at the hand, steps, placing beside', { ...phone, query: { text: 'large' } }, async (session) => {
  const drawing = new Drawing(session);
  const { page, plan } = session;
  await drawing.placeByTap('bench', [93, 90]);
  await page.getByTestId('menu').tap();
  await page.locator('.menu [data-action=action-place-beside]').tap();
  await page.getByTestId('beside-place').waitFor();
  await fitsSideways(page);
  await session.shot('large-beside');
  await page.keyboard.press('Escape');
  await page.getByTestId('menu').tap();
  await page.locator('.menu [data-action=action-find]').tap();
  await page.getByTestId('find-text').fill('长');
  await fitsSideways(page);
  await session.shot('large-palette');
  await page.keyboard.press('Escape');
  await page.getByTestId('menu').tap();
  await page.locator('.menu [data-action=action-show-history]').tap();
  await page.getByTestId('version-name').fill('开会前');
  await page.getByTestId('version-keep').tap();
  await page.getByTestId('version').waitFor();
  await fitsSideways(page);
  await session.shot('large-history');
  await page.locator(inPlan).focus();
  await page.keyboard.press('Shift+F10');
  await page.getByTestId('context').waitFor();
  await fitsSideways(page);
  const box = await page.locator('.context').boundingBox();
  assert.ok(box.y >= 0 && box.y + box.height <= 844, `the menu lies in the window: ${JSON.stringify(box)}`);
  await session.shot('large-context');
});

journey('everything without a pointer: walked, moved by three measures, turned, sized, said', { at: atSquare }, async (session) => {
  const drawing = new Drawing(session);
  const { page } = session;
  await drawing.drop('pavilion', [88, 92]);
  await drawing.drop('bench', [97, 80]);
  await page.keyboard.press('Escape');
  await page.locator(inPlan).focus();
  const said = (text) => page.getByTestId('said').filter({ hasText: text }).waitFor({ state: 'attached' });
  await page.keyboard.press('n');
  await said('选中了亭子');
  await page.keyboard.press('n');
  await said('选中了长椅');
  const { at } = await drawing.thing('bench');
  await page.locator(inPlan).focus();
  for (const key of ['Shift+ArrowRight', 'ArrowRight', 'Control+ArrowRight']) await page.keyboard.press(key);
  await said('长椅挪到了');
  const moved = await drawing.thing('bench');
  assert.equal(Math.round((moved.at[0] - at[0]) * 100), 111, 'a metre, ten centimetres and one');
  await page.locator(inPlan).focus();
  await page.keyboard.press('r');
  await page.keyboard.press('{');
  await said('长椅转到了');
  assert.equal(((await drawing.thing('bench')).turn - (moved.turn ?? 0) + 360) % 360, 346);
  await page.locator(inPlan).focus();
  await page.keyboard.press('N');
  await said('选中了亭子');
  await page.keyboard.press('Control+Shift+ArrowRight');
  await said('亭子现在宽 3.7 米');
});
