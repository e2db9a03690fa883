// A facilitator sets up a new estate: from a map of OpenStreetMap to a folder that residents draw on.

import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { after } from 'node:test';
import { root, startEndpoint } from './endpoint.mjs';
import { counted } from './drawing.mjs';
import { journey, openSession } from './harness.mjs';
import { at, step } from './setup.mjs';

const folder = await mkdtemp(path.join(os.tmpdir(), 'mulin-setup-'));
after(() => rm(folder, { recursive: true, force: true }));
const kirchberg = path.join(root, 'tests/fixtures/kirchberg.osm');
const query = { view: 'desk', new: 'estate' };

async function begun(page) {
  await at(page, 'setup-file').setInputFiles(kirchberg);
  await at(page, 'setup-things').locator('li').first().waitFor();
}

async function middle(page) {
  const box = await at(page, 'plan').boundingBox();
  return [box.x + box.width / 2, box.y + box.height / 2];
}

/** Dwellings are chosen, an edge is drawn around them, and a gate put. */
async function enough(page) {
  await at(page, 'setup-filter').selectOption('building-dwelling');
  await at(page, 'setup-choose-shown').click();
  await at(page, 'setup-call').selectOption('building-other');
  await at(page, 'setup-undo').click();
  await step(page, 'edge');
  await at(page, 'setup-edge-houses').click();
  await at(page, 'setup-edge-around').click();
  await at(page, 'setup-cut').click();
  await step(page, 'doors');
  await page.locator('[data-tool=gate]').click();
  await page.mouse.click(...await middle(page));
  await page.locator('[data-tool=none]').click();
}

for (const [size, lang, dark] of [['desk', 'zh-CN', false], ['phone', 'en', true]]) {
  journey(`the set-up shows every step and can be read by everybody: ${size} ${lang}`, { size, lang, dark, query }, async (session) => {
    const { page } = session;
    await session.shot('setup-entry');
    await session.accessible();
    await begun(page);
    for (const name of ['things', 'edge', 'doors', 'homes', 'round', 'save']) {
      await step(page, name);
      await session.shot(`setup-${name}`);
      await session.accessible();
    }
  });
}

journey('from an OSM file to a folder in one file, on which a resident draws', { query, timeout: 120_000 }, async (session) => {
  const { page } = session;
  await begun(page);
  await enough(page);
  await at(page, 'setup-doors-counts').filter({ hasText: '车行大门 1 个' }).waitFor();
  await page.locator('[data-tool=door]').click();
  await step(page, 'homes');
  await at(page, 'setup-homes').locator('[data-field=storeys]').first().fill('6');
  await at(page, 'setup-homes').locator('[data-field=storeys]').first().press('Tab');
  await at(page, 'setup-reckon').click();
  await page.waitForFunction(() => document.querySelector('[data-testid=setup-homes] [data-field=homes]').value === '12');
  await session.shot('setup-homes-filled');
  await step(page, 'round');
  await at(page, 'setup-round-title-zh-CN').fill('教堂山改造');
  await at(page, 'setup-id').fill('Kirch Berg!');
  await at(page, 'setup-budget').fill('120000');
  await at(page, 'setup-profile').selectOption('shandong');
  await at(page, 'setup-to').fill('2026-12-31');
  await at(page, 'setup-add-question').click();
  await page.locator('.question input').first().fill('广场放哪里好');
  await step(page, 'save');
  await at(page, 'setup-ready').waitFor();
  const coming = page.waitForEvent('download');
  await at(page, 'setup-save').click();
  const download = await coming;
  assert.equal(download.suggestedFilename(), 'kirchberg.zip');
  const zip = path.join(folder, 'kirchberg.zip');
  await download.saveAs(zip);

  const endpoint = await startEndpoint({ project: zip });
  const resident = await openSession(endpoint, { lang: 'zh-CN' });
  try {
    const project = await (await fetch(new URL('project.json', endpoint.url))).json();
    assert.equal(project.id, 'kirchberg');
    assert.equal(project.budget, 120000);
    assert.equal(project.rules.profile, 'shandong');
    assert.deepEqual(project.phases, [{ id: 'drawing', to: '2026-12-31' }]);
    assert.equal(project.questions[0].text['zh-CN'], '广场放哪里好');
    await resident.open();
    await resident.page.getByText('教堂山改造').first().waitFor();
    await resident.shot('setup-result');
    resident.noComplaints();
  } finally {
    await resident.context.close();
    await endpoint.close();
  }
});

