// Views, layers, before and after: what only a browser shows. The pictures in shots/ are for eyes.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { launch } from './chromium.mjs';
import { design } from './designs.mjs';
import { Drawing, atSquare, counted, fitsSideways, middleOf, near, square } from './drawing.mjs';
import { journey, ready, sharedEndpoint } from './harness.mjs';
import { Plan } from './plan.mjs';

const free = { sheets: { estate: [
  { id: 'p1', kind: 'plaza', at: [88, 78], size: [20, 16], turn: 0 },
  { id: 'p2', kind: 'pavilion', at: [97, 92], size: [3.6, 3.6], turn: 15 },
  { id: 'p3', kind: 'bench', at: [90, 84], size: [1.6, 0.6], turn: 0 },
] } };

/** Waits until the address has taken over a view that holds. */
async function viewIs(page, holds) {
  await page.waitForURL((url) => {
    const [x, y, k, turn = 0] = (url.searchParams.get('at') ?? '').split(',').map(Number);
    return holds({ x, y, k, turn });
  }, { waitUntil: 'commit' });
}

journey('turned by keys, a thing is placed where it is dropped, and north comes up again', { at: atSquare }, async (session) => {
  const { page, plan, shot } = session;
  const drawing = new Drawing(session);
  await plan.element.focus();
  await page.keyboard.press('4');
  await page.keyboard.press('4');
  await viewIs(page, ({ turn }) => turn === 30);
  await drawing.drop('bench', square);
  near(middleOf(await drawing.thing('bench')), square, 0.6);
  await shot('views turned');
  await plan.click(square);
  await plan.drag([square, [square[0] + 5, square[1] + 3]]);
  near(middleOf(await drawing.thing('bench')), [square[0] + 5, square[1] + 3], 1.5);
  await page.getByTestId('north').click();
  await viewIs(page, ({ turn }) => turn === 0);
});

journey('what is selected is fitted, and a scale is chosen from the menu', { at: atSquare }, async (session) => {
  const { page, plan } = session;
  const drawing = new Drawing(session);
  await drawing.drop('pavilion', square);
  await plan.element.focus();
  await page.keyboard.press('Shift+Digit2');
  await viewIs(page, ({ k }) => k > 60);
  await page.keyboard.press('Shift+Digit1');
  await viewIs(page, ({ k }) => k < 5);
  await page.keyboard.press('Shift+Digit0');
  await page.getByTestId('scale').selectOption('200');
  await viewIs(page, ({ k }) => Math.abs(k - 96 / 0.0254 / 200) < 0.01);
});

journey('the plan is turned by a number that is typed; what is no angle is told and put back', { at: atSquare }, async (session) => {
  const { page, plan } = session;
  await plan.element.focus();
  await page.keyboard.press('Shift+L');
  const turn = page.getByTestId('layers').getByRole('textbox', { name: /^图纸转了/ });
  await turn.fill('12.5');
  await turn.press('Enter');
  await viewIs(page, (view) => Math.abs(view.turn - 12.5) < 0.01);
  await turn.fill('东南');
  await turn.press('Enter');
  await page.getByText('看不懂“东南”', { exact: false }).first().waitFor();
  assert.equal(await turn.inputValue(), '12.5');
  await turn.fill('0');
  await turn.press('Enter');
  await viewIs(page, (view) => Math.abs(view.turn) < 0.01);
});

