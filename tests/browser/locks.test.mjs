// Two windows of one browser have the same design to send (F14, R05): by Web Locks it goes over the network once;
// without them perhaps twice, which its name makes harmless.

import assert from 'node:assert/strict';
import { Drawing, atSquare, stored } from './drawing.mjs';
import { journey, ready } from './harness.mjs';

const puts = '**/designs/*.json';

for (const locks of [true, false])
  journey(`two windows with the same design to send, ${locks ? 'with' : 'without'} Web Locks: stored once, received in both${locks ? ', sent once' : ''}`,
    { at: atSquare, own: true, open: false }, async (session) => {
      const { page, context, endpoint, expect } = session;
      if (!locks) await context.addInitScript(() => Object.defineProperty(Navigator.prototype, 'locks', { value: undefined }));
      await session.open();
      assert.equal(await page.evaluate(() => Boolean(navigator.locks)), locks);
      expect(/ERR_FAILED/);
      // The second of two is told that it is there already.
      if (!locks) expect(/status of 412/);
      await context.route(puts, (route) => route.abort());
      const drawing = new Drawing(session);
      await drawing.drop('pavilion', [93, 84]);
      await drawing.submit();
      await drawing.outboxIs('waiting');
      const other = await context.newPage();
      await session.open({}, other);
      const second = new Drawing({ page: other, plan: session.plan });
      await second.outboxIs('waiting');

      // Both are told that the network is back while the first answer is held.
      let sent = 0;
      let let_go;
      const held = new Promise((done) => { let_go = done; });
      // Laid over the route before: between taking one away and laying another, what waits might go by itself.
      await context.route(puts, async (route) => {
        if (route.request().method() === 'PUT') { sent += 1; await held; }
        await route.continue();
      });
      for (const window of [page, other]) {
        await window.bringToFront();
        if (!await window.getByTestId('under-way').first().isVisible()) await window.getByTestId('outbox').first().click();
        await window.getByTestId('under-way').getByText('现在再送').click();
      }
      await drawing.outboxIs('sending');
      await second.outboxIs('sending');
      if (locks) assert.equal(sent, 1, 'both windows sent it at the same time');
      let_go();
      for (const window of [page, other]) {
        await window.bringToFront();
        await window.locator('[data-testid=outbox][data-state=empty]').first().waitFor({ state: 'attached' });
      }
      assert.equal((await stored(endpoint)).length, 1);
      assert.ok(locks ? sent === 1 : sent >= 1, `sent ${sent} times`);
      await page.reload();
      await ready(page);
      await drawing.outboxIs('empty');
    });