journey('a closed tab costs nothing, and every step can be taken back by key', { query }, async (session) => {
  const { page } = session;
  await begun(page);
  await at(page, 'setup-filter').selectOption('building-dwelling');
  const rows = at(page, 'setup-things').locator('li');
  const before = await rows.count();
  await rows.first().locator('input').check();
  await at(page, 'setup-remove').click();
  await page.waitForFunction((n) => document.querySelectorAll('[data-testid=setup-things] li').length === n, before - 1);
  await page.keyboard.press('Control+z');
  await page.waitForFunction((n) => document.querySelectorAll('[data-testid=setup-things] li').length === n, before);
  await page.keyboard.press('Control+Shift+Z');
  await page.waitForFunction((n) => document.querySelectorAll('[data-testid=setup-things] li').length === n, before - 1);
  await session.open(query);
  await at(page, 'setup-resume').click();
  await at(page, 'setup-filter').selectOption('building-dwelling');
  await counted(rows, before - 1);
});

journey('an edge is drawn by its corners, on the map or under the cross in its middle; a crossing one is refused', { query, lang: 'en' }, async (session) => {
  const { page } = session;
  await begun(page);
  await step(page, 'edge');
  await at(page, 'setup-edge-draw').click();
  const [x, y] = await middle(page);
  for (const [dx, dy] of [[-150, -150], [150, 150], [150, -150], [-150, 150]]) await page.mouse.click(x + dx, y + dy);
  await at(page, 'setup-corners').filter({ hasText: '4 corners' }).waitFor();
  await at(page, 'setup-edge-done').click();
  await page.getByText(/its sides cross each other/).first().waitFor();
  await page.getByRole('button', { name: 'Do not draw' }).click();
  await at(page, 'setup-edge-draw').click();
  for (const [dx, dy] of [[-150, -150], [150, -150], [150, 150]]) await page.mouse.click(x + dx, y + dy);
  await at(page, 'setup-middle').click();
  await session.shot('setup-edge-drawing');
  const before = await at(page, 'setup-edge-now').innerText();
  await at(page, 'setup-edge-done').click();
  await page.waitForFunction((text) => document.querySelector('[data-testid=setup-edge-now]').innerText !== text, before);
});

journey('what cannot be read is a sentence, and the page goes on', { query, lang: 'en' }, async (session) => {
  const { page } = session;
  const cases = [['plan.dwg', 'AC1032\0\0\0\0', /save it as DXF/], ['plan.osm', '<osm', /cannot be read/], ['plan.geojson', '{"type":', /GeoJSON/],
    ['photo.tiff', 'x', /Files ending in/], ['photo.png', 'x', /cannot be read/], ['empty.json', '', /cannot be read/]];
  for (const [name, text, said] of cases) {
    const file = path.join(folder, name);
    await writeFile(file, text);
    await at(page, 'setup-file').setInputFiles(file);
    await at(page, 'setup-fault').filter({ hasText: said }).waitFor();
  }
  // What is larger than anything that is read is not taken into the page at all: it has no bytes on the disk either.
  const huge = path.join(folder, 'huge.osm');
  await writeFile(huge, '');
  await truncate(huge, 3 * 1024 ** 3);
  await at(page, 'setup-file').setInputFiles(huge);
  await at(page, 'setup-fault').filter({ hasText: /3,?072 MB; at most 128 MB/ }).waitFor();
  await begun(page);
  assert.ok((await readFile(kirchberg)).length > 0);
});

/** A drawing with two houses, a layer that nobody knows, in the metres of EPSG:4548. */
function drawing() {
  const pairs = [[0, 'SECTION'], [2, 'ENTITIES']];
  const ring = (layer, x, y, width, depth) => {
    pairs.push([0, 'LWPOLYLINE'], [8, layer], [70, 1]);
    for (const [dx, dy] of [[0, 0], [width, 0], [width, depth], [0, depth]]) {
      pairs.push([10, (462305 + x + dx).toFixed(3)], [20, (3920159 + y + dy).toFixed(3)]);
    }
  };
  ring('JMD', 0, 0, 44, 11);
  pairs.push([0, 'TEXT'], [8, 'JMD'], [10, '462315'], [20, '3920164'], [40, '2'], [1, '混6']);
  ring('JMD', 0, 34, 44, 11);
  ring('图层1', 60, 0, 20, 20);
  pairs.push([0, 'ENDSEC'], [0, 'EOF']);
  return pairs.map(([code, value]) => `${code}\n${value}\n`).join('');
}

