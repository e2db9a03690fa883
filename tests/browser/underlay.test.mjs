// Nothing but a picture of a plan: it is laid underneath, brought to scale, traced, saved, and drawn on.

import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { after } from 'node:test';
import { startEndpoint } from './endpoint.mjs';
import { journey, openSession } from './harness.mjs';
import { at, edgedToSave, pictureOnScreen, saved, step } from './setup.mjs';

const folder = await mkdtemp(path.join(os.tmpdir(), 'mulin-underlay-'));
after(() => rm(folder, { recursive: true, force: true }));
const query = { view: 'desk', new: 'estate' };

/** A plan as a scan has it: paper, two houses of 60 m × 12 m, a road between, at 10 pixels a metre. */
function drawn(page, [width, height] = [1200, 800], type = 'image/png') {
  return page.evaluate(async ([width, height, type]) => {
    const canvas = new OffscreenCanvas(width, height);
    const pen = canvas.getContext('2d');
    pen.fillStyle = '#f4efdf';
    pen.fillRect(0, 0, width, height);
    pen.lineWidth = 4;
    pen.strokeStyle = '#333';
    for (const y of [150, 500]) pen.strokeRect(300, y, 600, 120);
    pen.setLineDash([20, 12]);
    pen.strokeRect(0, 350, width, 60);
    pen.font = '60px serif';
    pen.fillStyle = '#933';
    pen.fillText('1#', 560, 235);
    pen.fillText('2#', 560, 585);
    const bytes = new Uint8Array(await (await canvas.convertToBlob({ type })).arrayBuffer());
    return Array.from(bytes);
  }, [width, height, type]).then((bytes) => Buffer.from(bytes));
}

/** Where a pixel of the picture is on the screen. */
const places = (page) => pictureOnScreen(page, [1200, 800]);

const said = (page, text) => at(page, 'setup-picture-said').filter({ hasText: text }).waitFor();

async function begun(page) {
  const buffer = await drawn(page);
  await at(page, 'setup-file').setInputFiles({ name: 'old plan.png', mimeType: 'image/png', buffer });
  await at(page, 'setup-picture-said').waitFor();
}

/** The front of house 1 is 60 m: two presses and a number. */
async function scaled(page) {
  const place = await places(page);
  await at(page, 'setup-picture-length').click();
  await page.mouse.click(...place(300, 270));
  await page.mouse.click(...place(900, 270));
  await at(page, 'setup-picture-metres').fill('60');
  await at(page, 'setup-picture-scale').click();
  return place;
}

for (const [size, lang, dark] of [['desk', 'zh-CN', false], ['phone', 'en', true]]) {
  journey(`the picture underneath can be seen and read by everybody: ${size} ${lang}`, { size, lang, dark, query }, async (session) => {
    const { page } = session;
    await begun(page);
    await session.shot('underlay');
    await session.accessible();
    await at(page, 'setup-trace-begin').click();
    await session.shot('underlay-tracing');
    await session.accessible();
  });
}

journey('a known length brings a picture to scale, and what is traced from it is as large as it is', { query, timeout: 120_000 }, async (session) => {
  const { page } = session;
  await begun(page);
  await said(page, '宽 200 米');
  const place = await scaled(page);
  await said(page, '宽 120 米');
  await at(page, 'setup-picture-lock').check();
  await at(page, 'setup-trace-begin').click();
  // The map fits the estate anew, so the picture is where it was on the screen.
  for (const [x, y] of [[300, 150], [900, 150], [900, 270], [300, 270]]) await page.mouse.click(...place(x, y));
  await at(page, 'setup-trace-said').filter({ hasText: '4' }).waitFor();
  await session.shot('underlay-traced');
  await at(page, 'setup-trace-done').click();
  await at(page, 'setup-trace-stop').click();
  await edgedToSave(page);
  const zip = await saved(page, folder, 'plan.zip');

  const endpoint = await startEndpoint({ project: zip });
  const resident = await openSession(endpoint, { lang: 'zh-CN' });
  try {
    const project = await (await fetch(new URL('project.json', endpoint.url))).json();
    assert.equal(project.underlay.file, 'underlay.jpg');
    assert.ok(Math.abs(project.underlay.metresPerPixel - 0.1) < 0.002, `${project.underlay.metresPerPixel}`);
    const picture = await fetch(new URL('underlay.jpg', endpoint.url));
    assert.equal(picture.headers.get('content-type'), 'image/jpeg');
    const estate = await (await fetch(new URL('estate.geojson', endpoint.url))).json();
    const house = estate.features.find((feature) => feature.properties['mulin:class'] === 'building');
    const [a, b] = house.geometry.coordinates[0];
    assert.ok(Math.abs(Math.hypot(a[0] - b[0], a[1] - b[1]) - 60) < 1, `${a} ${b}`);
    const comes = resident.page.waitForResponse((answer) => answer.url().endsWith('underlay.jpg'));
    await resident.open();
    await comes;
    await resident.shot('underlay-resident');
    resident.noComplaints();
  } finally {
    await resident.context.close();
    await endpoint.close();
  }
});

