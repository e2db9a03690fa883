// Rules answer while one draws: one sentence after a drop, the slow answers of the worker, the list of what was
// found, what its author sets aside, one tap that mends, and what the facilitator switches off.

import assert from 'node:assert/strict';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Drawing, atSquare, counted, square } from './drawing.mjs';
import { root } from './endpoint.mjs';
import { journey } from './harness.mjs';

const told = (page) => page.locator('[data-testid=told]:visible');
/** The middle of the road beside the square, on which the fire engine comes. */
const road = [71, 70];
const findingsTab = (page) => page.locator('[data-panel=panel-findings]:visible');

for (const lang of ['zh-CN', 'en']) {
  journey(`a drop is told in one sentence in ${lang}, and undone with it`, { at: atSquare, lang }, async (session) => {
    const { page } = session;
    const drawing = new Drawing(session);
    await drawing.drop('car-park', square);
    const words = { 'zh-CN': /多了 \d+ 个车位/, en: /\d+ more parking bays?/ }[lang];
    await told(page).getByText(words).waitFor();
    await session.shot('told');
    await page.keyboard.press('Control+z');
    await told(page).getByText({ 'zh-CN': /少了 \d+ 个车位/, en: /\d+ fewer parking bays?/ }[lang]).waitFor();
    session.noComplaints();
  });
}

journey('slow rules answer from a worker, which is started once the plan is there', { at: atSquare }, async (session) => {
  const { page } = session;
  const drawing = new Drawing(session);
  await drawing.drop('pavilion', road);
  await findingsTab(page).click();
  const slow = page.locator('[data-testid=finding][data-slow]');
  await slow.first().waitFor({ timeout: 60_000 });
  await page.getByTestId('still-checking').waitFor({ state: 'hidden', timeout: 60_000 });
  assert.equal(page.workers().filter((worker) => worker.url().includes('reckoner.js')).length, 1, 'one worker runs');
  await session.shot('slow-found');
  await page.keyboard.press('Control+z');
  await slow.first().waitFor({ state: 'detached', timeout: 60_000 });
  session.noComplaints();
});

journey('a finding is shown, set aside by name, listed folded, and taken back; the file keeps it', { at: atSquare }, async (session) => {
  const { page, plan } = session;
  const drawing = new Drawing(session);
  await drawing.drop('plaza', square);
  await drawing.drop('pavilion', square);
  await drawing.drop('pavilion', [square[0] + 2, square[1] + 1]);
  await findingsTab(page).click();
  const overlap = drawing.finding('overlap').first();
  await overlap.waitFor();
  await overlap.hover();
  await session.shot('finding-pointed-out');
  const before = await drawing.finding('overlap').count();
  await overlap.getByTestId('dismiss').click();
  await page.getByTestId('aside').waitFor();
  assert.equal((await drawing.saved()).dismissed?.length, 1);
  await page.keyboard.press('Escape');
  await findingsTab(page).click();
  await page.getByTestId('aside').locator('summary').click();
  await session.shot('finding-aside');
  await session.accessible('.findings');
  await page.getByTestId('aside').getByTestId('dismiss').click();
  await page.getByTestId('aside').waitFor({ state: 'detached' });
  await counted(drawing.finding('overlap'), before);
  session.noComplaints();
});

journey('one tap mends, one step takes it back', { at: atSquare }, async (session) => {
  const { page } = session;
  const drawing = new Drawing(session);
  await drawing.drop('pavilion', square);
  await drawing.drop('pavilion', [square[0] + 2, square[1] + 1]);
  await findingsTab(page).click();
  const overlap = drawing.finding('overlap').first();
  await overlap.getByTestId('mend').hover();
  await session.shot('mend-ghost');
  await overlap.getByTestId('mend').click();
  await drawing.finding('overlap').waitFor({ state: 'detached' });
  await page.keyboard.press('Control+z');
  await drawing.finding('overlap').first().waitFor();
  session.noComplaints();
});

/** The demo project with other rules, in a folder of its own. */
async function projectWith(rules) {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'mulin-project-'));
  await cp(path.join(root, 'public/beimen'), folder, { recursive: true });
  const file = path.join(folder, 'project.json');
  await writeFile(file, JSON.stringify({ ...JSON.parse(await readFile(file, 'utf8')), rules }));
  return folder;
}

const off = { off: ['overlap', 'noise'], profile: 'fuzhou', numbers: { 'shed-distance.wall': 900 } };
const offProject = await projectWith(off);
process.on('exit', () => rm(offProject, { recursive: true, force: true }));

for (const size of ['desk', 'phone']) {
  journey(`rules that the facilitator switched off are said in the list on a ${size}`, { own: true, project: offProject, at: atSquare, size }, async (session) => {
    const { page } = session;
    await findingsTab(page).click();
    await page.getByTestId('rules-stated').first().waitFor();
    assert.match(await page.getByTestId('findings').innerText(), /福州/);
    assert.match(await page.getByTestId('findings').innerText(), /互相重叠 · 噪声/);
    assert.match(await page.getByTestId('rules-fault').innerText(), /900/);
    await page.getByTestId('not-checked').locator('summary').click();
    await session.shot('rules-off');
    await session.accessible('.findings');
    session.noComplaints();
  });
}

journey('the facilitator chooses rules and takes the project along', { own: true, open: false }, async (session) => {
  const { page, endpoint } = session;
  await session.open({ view: 'desk' });
  await page.getByTestId('token').fill(endpoint.token);
  await page.getByTestId('token-enter').click();
  await page.locator('[data-tab=rules]').click();
  await page.getByTestId('profile').selectOption('beijing');
  await page.locator('[data-rule=noise]').uncheck();
  await session.accessible();
  await session.shot('desk-rules');
  const coming = page.waitForEvent('download');
  await page.getByTestId('download-project').click();
  const file = JSON.parse(await readFile(await (await coming).path(), 'utf8'));
  assert.deepEqual(file.rules, { profile: 'beijing', off: ['noise'] });
  const known = JSON.parse(await readFile(path.join(root, 'public/beimen/project.json'), 'utf8'));
  for (const [name, value] of Object.entries(known)) if (name !== 'rules') assert.deepEqual(file[name], value, name);
  session.noComplaints();
});
