// Nothing drawn is lost: a reload, a closed tab, a file, and a device that keeps nothing.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { design } from './designs.mjs';
import { Drawing, atSquare, counted, inState } from './drawing.mjs';
import { journey, openSession, ready } from './harness.mjs';

const here = { at: atSquare };

/** The page says that the device keeps the drawing as it is. */
const kept = (page) => page.locator('[data-testid=outbox]:visible').getByText('已存在本机').waitFor();

journey('a reload and a closed tab come back to the same drawing, and undo still goes back step by step', here, async (session) => {
  const drawing = new Drawing(session);
  const { page, context } = session;
  await drawing.drop('pavilion', [93, 84]);
  await drawing.drop('chess-table', [86, 90]);
  await drawing.action('turn-left').first().click();
  const before = await drawing.saved();
  await kept(page);
  await page.reload();
  await ready(page);
  await drawing.twins('chess-table').waitFor();
  assert.deepEqual(await drawing.saved(), before);
  await drawing.action('undo').click();
  await drawing.action('undo').click();
  await drawing.twins('chess-table').waitFor({ state: 'detached' });
  await kept(page);
  await page.close();
  const next = await context.newPage();
  await session.open({}, next);
  const again = new Drawing({ page: next, plan: session.plan });
  await again.twins('pavilion').waitFor();
  await counted(again.twins(), 1);
  await again.action('redo').click();
  await again.action('redo').click();
  assert.deepEqual(await again.saved(), before);
});

journey('a drawing saved as a file opens on another device, letter by letter', here, async (session) => {
  const drawing = new Drawing(session);
  await drawing.drop('plaza', [93, 84]);
  await drawing.drop('charging-shed', [88, 110]);
  await session.page.locator('input.title').fill('树荫下的广场');
  await session.page.keyboard.press('Enter');
  const file = await drawing.savedFile();
  const before = await drawing.saved();
  assert.equal(before.title, '树荫下的广场');
  const elsewhere = await openSession(session.endpoint, here);
  try {
    await elsewhere.open();
    const other = new Drawing(elsewhere);
    await elsewhere.page.getByTestId('file').setInputFiles({ name: 'plan.mulin.json', mimeType: 'application/json', buffer: await readFile(file) });
    await other.twins('charging-shed').waitFor();
    assert.deepEqual((await other.saved()).sheets, before.sheets);
    elsewhere.noComplaints();
  } finally {
    await elsewhere.context.close();
  }
});

journey('outlines of a file that cross themselves: one comes into the hand, the others are told, and a reload keeps it', here, async (session) => {
  const { page } = session;
  const drawing = new Drawing(session);
  const bow = (x) => ({ id: `p${x}`, kind: 'lawn', outline: [[x, 80], [x + 8, 80], [x, 88], [x + 8, 88]] });
  const file = { ...design(1), sheets: { estate: [bow(85), bow(95)] } };
  await page.getByTestId('file').setInputFiles({ name: 'two.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(file)) });
  await page.locator('.toast').getByText('另外 1 块没有放进来').waitFor();
  const crossed = page.locator('[data-testid=plan][data-tool="outline.polygon.crossed"]');
  await crossed.waitFor();
  await kept(page);
  await page.reload();
  await ready(page);
  await crossed.waitFor();
  await session.shot('crossed-after-reload');
  // Two corners back and two others: it stands, and is no draft any more.
  const undo = page.locator('[data-testid=hint] [data-action="action-point-back"]');
  await undo.click();
  await undo.click();
  for (const point of [[93, 88], [85, 88]]) await session.plan.click(point);
  await page.locator('[data-testid=hint] [data-action="action-done"]').click();
  await drawing.twins('lawn').waitFor();
  await kept(page);
  await page.reload();
  await ready(page);
  await drawing.twins('lawn').waitFor();
  await inState(page, 'select.idle');
});

journey('a file that is no design is told in a sentence, and the drawing stays', here, async (session) => {
  const drawing = new Drawing(session);
  const { page } = session;
  await drawing.drop('pavilion', [93, 84]);
  const files = {
    'a picture': Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]),
    'nothing': Buffer.alloc(0),
    'another document': Buffer.from('{"type":"FeatureCollection","features":[]}'),
    'a document of a newer version': Buffer.from('{"schema":"mulin.design/9","project":"beimen"}'),
    'a design for another estate': Buffer.from('{"schema":"mulin.design/1","project":"elsewhere","title":"","sheets":{"estate":[]}}'),
    'very deep brackets': Buffer.from('['.repeat(100_000)),
  };
  for (const [name, buffer] of Object.entries(files)) {
    await page.getByTestId('file').setInputFiles({ name: `${name}.json`, mimeType: 'application/json', buffer });
    const toast = page.locator('.toast');
    await toast.waitFor();
    assert.ok((await toast.innerText()).trim().length > 8, `${name} is not told in a sentence`);
    await toast.getByRole('button').click();
    await counted(drawing.twins('pavilion'), 1);
  }
});

journey('a browser that keeps nothing says so, and still draws and sends',
  { at: atSquare, own: true, open: false }, async (session) => {
    const { page, context } = session;
    await context.addInitScript(() => {
      IDBFactory.prototype.open = () => { throw new DOMException('blocked by the test', 'SecurityError'); };
    });
    await session.open();
    const drawing = new Drawing(session);
    await page.getByText('不让存东西').first().waitFor();
    await drawing.drop('pavilion', [93, 84]);
    await drawing.submit();
    await drawing.receipt();
    await session.shot('nothing-kept');
  });

journey('a full device says so, the drawing stays usable and can be saved as a file', { at: atSquare, own: true }, async (session) => {
  const { page } = session;
  const drawing = new Drawing(session);
  await page.evaluate(() => {
    IDBObjectStore.prototype.put = () => { throw new DOMException('full, says the test', 'QuotaExceededError'); };
  });
  await drawing.drop('pavilion', [93, 84]);
  await page.getByText('存满了').first().waitFor();
  assert.equal((await drawing.thing('pavilion')).kind, 'pavilion');
  await session.shot('full');
});
