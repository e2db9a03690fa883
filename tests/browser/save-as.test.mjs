// A drawing for paper and other programs: written by a worker, from the drawing page and from the desk.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { design } from './designs.mjs';
import { Drawing } from './drawing.mjs';
import { journey } from './harness.mjs';

async function saved(page, choose) {
  await choose();
  const coming = page.waitForEvent('download', { timeout: 60_000 });
  await page.getByTestId('save-as-do').click();
  const download = await coming;
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

journey('a resident prints the drawing at a scale, and saves it for a map program', { at: [104, 78, 6], timeout: 120_000 }, async (session) => {
  const { page } = session;
  const drawing = new Drawing(session);
  await drawing.drop('pavilion', [104, 78]);
  await page.locator('#menu-button').click();
  await page.getByRole('button', { name: '打印，或存给别的软件' }).click();
  await page.getByTestId('save-as').waitFor();
  await session.accessible();
  await session.shot('save-as');
  const sheet = await saved(page, async () => {
    await page.getByTestId('save-as-scale').selectOption('500');
    await page.getByTestId('save-as-paper').selectOption('A4');
  });
  assert.match(sheet.name, /\.pdf$/);
  assert.equal(sheet.bytes.subarray(0, 5).toString(), '%PDF-');
  await page.getByTestId('save-as-said').getByText('存好了').waitFor();
  const map = await saved(page, () => page.getByTestId('save-as-format').selectOption('geojson'));
  assert.equal(JSON.parse(map.bytes.toString()).features.length, 1);
  const picture = await saved(page, () => page.getByTestId('save-as-format').selectOption('png'));
  assert.deepEqual([...picture.bytes.subarray(1, 4)], [...Buffer.from('PNG')]);
  const cad = await saved(page, () => page.getByTestId('save-as-format').selectOption('dxf'));
  assert.match(cad.bytes.toString(), /\bEOF\b/);
});

/** How many points a PNG has across and down, by its head. */
const pointsOf = ({ bytes }) => [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];

const words = { en: ['Print, or save for other programs', /at most 72 million/, /such as 1920x1080/, 'to-cut-out.pdf', /for want of memory/],
  'zh-CN': ['打印，或存给别的软件', /不超过 72 百万点/, /例如 1920x1080/, '剪纸图.pdf', /多半是内存不够/] };
const open = async ({ page }, lang) => {
  await page.locator('#menu-button').click();
  await page.getByRole('button', { name: words[lang][0] }).click();
  await page.getByTestId('save-as').waitFor();
};

for (const lang of ['en', 'zh-CN']) {
  const [, tooLarge, noSize, cutOut] = words[lang];
  journey(`a picture is as large as a person says, and pieces to cut out come on paper: ${lang}`, { lang, size: lang === 'en' ? 'phone' : 'desk', timeout: 120_000 }, async (session) => {
    const { page } = session;
    await open(session, lang);
    const [said, size] = [page.getByTestId('save-as-said'), page.getByTestId('save-as-size')];
    await page.getByTestId('save-as-format').selectOption('png');
    await page.getByTestId('save-as-paper').waitFor();
    // For the wall: the shape of a paper, so long.
    assert.deepEqual(pointsOf(await saved(page, () => size.selectOption('1920'))), [1920, 1358]);
    assert.equal(await page.getByTestId('save-as-paper').count(), 0);
    // Another size, by keys alone.
    await size.focus();
    await page.keyboard.press('End');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Control+a');
    await page.keyboard.type('640');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Control+a');
    await page.keyboard.type('360');
    await session.accessible();
    await session.shot('save-as-size');
    const coming = page.waitForEvent('download', { timeout: 60_000 });
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    const own = await coming;
    assert.deepEqual(pointsOf({ bytes: await readFile(await own.path()) }), [640, 360]);
    // What no memory holds, and what is no size, is a sentence at once; the next one is made.
    for (const [across, down, sentence] of [['12000', '12000', tooLarge], ['99999', '5', tooLarge], ['', 'wide', noSize], ['-5', '1e3', noSize]]) {
      await page.getByTestId('save-as-across').fill(across);
      await page.getByTestId('save-as-down').fill(down);
      await page.getByTestId('save-as-do').click();
      await said.getByText(sentence).waitFor();
    }
    const pieces = await saved(page, async () => {
      await page.getByTestId('save-as-format').selectOption('cut-out');
      await page.getByTestId('save-as-scale').selectOption('200');
    });
    await session.shot('save-as-cut-out');
    assert.equal(pieces.name, cutOut);
    assert.equal(pieces.bytes.subarray(0, 5).toString(), '%PDF-');
  });
}

journey('a drawing comes back from CAD and GIS with what was moved there, and a survey is not taken for one', { at: [104, 78, 6], lang: 'en', timeout: 120_000 }, async (session) => {
  const { page } = session;
  const drawing = new Drawing(session);
  await drawing.drop('pavilion', [104, 78]);
  await open(session, 'en');
  await page.getByTestId('save-as-format').selectOption('dxf');
  await page.getByTestId('save-as-grid').selectOption('sheet');
  await page.getByText('The file opens here again').waitFor();
  const cad = await saved(page, async () => {});
  const map = await saved(page, () => page.getByTestId('save-as-format').selectOption('geojson'));
  await page.keyboard.press('Escape');
  const went = await drawing.thing('pavilion');
  // What a planner does in CAD: the block three metres further east.
  const moved = cad.bytes.toString().replace(/(\nMULIN_pavilion_[^\n]*\n10\n)([^\n]+)/, (_, before, east) => `${before}${Number(east) + 3}`);
  assert.notEqual(moved, cad.bytes.toString());
  const opened = (name, bytes) => page.getByTestId('file').setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) });
  const told = page.getByText('Opened. The drawing from before');
  await opened('plan.dxf', moved);
  await told.waitFor();
  assert.deepEqual(await drawing.thing('pavilion'), { ...went, at: [went.at[0] + 3, went.at[1]] });
  await session.shot('back-from-cad');
  // And as it went, from the map program, in place of what was drawn since.
  await drawing.drop('bench', [98, 74]);
  await opened('plan.geojson', map.bytes);
  await drawing.twins('bench').waitFor({ state: 'detached' });
  assert.deepEqual(await drawing.things(), [went]);
  await opened('estate.geojson', await readFile('public/beimen/estate.geojson'));
  await page.getByText('No drawing of Mulin is in this file.').waitFor();
});

journey('a worker that breaks off says so, and does not blame the network', { lang: 'en' }, async (session) => {
  const { page } = session;
  session.expect(/there is no room/);
  await page.route('**/assets/exchange.js', (route) => route.fulfill({
    contentType: 'text/javascript', body: "postMessage('ready'); onmessage = () => { throw new Error('there is no room'); };" }));
  await open(session, 'en');
  await page.getByTestId('save-as-do').click();
  await page.getByTestId('save-as-said').getByText(words.en[4]).waitFor();
});

journey('a planner saves a design that was sent', { own: true, open: false, lang: 'en', timeout: 120_000 }, async (session) => {
  const { page, endpoint } = session;
  await endpoint.put(design(1));
  await session.open({ view: 'desk' });
  await page.getByTestId('token').fill(endpoint.token);
  await page.getByTestId('token-enter').click();
  await page.getByTestId('design-row').first().getByRole('button').first().click();
  await page.getByTestId('desk-save-as').locator('summary').click();
  await session.shot('save-as-desk');
  const sheet = await saved(page, async () => {});
  assert.match(sheet.name, /^[0-9A-Z -]+\.pdf$/);
  assert.ok(sheet.bytes.length > 10_000);
});
