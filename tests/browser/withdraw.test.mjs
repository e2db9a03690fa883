// What a resident sent can be had back as it was sent, and be deleted, from the phone that sent it (V5 to V7).

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { Drawing, atSquare, counted, stored } from './drawing.mjs';
import { journey, ready } from './harness.mjs';

const phone = { at: atSquare, own: true, size: 'phone' };

/** Draws a pavilion with a finger and submits it; gives the name of what was received. */
async function sent(session, { before } = {}) {
  const { page } = session;
  const drawing = new Drawing(session);
  await drawing.placeByTap('pavilion', [93, 84]);
  await page.getByTestId('submit').first().tap();
  await before?.(page);
  await page.getByTestId('submit-confirm').tap();
  return drawing.receipt();
}

for (const [lang, dark, said] of [['zh-CN', false, '已撤回'], ['en', true, 'Withdrawn']])
  journey(`V7: a resident saves what was sent byte for byte, withdraws it, and it is gone where it was received (${lang})`,
    { ...phone, lang, dark }, async (session) => {
      const { page, endpoint } = session;
      const name = await sent(session);
      const [{ bytes, design }] = await stored(endpoint);
      const row = page.getByTestId('sent').first();
      const [download] = await Promise.all([page.waitForEvent('download'), row.getByTestId('sent-save').tap()]);
      assert.deepEqual(await readFile(await download.path()), bytes, 'the file is not what was sent');
      await row.getByTestId('withdraw').tap();
      await page.getByTestId('withdraw-asking').scrollIntoViewIfNeeded();
      await session.shot('withdraw-asking');
      await session.accessible('dialog');
      assert.equal((await stored(endpoint)).length, 1, 'withdrawn before it was confirmed');
      await page.getByTestId('withdraw-yes').tap();
      await row.getByTestId('withdrawn').getByText(said).waitFor();
      await session.shot('withdrawn');
      await session.accessible('dialog');
      const [left, ...more] = await stored(endpoint);
      assert.equal(more.length, 0);
      assert.notEqual(left.name, name);
      assert.equal(left.design.schema, 'mulin.withdrawal/1');
      assert.deepEqual(left.design.designs, [name]);
      assert.ok(!left.bytes.toString().includes(design.draft));
      // After a reload it is still withdrawn; the drawing is still there and is sent as one that is not withdrawn.
      await page.reload();
      await ready(page);
      const drawing = new Drawing(session);
      await drawing.twins('pavilion').waitFor({ state: 'attached' });
      await page.getByTestId('submit').first().tap();
      await page.getByTestId('submit-confirm').tap();
      const again = await drawing.receipt();
      const there = await stored(endpoint);
      assert.ok(there.some((one) => one.name === again), 'what was sent again is gone too');
      assert.notEqual(there.find((one) => one.name === again).design.withdraw, design.withdraw);
    });

journey('V7: withdrawn without a network it waits, says so, and is sent when there is one', { at: atSquare, own: true }, async (session) => {
  const { page, endpoint, expect } = session;
  const drawing = new Drawing(session);
  await drawing.drop('pavilion', [93, 84]);
  await drawing.submit();
  await drawing.receipt();
  expect(/ERR_INTERNET_DISCONNECTED/);
  await session.offline();
  await page.getByTestId('withdraw').focus();
  await page.keyboard.press('Enter');
  await page.getByTestId('withdraw-yes').focus();
  await page.keyboard.press('Enter');
  await page.getByTestId('under-way').getByText('撤回').first().waitFor();
  await page.getByTestId('sent').getByText('撤回还没送到').waitFor();
  assert.equal(await page.getByTestId('waiting-copy').count(), 0, 'a withdrawal is no design to copy');
  await session.shot('withdraw-waits');
  await session.offline(false);
  await page.getByTestId('under-way').getByText('现在再送').click().catch(() => undefined);
  await page.getByTestId('withdrawn').waitFor({ timeout: 30_000 });
  const [left] = await stored(endpoint);
  assert.equal(left.design.schema, 'mulin.withdrawal/1');
});

journey('V7: what another device sent is not withdrawn from here, and it says who can', { at: atSquare, own: true }, async (session) => {
  const { page } = session;
  const drawing = new Drawing(session);
  await drawing.drop('pavilion', [93, 84]);
  await drawing.submit();
  await drawing.receipt();
  await page.evaluate(() => localStorage.removeItem('mulin.deeds'));
  await page.reload();
  await ready(page);
  await page.getByTestId('outbox').first().click();
  await page.getByTestId('sent').getByText('把回执号告诉规划师').waitFor();
  assert.equal(await page.getByTestId('withdraw').count(), 0);
});

journey('V7: the desk counts what was withdrawn, and shows none of it', { own: true, open: false }, async (session) => {
  const { page, endpoint } = session;
  const secret = '07'.repeat(32);
  const { createHash } = await import('node:crypto');
  const withdraw = createHash('sha256').update(Buffer.from(secret, 'hex')).digest('hex');
  const design = (title, more) => ({ schema: 'mulin.design/1', project: 'beimen', title, draft: '0a', sheets: { estate: [] }, ...more });
  await endpoint.put(design('留下的'));
  // As on a host that deletes nothing: the design came after its withdrawal.
  await endpoint.put({ schema: 'mulin.withdrawal/1', project: 'beimen', secret, designs: [], at: '' });
  await endpoint.put(design('撤回的', { withdraw }));
  await session.open({ view: 'desk' });
  await page.getByTestId('token').fill(endpoint.token);
  await page.getByTestId('token-enter').click();
  await page.getByTestId('design-row').first().waitFor();
  await counted(page.getByTestId('design-row'), 1);
  await page.getByTestId('standing').getByText('收到 2 份 ＝ 在用 1 ＋ 旧版 0 ＋ 搁置 0 ＋ 撤回 1').waitFor();
  assert.equal(await page.getByText('撤回的').count(), 0);
});

journey('V5: a name is shown in public by a box that nobody ticked for anyone', phone, async (session) => {
  const { endpoint } = session;
  await sent(session, {
    before: async (page) => {
      assert.equal(await page.getByTestId('submit-named').count(), 0, 'asked before there is a name');
      await page.getByTestId('submit-alias').fill('7 号楼的老李');
      assert.equal(await page.getByTestId('submit-named').isChecked(), false);
      await session.shot('named');
      await session.accessible('dialog');
      await page.getByTestId('submit-named').check();
    },
  });
  const [{ design }] = await stored(endpoint);
  assert.deepEqual([design.by.alias, design.by.named], ['7 号楼的老李', true]);
});

journey('V6: an illness or a number in a wish is pointed out before it is sent, and sent all the same', phone, async (session) => {
  const { page, endpoint } = session;
  const drawing = new Drawing(session);
  await page.locator('[data-panel=panel-wishes]:visible').first().tap();
  await page.getByTestId('wish-text').fill('父亲中风后坐轮椅, 坡道再缓些');
  await page.getByTestId('wish-add').tap();
  await page.keyboard.press('Escape');
  await page.getByTestId('submit').first().tap();
  await page.getByTestId('submit-personal').getByText('谁的病').waitFor();
  await session.shot('personal');
  await page.getByTestId('submit-confirm').tap();
  await drawing.receipt();
  assert.equal((await stored(endpoint)).length, 1);
});
