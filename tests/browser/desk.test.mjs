// A planner collects designs: token, list, filters, map, wishes, and files for QGIS and a spreadsheet.

import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { design, hostile } from './designs.mjs';
import { counted, fitsSideways } from './drawing.mjs';
import { journey } from './harness.mjs';

const desk = { own: true, open: false };
const rows = (page) => page.getByTestId('design-row');

async function opened(session, designs) {
  const { page, endpoint } = session;
  for (const one of designs) await endpoint.put(one);
  await session.open({ view: 'desk' });
  await page.getByTestId('token').fill(endpoint.token);
  await page.getByTestId('token-enter').click();
  await rows(page).first().waitFor();
}

async function download(page, name) {
  const coming = page.waitForEvent('download');
  await page.getByTestId(name).click();
  return readFile(await (await coming).path(), 'utf8');
}

journey('no token, no designs; a wrong one is told in a sentence', { ...desk, open: true, query: { view: 'desk' } }, async (session) => {
  const { page } = session;
  await page.getByTestId('token').waitFor();
  await session.accessible();
  await session.shot('desk-token');
  session.expect(/status of 401/);
  await page.getByTestId('token').fill('not-the-token-not-the-token-not-the');
  await page.keyboard.press('Enter');
  await page.getByTestId('token-refused').getByText('口令不对').waitFor();
  assert.equal(await rows(page).count(), 0);
});

journey('every design is a row; an older version is folded into its drawing; filters and search say of how many', desk, async (session) => {
  const { page, endpoint } = session;
  const first = await endpoint.put(design(1));
  await opened(session, [design(1, { title: '改过的方案', supersedes: first }), ...[2, 3, 4].map((number) => design(number)),
    design(5, { by: { alias: '', building: '3', age: '18-39', channel: 'paper' } })]);
  await counted(rows(page), 5);
  await rows(page).filter({ hasText: '改过的方案' }).getByTestId('unfold').click();
  assert.match(await page.getByTestId('shown-of').innerText(), /5/);

  await page.getByTestId('search').fill('改过');
  await rows(page).nth(1).waitFor({ state: 'detached' });
  await counted(rows(page), 1);
  await page.getByTestId('clear-filters').click();
  await rows(page).nth(4).waitFor();

  await page.locator('[data-filter=kind]').click();
  await page.locator('#filter-kind label').filter({ hasText: '充电' }).locator('input').check();
  await page.waitForFunction(() => document.querySelectorAll('[data-testid=design-row]').length === 3);
  await page.keyboard.press('Escape');
  await page.getByTestId('clear-filters').click();
  await page.locator('[data-filter=building]').click();
  await page.locator('#filter-building label').filter({ hasText: '3' }).locator('input').check();
  await page.waitForFunction(() => document.querySelectorAll('[data-testid=design-row]').length === 1);
  await session.accessible();
  await fitsSideways(page);
  await session.shot('desk-filtered');
});

journey('of many designs the page holds what was looked at so far, and scrolling brings each of the others', desk, async (session) => {
  const { page } = session;
  const many = 150;
  await opened(session, Array.from({ length: many }, (_, n) => design(n + 1)));
  await page.getByTestId('shown-of').getByText(String(many)).waitFor();
  await page.waitForFunction((n) => document.querySelector('[data-tab=designs] .count')?.textContent === String(n), many);
  // Frames pass in which the list might go on by itself.
  await page.evaluate(async () => { for (let n = 0; n < 30; n++) await new Promise((done) => requestAnimationFrame(done)); });
  assert.ok(await rows(page).count() < 60, `${await rows(page).count()} rows are in the page before anybody scrolled`);
  const list = page.locator('ul.rows');
  while (await rows(page).count() < many) {
    const before = await rows(page).count();
    await list.evaluate((box) => { box.scrollTop = box.scrollHeight; });
    await page.waitForFunction((n) => document.querySelectorAll('[data-testid=design-row]').length > n, before);
  }
  await counted(rows(page), many);
});

journey('a row opens its design on the map, with every thing in words; several lie over each other', desk, async (session) => {
  const { page } = session;
  await opened(session, [1, 2, 3].map((number) => design(number)));
  await session.shot('desk-all');
  await session.accessible();
  await rows(page).first().locator('.show').click();
  const one = page.getByTestId('one-design');
  await one.waitFor();
  await counted(one.getByTestId('object'), 2);
  await session.accessible();
  await session.shot('desk-one');
  for (const box of await rows(page).locator('.pick input').all()) await box.check();
  await page.getByTestId('map-caption').getByText('3').waitFor();
});

