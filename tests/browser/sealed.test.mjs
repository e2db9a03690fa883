// Contact details: given by a box that nobody ticked for anyone, sealed on the device, read with the key file alone (V1 to V4, V8, P39, R22).

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { Drawing, atSquare, kept, stored } from './drawing.mjs';
import { program, root } from './endpoint.mjs';
import { getBrowser, journey } from './harness.mjs';

const CANARY = '13812345678';
const mulin = (...args) => execFileSync(program, args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
const folders = [];
after(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))));

/** The demo project with planners' keys: each rehearsed, until a day. */
async function round({ planners = ['王工', '李工'], rehearsed = planners.length, until = '2099-12-31' } = {}) {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'mulin-round-'));
  folders.push(folder);
  const project = path.join(folder, 'project');
  await cp(path.join(root, 'public/beimen'), project, { recursive: true });
  const keys = planners.map((_, at) => path.join(folder, `${at}.key`));
  planners.forEach((holder, at) => {
    mulin('keys', 'new', '-o', keys[at]);
    const [key] = /mulin-key-1:\S+/.exec(execFileSync('cat', [keys[at]], { encoding: 'utf8' }));
    mulin('keys', 'enter', key, '--holder', holder, '--project', project);
  });
  keys.slice(0, rehearsed).forEach((key) => mulin('keys', 'rehearse', '--key', key, '--project', project));
  const file = path.join(project, 'project.json');
  const text = JSON.parse(await readFile(file, 'utf8'));
  if (until) text.contacts.until = until;
  await writeFile(file, JSON.stringify(text));
  return { project, keys, folder, file };
}

const { project, keys, folder } = await round();

journey('V3, R22: a contact is sealed on the device, is nowhere in plain, and opens with either planner’s key file and no other',
  { at: atSquare, own: true, project, size: 'phone' }, async (session) => {
    const { page, endpoint } = session;
    const drawing = new Drawing(session);
    await drawing.placeByTap('pavilion', [93, 84]);
    await page.getByTestId('submit').first().tap();
    const consent = page.getByTestId('contact-consent');
    assert.equal(await consent.isChecked(), false, 'the box was ticked for the resident');
    assert.equal(await page.getByTestId('contact-text').count(), 0, 'asked before consent');
    const notice = await page.getByTestId('contact').innerText();
    for (const said of ['王工', '李工', '2099-12-31', '凭回执号']) assert.ok(notice.includes(said), `the notice does not say ${said}`);
    await consent.tap();
    await page.getByTestId('contact-text').fill(`王阿姨 ${CANARY}`);
    await page.getByTestId('contact').scrollIntoViewIfNeeded();
    await session.shot('contact');
    await session.accessible('dialog');
    await page.getByTestId('submit-confirm').click();
    await drawing.receipt();
    assert.ok(!(await kept(page)).includes(CANARY), 'the device keeps it in plain');
    const [{ bytes, design }] = await stored(endpoint);
    assert.ok(!bytes.toString().includes(CANARY), 'the endpoint got it in plain');
    assert.ok(!endpoint.log().includes(CANARY));
    assert.ok(design.contact.length > 500);
    const file = path.join(folder, 'design.json');
    await writeFile(file, bytes);
    for (const key of keys) assert.equal(mulin('keys', 'open', file, '--key', key).trim(), `王阿姨 ${CANARY}`);

    // A second version without a tick carries no contact: what was given for one goes no further by itself.
    await page.keyboard.press('Escape');
    await page.getByTestId('submit').first().tap();
    assert.equal(await page.getByTestId('contact-consent').isChecked(), false);
    await page.getByTestId('submit-confirm').click();
    await page.getByTestId('receipt').waitFor();
  });

