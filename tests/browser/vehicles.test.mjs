// Where the fire engine gets, and what stops it: read in the dialog as a resident would.

import assert from 'node:assert/strict';
import { Drawing, atSquare, counted, fitsSideways } from './drawing.mjs';
import { journey } from './harness.mjs';

/** Opens the dialog by its key, as the plan has the focus. */
async function openVehicles({ page, plan }) {
  await plan.element.focus();
  await page.keyboard.press('Shift+T');
  await page.getByTestId('vehicles-summary').waitFor({ timeout: 30_000 });
}

journey('the fire engine is driven: doors that it reaches, what stops it and by how many centimetres, and one way played', { at: atSquare }, async (session) => {
  const { page, shot, accessible } = session;
  const drawing = new Drawing(session);
  await drawing.drop('pavilion', [78, 72]);
  await openVehicles(session);
  assert.match(await page.getByTestId('vehicles-summary').innerText(), /67 个门里能到 \d+ 个/);
  const stops = page.getByTestId('vehicles-stop');
  await stops.first().waitFor();
  assert.match(await stops.first().innerText(), /只剩 [\d.]+ 米，还差 \d+ 厘米/);
  await counted(page.locator('[data-testid=vehicles-picture] svg'), 1);
  await accessible('.dialog');
  await shot('vehicles all');
  await stops.first().click();
  await shot('vehicles stop');
  const door = page.getByTestId('vehicles-door');
  const reached = await door.locator('option', { hasNotText: '到不了' }).nth(1).getAttribute('value');
  await door.selectOption(reached);
  // Where little motion is wanted, as it is in these tests, nothing moves.
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  await page.getByTestId('vehicles-play').click();
  await page.locator('[data-testid=vehicles-picture] svg animateMotion').first().waitFor({ state: 'attached' });
  await shot('vehicles played');
});

journey('the fire engine on a phone in the dark, in English', { size: 'phone', lang: 'en', dark: true, at: atSquare }, async (session) => {
  const { page, shot } = session;
  await openVehicles(session);
  await page.getByTestId('vehicles-which').selectOption('1');
  await page.getByTestId('vehicles-summary').waitFor({ timeout: 30_000 });
  await fitsSideways(page);
  // The picture is drawn for the width at which it is shown: a point of its letters is a point of the screen.
  const drawn = await page.locator('[data-testid=vehicles-picture] svg').evaluate((svg) => svg.getBoundingClientRect().width / svg.viewBox.baseVal.width);
  assert.ok(Math.abs(drawn - 1) < 0.05, `the picture is drawn ${drawn} times as large as it was made`);
  await shot('vehicles phone');
});