journey('a file that is dropped on the page is read like one that is picked', { query }, async (session) => {
  const { page } = session;
  const text = await readFile(kirchberg, 'utf8');
  const dropped = await page.evaluateHandle((text) => {
    const data = new DataTransfer();
    data.items.add(new File([text], 'kirchberg.osm', { type: 'text/xml' }));
    return data;
  }, text);
  await page.locator('.setupentry').dispatchEvent('drop', { dataTransfer: dropped });
  await at(page, 'setup-things').locator('li').first().waitFor();
  await at(page, 'setup-name').getByText('kirchberg').waitFor();
});

journey('a CAD survey is read, placed on the earth, and its layers are said', { query, lang: 'en' }, async (session) => {
  const { page } = session;
  const file = { name: 'survey.dxf', mimeType: 'image/vnd.dxf', buffer: Buffer.from(drawing()) };
  await at(page, 'setup-file').setInputFiles(file);
  const rows = at(page, 'setup-things').locator('li');
  await rows.first().waitFor();
  const before = await rows.count();
  await at(page, 'setup-source').locator('summary').click();
  const row = at(page, 'setup-layers').locator('label', { hasText: '图层1' });
  await row.locator('select').selectOption('green');
  await at(page, 'setup-crs').fill('EPSG:4548');
  await at(page, 'setup-crs').press('Tab');
  await session.shot('setup-layers');
  await session.accessible();
  await at(page, 'setup-read-again').click();
  await page.waitForFunction(
    (count) => document.querySelectorAll('[data-testid=setup-things] li').length === count + 1,
    before,
  );
  const kept = await page.evaluate(() => localStorage.getItem('mulin.setup.estate'));
  assert.ok(kept.includes('mulin:origin') && kept.includes('"storeys":6'), kept);
});

/** A drawing as large as is read: houses, and the heights and contours of which a survey is full. */
function largeDrawing(bytes) {
  const parts = ['0\nSECTION\n2\nENTITIES\n'];
  let length = parts[0].length;
  for (let n = 0; length < bytes; n++) {
    const [x, y] = [(n % 200) * 20, Math.floor(n / 200) * 20];
    const corners = [[0, 0], [12, 0], [12, 9], [0, 9]].map(([dx, dy]) => `10\n${x + dx}.0001\n20\n${y + dy}.0001\n`).join('');
    const rest = Array.from({ length: 6 }, (_, step) => `0\nPOINT\n8\nGCD\n10\n${x + step}.25\n20\n${y}.5\n0\nLINE\n8\nDGX\n10\n${x}.1\n20\n${y}.1\n11\n${x + 3}.1\n21\n${y}.1\n`).join('');
    parts.push(`0\nLWPOLYLINE\n8\nJMD\n70\n1\n${corners}0\nTEXT\n8\nJMD\n10\n${x + 5}\n20\n${y + 5}\n40\n2\n1\n混6\n${rest}`);
    length += parts.at(-1).length;
  }
  return Buffer.from(`${parts.join('')}0\nENDSEC\n0\nEOF\n`);
}

for (const [lang, stopped] of [['en', /was not read, because you stopped it/], ['zh-CN', /是您停下的/]]) {
  journey(`a large file says how far it is, the page stays alive, and reading can be stopped: ${lang}`, { query, lang, timeout: 240_000 }, async (session) => {
    const { page } = session;
    const file = path.join(folder, 'large.dxf');
    await writeFile(file, largeDrawing(12_000_000));
    const bar = at(page, 'setup-progress').locator('progress');
    // What the bar ever said, and how often the page painted meanwhile.
    await page.evaluate(() => {
      window.told = [];
      window.painted = 0;
      new MutationObserver(() => {
        const now = document.querySelector('[data-testid=setup-progress] progress')?.getAttribute('aria-valuenow');
        if (now && window.told.at(-1) !== Number(now)) window.told.push(Number(now));
      }).observe(document.body, { subtree: true, childList: true, attributes: true });
      const frame = () => { window.painted += 1; requestAnimationFrame(frame); };
      requestAnimationFrame(frame);
    });
    await at(page, 'setup-file').setInputFiles(file);
    await page.waitForFunction(() => window.told.some((percent) => percent >= 20));
    const percent = Number(await bar.getAttribute('aria-valuenow'));
    assert.ok(percent >= 20 && percent <= 100, `${percent}`);
    assert.equal(await bar.getAttribute('max'), '100');
    assert.ok((await bar.getAttribute('aria-label')).includes('large.dxf'));
    const frames = await page.evaluate(() => window.painted);
    await session.shot('setup-reading');
    await at(page, 'setup-stop').click();
    await at(page, 'setup-fault').filter({ hasText: stopped }).waitFor();
    await at(page, 'setup-progress').waitFor({ state: 'detached' });
    await page.waitForFunction(() => document.activeElement?.matches('[data-testid=setup-file]'));
    assert.ok(frames > 10, `the page painted ${frames} times`);
    const told = await page.evaluate(() => window.told);
    assert.ok(told.length > 5, `${told}`);
    assert.deepEqual(told, [...told].sort((a, b) => a - b), 'it never goes back');
    // And the same file, whole.
    await page.evaluate(() => { window.told = []; });
    await at(page, 'setup-file').setInputFiles(file);
    await at(page, 'setup-things').locator('li').first().waitFor({ timeout: 200_000 });
    assert.ok((await page.evaluate(() => window.told)).length > 20);
  });
}

