// Strange text: too long, of many code points, right to left, of characters that few fonts have (R23); and clocks that
// no certificate is valid at (R20).

import assert from 'node:assert/strict';
import { Drawing, atSquare, counted, fitsSideways, stored } from './drawing.mjs';
import { journey } from './harness.mjs';

const STRANGE = {
  family: '👩‍👩‍👧‍👦👨🏽‍🦯🇨🇳',
  'right to left': '\u202eمقعد طويل\u2067 بظهر',
  'zero width': '长\u200b椅\u200d要\ufeff有\u2060靠背',
  rare: '𠮷㐂𪚥𬺓䶮喆堃',
  marks: 'Z̸̢̛͉̫̄a̵l̷g̶o̴',
  markup: '<img src=x onerror=alert(1)>&amp;"\'',
};

for (const size of ['phone', 'desk'])
  journey(`R23: strange text goes to the byte from the field to the store and back, and breaks no line (${size})`,
    { at: atSquare, own: true, size }, async (session) => {
      const { page, endpoint } = session;
      const drawing = new Drawing(session);
      const opened = page.getByTestId('wish-text');
      await page.locator('[data-panel=panel-wishes]:visible').first().click();
      await opened.waitFor();
      for (const text of Object.values(STRANGE)) {
        await opened.fill(text);
        await page.getByTestId('wish-add').click();
        await page.getByTestId('wish').last().getByText(text.trim().slice(0, 8)).waitFor();
      }
      // A hundred thousand characters pasted: what fits stays, and how much that is can be seen.
      await opened.focus();
      await page.evaluate(() => document.execCommand('insertText', false, '永和'.repeat(50_000)));
      assert.equal((await opened.inputValue()).length, 500);
      await page.getByTestId('wish-count').getByText('500 / 500').waitFor();
      await page.getByTestId('wish-add').click();
      await page.getByTestId('wish').nth(Object.keys(STRANGE).length).waitFor();
      await fitsSideways(page);
      const apart = await page.getByTestId('wish').locator('.said > span:first-child').evaluateAll((all) =>
        all.map((one) => getComputedStyle(one).unicodeBidi));
      assert.ok(apart.every((bidi) => bidi === 'isolate'), `not apart from what stands beside it: ${apart}`);
      await session.shot('strange');
      await page.keyboard.press('Escape');
      await page.getByTestId('submit').first().click();
      await page.getByTestId('submit-alias').fill(STRANGE.rare + STRANGE.family);
      await session.shot('strange-submit');
      await page.getByTestId('submit-confirm').click();
      await drawing.receipt();
      const [{ design }] = await stored(endpoint);
      assert.deepEqual(design.wishes.map(({ text }) => text).slice(0, -1), Object.values(STRANGE).map((text) => text.trim()));
      assert.equal(design.wishes.at(-1).text, '永和'.repeat(250));
      assert.equal(design.by.alias, STRANGE.rare + STRANGE.family);
      if (size === 'phone') return;
      await session.open({ view: 'desk' });
      await page.getByTestId('token').fill(endpoint.token);
      await page.getByTestId('token-enter').click();
      await page.getByTestId('design-row').first().click();
      await page.getByText(STRANGE.rare).first().waitFor();
      await fitsSideways(page);
      await session.shot('strange-desk');
    });

for (const [year, doubtful] of [[1986, true], [2036, true], [2027, false]])
  journey(`R20: with no connection and a clock of ${year} the phone ${doubtful ? 'is asked for its date' : 'is not suspected'}`,
    { at: atSquare, own: true, open: false }, async (session) => {
      const { page, context, expect } = session;
      expect(/ERR_FAILED/);
      await context.addInitScript((then) => {
        const Real = Date;
        const off = then - Real.now();
        globalThis.Date = class extends Real {
          constructor(...given) { super(...(given.length ? given : [Real.now() + off])); }
          static now() { return Real.now() + off; }
        };
      }, Date.parse(`${year}-11-29T08:00:00+08:00`));
      await session.open();
      await page.route('**/designs/*.json', (route) => route.abort());
      const drawing = new Drawing(session);
      await drawing.drop('pavilion', [93, 84]);
      await drawing.submit();
      const row = page.getByTestId('under-way').first();
      await row.getByText('连不上网').waitFor();
      await counted(row.getByTestId('clock-doubtful'), doubtful ? 1 : 0);
      if (doubtful) await row.getByText(`${year}-11-29`).waitFor();
    });
