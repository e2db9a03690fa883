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
  // The same reply, for who reads English.
  await session.open({ view: 'draw', design: `designs/${mine}.json`, lang: 'en' });
  await page.getByTestId('answered').waitFor();
  assert.match(await page.getByTestId('answer-reason').last().innerText(), /This round.s money does not reach/);
  assert.match(await page.getByTestId('answer-reason').first().innerText(), /Adopted, where you proposed it/);
});

journey('composing that is stopped before the first plan says so, and not that people agree on nothing', { ...desk, timeout: 150_000 }, async (session) => {
  const { page } = session;
  await opened(session);
  await tab(page, 'compose');
  // As soon as there is a button that stops, which is before the worker has been told anything.
  await page.evaluate(() => new Promise((done) => {
    const watch = new MutationObserver(() => {
      const stop = document.querySelector('[data-testid=compose-stop]');
      if (!stop) return;
      watch.disconnect();
      stop.click();
      done();
    });
    watch.observe(document.body, { childList: true, subtree: true });
    document.querySelector('[data-testid=compose-begin]').click();
  }));
  await page.getByTestId('composing').waitFor({ state: 'detached' });
  assert.match(await page.getByTestId('composed-nothing').innerText(), /第一份还没合成就停下了/);
  assert.equal(await page.getByTestId('proposal').count(), 0);
  assert.equal(await page.getByTestId('compose-begin').isEnabled(), true);
  await session.accessible();
  await page.getByTestId('compose-begin').click();
  await page.getByTestId('proposal').first().waitFor({ timeout: 60_000 });
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

/** What is published to a design. */
const published = async (endpoint, name) => (await fetch(`${endpoint.url}replies/${receiptOf(name)}.json`)).json();
const publishSays = (page, words) => page.waitForFunction((words) => document.querySelector('[data-testid=publish-state]').innerText.includes(words), words, { timeout: 60_000 });
const focused = (page, name) => page.waitForFunction((name) => document.activeElement?.dataset.testid === name, name);

journey('P37: both planners answered the same bench: nothing is overwritten, and it is chosen whose answer stands', desk, async (session) => {
  const { page, endpoint } = session;
  await opened(session);
  session.expect(/status of 404/);
  await tab(page, 'answer');
  await page.getByTestId('answer-what').selectOption('kind:bench');
  await page.getByTestId('answer-all').click();
  const [first, second] = round().map(nameOf);
  const theirs = { schema: 'mulin.reply/1', written: '2026-11-30T09:30:00+08:00', placements: { p1: { answer: 'declined', reason: { 'zh-CN': '这里有管线' } } } };
  for (const name of [first, second]) {
    const put = await endpoint.planner(`replies/${receiptOf(name)}.json`, { method: 'PUT', body: JSON.stringify(theirs), headers: { 'content-type': 'application/json' } });
    assert.equal(put.status, 201);
  }
  await page.getByTestId('publish').click();
  await publishSays(page, '发布了 28 份答复。另有 2 份');
  await counted(page.getByTestId('clash'), 2);
  for (const name of [first, second]) assert.deepEqual(await published(endpoint, name), theirs, 'nothing was written');
  const row = (name) => page.locator(`[data-testid=clash][data-receipt="${receiptOf(name)}"]`);
  assert.match(await row(first).locator('p').innerText(), /《方案1》的长椅（.*）：刚刚已发布的是“✕ 未采纳: 这里有管线”（别的规划师，2026-11-30 09:30），您答的是“✓ 采纳”。/);
  const keep = row(first).getByTestId('clash-theirs');
  const sentence = await keep.evaluate((button) => document.getElementById(button.getAttribute('aria-describedby')).innerText);
  assert.match(sentence, /方案1/, 'a screen reader says which thing the button is about');
  await session.accessible();
  await fitsSideways(page);
  await session.shot('desk-clashes');
  // One by the keyboard, the other by the mouse; the focus goes on to what is next.
  await keep.focus();
  await page.keyboard.press('Enter');
  await counted(page.getByTestId('clash'), 1);
  await focused(page, 'clash-theirs');
  await row(second).getByTestId('clash-mine').click();
  await counted(page.getByTestId('clash'), 0);
  await focused(page, 'publish');
  await publishSays(page, '有 1 份答复等着发布');
  await page.keyboard.press('Enter');
  await publishSays(page, '发布了 1 份答复');
  assert.deepEqual(await published(endpoint, first), theirs);
  assert.equal((await published(endpoint, second)).placements.p1.answer, 'adopted');
});

journey('how far the works are is told later of what is adopted, and what is declined stays declined', desk, async (session) => {
  const { page, endpoint } = session;
  await opened(session);
  session.expect(/status of 404/);
  await tab(page, 'answer');
  const form = page.locator('.tablebox > section').first();
  await form.getByTestId('answer-what').selectOption('kind:bench');
  await form.getByTestId('answer-template').selectOption('0');
  await form.getByTestId('answer-all').click();
  // One of them is declined by itself; its tree is partly adopted, with works of its own.
  await page.getByTestId('search').fill('方案30');
  await tab(page, 'designs');
  await page.getByTestId('design-row').filter({ hasText: '方案30' }).getByRole('button').first().click();
  const answer = (id) => page.locator(`[data-testid=one-design] [data-id=${id}] [data-testid=answer-of]`);
  await answer('p1').locator('summary').click();
  await answer('p1').getByTestId('answer-works').waitFor();
  await answer('p1').getByTestId('answer-decision').selectOption('declined');
  await answer('p1').getByTestId('answer-works').waitFor({ state: 'detached' });
  await answer('p2').locator('summary').click();
  await answer('p2').getByTestId('answer-decision').selectOption('partly');
  await answer('p2').getByTestId('answer-works').selectOption('done');
  await answer('p2').locator('summary').filter({ hasText: '已经完工' }).waitFor();
  await session.accessible();
  await page.getByTestId('clear-filters').click();
  // The list puts in what is in sight; what is shown counts.
  await page.getByTestId('shown-of').getByText('看到 40 份').waitFor();
  await tab(page, 'answer');
  await page.getByTestId('works-what').selectOption('kind:bench');
  await page.getByTestId('works-stage').selectOption('building');
  await page.getByTestId('works-all').click();
  await page.getByTestId('works-done').getByText('29 份方案里的 29 项').waitFor();
  await session.accessible();
  await page.getByTestId('publish').click();
  await publishSays(page, '发布了 30 份答复');
  const [declined, adopted] = await Promise.all([29, 0].map((at) => published(endpoint, nameOf(round()[at]))));
  assert.equal(declined.placements.p1.answer, 'declined');
  assert.equal(declined.placements.p1.works, undefined);
  assert.deepEqual([declined.placements.p2.answer, declined.placements.p2.works], ['partly', 'done']);
  assert.deepEqual([adopted.placements.p1.answer, adopted.placements.p1.works], ['adopted', 'building']);
  assert.match(adopted.placements.p1.reason.en, /where you proposed it/, 'the reason stays');
});
