// The planner at the desk: a pass that no script can read, and the sum of what was received.

import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { design } from './designs.mjs';
import { journey, openSession } from './harness.mjs';

const desk = { own: true, query: { view: 'desk' } };

/** Enters the token and waits for the desk. */
async function enter({ page, endpoint }) {
  await page.getByTestId('token').fill(endpoint.token);
  await page.getByTestId('token-enter').click();
  await page.locator('.deskpage').waitFor();
}

/** What the page's scripts can read of it. */
const readable = (page) => page.evaluate(() => JSON.stringify([document.cookie, { ...localStorage }, { ...sessionStorage }]));

journey('the token is used once: no script can read what opens the desk, a reload and the wall need no second, and forgotten it opens nothing', desk, async (session) => {
  const { page, context, endpoint, expect } = session;
  await endpoint.put(design(1));
  await enter(session);
  await page.getByTestId('design-row').first().waitFor();
  const words = await readable(page);
  assert.ok(!words.includes(endpoint.token), 'a script can read the token');
  const [cookie] = await context.cookies();
  assert.ok(cookie.httpOnly && cookie.sameSite === 'Strict');
  assert.ok(!words.includes(cookie.value), 'a script can read the session');
  await page.reload();
  await page.getByTestId('design-row').first().waitFor();
  const wall = await context.newPage();
  await session.open({ view: 'wall' }, wall);
  await wall.locator('[data-testid=wall][data-across]').waitFor();
  await wall.getByTestId('token').waitFor({ state: 'detached' });
  await wall.close();
  await page.getByText('忘掉口令').click();
  await page.getByTestId('token').waitFor();
  expect(/status of 401/);
  assert.equal(await page.evaluate(() => fetch('./designs/').then((answer) => answer.status)), 401);
});

journey('a session that ended is asked for again in a sentence', desk, async (session) => {
  const { page, endpoint, expect } = session;
  await endpoint.put(design(1));
  await enter(session);
  // All was read: nothing is asked of a host that is away.
  await page.getByText('收到 1 份').waitFor();
  expect(/status of 401/);
  await endpoint.stop();
  await endpoint.start();
  await page.reload();
  await page.getByTestId('token').waitFor();
  await page.getByTestId('token-refused').getByText('没有放行').waitFor();
  await enter(session);
});

journey('a host without sessions is shown the token from this window’s memory', desk, async (session) => {
  const { page, endpoint, expect } = session;
  expect(/status of 404/);
  await endpoint.put(design(1));
  await page.route('**/session', (route) => route.fulfill({ status: 404, body: '' }));
  await enter(session);
  await page.getByTestId('design-row').first().waitFor();
  assert.ok((await page.evaluate(() => JSON.stringify({ ...sessionStorage }))).includes(endpoint.token));
  assert.ok(!(await page.evaluate(() => JSON.stringify({ ...localStorage }))).includes(endpoint.token), 'kept beyond the window');
});

journey('P31: received is current and older and set aside, on the screen', { own: true, open: false }, async (session) => {
  const { page, endpoint } = session;
  const first = await endpoint.put(design(1));
  await endpoint.put({ ...design(1), supersedes: first, title: 'second version' });
  await endpoint.put(design(2));
  await endpoint.put(design(3));
  await writeFile(path.join(endpoint.data, 'designs', `${'0'.repeat(64)}.json`), '{"schema":"mulin.design/1"}');
  session.expect(/status of 40|status of 50/);
  await session.open({ view: 'desk' });
  await enter(session);
  const sum = page.getByText('收到 5 份');
  await sum.waitFor();
  const [received, current, older, aside] = (await sum.innerText()).match(/\d+/g).map(Number);
  assert.deepEqual([received, current, older, aside], [5, 3, 1, 1]);
  assert.match(await sum.innerText(), /＝.*＋.*＋/);
  await session.shot('desk-sum');
  const english = await openSession(endpoint, { lang: 'en' });
  try {
    english.expect(/status of 40|status of 50/);
    await english.open({ view: 'desk' });
    await enter(english);
    await english.page.getByText('5 received = 3 current + 1 older versions + 1 set aside').waitFor();
  } finally {
    await english.context.close();
  }
});
