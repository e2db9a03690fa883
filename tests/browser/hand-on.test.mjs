// A borrowed phone: the next person sees nothing of the one before (R22, W27).

import assert from 'node:assert/strict';
import { Drawing, atSquare, counted, kept, stored } from './drawing.mjs';
import { journey, ready } from './harness.mjs';

const own = { at: atSquare, own: true };
const CANARY = '王阿姨的愿望';

async function newDialog(page) {
  await page.getByTestId('menu').click();
  await page.locator('.menu [data-action="action-new-design"]').click();
  await page.getByTestId('hand-on').waitFor();
}

journey('R22: handed on, the phone shows and keeps nothing of drawing, versions, receipts and author; what was received stays so', own, async (session) => {
  const { page, endpoint } = session;
  const drawing = new Drawing(session);
  await page.locator('input.title').fill(CANARY);
  await page.keyboard.press('Enter');
  await drawing.drop('pavilion', [93, 84]);
  await drawing.submit({ alias: CANARY });
  const name = await drawing.receipt();
  await page.keyboard.press('Escape');
  await drawing.drop('bench', [93, 70]);
  await page.waitForFunction(() => localStorage.getItem('mulin.copy.beimen')?.includes('bench'));
  assert.ok((await kept(page)).includes(CANARY));
  await newDialog(page);
  await session.shot('hand-on');
  await session.accessible('dialog');
  await page.getByTestId('hand-on').click();
  await page.locator('.toast').getByText('抹掉了').waitFor();
  await counted(drawing.twins(), 0);
  assert.ok(!(await kept(page)).includes(CANARY), 'the device still keeps it');
  await page.reload();
  await ready(page);
  await counted(drawing.twins(), 0);
  assert.equal(await page.locator('input.title').inputValue(), '');
  assert.equal(await page.locator('[data-action="action-undo"]').first().isDisabled().catch(() => true) ||
    (await page.locator('[data-action="action-undo"]').first().getAttribute('aria-disabled')) === 'true', true, 'undo goes back to the person before');
  await page.getByTestId('outbox').click();
  assert.equal(await page.getByTestId('sent').count() + await page.getByTestId('sent-forgotten').count(), 0);
  await page.keyboard.press('Escape');
  await drawing.drop('lamp', [93, 84]);
  await page.getByTestId('submit').click();
  assert.equal(await page.getByTestId('submit-alias').inputValue(), '');
  await page.getByTestId('submit-confirm').click();
  await drawing.receipt();
  const designs = await stored(endpoint);
  assert.equal(designs.length, 2);
  const [first] = designs.filter((design) => design.name === name);
  const [next] = designs.filter((design) => design.name !== name);
  assert.notEqual(first.design.draft, next.design.draft, 'the next person goes on with the drawing of the one before');
  assert.equal(next.design.supersedes, undefined);
});

journey('what is not sent yet is not wiped', own, async (session) => {
  const { page } = session;
  session.expect(/Failed to load resource|ERR_/);
  await page.route('**/designs/*.json', (route) => route.abort('connectionfailed'));
  const drawing = new Drawing(session);
  await drawing.drop('pavilion', [93, 84]);
  await drawing.submit();
  await drawing.outboxIs('waiting');
  await page.keyboard.press('Escape');
  await newDialog(page);
  await page.getByTestId('hand-on-waits').waitFor();
  assert.ok(await page.getByTestId('hand-on').isDisabled());
  await page.unroute('**/designs/*.json');
  await page.keyboard.press('Escape');
  await page.reload();
  await ready(page);
  await drawing.outboxIs('empty');
  await newDialog(page);
  assert.ok(await page.getByTestId('hand-on').isEnabled());
});
