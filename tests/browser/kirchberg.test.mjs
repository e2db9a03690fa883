// A real estate that nobody here drew: imported from OpenStreetMap, opened, drawn on, checked, sent.

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
const folder = await mkdtemp(path.join(os.tmpdir(), 'mulin-kirchberg-'));
after(() => rm(folder, { recursive: true, force: true }));
await run(program, ['import', path.join(root, 'tests/fixtures/kirchberg.osm'), '-o', folder]);

journey('Kirchberg from OpenStreetMap is drawn on, checked and sent like the demo', { project: folder, own: true, lang: 'en' }, async (session) => {
  const { page, plan, endpoint } = session;
  const drawing = new Drawing(session);
  assert.deepEqual((await readdir(folder)).sort(), ['estate.geojson', 'project.json']);
  await session.shot('kirchberg');
  await drawing.card('pavilion').click();
  const box = await plan.element.boundingBox();
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  await drawing.twins('pavilion').waitFor();
  assert.ok((await drawing.twins('pavilion').innerText()).split('\n')[1].length > 4);
  const thing = await drawing.thing('pavilion');
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
});
