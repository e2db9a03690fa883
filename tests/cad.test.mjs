// What `mulin export` writes for CAD, read by ezdxf, and what ezdxf writes, read by `mulin import`: a strict reader and a
// writer that are not ours. `make ezdxf` installs it.

import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';

const target = process.env.CARGO_TARGET_DIR || 'target';
const mulin = process.env.MULIN || path.join(target, 'release/mulin');
const designs = 'tests/fixtures/designs';

test('a strict reader accepts the CAD file of a design without one repair', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'mulin-cad-'));
  try {
    const names = readdirSync(designs).filter((name) => name.endsWith('.json')).slice(0, 6);
    // In the metres of the plan, and in a surveyor's grid.
    const files = names.flatMap((name) => [[], ['--grid', 'cgcs2000']].map((grid, at) => {
      const file = path.join(folder, `${name}-${at}.dxf`);
      execFileSync(mulin, ['export', path.join(designs, name), '--project', 'public/beimen', '--to', 'dxf', ...grid, '-o', file]);
      return file;
    }));
    const { status, stdout, stderr } = spawnSync('.tools/ezdxf/bin/python', ['tests/ezdxf_audit.py', ...files], { encoding: 'utf8' });
    assert.equal(status, 0, stderr);
    assert.equal(stdout.trim().split('\n').length, files.length, stdout);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('notes that break text are read by the strict reader as any other', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'mulin-notes-'));
  try {
    const strings = JSON.parse(readFileSync('tests/fixtures/naughty-strings.json', 'utf8'));
    const [design, drawing] = ['design.json', 'design.dxf'].map((name) => path.join(folder, name));
    writeFileSync(design, JSON.stringify({
      schema: 'mulin.design/1', project: 'beimen', title: strings[200], draft: '0123456789abcdef0123456789abcdef', author: { name: strings[300] },
      sheets: { estate: strings.map((note, n) => ({ id: `p${n + 1}`, kind: 'bench', at: [60 + (n % 30) * 3, 40 + Math.floor(n / 30) * 3], size: [1.8, 0.45], note })) },
      wishes: strings.slice(0, 100).map((text, n) => ({ id: `w${n + 1}`, at: [50, 50], text })),
    }));
    execFileSync(mulin, ['export', design, '--project', 'public/beimen', '--to', 'dxf', '-o', drawing], { stdio: 'pipe' });
    const { status, stderr } = spawnSync('.tools/ezdxf/bin/python', ['tests/ezdxf_audit.py', drawing], { encoding: 'utf8' });
    assert.equal(status, 0, stderr);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

/** The first and the last corner, and the one farthest north, of a line or of an area's edge. */
function shapeOf({ type, coordinates }) {
  const line = type === 'Polygon' ? coordinates[0] : type === 'Point' ? [coordinates] : coordinates;
  const north = line.reduce((best, point) => (point[1] > best[1] ? point : best));
  return { first: line[0], last: line.at(-1), north, points: line.length };
}

const near = ([x, y], [u, v], reach = 0.001) => Math.hypot(x - u, y - v) <= reach;

test('a survey of every version, as text and binary, is what the other program drew', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'mulin-survey-'));
  try {
    const files = execFileSync('.tools/ezdxf/bin/python', ['tests/cad_survey.py', folder], { encoding: 'utf8' }).trim().split('\n');
    assert.equal(files.length, 14);
    for (const file of files) {
      const out = `${file}.geojson`;
      const { status, stderr } = spawnSync(mulin, ['import', file, '--crs', 'local', '-o', out], { encoding: 'utf8' });
      assert.equal(status, 0, `${file}: ${stderr}`);
      const { features } = JSON.parse(readFileSync(out, 'utf8'));
      const of = (word) => features.filter(({ properties }) => properties['mulin:class'] === word)
        .map(({ properties, geometry }) => ({ ...properties, ...shapeOf(geometry) }));
      const isOld = path.basename(file).startsWith('R12');

      const houses = of('building');
      assert.equal(houses.length, 3, file);
      const [named, round, ofLines] = [[0, 0], [0, 40], [60, 0]].map((corner) => houses.find(({ first }) => near(first, corner)));
      assert.deepEqual([named.name, named.storeys, named.points], ['3', 6, 5], file);
      // Its east side is a half circle of 6 m about (20, 46): the corner farthest north stays at 52 m.
      assert.ok(round.points > 20 && near([0, round.north[1]], [0, 52], 0.05), `${file}: ${JSON.stringify(round)}`);
      if (!isOld) assert.equal(round.name, '5', file);
      assert.ok(ofLines.north[1] === 10 && stderr.includes('0.08'), `${file}: ${stderr}`);

      const trees = of('tree').map(({ first }) => first).sort((a, b) => a[1] - b[1]);
      assert.equal(trees.length, 2, `${file}: ${JSON.stringify(trees)}`);
      assert.ok(near(trees[0], [100, 20]) && near(trees[1], [100, 24]), `${file}: ${JSON.stringify(trees)}`);

      const fences = of('fence');
      assert.equal(fences.length, isOld ? 1 : 3, file);
      const from = (start) => fences.find(({ first }) => near(first, start));
      assert.ok(near(from([130, 20]).last, [120, 30]), file);
      if (!isOld) {
        assert.ok(near(from([130, 60]).last, [110, 60]) && near(from([130, 60]).north, [120, 65], 0.05), file);
        assert.ok(near(from([140, 0]).last, [160, 0]), file);
        assert.equal(of('green').length, 1, file);
      }
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
});