journey('layers are hidden and shown, and remembered with the view', { at: atSquare }, async (session) => {
  const { page, plan, shot } = session;
  await plan.element.focus();
  await page.keyboard.press('Shift+L');
  const layers = page.getByTestId('layers');
  await layers.waitFor();
  const box = (name) => layers.locator(`[data-layer=${name}]`);
  assert.equal(await box('layer-buildings').isChecked(), true);
  await box('layer-buildings').uncheck();
  await box('group-green').uncheck();
  await box('layer-grid').check();
  await page.getByTestId('strength').fill('40');
  await plan.element.focus();
  await page.keyboard.press('6');
  await viewIs(page, ({ turn }) => turn === -15);
  await shot('views layers');
  await session.accessible();
  // Without the address's own `at`, what the device remembers is shown.
  await page.waitForFunction(() => Object.keys(localStorage).some((key) => key.startsWith('mulin.view.') && localStorage[key].includes('-15')));
  await page.goto(session.endpoint.url + '?lang=zh-CN');
  await page.locator('html[data-state=ready]').waitFor();
  await viewIs(page, ({ turn, k }) => turn === -15 && k === 8);
  await page.getByTestId('plan').focus();
  await page.keyboard.press('Shift+L');
  assert.equal(await box('layer-buildings').isChecked(), false);
  assert.equal(await box('group-green').isChecked(), false);
  assert.equal(await page.getByTestId('strength').inputValue(), '40');
});

journey('before and after, by one key and by the slider', { at: atSquare, own: true, open: false }, async (session) => {
  const { page, plan, endpoint, shot } = session;
  const link = await endpoint.put(design(5, free));
  await session.open({ design: `designs/${link}.json` });
  await plan.element.focus();
  await page.keyboard.press('e');
  await page.getByTestId('before').waitFor();
  await shot('views before');
  await page.keyboard.press('e');
  await page.getByTestId('before').waitFor({ state: 'detached' });
  await page.keyboard.press('Shift+E');
  const wipe = page.getByTestId('wipe');
  await wipe.focus();
  assert.equal(await wipe.getAttribute('role'), 'slider');
  assert.equal(await wipe.getAttribute('aria-valuenow'), '50');
  await page.keyboard.press('ArrowLeft');
  assert.equal(await wipe.getAttribute('aria-valuenow'), '45');
  await page.keyboard.press('End');
  assert.equal(await wipe.getAttribute('aria-valuenow'), '100');
  await page.keyboard.press('Home');
  await page.keyboard.press('PageUp');
  await page.keyboard.press('PageUp');
  assert.equal(await wipe.getAttribute('aria-valuenow'), '40');
  await shot('views split');
  const box = await plan.element.boundingBox();
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x + box.width * 0.4, y);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.7, y, { steps: 4 });
  await page.mouse.up();
  assert.equal(await wipe.getAttribute('aria-valuenow'), '70');
  await session.accessible();
  await wipe.focus();
  await page.keyboard.press('Escape');
  await wipe.waitFor({ state: 'detached' });
});

/** How many pixels the resting picture has, and how many of the screen's the browser says that its box covers. */
const pixels = (plan) => plan.element.evaluate((element) => new Promise((done) => {
  const canvas = element.querySelector('canvas');
  const observer = new ResizeObserver(async ([entry]) => {
    const [device] = entry.devicePixelContentBoxSize;
    // A canvas that was handed its picture does not say how large that is.
    const picture = await createImageBitmap(canvas);
    const box = canvas.getBoundingClientRect();
    done({
      ratio: devicePixelRatio, screen: [device.inlineSize, device.blockSize],
      picture: [picture.width, picture.height], box: [box.width, box.height].map((length) => Math.round(length * devicePixelRatio)),
    });
  });
  observer.observe(element, { box: 'device-pixel-content-box' });
}));

// A ratio that playwright only pretends is not told to the page in pixels of the screen, so Chromium itself is
// started with each.
for (const ratio of [1, 1.25, 1.5, 2, 3]) {
  test(`the plan lies pixel on pixel at ${ratio} device pixels a pixel`, { timeout: 60_000 }, async () => {
    const endpoint = await sharedEndpoint();
    const browser = await launch({ args: [`--force-device-scale-factor=${ratio}`, '--window-size=1301,871'] });
    try {
      const page = await (await browser.newContext({ viewport: null })).newPage();
      await page.goto(`${endpoint.url}?at=${atSquare}&lang=zh-CN`);
      await ready(page);
      // The window gets its size after the page begins, and the picture follows within some frames.
      let found = await pixels(new Plan(page));
      for (let tries = 0; tries < 60 && String(found.picture) !== String(found.screen); tries++) found = await pixels(new Plan(page));
      assert.equal(found.ratio, ratio);
      assert.deepEqual(found.picture, found.screen);
      assert.deepEqual(found.box, found.screen);
    } finally {
      await browser.close();
    }
  });
}

