// The page and the command line say the same of a design, byte for byte: rules, totals, better places, sentences.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Drawing } from './drawing.mjs';
import { program, root } from './endpoint.mjs';
import { journey } from './harness.mjs';

/** So many invented designs are compared, each of several things. */
const MANY = 5;

/** Designs of the demo estate, the same at every run, those with the most things first. */
async function invented() {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'mulin-check-'));
  try {
    execFileSync(program, ['demo', '--project', 'public/beimen', '--designs', '40', '--seed', '7', '-o', folder], { cwd: root });
    const names = await readdir(path.join(folder, 'designs'));
    const designs = await Promise.all(names.sort().map(async (name) => JSON.parse(await readFile(path.join(folder, 'designs', name), 'utf8'))));
    const things = (design) => design.sheets.estate?.length ?? 0;
    return designs.sort((a, b) => things(b) - things(a)).slice(0, MANY);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** What `mulin check --json` prints of a file; it ends with 1 where something must be mended. */
function checked(file) {
  try {
    return execFileSync(program, ['check', file, '--project', 'public/beimen', '--json'], { cwd: root, maxBuffer: 1e8 });
  } catch (ended) {
    assert.equal(ended.status, 1, String(ended.stderr));
    return ended.stdout;
  }
}

journey('what the page saves of the rules is what the command line prints', { own: true, open: false, timeout: 300_000 }, async (session) => {
  const { page, endpoint } = session;
  const drawing = new Drawing(session);
  let findings = 0;
  for (const design of await invented()) {
    const name = await endpoint.put(design);
    await session.open({ design: `designs/${name}.json` });
    await page.locator('[data-panel=panel-findings]:visible').click();
    const coming = page.waitForEvent('download', { timeout: 120_000 });
    await page.getByTestId('save-report').click();
    const saved = await readFile(await (await coming).path());
    findings += JSON.parse(saved.toString()).findings.length;
    // Whoever opens a design goes on under a name of their own, so that the page's own file is checked.
    const printed = checked(await drawing.savedFile());
    assert.ok(saved.equals(printed), `${name}:\n${saved}\n${printed}`);
  }
  assert.ok(findings > 0, 'something is found, or nothing was compared');
});
