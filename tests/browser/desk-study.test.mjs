// The planner's desk beyond the list: filters by findings and cost, links and saved views, files and what the device
// keeps, designs over each other, wishes by likeness, the report, and who may only read.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { design } from './designs.mjs';
import { counted, fitsSideways } from './drawing.mjs';
import { journey } from './harness.mjs';

const desk = { own: true, open: false };
const bench = (id, x, y) => ({ id, kind: 'bench', at: [x, y], size: [1.8, 0.6], turn: 0 });
const said = ['长椅要有靠背', '椅子要有靠背，坐久了腰不疼', '靠背长椅多放几把', '晚上路灯太暗', '路灯太暗了，多装几盏路灯', '中午有热饭就好了'];

/** Six designs: the first two have two benches; the last has a long corridor at a house, which is dear and which the rules blame. */
function round() {
  return said.map((text, number) => design(number + 1, {
    title: `方案${number + 1}`,
    sheets: { estate: [
      bench('p1', 99, 80), ...(number < 2 ? [bench('p2', 99.3, 80)] : []),
      ...(number === 5 ? [{ id: 'p3', kind: 'pavilion-corridor', at: [104, 86], size: [18, 3.6], turn: 0 }] : []),
      ...(number === 3 ? [{ id: 'p4', kind: 'lamp', at: [112, 84], size: [0.5, 0.5], turn: 0 }] : []),
    ] },
    wishes: [{ id: 'w1', text, topic: number < 3 ? 'seats' : 'other', at: [99, 80] }],
    by: { alias: '', building: number < 3 ? '3' : '7', age: '60-74', channel: 'phone' },
  }));
}

async function opened(session, query = {}, token = session.endpoint.token) {
  const { page, endpoint } = session;
  for (const one of round()) await endpoint.put(one);
  await session.open({ view: 'desk', ...query });
  await page.getByTestId('token').fill(token);
  await page.getByTestId('token-enter').click();
  await page.getByTestId('design-row').first().waitFor();
}

const count = (page, n) => page.waitForFunction((n) => document.querySelectorAll('[data-testid=design-row]').length === n, n);
const tab = (page, name) => page.locator(`[data-tab=${name}]`).click();

journey('designs are filtered by what the rules find and by cost, and the link opens the same', desk, async (session) => {
  const { page } = session;
  await opened(session);
  await count(page, 6);
  // Each row in sight has its small picture.
  await page.waitForFunction(() => [...document.querySelectorAll('.designrow canvas.thumb')].slice(0, 3).every((canvas) =>
    new Set(canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data).size > 8));
  await page.locator('[data-filter=findings]').click();
  await page.locator('input[data-rule=building-spacing]').check();
  await count(page, 1);
  await session.accessible();
  await session.shot('desk-findings');
  assert.match(page.url(), /rule=building-spacing/);
  const link = page.url();
  await page.getByTestId('clear-filters').click();
  await count(page, 6);
  await page.locator('[data-filter=cost]').click();
  await page.getByTestId('cost-from').fill('20000');
  await page.getByTestId('cost-from').press('Enter');
  await count(page, 1);
  await page.goto(link);
  await count(page, 1);
});

journey('a view gets a name, is kept on the device and opened again by keyboard', desk, async (session) => {
  const { page } = session;
  await opened(session);
  await page.getByTestId('search').fill('路灯');
  await count(page, 2);
  await page.locator('[data-filter=views]').focus();
  await page.keyboard.press('Enter');
  await page.getByTestId('view-name').fill('说路灯的');
  await page.keyboard.press('Enter');
  await page.getByTestId('saved-view').waitFor();
  await session.accessible();
  await session.shot('desk-views');
  await page.keyboard.press('Escape');
  await page.getByTestId('clear-filters').click();
  await count(page, 6);
  await page.reload();
  await count(page, 6);
  await page.locator('[data-filter=views]').click();
  await page.getByTestId('saved-view').focus();
  await page.keyboard.press('Enter');
  await count(page, 2);
  await fitsSideways(page);
});