/** An extract with so many houses. */
function village(houses) {
  const [nodes, ways] = [[], []];
  for (let at = 1; at <= houses; at++) {
    const [lon, lat] = [116.5 + (at % 80) * 3e-4, 35.4 + Math.floor(at / 80) * 2e-4];
    [[0, 0], [1.2e-4, 0], [1.2e-4, 9e-5], [0, 9e-5]].forEach(([dx, dy], n) =>
      nodes.push(`<node id="${at * 10 + n}" lat="${(lat + dy).toFixed(7)}" lon="${(lon + dx).toFixed(7)}"/>`));
    ways.push(`<way id="${at}">${[0, 1, 2, 3, 0].map((n) => `<nd ref="${at * 10 + n}"/>`).join('')}<tag k="building" v="apartments"/><tag k="name" v="${at}号楼"/></way>`);
  }
  return `<osm version="0.6">${nodes.join('')}${ways.join('')}</osm>`;
}

journey('a map of thousands of houses is kept too, and who leaves before is asked', { query, timeout: 120_000 }, async (session) => {
  const { page } = session;
  const map = { name: 'village.osm', mimeType: 'text/xml', buffer: Buffer.from(village(5_000)) };
  const kept = () => page.evaluate(() => localStorage.getItem('mulin.setup.estate'));
  const filter = at(page, 'setup-filter');
  await at(page, 'setup-file').setInputFiles(map);
  await at(page, 'setup-things').locator('input').first().check();
  // The change and the question whether the page may go, with no time between them.
  const isAsked = await page.evaluate(() => {
    const call = document.querySelector('[data-testid=setup-call]');
    call.value = 'building-other';
    call.dispatchEvent(new Event('change', { bubbles: true }));
    const leaving = new Event('beforeunload', { cancelable: true });
    window.dispatchEvent(leaving);
    return leaving.defaultPrevented;
  });
  assert.ok(isAsked);
  await page.waitForFunction(() => localStorage.getItem('mulin.setup.estate') === 'database');
  const isAskedStill = await page.evaluate(() => {
    const leaving = new Event('beforeunload', { cancelable: true });
    window.dispatchEvent(leaving);
    return leaving.defaultPrevented;
  });
  assert.ok(!isAskedStill);
  await session.open(query);
  await at(page, 'setup-resume').click();
  await filter.selectOption('building-other');
  await counted(at(page, 'setup-things').locator('li'), 1);
  // What is typed is kept beside it.
  await step(page, 'round');
  await at(page, 'setup-round-title-zh-CN').fill('千户村');
  await at(page, 'setup-round-title-zh-CN').press('Tab');
  await session.open(query);
  await at(page, 'setup-resume').filter({ hasText: '千户村' }).waitFor();
  // A device that lost its database says so, and another map can be begun.
  await page.evaluate(() => new Promise((done, failed) => {
    const open = indexedDB.open('mulin-setup');
    open.onerror = failed;
    open.onsuccess = () => {
      const gone = open.result.transaction('pictures', 'readwrite');
      gone.objectStore('pictures').clear();
      gone.oncomplete = () => { open.result.close(); done(); };
    };
  }));
  await at(page, 'setup-resume').click();
  await at(page, 'setup-fault').filter({ hasText: '这台设备上的地图不见了' }).waitFor();
  assert.equal(await kept(), null);
  await begun(page);
});

journey('a map that the device cannot keep is said to be lost with the page', { query, lang: 'en', timeout: 120_000 }, async (session) => {
  const { page } = session;
  await page.evaluate(() => { IDBObjectStore.prototype.put = () => { throw new DOMException('full', 'QuotaExceededError'); }; });
  const map = { name: 'village.osm', mimeType: 'text/xml', buffer: Buffer.from(village(5_000)) };
  await at(page, 'setup-file').setInputFiles(map);
  await at(page, 'setup-things').locator('input').first().check();
  await at(page, 'setup-call').selectOption('building-other');
  await page.getByText(/cannot keep your progress/).waitFor();
});
