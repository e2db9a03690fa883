// The planner reads a round: where people agree, who has spoken, one plan of all, and an answer that residents find.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { design } from './designs.mjs';
import { counted, fitsSideways } from './drawing.mjs';
import { journey } from './harness.mjs';

const desk = { own: true, open: false };
const bytesOf = (one) => Buffer.from(JSON.stringify(one));
const nameOf = (one) => createHash('sha256').update(bytesOf(one)).digest('hex');

/** A round in which three of four want a bench and a tree about one place, and the others a lamp and flowers at another. */
function round(count = 40) {
  const off = (number, by) => ((number * 7919) % 100) / 100 * by - by / 2;
  return Array.from({ length: count }, (_, number) => {
    const park = number < count * 0.75;
    const at = park ? [99, 80] : [150, 95];
    const thing = (id, kind, dx, size) => ({ id, kind, at: [at[0] + dx + off(number, 4), at[1] + off(number + 3, 4)], size, turn: 0 });
    return design(number + 1, { title: `方案${number + 1}`,
      sheets: { estate: park ? [thing('p1', 'bench', 0, [1.8, 0.6]), thing('p2', 'tree', 7, [4, 4])] : [thing('p1', 'lamp', 0, [0.5, 0.5]), thing('p2', 'flower-bed', 6, [4, 2])] },
      drawn: `2026-11-${String(1 + (number % 28)).padStart(2, '0')}T09:30:00+08:00`,
      by: { alias: '', building: park ? '3' : '7', age: number % 2 ? '60-74' : '18-39', channel: 'phone' } });
  });
}

async function opened(session, count = 40) {
  const { page, endpoint } = session;
  for (const one of round(count)) await endpoint.put(one);
  await session.open({ view: 'desk' });
  await page.getByTestId('token').fill(endpoint.token);
  await page.getByTestId('token-enter').click();
  await page.getByTestId('design-row').first().waitFor();
  await page.getByTestId('shown-of').getByText(String(count)).waitFor();
}

const tab = (page, name) => page.locator(`[data-tab=${name}]`).click();

journey('hot spots are listed with their designs, and a place says who proposed what in which words', desk, async (session) => {
  const { page } = session;
  await opened(session);
  await tab(page, 'where');
  await page.getByTestId('where-kind').selectOption('bench');
  const spot = page.getByTestId('hot-spot').first();
  await spot.waitFor();
  assert.equal(await spot.getAttribute('data-designs'), '30');
  await spot.focus();
  await page.keyboard.press('Enter');
  await page.getByTestId('at-place').getByText('长椅要有靠背').first().waitFor();
  await session.accessible();
  await fitsSideways(page);
  await session.shot('desk-where');
});

journey('who has spoken stands against the households, with groups and the doors to visit next', desk, async (session) => {
  const { page } = session;
  await opened(session);
  await tab(page, 'who');
  await page.getByTestId('house').first().waitFor();
  await page.locator('[data-testid=house].silent').nth(3).waitFor();
  await page.getByTestId('next-door').nth(3).waitFor();
  await counted(page.getByTestId('group'), 2);
  await session.accessible();
  await fitsSideways(page);
  await session.shot('desk-who');
});

/** What the tabs 'Where' and 'Who' say, once nothing is being reckoned any more. */
async function studied(page) {
  await tab(page, 'where');
  await page.getByTestId('hot-spot').first().waitFor();
  const spots = await page.getByTestId('hot-spot').allInnerTexts();
  await tab(page, 'who');
  await page.getByTestId('group').first().waitFor();
  await page.getByTestId('studying').waitFor({ state: 'hidden' });
  await page.locator('[data-testid=group] li').first().waitFor();
  return { spots, groups: await page.getByTestId('group').allInnerTexts() };
}

journey('density and groups are found away from the page, and the same on it where a browser has no worker', desk, async (session) => {
  const { page, context } = session;
  await opened(session);
  const away = await studied(page);
  assert.equal(away.groups.length, 2);
  const [worker] = page.workers();
  const steps = await worker.evaluate(() => performance.getEntriesByType('measure').map(({ name }) => name));
  for (const step of ['mulin:columns', 'mulin:density', 'mulin:groups']) assert.ok(steps.includes(step), `${step} is the worker's: ${steps}`);
  assert.equal(await page.evaluate(() => performance.getEntriesByName('mulin:density').length), 0, 'and not the page\'s');
  await context.addInitScript(() => { delete globalThis.Worker; });
  await page.reload();
  await page.getByTestId('house').first().waitFor();
  assert.deepEqual(await studied(page), away);
  assert.equal(page.workers().length, 0);
});