journey('a WebP picture is cropped, turned and faded in the page, and is so for whoever draws on it', { query, timeout: 120_000 }, async (session) => {
  const { page } = session;
  const buffer = await drawn(page, [1200, 800], 'image/webp');
  await at(page, 'setup-file').setInputFiles({ name: 'plan.webp', mimeType: 'image/webp', buffer });
  await said(page, '宽 200 米');
  await at(page, 'setup-picture-turn').fill('12.5');
  await at(page, 'setup-picture-turn').press('Tab');
  await page.getByRole('button', { name: '−1°' }).click();
  await at(page, 'setup-picture-strength').press('ArrowRight');
  await page.getByText('裁掉四边').click();
  for (const [side, percent] of [['left', '10'], ['top', '5'], ['right', '20'], ['bottom', '0']]) {
    await at(page, `picture-${side}`).fill(percent);
    await at(page, `picture-${side}`).press('Tab');
  }
  await session.shot('underlay-cropped');
  // More than there is cannot be cut off.
  await at(page, 'picture-right').fill('95');
  await at(page, 'picture-right').press('Tab');
  await page.getByText('这样裁就什么也不剩了').waitFor();
  await at(page, 'setup-trace-begin').click();
  const place = await places(page);
  for (const [x, y] of [[300, 150], [900, 150], [900, 270], [300, 270]]) await page.mouse.click(...place(x, y));
  await at(page, 'setup-trace-done').click();
  await at(page, 'setup-trace-stop').click();
  await edgedToSave(page);
  const endpoint = await startEndpoint({ project: await saved(page, folder, 'cropped.zip') });
  try {
    const { underlay } = await (await fetch(new URL('project.json', endpoint.url))).json();
    assert.deepEqual(underlay.crop.map((share) => Math.round(share * 100)), [10, 5, 80, 100]);
    assert.ok(Math.abs(underlay.turn - 11.5) < 1e-6, `${underlay.turn}`);
    assert.ok(Math.abs(underlay.strength - 0.55) < 1e-6, `${underlay.strength}`);
  } finally {
    await endpoint.close();
  }
});

journey('a step with the picture is taken back and done again, and the picture is there when the tab is opened anew', { query }, async (session) => {
  const { page } = session;
  await begun(page);
  await scaled(page);
  await said(page, '宽 120 米');
  await at(page, 'setup-undo').click();
  await said(page, '宽 200 米');
  await at(page, 'setup-redo').click();
  await said(page, '宽 120 米');
  await page.reload();
  await at(page, 'setup-resume').click();
  await step(page, 'picture');
  await said(page, '宽 120 米');
});

journey('by keyboard: two places are matched with the middle of the map', { query }, async (session) => {
  const { page } = session;
  await begun(page);
  await at(page, 'setup-picture-points').focus();
  await page.keyboard.press('Enter');
  for (let n = 0; n < 4; n++) {
    await at(page, 'plan').focus();
    // The last place lies farther off than it would by moving alone, so that the size changes.
    for (const key of [['ArrowRight'], ['ArrowUp'], ['ArrowRight'], ['ArrowUp', 'ArrowUp']][n]) await page.keyboard.press(key);
    await at(page, 'setup-middle').focus();
    await page.keyboard.press('Enter');
  }
  await at(page, 'setup-picture-next').filter({ hasNotText: /./ }).waitFor({ state: 'attached' });
  const text = await at(page, 'setup-picture-said').textContent();
  assert.doesNotMatch(text, /宽 200 米/);
});

journey('what is no picture is said, and a large one is made smaller', { query, timeout: 120_000 }, async (session) => {
  const { page } = session;
  const give = (name, mimeType, buffer) => at(page, 'setup-file').setInputFiles({ name, mimeType, buffer });
  const fault = (text) => at(page, 'setup-fault').filter({ hasText: text }).waitFor();
  await give('a.png', 'image/png', Buffer.from('<svg>nothing</svg>'));
  await fault('读不出来');
  await give('b.jpg', 'image/jpeg', Buffer.from('%PDF-1.7 …'));
  await fault('这份 PDF 读不出来');
  const head = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJ', 'base64');
  head.writeUInt32BE(100_000, 16);
  head.writeUInt32BE(100_000, 20);
  await give('bomb.png', 'image/png', head);
  await fault('百万像素');
  await give('large.jpg', 'image/jpeg', await drawn(page, [10_000, 6_000], 'image/jpeg'));
  await said(page, '宽 200 米');
});
