// What `mulin tally` says, held against engines that are not ours: DuckDB, NumPy and SciPy. `make duckdb` installs them.

import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';

const target = process.env.CARGO_TARGET_DIR || 'target';
const mulin = process.env.MULIN || path.join(target, 'release/mulin');

test('DuckDB counts the same on the GeoParquet, and SciPy reckons the same density and coverage', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'mulin-tally-'));
  try {
    const at = (name) => path.join(folder, name);
    execFileSync(mulin, ['demo', '--project', 'public/beimen', '--designs', '400', '--seed', '7', '-o', folder]);
    execFileSync(mulin, ['tally', folder, '--project', 'public/beimen', '-o', at('tally.json'),
      '--geoparquet', at('things.parquet'), '--contours', at('lines.geojson')]);
    const { status, stdout, stderr } = spawnSync('.tools/duckdb/bin/python',
      ['tests/tally_check.py', at('tally.json'), at('things.parquet'), at('lines.geojson')], { encoding: 'utf8' });
    assert.equal(status, 0, stderr);
    assert.match(stdout, /^ok: \d+ kinds/);
    console.log(stdout.trim());
  } finally {
    rmSync(folder, { recursive: true });
  }
});
