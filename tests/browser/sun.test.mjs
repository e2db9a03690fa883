// Shadows on the plan: an hour, a day played, keys alone, and the sun's finding after a drop.
// The pictures in shots/ are for eyes.

import assert from 'node:assert/strict';
import { journey } from './harness.mjs';

const whole = [100, 100, 3.2];

/** The shadows' bar, opened by its key. */
async function opened({ page, plan }) {
  await plan.element.focus();
  await page.keyboard.press('Shift+S');
  await page.getByTestId('shadows').waitFor();
  return page.getByTestId('sun-hour');
}

/** How many points of the shadows' picture are painted. */
function painted(page) {
  return page.getByTestId('sun-picture').locator('canvas').evaluate((canvas) => {
    const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
    let count = 0;
    for (let i = 3; i < data.length; i += 4) count += data[i] > 0 ? 1 : 0;
    return count;
  });
}

journey('shadows are drawn for an hour, longer in the morning, and put away by Escape', { at: whole }, async (session) => {
  const { page, shot } = session;
  const hour = await opened(session);
  await page.waitForFunction(() => document.activeElement?.dataset.testid === 'sun-hour');
  await hour.fill('720');
  const noon = await painted(page);
  await shot('sun noon');
  await hour.fill('510');
  const morning = await painted(page);
  assert.ok(noon > 1_000 && morning > noon, `${noon} at noon, ${morning} at half past eight`);
  assert.match(await page.getByTestId('sun-said').innerText(), /太阳在东南侧，高 15 度；钟上约 8:55/);
  await shot('sun morning');
  await session.accessible();
  await page.getByTestId('sun-day').selectOption('day-summer-solstice');
  await hour.fill('900');
  await shot('sun summer');
  await hour.focus();
  await page.keyboard.press('Escape');
  await page.getByTestId('shadows').waitFor({ state: 'detached' });
});

journey('a day is played to its end by keys alone, in hours where little motion is wanted', { at: whole }, async (session) => {
  const { page } = session;
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const hour = await opened(session);
  await hour.fill('960');
  await page.getByTestId('sun-play').focus();
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.querySelector('[data-testid=sun-hour]').value === '1080');
  assert.equal(await page.getByTestId('sun-play').getAttribute('aria-label'), '播放一天的影子');
});

journey('on a phone the bar leaves the plan and the sheet free, by night too', { size: 'phone', at: [100, 100, 1.9], lang: 'en', dark: true, query: { text: 'large' } }, async (session) => {
  const { page, shot } = session;
  await opened(session);
  await shot('sun phone');
  await session.accessible();
});
