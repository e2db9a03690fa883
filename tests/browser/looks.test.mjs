// Every page in every dress: phone and desk, light and dark, both languages, usual and large text. Each is asked for
// violations of accessibility, for its width, and leaves a picture in shots/ for eyes to look at.

import assert from 'node:assert/strict';
import { design } from './designs.mjs';
import { Drawing, atSquare, fitsSideways, stored } from './drawing.mjs';
import { journey } from './harness.mjs';

const dresses = [
  { lang: 'zh-CN', dark: false }, { lang: 'zh-CN', dark: true, text: 'large' },
  { lang: 'en', dark: true }, { lang: 'en', dark: false, text: 'large' },
];
const name = ({ lang, dark, text }, title) => [title, lang, dark ? 'dark' : 'light', text].filter(Boolean).join('-');

/** Looks at the page as it is now: reachable for everybody, no wider than the window, and pictured. */
async function look(session, title) {
  await fitsSideways(session.page);
  await session.accessible();
  await session.shot(`look ${title}`);
}

/** Every sentence of a finding has room for words: one that shares its line with others would stand a letter a line. */
async function readable(page) {
  const narrow = await page.locator('[data-testid=finding] p:visible').evaluateAll((all) =>
    all.map((one) => [one.textContent, one.getBoundingClientRect().width]).filter(([, width]) => width < 160));
  assert.deepEqual(narrow, []);
}

/** Opens the page in each dress, or in the two that differ most, and hands it to the body. */
async function everyDress(session, query, body, { few = false } = {}) {
  for (const dress of few ? [dresses[0], { lang: 'en', dark: true, text: 'large' }] : dresses) {
    await session.page.emulateMedia({ colorScheme: dress.dark ? 'dark' : 'light' });
    await session.open({ ...query, lang: dress.lang, text: dress.text ?? 'normal' });
    await body(dress);
  }
}

for (const size of ['phone', 'desk', 'wall']) {
  journey(`the drawing page on a ${size}, drawn on, in every dress`, { size, at: atSquare, own: true, open: false }, async (session) => {
    const { page, endpoint } = session;
    const link = await endpoint.put(design(3, { sheets: { estate: [
      { id: 'p1', kind: 'plaza', at: [88, 78], size: [20, 16], turn: 0 },
      { id: 'p2', kind: 'pavilion', at: [97, 92], size: [3.6, 3.6], turn: 15 },
      { id: 'p3', kind: 'table-tennis', at: [98, 90], size: [7, 4], turn: 0 },
      { id: 'p4', kind: 'car-park', outline: [[130, 80], [160, 80], [160, 97], [130, 97]], params: { angle: '90' } },
    ] } }));
    const drawing = new Drawing(session);
    await everyDress(session, { design: `designs/${link}.json` }, async (dress) => {
      await drawing.finding('overlap').or(page.getByTestId('submit')).first().waitFor();
      await page.locator('.toast button').click({ timeout: 5_000 }).catch(() => {});
      await look(session, name(dress, 'draw'));
      if (size === 'phone') await page.locator('.sheet [data-panel=panel-things]').tap();
      await drawing.twins('table-tennis').click();
      await look(session, name(dress, 'draw-thing'));
      await page.locator('[data-panel=panel-findings]').first().click();
      await drawing.finding('overlap').first().waitFor();
      await look(session, name(dress, 'draw-findings'));
      await readable(page);
      await page.locator('[data-panel=panel-wishes]').first().click();
      await look(session, name(dress, 'draw-wishes'));
    }, { few: size !== 'phone' });
  });

  journey(`the dialogs of the drawing page on a ${size}, in every dress`, { size, at: atSquare, own: true, open: false }, async (session) => {
    const { page, endpoint } = session;
    const link = await endpoint.put(design(4));
    await everyDress(session, { design: `designs/${link}.json` }, async (dress) => {
      await page.locator('.toast button').click({ timeout: 5_000 }).catch(() => {});
      await page.getByTestId('menu').click();
      await look(session, name(dress, 'menu'));
      await page.locator('[data-action=action-help]').click();
      await page.getByRole('dialog').waitFor();
      await look(session, name(dress, 'help'));
      await page.getByTestId('dialog-close').click();
      await page.locator('[data-figure=money]:visible').click();
      await page.getByRole('dialog').waitFor();
      await look(session, name(dress, 'figures'));
      await page.getByTestId('dialog-close').click();
      await page.getByTestId('submit').click();
      await page.getByRole('dialog').waitFor();
      await look(session, name(dress, 'submit'));
      await page.getByTestId('submit-confirm').click();
      await page.getByTestId('receipt').waitFor();
      await look(session, name(dress, 'receipt'));
    }, { few: true });
    assert.ok((await stored(endpoint)).length >= 2);
  });
}

for (const view of ['wall', 'desk']) {
  for (const size of ['phone', 'desk', 'wall']) {
    journey(`the ${view} on a ${size}, in every dress`, { size, own: true, open: false }, async (session) => {
      const { page, endpoint } = session;
      for (const number of [1, 2, 3, 4, 5]) await endpoint.put(design(number));
      await session.open({ view });
      await page.getByTestId('token').fill(endpoint.token);
      await page.getByTestId('token-enter').click();
      const shown = () => page.getByTestId(view === 'wall' ? 'wall-screen' : 'design-row').first().waitFor();
      // Who leaves before the pass is there has none.
      await shown();
      await everyDress(session, { view }, async (dress) => {
        await shown();
        await look(session, name(dress, view));
      }, { few: size !== 'desk' });
    });
  }
}