journey('a filter that changes while a study goes on has the last word', desk, async (session) => {
  const { page } = session;
  await opened(session);
  await tab(page, 'where');
  // Before anything can have come back the question is another, and another again.
  await page.evaluate(() => {
    const field = document.querySelector('[data-testid=search]');
    for (const text of ['方案1', '方案3', '方案40']) {
      field.value = text;
      field.dispatchEvent(new Event('input', { bubbles: true }));
    }
  });
  await page.waitForFunction(() => document.querySelector('[data-testid=hot-spot]')?.dataset.designs === '1');
  await page.getByTestId('studying').waitFor({ state: 'hidden' });
  const kinds = await page.getByTestId('where-kind').locator('option').evaluateAll((all) => all.map(({ value }) => value).sort());
  assert.deepEqual(kinds, ['flower-bed', 'lamp'], 'the one design that is left has these');
  await page.getByTestId('clear-filters').click();
  await page.waitForFunction(() => document.querySelector('[data-testid=hot-spot]')?.dataset.designs === '30');
  await page.getByTestId('where-whose').locator('option[value=apart-1]').waitFor({ state: 'attached' });
  await page.getByTestId('where-whose').selectOption('apart-1');
  await page.getByTestId('where-kind').selectOption('lamp');
  await page.waitForFunction(() => document.querySelector('[data-testid=hot-spot]')?.dataset.designs === '10');
  await session.accessible();
  await session.shot('desk-apart');
});

journey('of 300 designs two are compared, a plan of all is composed, adopted and answered, and the resident reads the answer with the receipt', { ...desk, timeout: 240_000 }, async (session) => {
  const { page, endpoint } = session;
  await opened(session, 300);
  // Two of them beside each other first: what each gives, which rules it breaks, what only one has.
  for (const place of [0, 1]) await page.getByTestId('design-row').nth(place).getByRole('checkbox').check();
  await tab(page, 'compare');
  await page.locator('[data-testid=compare-rules][data-asking=done]').waitFor({ timeout: 60_000 });
  assert.equal(await page.locator('[data-testid=compare-table] thead th').count(), 3);
  await page.getByTestId('only').first().waitFor({ state: 'attached' });
  await tab(page, 'compose');
  const away = page.waitForEvent('worker');
  await page.getByTestId('compose-begin').click();
  const worker = await away; // Composing is not the page's own work.
  await page.getByTestId('proposal').first().waitFor({ timeout: 180_000 });
  assert.equal(page.workers().includes(worker), false, 'the worker ends with its work');
  assert.equal(await page.getByTestId('proposal').first().getAttribute('data-better'), 'true');
  await page.getByTestId('proposal-show').first().click();
  await session.accessible();
  await session.shot('desk-compose');
  await page.getByTestId('proposal-adopt').first().click();

  await page.getByTestId('propose-answers').click();
  await page.getByTestId('answer-what').selectOption('wishes');
  await page.locator('.tablebox > section').getByTestId('answer-decision').first().selectOption('partly');
  await page.locator('.tablebox > section').getByTestId('answer-template').first().selectOption('4');
  await page.getByTestId('answer-all').click();
  await session.accessible();
  await session.shot('desk-answer');
  session.expect(/status of 404/); // Before the first answer there is none.
  await page.getByTestId('publish').click();
  await page.waitForFunction(() => /发布了 300 份/.test(document.querySelector('[data-testid=publish-state]').innerText), undefined, { timeout: 120_000 });

  const mine = nameOf(round(300)[0]);
  await session.open({ view: 'draw', design: `designs/${mine}.json` });
  await page.getByTestId('answered').waitFor();
  const rows = page.getByTestId('answer-row');
  await counted(rows, 3);
  assert.deepEqual(await rows.evaluateAll((all) => all.map((row) => row.dataset.answer)), ['adopted', 'adopted', 'partly']);
  assert.match(await page.getByTestId('answer-reason').last().innerText(), /预算/);
  await session.accessible();
  await session.shot('answered');
});

journey('composing is stopped by hand and shows what there is', desk, async (session) => {
  const { page } = session;
  await opened(session);
  await tab(page, 'compose');
  await page.getByTestId('compose-begin').click();
  await page.getByTestId('compose-stop').click();
  await page.getByTestId('composing').waitFor({ state: 'detached' });
  assert.equal(await page.getByTestId('compose-begin').isEnabled(), true);
  await session.accessible();
});

/** The receipt of a design as replies are named: 50 bits in Crockford's base32 and two check characters. */
function receiptOf(name) {
  const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
  const bits = BigInt(`0x${name.slice(0, 14)}`) >> 6n;
  const said = (value, count) => Array.from({ length: count }, (_, at) => alphabet[Number((value >> BigInt(5 * (count - 1 - at))) & 31n)]).join('');
  return said(bits, 10) + said(bits % 1021n, 2);
}

journey('what another planner answered meanwhile is not overwritten', desk, async (session) => {
  const { page, endpoint } = session;
  await opened(session);
  session.expect(/status of 404/);
  await tab(page, 'answer');
  await page.getByTestId('answer-what').selectOption('kind:bench');
  await page.getByTestId('answer-all').click();
  const name = nameOf(round()[0]);
  const theirs = { schema: 'mulin.reply/1', placements: { p2: { answer: 'declined', reason: { 'zh-CN': '这里有管线' } } } };
  const put = await endpoint.planner(`replies/${receiptOf(name)}.json`, { method: 'PUT', body: JSON.stringify(theirs), headers: { 'content-type': 'application/json' } });
  assert.equal(put.status, 201);
  await page.getByTestId('publish').click();
  await page.waitForFunction(() => /发布了 30 份/.test(document.querySelector('[data-testid=publish-state]').innerText), undefined, { timeout: 60_000 });
  const both = await (await fetch(`${endpoint.url}replies/${receiptOf(name)}.json`)).json();
  assert.equal(both.placements.p1.answer, 'adopted');
  assert.equal(both.placements.p2.answer, 'declined', 'the other planner answered the tree');
});