journey('what is chosen in the list is chosen on the map, and the other way round', desk, async (session) => {
  const { page } = session;
  await opened(session);
  await page.getByTestId('design-row').filter({ hasText: '方案6' }).getByRole('button').first().click();
  const card = page.getByTestId('one-design');
  const name = card.locator('[data-kind=pavilion-corridor] .thingname');
  await name.focus();
  await page.keyboard.press('Enter');
  assert.equal(await name.getAttribute('aria-pressed'), 'true');
  await session.shot('desk-chosen');
  // The chosen thing lies in the middle of the map, so that a press there means it.
  await name.click();
  assert.equal(await name.getAttribute('aria-pressed'), 'false');
  const box = await page.locator('.mapbox [data-testid=plan]').boundingBox();
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  await page.waitForFunction(() => document.querySelector('[data-kind=pavilion-corridor] .thingname').getAttribute('aria-pressed') === 'true');
  assert.match(page.url(), /one=[0-9A-Z]{12}/);
});

journey('a second opening asks for new designs alone, and forgetting the token forgets them', desk, async (session) => {
  const { page, endpoint } = session;
  await opened(session);
  await count(page, 6);
  const asked = [];
  page.on('response', (answer) => { if (/\/designs(\.ndjson|\/)/.test(answer.url())) asked.push(answer.url().replace(endpoint.url, '')); });
  await page.reload();
  await count(page, 6);
  assert.deepEqual(asked, ['designs/'], 'only the list was asked for');
  await endpoint.put(design(9, { title: '新来的' }));
  await page.getByTestId('read-again').click();
  await count(page, 7);
  assert.equal(asked.length, 3);
  assert.match(asked[2], /^designs\.ndjson\?since=/, 'and of the new ones those since the last time');
  await page.getByRole('button', { name: '忘掉口令' }).click();
  await page.getByTestId('token').waitFor();
  const left = await page.evaluate(async () => {
    const [{ name }] = (await indexedDB.databases()).filter(({ name }) => name.startsWith('mulin-desk'));
    const database = await new Promise((done) => { const request = indexedDB.open(name); request.onsuccess = () => done(request.result); });
    const lots = database.transaction('lots').objectStore('lots').count();
    return new Promise((done) => { lots.onsuccess = () => done(lots.result); });
  });
  assert.equal(left, 0, 'nothing of the residents stays on the device');
});