journey('on the desk a contact opens with the key file alone, which stays in the window', { own: true, project }, async (session) => {
  const { page, endpoint } = session;
  const drawing = new Drawing(session);
  await session.open({ at: atSquare });
  await drawing.drop('pavilion', [93, 84]);
  await page.getByTestId('submit').click();
  await page.getByTestId('contact-consent').check();
  await page.getByTestId('contact-text').fill(CANARY);
  await page.getByTestId('submit-confirm').click();
  await drawing.receipt();
  await session.open({ view: 'desk' });
  await page.getByTestId('token').fill(endpoint.token);
  await page.getByTestId('token-enter').click();
  await page.getByTestId('design-row').first().click();
  const field = page.getByTestId('key-file');
  await field.waitFor();
  assert.equal(await page.getByText(CANARY).count(), 0);
  await field.setInputFiles({ name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('no key here') });
  await page.getByText('没有钥匙').waitFor();
  const other = path.join(folder, 'other.key');
  mulin('keys', 'new', '-o', other);
  await field.setInputFiles(other);
  await page.getByText('封给别的规划师').waitFor();
  await field.setInputFiles(keys[1]);
  await page.getByTestId('contact-opened').getByText(CANARY).waitFor();
  await session.shot('contact-opened');
  await session.accessible();
  assert.ok(!(await kept(page)).includes('mulin-secret-key'), 'the desk keeps the key');
  await page.getByTestId('contact-lock').click();
  await field.waitFor();
  assert.equal(await page.getByText(CANARY).count(), 0);
});

journey('V4: who is under 18 is not asked', { at: atSquare, own: true, project }, async (session) => {
  const { page } = session;
  await new Drawing(session).drop('pavilion', [93, 84]);
  await page.getByTestId('submit').click();
  await page.getByTestId('contact-consent').waitFor();
  await page.getByTestId('submit-age').selectOption('0-17');
  await page.getByTestId('contact-child').waitFor();
  assert.equal(await page.getByTestId('contact-consent').count(), 0);
});

// The bundled endpoint does not open such a round at all; a static host cannot look, so the page does.
for (const [name, options, says] of [
  ['P39: a round of which a key was never rehearsed takes no contact, and says so', { rehearsed: 1 }, '还没有试开过'],
  ['P39: a round with one key takes no contact', { planners: ['王工'] }, '还没有试开过'],
  ['V8: a round that does not say until when takes no contact', { until: '' }, '没写明留到哪一天'],
  ['V8: a round whose day is over takes no contact', { until: '2020-01-31' }, '已经不收了'],
]) {
  test(name, { timeout: 60_000 }, async () => {
    const { file } = await round(options);
    const { openSession, sharedEndpoint } = await import('./harness.mjs');
    const session = await openSession(await sharedEndpoint(), { at: atSquare });
    try {
      await session.page.route('**/project.json', async (route) => route.fulfill({ contentType: 'application/json', body: await readFile(file) }));
      await session.open();
      await new Drawing(session).drop('pavilion', [93, 84]);
      await session.page.getByTestId('submit').click();
      await session.page.getByTestId('contact-not').getByText(says).waitFor();
      assert.equal(await session.page.getByTestId('contact-consent').count(), 0);
      session.noComplaints();
    } finally {
      await session.context.close();
    }
  });
}

journey('V1: a round that asks for nothing shows nothing of it', { at: atSquare }, async (session) => {
  await new Drawing(session).drop('pavilion', [93, 84]);
  await session.page.getByTestId('submit').click();
  await session.page.getByTestId('submit-confirm').waitFor();
  assert.equal(await session.page.locator('[data-testid^=contact]').count(), 0);
});

test('the published vector of RFC 9180 holds in wasm, in the browser', { timeout: 600_000 }, async () => {
  execFileSync('cargo', ['build', '--locked', '--target', 'wasm32-unknown-unknown', '--features', 'vectors', '--bin', 'vectors'],
    { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
  const target = process.env.CARGO_TARGET_DIR ?? path.join(root, 'target');
  const bytes = await readFile(path.join(target, 'wasm32-unknown-unknown/debug/vectors.wasm'));
  const context = await (await getBrowser()).newContext();
  try {
    const page = await context.newPage();
    // A panic would be a trap, which is an error here.
    const ended = await page.evaluate(async (text) => {
      const wasm = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
      const { instance } = await WebAssembly.instantiate(wasm, {});
      return instance.exports.main(0, 0);
    }, bytes.toString('base64'));
    assert.equal(ended, 0);
  } finally {
    await context.close();
  }
});
