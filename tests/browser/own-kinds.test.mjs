// A facilitator makes a kind of the project's own, and a resident places it as any other.

import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { after } from 'node:test';
import { Drawing, atSquare, square, stored } from './drawing.mjs';
import { root, startEndpoint } from './endpoint.mjs';
import { journey, openSession } from './harness.mjs';
import { at, saved } from './setup.mjs';

const folder = await mkdtemp(path.join(os.tmpdir(), 'mulin-kinds-'));
after(() => rm(folder, { recursive: true, force: true }));
const estate = path.join(root, 'public/beimen/estate.geojson');
const query = { view: 'desk', new: 'estate' };
const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 20"><circle cx="15" cy="10" r="6" fill="#2f6f5e"/>
  <path d="M9 10h12M15 4v12" stroke="#fff" stroke-width="1"/></svg>`;
const field = (page, pointer) => page.locator(`[data-at="${pointer}"]`);
const row = (page, kind) => page.locator(`.kindrow[data-kind="${kind}"]`);

async function atKinds(page, file = estate) {
  await at(page, 'setup-file').setInputFiles(file);
  await page.locator('[data-step=kinds]').click();
  await row(page, 'bench').waitFor();
}

/** Types a tea kiosk that keeps 60 m from houses, so that it is told wherever it stands. */
async function teaKiosk(page) {
  await at(page, 'kind-add').click();
  await field(page, '/names/zh-CN').fill('茶亭');
  await field(page, '/names/en').fill('Tea kiosk');
  await field(page, '/hints/zh-CN').fill('卖茶的小亭子');
  await field(page, '/id').fill('tea-kiosk');
  for (const [pointer, value] of [['/size/0', '3'], ['/width/min', '2'], ['/width/max', '6'], ['/size/1', '2.4'],
    ['/depth/min', '2'], ['/depth/max', '3'], ['/height', '3'], ['/price/yuan', '18000'], ['/gain/seats', '6']])
    await field(page, pointer).fill(value);
  await field(page, '/group').selectOption('rest');
  await page.locator('[data-near=house]').fill('60');
  await field(page, '/drawing/parts/0/part').selectOption('boards');
  await at(page, 'kind-part-add').click();
  await field(page, '/drawing/parts/1/part').selectOption('hip-roof');
  await field(page, '/drawing/parts/1/material').selectOption('warm-roof');
}

for (const [size, lang, dark] of [['desk', 'zh-CN', false], ['phone', 'en', true], ['desk', 'en', true], ['phone', 'zh-CN', false]]) {
  journey(`the catalogue and the form of a kind can be read by everybody: ${size} ${lang}`, { size, lang, dark, query }, async (session) => {
    const { page } = session;
    await atKinds(page);
    await session.shot('kinds-list');
    await session.accessible();
    await teaKiosk(page);
    await at(page, 'kind-picture').scrollIntoViewIfNeeded();
    await session.shot('kinds-form');
    await page.locator('[data-near=house]').scrollIntoViewIfNeeded();
    await session.shot('kinds-form-clearances');
    await at(page, 'kind-put').scrollIntoViewIfNeeded();
    await session.shot('kinds-form-end');
    await session.accessible();
  });
}

journey('a kind is made in the set-up, saved, and placed, found, checked and sent by a resident', { query, timeout: 150_000 }, async (session) => {
  const { page } = session;
  await atKinds(page);
  await teaKiosk(page);
  const drawing = path.join(folder, 'tea.svg');
  await writeFile(drawing, svg);
  await at(page, 'kind-svg').setInputFiles(drawing);
  await at(page, 'kind-part').nth(2).waitFor();
  await field(page, '/drawing/parts/2/size/0').fill('50');
  await field(page, '/width/max').fill('1');
  await at(page, 'kind-fault').filter({ hasText: '宽' }).waitFor();
  assert.ok(await at(page, 'kind-put').isDisabled(), 'what is wrong cannot be put');
  await field(page, '/width/max').fill('6');
  await at(page, 'kind-put').click();
  await row(page, 'tea-kiosk').getByText('茶亭').first().waitFor();
  // Each step goes back and comes again, by key.
  await page.keyboard.press('Control+z');
  await row(page, 'tea-kiosk').waitFor({ state: 'detached' });
  await page.keyboard.press('Control+Shift+Z');
  await row(page, 'tea-kiosk').waitFor();
  // A variant of a built-in kind, and another switched off.
  await row(page, 'bench').getByTestId('kind-variant').click();
  await field(page, '/names/zh-CN').fill('长条椅');
  await field(page, '/id').fill('long-bench');
  await field(page, '/width/max').fill('4');
  await field(page, '/size/0').fill('3');
  await field(page, '/price/yuan').fill('2600');
  await at(page, 'kind-put').click();
  await row(page, 'long-bench').waitFor();
  await row(page, 'lamp').locator('input[type=checkbox]').uncheck();
  await session.shot('kinds-list-own');
  const zip = await saved(page, folder, 'tea.zip');

  const endpoint = await startEndpoint({ project: zip });
  const resident = await openSession(endpoint, { lang: 'zh-CN', at: atSquare });
  try {
    await resident.open();
    const hand = new Drawing(resident);
    await hand.card('plaza').waitFor();
    assert.equal(await hand.card('lamp').count(), 0, 'what is switched off is not offered');
    await hand.card('tea-kiosk').getByText('茶亭').waitFor();
    await hand.drop('tea-kiosk', square);
    await hand.twins('tea-kiosk').getByText('茶亭').first().waitFor();
    await hand.figureIs('seats', 6).catch(() => {});
    await hand.drop('long-bench', [86, 80]);
    await resident.page.locator('[data-panel=panel-findings]:visible').click().catch(() => {});
    await hand.finding('clearance').first().getByText('项目要求 60 米').waitFor();
    await resident.shot('kinds-placed');
    // Dragged, and back by one step.
    const before = (await hand.things())[0].at;
    await hand.plan.drag([square, [97, 86]]);
    assert.notDeepEqual((await hand.things())[0].at, before);
    await resident.page.keyboard.press('Control+z');
    assert.deepEqual((await hand.things())[0].at, before);
    await resident.page.getByTestId('submit').click();
    await resident.page.getByRole('dialog').getByText('茶亭').first().waitFor();
    await resident.page.getByTestId('submit-confirm').click();
    await hand.receipt();
    const [{ design }] = await stored(endpoint);
    assert.deepEqual(design.sheets.estate.map(({ kind }) => kind).sort(), ['long-bench', 'tea-kiosk']);
    resident.noComplaints();
  } finally {
    await resident.context.close();
    await endpoint.close();
  }
});

journey('kinds are taken into a project that was saved before', { query, lang: 'en', timeout: 120_000 }, async (session) => {
  const { page } = session;
  await atKinds(page);
  await teaKiosk(page);
  await at(page, 'kind-put').click();
  await row(page, 'tea-kiosk').waitFor();
  const [download] = await Promise.all([page.waitForEvent('download'), at(page, 'kinds-save').click()]);
  const list = path.join(folder, 'kinds.json');
  await download.saveAs(list);
  assert.equal(JSON.parse(await readFile(list, 'utf8')).catalogue.own[0].names.en, 'Tea kiosk');
  await row(page, 'tea-kiosk').getByTestId('kind-drop').click();
  await row(page, 'tea-kiosk').waitFor({ state: 'detached' });
  const zip = await saved(page, folder, 'before.zip');
  await session.open(query);
  await atKinds(page, zip);
  await at(page, 'kinds-take').setInputFiles(estate);
  await page.getByText('No kinds of a project’s own are in that file').first().waitFor();
  await at(page, 'kinds-take').setInputFiles(list);
  await row(page, 'tea-kiosk').getByText('Tea kiosk').first().waitFor();
  await row(page, 'tea-kiosk').getByTestId('kind-change').click();
  await field(page, '/names/en').fill('Tea house');
  await at(page, 'kind-put').click();
  await row(page, 'tea-kiosk').getByText('Tea house').first().waitFor();
});

journey('who makes a kind by keys is never thrown back to the top of the page', { query, lang: 'en', timeout: 120_000 }, async (session) => {
  const { page } = session;
  const focusIs = (selector) => page.waitForFunction((one) => document.activeElement?.matches(one), selector);
  const press = async (locator) => {
    await locator.focus();
    await page.keyboard.press('Enter');
  };
  await atKinds(page);
  await press(at(page, 'kind-add'));
  await focusIs('[data-testid=kind-form]');
  await field(page, '/names/en').fill('Tea kiosk');
  await field(page, '/id').fill('tea-kiosk');
  // A part that comes is gone on with, and so is the one that takes the place of one that goes.
  await press(at(page, 'kind-part-add'));
  await focusIs('[data-part="1"] select');
  await press(at(page, 'kind-part-add'));
  await focusIs('[data-part="2"] select');
  const drop = (part) => page.locator(`[data-part="${part}"] button`).nth(1);
  await press(drop(1));
  await focusIs('[data-part="1"] select');
  await press(drop(1));
  await focusIs('[data-part="0"] select');
  await press(drop(0));
  await focusIs('[data-testid=kind-part-add]');
  await press(at(page, 'kind-part-add'));
  await focusIs('[data-part="0"] select');
  // The form goes, and its kind in the list is gone on with.
  await press(at(page, 'kind-put'));
  await focusIs('.kindrow[data-kind=tea-kiosk] [data-testid=kind-change]');
  await page.keyboard.press('Enter');
  await focusIs('[data-testid=kind-form]');
  await press(at(page, 'kind-cancel'));
  await focusIs('.kindrow[data-kind=tea-kiosk] [data-testid=kind-change]');
  await press(row(page, 'bench').getByTestId('kind-variant'));
  await focusIs('[data-testid=kind-form]');
  await press(at(page, 'kind-cancel'));
  await focusIs('.kindrow[data-kind=bench] [data-testid=kind-variant]');
  await press(row(page, 'tea-kiosk').getByTestId('kind-drop'));
  await row(page, 'tea-kiosk').waitFor({ state: 'detached' });
  await page.waitForFunction(() => !['BODY', 'HTML'].includes(document.activeElement?.tagName));
});
