// What a drawing changes at one's own door, and how far it is on foot: two dialogs, read and saved as a resident would.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { Drawing, atSquare, counted, fitsSideways, square } from './drawing.mjs';
import { journey } from './harness.mjs';

/** Opens a dialog by its key, as the plan has the focus. */
async function openBy(session, key, name) {
  await session.plan.element.focus();
  await session.page.keyboard.press(key);
  await session.page.getByTestId(name).waitFor();
}

const row = (page, about) => page.locator(`[data-testid=my-door-row][data-about=${about}]`);

journey('my door tells walks, sun, noise, bays and fire engine before and after, and is saved as a picture', { at: atSquare }, async (session) => {
  const { page, shot, accessible } = session;
  const drawing = new Drawing(session);
  await drawing.drop('bench', square);
  await openBy(session, 'Shift+I', 'my-door');
  await page.getByTestId('my-door-house').selectOption({ label: '8 号楼' });
  await page.getByTestId('my-door-stair').selectOption('1');
  await page.getByTestId('my-door-floor').selectOption('3');
  await page.getByTestId('my-door-title').getByText('8 号楼 2 单元 3 楼').waitFor();
  assert.equal(await row(page, 'walk-bench').getAttribute('data-becomes'), 'better');
  assert.match(await row(page, 'walk-bench').innerText(), /▲ 变好/);
  assert.equal(await row(page, 'walk-gate').getAttribute('data-becomes'), 'same');
  for (const about of ['walk-plaza', 'steps', 'sun-great-cold', 'sun-solstice', 'noise', 'bays', 'fire']) {
    await row(page, about).waitFor();
  }
  await counted(page.locator('[data-testid=my-door-picture] svg'), 1);
  await accessible('.dialog');
  await shot('my door');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByTestId('my-door-save').click(),
  ]);
  const bytes = await readFile(await download.path());
  assert.equal(bytes.subarray(1, 4).toString(), 'PNG');
  assert.equal(bytes.readUInt32BE(16), 1440, 'twice as many dots as the card is wide');
  assert.ok(bytes.length > 50_000, `${bytes.length} bytes are too few for a card`);
});

journey('my door on a phone in the dark, in English', { size: 'phone', lang: 'en', dark: true, at: atSquare }, async (session) => {
  const { page, shot, accessible } = session;
  await openBy(session, 'Shift+I', 'my-door');
  await page.getByTestId('my-door-title').waitFor();
  await fitsSideways(page);
  await accessible('.dialog');
  await shot('my door phone dark');
});

journey('the walking map changes with its destination, before and after, and lists every house', { at: atSquare }, async (session) => {
  const { page, shot, accessible } = session;
  const drawing = new Drawing(session);
  await drawing.drop('bench', square);
  await openBy(session, 'Shift+W', 'walking');
  await page.locator('[data-testid=walking-picture] svg').waitFor();
  await page.getByTestId('walking-to').selectOption('bench');
  assert.equal(await page.getByTestId('walking-nothing').count(), 0);
  await counted(page.getByTestId('walking-row'), 20);
  await accessible('.dialog');
  await shot('walking');
  await page.getByTestId('walking-before').click();
  await page.getByTestId('walking-nothing').waitFor();
});

journey('the walking map on a phone in the dark', { size: 'phone', dark: true, at: atSquare }, async (session) => {
  const { page, shot, accessible } = session;
  await openBy(session, 'Shift+W', 'walking');
  await page.locator('[data-testid=walking-picture] svg').waitFor();
  await fitsSideways(page);
  await accessible('.dialog');
  await shot('walking phone dark');
});
