// What `mulin export` writes for CAD, read by ezdxf: a strict reader that is not ours. `make ezdxf` installs it.

import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
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
