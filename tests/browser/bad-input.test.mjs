// What comes in from outside may be wrong: each time a clear sentence with what to do next, and the drawing kept.

import assert from 'node:assert/strict';
import { design } from './designs.mjs';
import { Drawing, atSquare, counted } from './drawing.mjs';
import { journey } from './harness.mjs';

const closed = { own: false, open: false };
const json = (body) => ({ status: 200, contentType: 'application/json', body: typeof body === 'string' ? body : JSON.stringify(body) });

/** Opens the page where it cannot start, and gives the sentence that it shows. */
async function fault(session, query) {
  const { page, endpoint } = session;
  const address = new URL(endpoint.url);
  for (const [key, value] of Object.entries({ lang: 'zh-CN', ...query })) address.searchParams.set(key, value);
  await page.goto(address.href);
  await page.locator('html[data-state=failed]').waitFor({ state: 'attached' });
  const said = await page.getByTestId('fault').innerText();
  assert.match(said, /[。]/, `no sentence: ${said}`);
  assert.doesNotMatch(said, /undefined|\[object|panicked|Err\(|serde|null/, 'the inside of the program shows');
  return said;
}

const projects = {
  'is not there': [(route) => route.fulfill({ status: 404, contentType: 'text/html', body: '<h1>404</h1>' }), /status of 404/],
  'is a page of a hotel network': [(route) => route.fulfill({ status: 200, contentType: 'text/html', body: '<html>log in</html>' })],
  'is of a newer version': [(route) => route.fulfill(json({ schema: 'mulin.project/7', id: 'x', estate: 'estate.geojson' }))],
  'is no JSON': [(route) => route.fulfill(json('{"schema": '))],
  'is cut off on its way': [(route) => route.abort('connectionreset'), /ERR_CONNECTION_RESET/],
};
for (const [name, [answer, complaint]] of Object.entries(projects)) {
  journey(`a project that ${name} is told in a sentence with a next step`, closed, async (session) => {
    if (complaint) session.expect(complaint);
    await session.page.route('**/elsewhere/project.json', answer);
    await fault(session, { project: '/elsewhere/' });
    await session.page.getByTestId('fault').getByRole('button').or(session.page.getByTestId('fault').getByRole('link')).first().waitFor();
    await session.accessible();
    await session.shot(`fault ${name}`);
  });
}

journey('an estate that cannot be read is told, and after it was mended one press opens it', closed, async (session) => {
  const { page } = session;
  await page.route('**/estate.geojson', (route) => route.fulfill(json('not a map')));
  await fault(session, {});
  await page.unroute('**/estate.geojson');
  await page.getByTestId('fault').getByRole('button').first().click();
  await page.getByTestId('plan').waitFor();
});

const links = {
  'to a design that is not there': ['designs/' + 'a'.repeat(64) + '.json', /status of 404/],
  'to another site': ['https://example.org/design.json'],
  'to a page': ['/index.html'],
};
for (const [name, [link, complaint]] of Object.entries(links)) {
  journey(`a link ${name} is told in a sentence, and drawing goes on`, { ...closed, at: atSquare }, async (session) => {
    if (complaint) session.expect(complaint);
    const asked = [];
    session.page.on('request', (request) => asked.push(new URL(request.url()).host));
    await session.open({ design: link });
    const toast = session.page.locator('.toast');
    await toast.waitFor();
    assert.match(await toast.innerText(), /。/);
    assert.ok(!asked.includes('example.org'), 'another site was asked');
    const drawing = new Drawing(session);
    await drawing.drop('pavilion', [93, 84]);
  });
}

journey('a design of the link whose bytes are not its name is not opened', { ...closed, at: atSquare }, async (session) => {
  const name = 'b'.repeat(64);
  await session.page.route(`**/designs/${name}.json`, (route) => route.fulfill(json(design(1))));
  await session.open({ design: `designs/${name}.json` });
  await session.page.locator('.toast').waitFor();
  await counted(new Drawing(session).twins(), 0);
});

journey('a design of a newer version is told as such', { ...closed, at: atSquare }, async (session) => {
  await session.page.route('**/new.json', (route) => route.fulfill(json(design(1, { schema: 'mulin.design/9' }))));
  await session.open({ design: '/new.json' });
  await session.page.locator('.toast').getByText('新').waitFor();
});

journey('a link never writes over what was drawn here before', { at: atSquare, own: true }, async (session) => {
  const { page, endpoint } = session;
  const drawing = new Drawing(session);
  await drawing.drop('pavilion', [93, 84]);
  await page.locator('[data-testid=outbox]:visible').getByText('已存在本机').waitFor();
  const name = await endpoint.put(design(2, { sheets: { estate: [{ id: 'p1', kind: 'bench', at: [90, 90], size: [1.8, 0.45], turn: 0 }] } }));
  await session.open({ design: `designs/${name}.json` });
  await drawing.twins('bench').waitFor();
  await session.shot('opened-by-link');
  await page.getByTestId('menu').click();
  await page.getByRole('button', { name: '以前的样子' }).click();
  await page.getByTestId('version-back').first().click();
  await page.locator('.side [data-panel=panel-things]').click();
  await drawing.twins('pavilion').waitFor();
});

const parameters = ['view=nonsense', 'at=1,2', 'at=NaN,0,1', 'at=1e308,0,5', 'at=90,80,1e9', 'lang=tlh', 'text=huge', 'project=javascript:alert(1)',
  'design=', 'view=%00%ff', 'at=<script>alert(1)</script>'];
journey('a wrong parameter of a link is told, and the page opens without it', closed, async (session) => {
  const { page, endpoint } = session;
  page.on('dialog', (dialog) => { throw new Error(`a dialog opened: ${dialog.message()}`); });
  for (const parameter of parameters) {
    await page.goto(`${endpoint.url}?${parameter}`);
    await page.locator('html[data-state=ready]').waitFor({ state: 'attached' });
    const toast = page.locator('.toast');
    await toast.waitFor();
    assert.match(await toast.innerText(), /链接/, parameter);
  }
});

journey('an endpoint that is slow keeps the page usable', { at: atSquare, own: true }, async (session) => {
  const { page } = session;
  const drawing = new Drawing(session);
  await drawing.drop('pavilion', [93, 84]);
  let letGo;
  const held = new Promise((done) => { letGo = done; });
  await page.route('**/designs/*.json', async (route) => { await held; await route.continue().catch(() => {}); });
  await drawing.submit();
  await drawing.outboxIs('sending');
  await page.keyboard.press('Escape');
  await drawing.drop('chess-table', [86, 90]);
  letGo();
  await drawing.outboxIs('empty');
  await counted(drawing.twins(), 2);
});