for (const [lang, dark, house] of [['zh-CN', false, '10 号楼'], ['en', true, 'Building 10']]) {
  journey(`the list is a table, its heads put it into order from either end, and a link opens it so: ${lang}`, { ...desk, lang, dark }, async (session) => {
    const { page } = session;
    const of = (number, building, many) => design(number, { by: { alias: '', building, age: '18-39', channel: 'paper' },
      sheets: { estate: Array.from({ length: many }, (_, n) => ({ id: `p${n}`, kind: 'bench', at: [80 + 3 * n, 84], size: [1.5, 0.6], turn: 0 })) } });
    await opened(session, [of(1, '9', 1), of(2, '10', 3), of(3, '', 2)]);
    await page.getByTestId('as-table').click();
    const head = (column) => page.locator(`.designtable thead [data-column=${column}]`);
    const titles = async (...expected) => page.waitForFunction((expected) => [...document.querySelectorAll('.designtable .show')]
      .map((title) => title.textContent.trim()).join() === expected, expected.map((number) => `方案${number}`).join());
    await titles(3, 2, 1); // The last that came is first.
    await page.locator('.designtable').getByText(house, { exact: true }).waitFor();
    await head('building').click();
    await titles(1, 2, 3); // House 9 before house 10, and who does not say last.
    assert.equal(await page.locator('.designtable [aria-sort]').getAttribute('aria-sort'), 'ascending');
    await head('building').press('Enter');
    await titles(2, 1, 3);
    await page.getByTestId('sort').selectOption('things');
    await titles(2, 3, 1);
    await page.getByTestId('sort-turn').click();
    await titles(1, 3, 2);
    assert.equal(await page.locator('.designtable [aria-sort]').getAttribute('aria-sort'), 'ascending');
    await session.accessible();
    await fitsSideways(page);
    // A line opens its design, and the keys go from line to line.
    await page.locator('.designtable .show').first().press('ArrowDown');
    await page.keyboard.press('Enter');
    await counted(page.getByTestId('one-design').getByTestId('object'), 2);
    await session.shot('desk-table');
    await page.reload();
    await rows(page).first().waitFor();
    await titles(1, 3, 2);
    await page.getByTestId('as-table').click();
    await page.locator('.designrow canvas').first().waitFor();
  });
}

journey('hostile texts are shown as text, and leave as text', desk, async (session) => {
  const { page } = session;
  page.on('dialog', (dialog) => { throw new Error(`a dialog opened: ${dialog.message()}`); });
  await opened(session, [hostile(), design(2)]);
  await rows(page).filter({ hasText: '<img src=x' }).locator('.show').click();
  await page.getByTestId('one-design').waitFor();
  assert.equal(await page.locator('img[src=x], svg[onload]').count(), 0);

  const map = JSON.parse(await download(page, 'download-geojson'));
  assert.equal(map.type, 'FeatureCollection');
  assert.ok(map.features.length >= 3);
  for (const { type, geometry } of map.features) {
    assert.equal(type, 'Feature');
    for (const [, longitude, latitude] of JSON.stringify(geometry.coordinates).matchAll(/\[(-?[\d.]+),(-?[\d.]+)\]/g))
      assert.ok(Math.abs(longitude - 116.585) < 0.02 && Math.abs(latitude - 35.41) < 0.02, `${longitude}, ${latitude} is not in Beimen`);
  }
  const csv = await download(page, 'download-csv');
  assert.equal(csv.codePointAt(0), 0xfeff, 'a spreadsheet needs the mark to read Chinese');
  // Every cell of every row, as RFC 4180 quotes them.
  const cells = [...csv.slice(1).matchAll(/(?:^|,|\r\n)(?:"((?:[^"]|"")*)"|([^",\r\n]*))/g)].map(([, quoted, bare]) => quoted ?? bare ?? '');
  assert.ok(cells.some((cell) => cell.includes('HYPERLINK')), 'the hostile cell is not there');
  for (const cell of cells) assert.doesNotMatch(cell, /^[=+@\t\r]|^-(?!\d+(\.\d+)?$)/, `a spreadsheet would run ${cell}`);
});

journey('a file whose bytes are not its name is set aside and counted, the rest is read', desk, async (session) => {
  const { page, endpoint } = session;
  const name = await endpoint.put(design(1));
  const file = path.join(endpoint.data, 'designs', `${name}.json`);
  await writeFile(file, (await readFile(file, 'utf8')).replace('方案1', '改了1'));
  session.expect(/status of 404/);
  await opened(session, [design(2), design(3)]);
  await counted(rows(page), 2);
  await page.getByTestId('aside-row').first().waitFor({ state: 'attached' });
  await session.shot('desk-aside');
});

journey('the desk on a phone fits, too', { ...desk, size: 'phone', dark: true, lang: 'en' }, async (session) => {
  await opened(session, [design(1), design(2)]);
  await fitsSideways(session.page);
  await session.accessible();
  await session.shot('desk-all');
});
