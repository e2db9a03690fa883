// A design is sent: what the resident is told is what lies on the endpoint's disk, whatever the network does.

import assert from 'node:assert/strict';
import { Drawing, atSquare, counted, stored } from './drawing.mjs';
import { journey, openSession, ready } from './harness.mjs';

const own = { at: atSquare, own: true };
const puts = '**/designs/*.json';
const words = { waiting: '还没送出', sending: '正在送', delivered: '已送达', refused: '没被收下' };

/** Draws a pavilion: something to send. */
async function drawn(session) {
  const drawing = new Drawing(session);
  await drawing.drop('pavilion', [93, 84]);
  return drawing;
}

/** Of the words for what became of a design, the page says this one and no other. */
async function saysOnly(page, wanted) {
  await page.getByText(words[wanted]).filter({ visible: true }).first().waitFor();
  const body = await page.locator('body').innerText();
  for (const [name, word] of Object.entries(words))
    if (name !== wanted) assert.ok(!body.includes(word), `the page says ${word} while the design is ${wanted}`);
}

/** Answers every PUT of a design by a function, and counts them. */
async function onPut(page, answer) {
  const count = { puts: 0 };
  await page.route(puts, async (route) => {
    if (route.request().method() !== 'PUT') return route.fallback();
    count.puts += 1;
    return answer(route);
  });
  return count;
}

journey('what is to be sent is shown and confirmed, then stored under its hash, then there is a receipt', own, async (session) => {
  const { page, endpoint } = session;
  const drawing = await drawn(session);
  await page.getByTestId('submit').click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('亭').first().waitFor();
  assert.deepEqual(await stored(endpoint), [], 'sent before it was confirmed');
  await session.accessible('dialog');
  await session.shot('submit');
  await page.getByTestId('submit-alias').fill('7号楼居民');
  await page.getByTestId('submit-building').selectOption('7');
  await page.getByTestId('submit-age').selectOption('60-74');
  await page.getByTestId('submit-confirm').click();
  const name = await drawing.receipt();
  await drawing.outboxIs('empty');
  const [design, ...others] = await stored(endpoint);
  assert.deepEqual(others, []);
  assert.equal(design.name, name);
  assert.deepEqual(design.design.sheets.estate.map(({ kind }) => kind), ['pavilion']);
  assert.deepEqual([design.design.by.alias, design.design.by.building, design.design.by.age], ['7号楼居民', '7', '60-74']);
  assert.match(await page.getByTestId('receipt-code').innerText(), /^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z*~$=U]{2}$/);
  await session.accessible('dialog');
  await session.shot('receipt');
});

journey('still to be sent, being sent and received are three different words', own, async (session) => {
  const { page } = session;
  const drawing = await drawn(session);
  let letGo;
  const held = new Promise((done) => { letGo = done; });
  await onPut(page, async (route) => { await held; await route.continue(); });
  await drawing.submit();
  await drawing.outboxIs('sending');
  await saysOnly(page, 'sending');
  assert.equal(await page.getByTestId('receipt').count(), 0, 'a receipt before it was received');
  await session.shot('sending');
  letGo();
  await drawing.receipt();
  await saysOnly(page, 'delivered');
});

journey('pressed twice, it is sent once', own, async (session) => {
  const { page, endpoint } = session;
  const drawing = await drawn(session);
  const count = await onPut(page, (route) => route.continue());
  await page.getByTestId('submit').click();
  await page.getByTestId('submit-confirm').evaluate((button) => { for (let press = 0; press < 20; press++) button.click(); });
  await drawing.receipt();
  assert.equal((await stored(endpoint)).length, 1);
  assert.equal(count.puts, 1);
});

journey('with no network it waits, then goes by itself, once', own, async (session) => {
  const { page, endpoint, offline, expect } = session;
  const drawing = await drawn(session);
  expect(/ERR_INTERNET_DISCONNECTED/);
  await offline();
  await drawing.submit();
  await drawing.outboxIs('waiting');
  await saysOnly(page, 'waiting');
  await session.shot('waiting');
  await session.accessible();
  assert.equal(await page.getByTestId('receipt').count(), 0);
  await offline(false);
  await drawing.outboxIs('empty');
  await saysOnly(page, 'delivered');
  assert.equal((await stored(endpoint)).length, 1);
});

journey('a design that waits outlives a closed page', own, async (session) => {
  const { context, endpoint, expect } = session;
  const drawing = await drawn(session);
  expect(/Failed to load resource|ERR_/);
  await onPut(session.page, (route) => route.abort('connectionfailed'));
  await drawing.submit();
  await drawing.outboxIs('waiting');
  assert.deepEqual(await stored(endpoint), []);
  await session.page.close();
  const page = await context.newPage();
  await session.open({}, page);
  await new Drawing({ page }).outboxIs('empty');
  await page.waitForFunction(() => localStorage.getItem('mulin.ledger')?.includes('delivered') ?? true);
  assert.equal((await stored(endpoint)).length, 1);
});

