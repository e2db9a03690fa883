// What `mulin export --to geojson` writes, read by GDAL, which is what QGIS reads it with: a reader that is not ours.
// `make gdal` installs it.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';

const target = process.env.CARGO_TARGET_DIR || 'target';
const mulin = process.env.MULIN || path.join(target, 'release/mulin');
const designs = 'tests/fixtures/designs';
// Sorts of geometry in well-known binary form.
const POINT = 1;
const SORTS = { Point: POINT, LineString: 2, Polygon: 3, MultiPoint: 4, MultiLineString: 5, MultiPolygon: 6 };

const inFolder = (body) => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'mulin-gis-'));
  try {
    body((name) => path.join(folder, name));
  } finally {
    rmSync(folder, { recursive: true });
  }
};
const exported = (design, file) => execFileSync(mulin, ['export', design, '--project', 'public/beimen', '--to', 'geojson', '-o', file]);
const read = (files) => JSON.parse(execFileSync('.tools/gdal/bin/python', ['tests/gis_read.py', ...files], { encoding: 'utf8', maxBuffer: 1e8 }));

test('GDAL finds one layer in degrees of WGS 84 with every thing, its shape and its attributes', () => inFolder((at) => {
  const names = readdirSync(designs).filter((name) => name.endsWith('.json')).slice(0, 8);
  const files = names.map((name) => {
    exported(path.join(designs, name), at(`${name}.geojson`));
    return at(`${name}.geojson`);
  });
  read(files).forEach(({ layers, crs, types, rows, sorts }, n) => {
    const { features } = JSON.parse(readFileSync(files[n], 'utf8'));
    assert.deepEqual(layers, ['beimen'], names[n]);
    assert.equal(crs, 'EPSG:4326', names[n]);
    assert.equal(rows.length, features.length, names[n]);
    assert.deepEqual(sorts, features.map(({ geometry }) => (geometry ? SORTS[geometry.type] : null)), names[n]);
    features.forEach(({ properties }, row) => {
      for (const [name, value] of Object.entries(properties)) {
        // GDAL knows moments, and gives them as it writes them.
        if (name === 'sent' || name === 'drawn') assert.equal(rows[row][name].slice(0, 19), value.slice(0, 19), names[n]);
        else assert.equal(rows[row][name], value, `${names[n]}: ${name} of ${properties.object}`);
      }
    });
    for (const name of ['width_m', 'depth_m', 'area_m2']) assert.equal(types[name], 'float64', names[n]);
    assert.ok(rows.some(({ kind_zh: kind }) => /^[\u4e00-\u9fff]+/.test(kind)), names[n]);
  });
}));

test('notes that break text come through GDAL as they were written', () => inFolder((at) => {
  const strings = JSON.parse(readFileSync('tests/fixtures/naughty-strings.json', 'utf8')).concat('要有靠背，“舒服”一点');
  writeFileSync(at('design.json'), JSON.stringify({
    schema: 'mulin.design/1', project: 'beimen', draft: '0123456789abcdef0123456789abcdef',
    sheets: { estate: strings.map((note, n) => ({ id: `p${n + 1}`, kind: 'bench', at: [60 + (n % 30) * 3, 40 + Math.floor(n / 30) * 3], size: [1.8, 0.45], note })) },
  }));
  exported(at('design.json'), at('design.geojson'));
  const { features } = JSON.parse(readFileSync(at('design.geojson'), 'utf8'));
  const [{ rows }] = read([at('design.geojson')]);
  assert.equal(rows.length, strings.length);
  const notes = features.map(({ properties }) => properties.note);
  assert.deepEqual(rows.map(({ note }) => note), notes);
  assert.ok(notes.includes(strings.at(-1)));
}));