journey('on a screen with other pixels the plan is painted anew, sharp', { at: atSquare }, async ({ page, plan, context }) => {
  const cdp = await context.newCDPSession(page);
  const isSharp = ({ ratio, picture, box }) => ratio === 2 && String(picture) === String(box);
  // Chromium may tell of a ratio that it only pretends as late as with the window's next size, so the window
  // grows by a pixel until the picture has followed.
  let found;
  for (let grown = 0; grown < 40 && !(found && isSharp(found)); grown++) {
    const metrics = { width: 1281 + grown, height: 800, deviceScaleFactor: 2, mobile: false };
    await cdp.send('Emulation.setDeviceMetricsOverride', metrics);
    for (let frames = 0; frames < 8 && !(found && isSharp(found)); frames++) found = await pixels(plan);
  }
  assert.equal(found.ratio, 2);
  assert.deepEqual(found.picture, found.box);
});

journey('the small map shows the frame and moves it', { at: atSquare }, async (session) => {
  const { page, plan } = session;
  const map = page.getByTestId('minimap');
  await map.waitFor();
  const before = plan.view();
  const box = await map.locator('.picture').boundingBox();
  await page.mouse.click(box.x + box.width * 0.25, box.y + box.height * 0.5);
  await viewIs(page, ({ x }) => x < before.x - 5);
  // A drag on it is put back by Escape, like any other.
  const { x } = plan.view();
  await page.mouse.move(box.x + box.width * 0.25, box.y + box.height * 0.5);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.7, box.y + box.height * 0.5, { steps: 4 });
  await page.keyboard.press('Escape');
  await page.mouse.move(box.x + box.width * 0.8, box.y + box.height * 0.5);
  await page.mouse.up();
  await viewIs(page, (now) => Math.abs(now.x - x) < 0.5);
  await map.locator('.picture').focus();
  const moved = plan.view();
  await page.keyboard.press('ArrowRight');
  await viewIs(page, ({ x }) => x > moved.x);
  await map.getByRole('button').click();
  await map.waitFor({ state: 'detached' });
});

journey('on a phone the layers rise in the sheet, and the small map waits to be asked for', { size: 'phone', at: atSquare }, async (session) => {
  const { page, shot } = session;
  await page.locator('.tools.right [data-action="action-show-layers"]').tap();
  await page.getByTestId('layers').waitFor();
  await shot('views phone layers');
  await fitsSideways(page);
  await session.accessible();
  await counted(page.getByTestId('minimap'), 0);
  await page.locator('[data-compare=compare-split]').tap();
  await page.getByTestId('wipe').waitFor();
  await shot('views phone split');
});

for (const [size, lang, dark] of [['desk', 'zh-CN', false], ['desk', 'en', true], ['phone', 'zh-CN', true], ['phone', 'en', false]]) {
  journey(`every zoom reads, on a ${size} in ${lang}`, { size, lang, dark, own: true, open: false }, async (session) => {
    const link = await session.endpoint.put(design(6, free));
    for (const k of [0.2, 1, 10, 200]) {
      await session.open({ design: `designs/${link}.json`, at: `90,84,${k}` });
      await session.shot(`views zoom ${k}`);
      await session.open({ design: `designs/${link}.json`, at: `90,84,${k},30` });
      await session.shot(`views zoom ${k} turned`);
    }
  });
}