journey('an answer that got lost is asked for again: received, and stored once', own, async (session) => {
  const { page, endpoint, expect } = session;
  const drawing = await drawn(session);
  expect(/Failed to load resource|ERR_/);
  let lost = 0;
  await onPut(page, async (route) => {
    if (lost++) return route.continue();
    await route.fetch();
    await route.abort('connectionreset');
  });
  await drawing.submit();
  await drawing.outboxIs('waiting');
  assert.equal((await stored(endpoint)).length, 1);
  await drawing.receipt();
  assert.equal((await stored(endpoint)).length, 1);
});

journey('a hotel network that answers 200 to everything is not believed', own, async (session) => {
  const { page, endpoint } = session;
  const drawing = await drawn(session);
  await page.route(puts, (route) => route.fulfill({ status: 200, contentType: 'text/html', body: '<html><title>Wi-Fi</title>' }));
  await drawing.submit();
  await drawing.outboxIs('waiting');
  await page.getByText('好像要先登录').first().waitFor();
  assert.equal(await page.getByTestId('receipt').count(), 0);
  assert.deepEqual(await stored(endpoint), []);
  await page.unroute(puts);
  await drawing.receipt();
  assert.equal((await stored(endpoint)).length, 1);
});

journey('an endpoint that refuses is quoted in a sentence, and the drawing stays', own, async (session) => {
  const { page, expect } = session;
  const drawing = await drawn(session);
  expect(/status of 413/);
  await page.route(puts, (route) => route.fulfill({
    status: 413, contentType: 'application/problem+json', body: JSON.stringify({ status: 413, code: 'too_large', title: 'Too large' }),
  }));
  await drawing.submit();
  await drawing.outboxIs('failed');
  await saysOnly(page, 'refused');
  await page.getByText('方案太大，收不下').first().waitFor();
  await session.shot('refused');
  await session.accessible();
  await page.keyboard.press('Escape');
  await counted(drawing.twins('pavilion'), 1);
});

journey('the link opens the design anywhere, the code on this device, and sending again supersedes', own, async (session) => {
  const { page, endpoint } = session;
  const drawing = await drawn(session);
  await drawing.submit({ alias: '7号楼居民' });
  const name = await drawing.receipt();
  const link = await page.getByTestId('receipt-link').getAttribute('href');
  const code = await page.getByTestId('receipt-code').innerText();
  assert.ok(link.includes(name), `the link has no full name: ${link}`);

  const elsewhere = await openSession(endpoint, own);
  try {
    await elsewhere.page.goto(new URL(link, page.url()).href);
    await ready(elsewhere.page);
    await new Drawing(elsewhere).twins('pavilion').waitFor();
    await elsewhere.page.getByTestId('submit').click();
    assert.equal(await elsewhere.page.getByTestId('submit-alias').inputValue(), '', 'a link tells who drew');
    elsewhere.noComplaints();
  } finally {
    await elsewhere.context.close();
  }

  await page.keyboard.press('Escape');
  await drawing.twins('pavilion').click();
  await drawing.action('delete').first().click();
  await drawing.twins('pavilion').waitFor({ state: 'detached' });
  await page.getByTestId('outbox').click();
  await page.getByTestId('receipt-field').fill(code.toLowerCase().replaceAll('-', ' '));
  await page.getByTestId('receipt-open').click();
  await drawing.twins('pavilion').waitFor();

  await drawing.drop('chess-table', [86, 90]);
  await drawing.submit();
  await page.locator(`[data-testid=receipt]:not([data-name="${name}"])`).waitFor();
  const designs = await stored(endpoint);
  assert.equal(designs.length, 2);
  const [first] = designs.filter((design) => design.name === name);
  const [second] = designs.filter((design) => design.name !== name);
  assert.equal(second.design.supersedes, name);
  assert.equal(second.design.draft, first.design.draft, 'a revision is the same drawing');
});

journey('a revision made while the first version still waits supersedes it, also after a reload', own, async (session) => {
  const { page, endpoint, expect } = session;
  const drawing = await drawn(session);
  expect(/Failed to load resource|ERR_/);
  await onPut(page, (route) => route.abort('connectionfailed'));
  await drawing.submit();
  await drawing.outboxIs('waiting');
  await page.keyboard.press('Escape');
  await page.reload();
  await ready(page);
  await drawing.twins('pavilion').waitFor();
  await drawing.drop('bench', [93, 70]);
  await drawing.submit();
  // The first version waits already, so the chip says nothing of the second; the list has what is kept on the device.
  await counted(page.getByTestId('under-way'), 2);
  await page.unroute(puts);
  await page.reload();
  await ready(page);
  await drawing.outboxIs('empty');
  const designs = (await stored(endpoint)).map(({ name, design }) => ({ name, supersedes: design.supersedes }));
  assert.equal(designs.length, 2);
  const first = designs.find(({ supersedes }) => supersedes === undefined);
  const second = designs.find(({ supersedes }) => supersedes !== undefined);
  assert.equal(second?.supersedes, first?.name);
});

journey('a code with a slip of the finger is told, and so is one that this device never sent', { at: atSquare }, async (session) => {
  const { page } = session;
  await page.getByTestId('outbox').click();
  for (const code of ['hello', '7K3MQ-9XB2R-4T', '00000-00000-00']) {
    await page.getByTestId('receipt-field').fill(code);
    await page.getByTestId('receipt-open').click();
    await page.locator('.toast, [role=alert]').filter({ visible: true }).first().waitFor();
  }
});
