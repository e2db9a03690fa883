// Two windows of one device on one drawing, in seeded turns: whatever either drew is somewhere (F14).

import assert from 'node:assert/strict';
import { Drawing, atSquare } from './drawing.mjs';
import { journey, ready } from './harness.mjs';
import { chances, rounds } from './night.mjs';
import { Plan } from './plan.mjs';

const copy = (page) => page.evaluate(() => JSON.parse(localStorage.getItem('mulin.copy.beimen') ?? '{"turn":0,"design":"{}"}'));

/** Every bench of every drawing, version, waiting and sent design that the device keeps, by where it stands. */
const kept = (page) => page.evaluate(async () => {
  const opened = await new Promise((done) => { const r = indexedDB.open('mulin'); r.onsuccess = () => done(r.result); });
  const found = [];
  for (const name of opened.objectStoreNames) {
    const rows = await new Promise((done) => { const r = opened.transaction(name).objectStore(name).getAll(); r.onsuccess = () => done(r.result); });
    for (const { design, bytes } of rows) {
      const { sheets } = JSON.parse(new TextDecoder().decode(design ?? bytes));
      for (const { kind, at } of sheets.estate ?? []) if (kind === 'bench') found.push(at.join());
    }
  }
  opened.close();
  return found;
});

for (const { seed, of } of rounds(42)) journey(`F14: 24 seeded turns of two windows, with reloads between: every bench that either put down is in a drawing, a version or what was sent${of}`,
  { at: atSquare, own: true, timeout: 240_000 }, async (session) => {
    const chance = chances(seed);
    const windows = [session.page, await session.context.newPage()];
    await session.open({}, windows[1]);
    const drawn = [];
    for (let turn = 0; turn < 24; turn += 1) {
      const page = windows[Math.floor(chance() * 2)];
      await page.bringToFront();
      const what = chance();
      if (what < 0.2) {
        await page.reload();
        await ready(page);
      } else if (what < 0.3 && drawn.length) {
        const drawing = new Drawing({ page, plan: new Plan(page) });
        if (await drawing.twins('bench').count() === 0) continue;
        await drawing.submit();
        await page.getByTestId('receipt').waitFor();
        await page.keyboard.press('Escape');
      } else {
        const before = await copy(page);
        const drawing = new Drawing({ page, plan: new Plan(page) });
        const at = [84 + 3 * (drawn.length % 6), 66 + 3 * Math.floor(drawn.length / 6)];
        await drawing.drop('bench', at);
        await page.waitForFunction((turn) => JSON.parse(localStorage.getItem('mulin.copy.beimen')).turn > turn, before.turn);
        const things = JSON.parse((await copy(page)).design).sheets.estate;
        const [mine] = things.filter(({ kind, at: [x, y] }) => kind === 'bench' && Math.hypot(x - at[0], y - at[1]) < 1.4);
        assert.ok(mine, `what was drawn in turn ${turn} is not in the copy, seed ${seed}`);
        drawn.push(mine.at.join());
      }
    }
    const there = await kept(windows[0]);
    const lost = drawn.filter((at) => !there.includes(at));
    assert.deepEqual(lost, [], `benches that are nowhere any more, seed ${seed}`);
  });
