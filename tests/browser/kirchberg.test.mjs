// Maps that nobody here drew, from OpenStreetMap and from CAD: imported, opened, drawn on, checked, sent.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { after } from 'node:test';
import { promisify } from 'node:util';
import { Drawing, stored } from './drawing.mjs';
import { program, root } from './endpoint.mjs';
import { journey } from './harness.mjs';

const run = promisify(execFile);
const maps = [
  { of: 'Kirchberg from OpenStreetMap', file: 'kirchberg.osm', kind: 'pavilion' },
  // Four walls in inches have room for a bench.
  { of: 'a floor plan from CAD', file: 'floorplan.dxf', kind: 'bench' },
];
for (const map of maps) {
  map.folder = await mkdtemp(path.join(os.tmpdir(), `mulin-${map.file}-`));
  after(() => rm(map.folder, { recursive: true, force: true }));
  await run(program, ['import', path.join(root, 'tests/fixtures', map.file), '-o', map.folder]);
}

for (const map of maps) {
  const options = { project: map.folder, own: true, lang: 'en' };
  journey(`${map.of} is drawn on, checked, sent and goes out like the demo`, options, (session) => allTheWay(session, map));
}

async function allTheWay(session, { file: map, kind, folder }) {
  const { page, plan, endpoint } = session;
  const drawing = new Drawing(session);
  assert.deepEqual((await readdir(folder)).sort(), ['estate.geojson', 'project.json']);
  await session.shot(path.parse(map).name);
  await drawing.card(kind).click();
  const box = await plan.element.boundingBox();
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  await drawing.twins(kind).waitFor();
  assert.ok((await drawing.twins(kind).innerText()).split('\n')[1].length > 4);
  const thing = await drawing.thing(kind);
  await drawing.submit();
  const name = await drawing.receipt();
  const [design] = await stored(endpoint);
  assert.equal(design.name, name);
  assert.deepEqual(design.design.sheets.estate[0].at, thing.at);
  const project = JSON.parse(await readFile(path.join(folder, 'project.json'), 'utf8'));
  assert.equal(design.design.project, project.id);
  const file = path.join(endpoint.data, 'designs', `${name}.json`);
  const { stdout } = await run(program, ['check', file, '--project', folder, '--json']).catch((refused) => {
    assert.equal(refused.code, 1, refused.stderr);
    return refused;
  });
  assert.equal(JSON.parse(stdout).design, name);
  for (const to of ['dxf', 'pdf', 'geojson']) {
    const out = path.join(folder, `out.${to}`);
    await run(program, ['export', file, '--project', folder, '--to', to, '-o', out]);
    assert.ok((await readFile(out)).length > 500, to);
  }
}