journey('files that were opened by hand count beside those of the host, a damaged one is set aside', desk, async (session) => {
  const { page } = session;
  await opened(session);
  const extra = design(8, { title: '纸上的方案' });
  await page.getByTestId('open-files').setInputFiles([
    { name: 'paper.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(extra)) },
    { name: 'same.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(round()[0])) },
    { name: 'office.zip', mimeType: 'application/zip', buffer: Buffer.from('this is no zip') },
  ]);
  await count(page, 7);
  await page.getByTestId('reading-failed').getByText('office.zip').waitFor();
  await session.accessible();
});

journey('the store of another office is opened as a zip that is larger than what is read of it at once', desk, async (session) => {
  const { page } = session;
  await opened(session);
  const folder = await mkdtemp(path.join(tmpdir(), 'office-'));
  try {
    await mkdir(path.join(folder, 'designs'));
    let written = 0;
    for (let number = 0; number < 80; number++) {
      // Hex digits of a hash pack to half their length.
      const words = Array.from({ length: 80 }, (_, at) => createHash('sha256').update(`${number} ${at}`).digest('hex')).join(' ');
      const bytes = JSON.stringify(design(100 + number, { title: `第${number}户`, wishes: [{ id: 'w1', text: words, topic: 'other', at: [99, 80] }] }));
      await writeFile(path.join(folder, 'designs', `${createHash('sha256').update(bytes).digest('hex')}.json`), bytes);
      written += bytes.length / 2;
    }
    assert.ok(written > 200_000, `${written} bytes are read at once`);
    const zip = path.join(folder, 'office.zip');
    await promisify(execFile)('python3', ['-m', 'zipfile', '-c', zip, path.join(folder, 'designs')]);
    await page.getByTestId('open-files').setInputFiles(zip);
    await page.getByTestId('standing').getByText('收到 86 份 ＝ 在用 86 ＋ 旧版 0 ＋ 搁置 0').waitFor();
    await page.getByTestId('search').fill('第77户');
    await page.getByTestId('design-row').filter({ hasText: '第77户' }).waitFor();
    await count(page, 1);
  } finally {
    await rm(folder, { recursive: true });
  }
});

journey('the store of another office is opened as a folder: its designs by their names, nothing beside them', desk, async (session) => {
  const { page } = session;
  await opened(session);
  const folder = await mkdtemp(path.join(tmpdir(), 'office-'));
  const put = async (one) => {
    const bytes = JSON.stringify(one);
    await writeFile(path.join(folder, 'designs', `${createHash('sha256').update(bytes).digest('hex')}.json`), bytes);
  };
  try {
    for (const part of ['designs', 'replies']) await mkdir(path.join(folder, part));
    for (const one of [design(8, { title: '社区的一份' }), design(9, { title: '另一份' }), round()[0]]) await put(one);
    await writeFile(path.join(folder, 'designs', 'renamed.json'), JSON.stringify(design(10)));
    await writeFile(path.join(folder, 'replies', 'reply.json'), '{}');
    await writeFile(path.join(folder, 'letter.txt'), 'Dear all');
    await page.getByTestId('open-folder').setInputFiles(folder);
    await count(page, 8);
    await page.getByTestId('design-row').filter({ hasText: '另一份' }).waitFor();
    // What bears another name than that of its bytes is set aside, as at the host.
    await page.getByTestId('standing').getByText('收到 9 份 ＝ 在用 8 ＋ 旧版 0 ＋ 搁置 1').waitFor();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

journey('kinds are counted, and beside it as if houses had spoken evenly', desk, async (session) => {
  const { page } = session;
  await opened(session);
  await tab(page, 'kinds');
  const bench = page.locator('[data-testid=kind-row][data-kind=bench]');
  await bench.waitFor();
  const raw = await bench.locator('td.n').first().innerText();
  await counted(page.getByTestId('kind-weighted'), 0);
  await page.getByTestId('kinds-weighted').check();
  assert.match(await bench.getByTestId('kind-weighted').innerText(), /^100/);
  // Half the designs are of another house than that of the lamp, which has not as many households.
  const lamp = page.locator('[data-testid=kind-row][data-kind=lamp]');
  assert.match(await lamp.getByTestId('kind-weighted').innerText(), /^\d+/);
  assert.equal(await bench.locator('td.n').first().innerText(), raw, 'the raw count stays');
  await session.accessible();
  await fitsSideways(page);
});

journey('two designs lie over each other and each says what only it has', desk, async (session) => {
  const { page } = session;
  await opened(session);
  for (const title of ['方案4', '方案6']) await page.getByTestId('design-row').filter({ hasText: title }).getByRole('checkbox').check();
  await tab(page, 'compare');
  await page.getByTestId('compare').waitFor();
  const only = page.getByTestId('only');
  await only.first().waitFor();
  const kinds = await only.locator('b').allInnerTexts();
  assert.equal(kinds.length, 3, 'a lamp, a corridor, and the bench that both have');
  // What moves one map moves the other.
  const pictures = () => page.locator('.tiedmap').evaluateAll((all) => all.map((map) =>
    [...map.querySelectorAll('canvas')].map((canvas) => canvas.toDataURL().length + canvas.style.transform).join()));
  const before = await pictures();
  assert.equal(before.length, 2);
  await page.locator('.tiedmap').first().scrollIntoViewIfNeeded();
  const box = await page.locator('.tiedmap').first().boundingBox();
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.wheel(0, -600);
  await page.waitForFunction((before) => [...document.querySelectorAll('.tiedmap')].every((map, at) =>
    [...map.querySelectorAll('canvas')].map((canvas) => canvas.toDataURL().length + canvas.style.transform).join() !== before[at]), before);
  const rules = page.getByTestId('compare-rules');
  await page.locator('[data-testid=compare-rules][data-asking=done]').waitFor({ timeout: 30_000 });
  await rules.getByText('都查过了').waitFor();
  await session.accessible();
  await fitsSideways(page);
  await session.shot('desk-over');
});

journey('two versions of one drawing are compared: what was moved, added and taken away, and which rules each breaks', desk, async (session) => {
  const { page, endpoint } = session;
  const first = design(70, { title: '头一版', sheets: { estate: [bench('p1', 93, 84), bench('p2', 80, 84), bench('p3', 70, 90)] } });
  const name = await endpoint.put(first);
  const lamp = { ...bench('p4', 99, 84), kind: 'lamp', size: [0.4, 0.4] };
  const sheets = { estate: [bench('p1', 93, 104), { ...bench('p2', 80, 84), turn: 45 }, lamp] };
  await endpoint.put({ ...first, title: '后一版', supersedes: name, sheets });
  await opened(session);
  const row = page.getByTestId('design-row').filter({ hasText: '后一版' });
  await row.getByRole('checkbox').check();
  await row.getByTestId('unfold').click();
  await row.locator('.versions').getByRole('checkbox').check();
  await tab(page, 'compare');
  await counted(page.getByTestId('compare-list'), 2);
  const lists = await page.getByTestId('compare-list').evaluateAll((all) => all.map((one) => one.innerText));
  assert.equal(lists.filter((list) => list.includes('灯')).length, 1, lists.join('\n'));
  // Moved by 20 m and turned by 45°: in both all the same.
  const ways = page.getByTestId('compare-otherwise').getByTestId('compare-way');
  await counted(ways, 2);
  const said = (await ways.allInnerTexts()).join('\n');
  assert.ok(said.includes('20') && said.includes('45'), said);
  await page.locator('[data-testid=compare-rules][data-asking=done]').waitFor({ timeout: 30_000 });
  await session.accessible();
  await fitsSideways(page);
  await session.shot('desk-versions');
});

journey('wishes of like words stand together with every original, and a plan says which it meets', desk, async (session) => {
  const { page } = session;
  await opened(session);
  await page.getByTestId('design-row').filter({ hasText: '方案4' }).getByRole('button').first().click();
  await tab(page, 'wishes');
  await page.getByTestId('wishes-met').getByText('满足').waitFor();
  await page.getByTestId('wishes-alike').check();
  const groups = page.getByTestId('wish-group');
  await groups.nth(1).waitFor();
  assert.deepEqual((await groups.evaluateAll((all) => all.map((one) => one.dataset.wishes))).slice(0, 2), ['3', '2']);
  await groups.first().locator('summary').click();
  await counted(groups.first().getByTestId('wish-row'), 3);
  assert.equal(await groups.first().getByTestId('wish-row').first().getAttribute('data-met'), 'yes');
  // One topic alone, each wish with its place in words.
  await page.getByTestId('wishes-alike').uncheck();
  await page.getByTestId('wishes-topic').selectOption({ index: 2 });
  await counted(page.getByTestId('wish-row'), 3);
  assert.deepEqual(new Set(await page.locator('[data-testid=wish-row] .topic').allInnerTexts()).size, 1);
  await page.getByTestId('wish-place').first().waitFor();
  await session.accessible();
  await fitsSideways(page);
  await session.shot('desk-wishes');
});

journey('the report is taken along with its maps and the table of what was adopted', desk, async (session) => {
  const { page } = session;
  await opened(session);
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByTestId('download-report').click()]);
  const html = await readFile(await file.path(), 'utf8');
  assert.match(html, /意见采纳情况表/);
  assert.match(html, /<svg/);
  assert.doesNotMatch(html, /方案1/, 'it names no design');
  const paper = await session.context.newPage();
  await paper.setContent(html);
  await session.shot('report', paper);
});

journey('on a phone, in English and in the dark the desk is whole', { ...desk, size: 'phone', lang: 'en', dark: true }, async (session) => {
  const { page } = session;
  await opened(session);
  await page.locator('[data-filter=findings]').click();
  await page.locator('input[data-musts=none]').waitFor();
  await session.accessible();
  await session.shot('desk-findings');
  await page.keyboard.press('Escape');
  await tab(page, 'wishes');
  await page.getByTestId('wishes-alike').check();
  await page.getByTestId('wish-group').first().waitFor();
  await fitsSideways(page);
  await session.accessible();
  await session.shot('desk-wishes');
});

journey('who may only read sees no buttons that answer', { ...desk, reader: true }, async (session) => {
  const { page, endpoint } = session;
  await opened(session, {}, endpoint.readerToken);
  await tab(page, 'answer');
  await page.getByTestId('reads-only').waitFor();
  assert.equal(await page.getByTestId('publish').count(), 0);
  await page.getByTestId('adoption').waitFor();
  await session.accessible();
  await tab(page, 'designs');
  await page.getByTestId('design-row').first().getByRole('button').first().click();
  assert.equal(await page.getByTestId('one-design').getByTestId('answer-decision').count(), 0);
  await session.shot('desk-reader');
});
