// The first page of a PDF lies underneath: drawn by a program of its own that nobody fetches before, brought to scale, saved.

import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { after } from 'node:test';
import { startEndpoint } from './endpoint.mjs';
import { journey } from './harness.mjs';
import { at, edgedToSave, pictureOnScreen, saved } from './setup.mjs';

const folder = await mkdtemp(path.join(os.tmpdir(), 'mulin-underlay-pdf-'));
after(() => rm(folder, { recursive: true, force: true }));
const query = { view: 'desk', new: 'estate' };
const PROGRAM = /pdf_page/;
/** Width and height in points of 1/72 inch. */
const A3 = [1190.55, 841.89];

/** A PDF of one page, written out: its content is what is drawn, in points from the lower left corner. */
function pdf(content, [width, height] = A3, forms = []) {
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${width} ${height}]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>/XObject<</X 7 0 R>>>>>>`,
    `<</Length ${content.length}>>\nstream\n${content}\nendstream`,
    '<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[6 0 R]>>',
    '<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>>>',
    ...forms,
  ];
  const body = objects.map((object, n) => `${n + 1} 0 obj\n${object}\nendobj\n`).join('');
  return { name: 'plan.pdf', mimeType: 'application/pdf', buffer: Buffer.from(`%PDF-1.7\n${body}trailer<</Root 1 0 R>>\n%%EOF`) };
}

const utf16 = (text) => Array.from(text, (letter) => letter.charCodeAt(0).toString(16).padStart(4, '0')).join('');
const label = (x, y, text) => `BT /F 26 Tf 1 0 0 1 ${x} ${y} Tm <${utf16(text)}> Tj ET\n`;

/** A sheet A3 at 1:500: two houses of 60 m by 12 m, a road between them, their names in a font that the file lacks. */
const sheet = () => pdf([
  '2 w .3 G .93 .91 .85 rg\n', // Points of 1/72 inch: 60 m at 1:500 are 120 mm, 340.2 of them.
  '300 560 340.2 68 re B 300 300 340.2 68 re B\n.6 G [12 7] 0 d 0 430 1190 58 re S\n0 g\n',
  label(430, 584, '1号楼'), label(430, 324, '2号楼'), label(700, 450, '小区路'), label(60, 780, '北门小区总平面图'),
].join(''));

/** A page that is never done and needs little memory: ten times a drawing that is ten times a drawing that … */
const endless = () => pdf('/X Do', [400, 300], Array.from({ length: 15 }, (_, n) =>
  `<</Type/XObject/Subtype/Form/BBox[0 0 400 300]/Resources<</XObject<</X ${n + 8} 0 R>>>>/Length 59>>\nstream\n${Array(10).fill('/X Do').join(' ')}\nendstream`));

/** Where a point of the paper, from its lower left corner, is on the screen. */
async function places(page) {
  const place = await pictureOnScreen(page, A3);
  return (x, y) => place(x, A3[1] - y);
}

for (const [size, lang, dark] of [['desk', 'zh-CN', false], ['phone', 'en', true], ['phone', 'zh-CN', false]]) {
  journey(`a PDF is picked, seen, and what it lacks is read: ${size} ${lang}`, { size, lang, dark, query, timeout: 120_000 }, async (session) => {
    const { page } = session;
    const asked = [];
    page.on('request', (request) => asked.push(request.url()));
    await at(page, 'setup-file').waitFor();
    assert.ok(!asked.some((url) => PROGRAM.test(url)), 'nobody fetches the program before a PDF is picked');
    const coming = page.waitForResponse((answer) => PROGRAM.test(answer.url()) && answer.url().endsWith('.wasm'));
    await at(page, 'setup-file').setInputFiles(sheet());
    await coming;
    const said = at(page, 'setup-picture-page');
    await said.filter({ hasText: 'STSong-Light' }).waitFor();
    assert.match(await said.textContent(), /420 × 297/);
    await session.shot('underlay-pdf');
    await session.accessible();
  });
}

journey('a length that is known on the page brings it to scale, and the page is part of the project', { query, timeout: 120_000 }, async (session) => {
  const { page } = session;
  await at(page, 'setup-file').setInputFiles(sheet());
  await at(page, 'setup-picture-said').waitFor();
  const place = await places(page);
  await at(page, 'setup-picture-length').click();
  await page.mouse.click(...place(300, 560));
  await page.mouse.click(...place(640.2, 560));
  await at(page, 'setup-picture-metres').fill('60');
  await at(page, 'setup-picture-scale').click();
  // 420 mm at 1:500.
  await at(page, 'setup-picture-said').filter({ hasText: /宽 (209|210|211)/ }).waitFor();
  await at(page, 'setup-trace-begin').click();
  for (const [x, y] of [[300, 560], [640.2, 560], [640.2, 628], [300, 628]]) await page.mouse.click(...place(x, y));
  await at(page, 'setup-trace-done').click();
  await at(page, 'setup-trace-stop').click();
  await edgedToSave(page);
  const zip = await saved(page, folder, 'plan.zip');
  const endpoint = await startEndpoint({ project: zip });
  try {
    const { underlay } = await (await fetch(new URL('project.json', endpoint.url))).json();
    assert.deepEqual(underlay.pixels, [4000, 2829]);
    assert.ok(Math.abs(underlay.metresPerPixel * 4000 - 210) < 1, `${underlay.metresPerPixel}`);
    const picture = await fetch(new URL('underlay.jpg', endpoint.url));
    assert.equal(picture.headers.get('content-type'), 'image/jpeg');
  } finally {
    await endpoint.close();
  }
});

journey('a PDF takes the place of a picture, and of one that cannot be drawn is said why', { query, lang: 'en', timeout: 180_000 }, async (session) => {
  const { page } = session;
  // A worker whose memory ends is seen in the browser's own log.
  session.expect(/unreachable|out of memory|memory access|RuntimeError|Maximum/);
  await at(page, 'setup-file').setInputFiles(pdf('0 0 400 300 re f', [400, 300]));
  await at(page, 'setup-picture-page').filter({ hasText: '141 × 106 mm' }).waitFor();
  await at(page, 'setup-picture').setInputFiles(sheet());
  await at(page, 'setup-picture-page').filter({ hasText: '420 × 297 mm' }).waitFor();
  const told = (text) => page.getByText(text).first().waitFor();
  await at(page, 'setup-picture').setInputFiles(pdf('[3 2] 0 d 0 0 m 900000000 900000000 l S'));
  await told('more memory or time');
  await at(page, 'setup-picture').setInputFiles(pdf('', [99999999, 5]));
  await told('cannot be drawn');
  // What lay there lies there still.
  await at(page, 'setup-picture-page').filter({ hasText: '420 × 297 mm' }).waitFor();
});

journey('a hand stops the drawing of a page: while letters are fetched for it, at the beginning, and beside a picture that lies there', { query, lang: 'en', timeout: 120_000 }, async (session) => {
  const { page } = session;
  const script = '**/assets/exchange.js';
  const endless = (route) => route.fulfill({ contentType: 'text/javascript', body: "postMessage('ready'); onmessage = () => {};" });
  // The letters that a PDF lacks are on their way for ever.
  const letters = '**/NotoSansSC-GB2312.otf';
  await page.route(letters, () => {});
  const fetched = page.waitForRequest(letters);
  await at(page, 'setup-file').setInputFiles(sheet());
  await fetched;
  await at(page, 'setup-stop').click();
  await at(page, 'setup-fault').filter({ hasText: 'you stopped it' }).waitFor();
  await page.unroute(letters);
  await page.route(script, endless);
  await at(page, 'setup-file').setInputFiles(sheet());
  await at(page, 'setup-stop').click();
  await at(page, 'setup-fault').filter({ hasText: 'you stopped it' }).waitFor();
  await page.unroute(script);
  await at(page, 'setup-file').setInputFiles(sheet());
  await at(page, 'setup-picture-page').filter({ hasText: '420 × 297 mm' }).waitFor();
  await page.route(script, endless);
  await at(page, 'setup-picture').setInputFiles(sheet());
  await at(page, 'setup-stop').click();
  await page.getByText('you stopped it').first().waitFor();
  await at(page, 'setup-stop').waitFor({ state: 'detached' });
});

journey('a page that is never done: soon it is said how long it is waited for, a hand stops it, and nobody waits for ever', { query, lang: 'en', timeout: 120_000 }, async (session) => {
  const { page } = session;
  await at(page, 'setup-file').waitFor();
  // The page's own clock, so that nobody waits for it here.
  await page.clock.install();
  const pick = async (field) => {
    const begun = page.waitForEvent('worker');
    await at(page, field).setInputFiles(endless());
    await begun;
    await at(page, 'setup-stop').waitFor();
    await page.clock.runFor(2_500);
    await at(page, 'setup-reading-slow').filter({ hasText: '60 s' }).waitFor();
  };
  await pick('setup-file');
  await session.shot('underlay-pdf-slow');
  await at(page, 'setup-stop').click();
  await at(page, 'setup-fault').filter({ hasText: 'you stopped it' }).waitFor();
  await pick('setup-file');
  await page.clock.runFor(60_000);
  await at(page, 'setup-fault').filter({ hasText: 'Nothing was heard of it for 60 seconds' }).waitFor();
  await at(page, 'setup-stop').waitFor({ state: 'detached' });
});
