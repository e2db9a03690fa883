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
