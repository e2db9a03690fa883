// What a resident does on the drawing page, by the names that contract.md gives to its parts. A drawing is read
// back through the front door: saved as a file, as a resident would save it.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';

/** Free, paved ground in the demo estate: the square of the old heat station, away from walls and trees. */
export const square = [93, 84];
/** A view of the square in which a metre is eight pixels. */
export const atSquare = [93, 84, 8];

export class Drawing {
  constructor({ page, plan }) {
    this.page = page;
    this.plan = plan;
  }

  card(kind) { return this.page.locator(`[data-testid=palette-item][data-kind="${kind}"]`); }
  twins(kind) { return this.page.locator(`[data-testid=object]${kind ? `[data-kind="${kind}"]` : ''}`); }
  finding(rule) { return this.page.locator(`[data-testid=finding]${rule ? `[data-rule="${rule}"]` : ''}`); }
  action(name) { return this.page.locator(`[data-action="action-${name}"]`); }

  /** Drags a card of the palette to a point of the plan, with the mouse. */
  async drop(kind, point) {
    const before = await this.twins(kind).count();
    await this.plan.drop(this.card(kind), point);
    await this.twins(kind).nth(before).waitFor();
  }

  /** Places a thing with a finger on a phone: the palette, its card, the plan; of its kind there are then so many. */
  async placeByTap(kind, point, many = 1) {
    await this.page.getByTestId('palette-open').tap();
    await this.card(kind).first().tap();
    await this.plan.tap(point);
    await counted(this.twins(kind), many);
  }

  /** A figure of the strip, as a number. */
  async figure(name) {
    return Number(await this.page.locator(`[data-figure=${name}]:visible`).getAttribute('data-value'));
  }

  /** Waits until a figure of the strip is such a number. */
  async figureIs(name, value) {
    await this.page.locator(`[data-figure=${name}][data-value="${value}"]:visible`).waitFor();
  }

  /** Saves the drawing as a file and gives what is in it. */
  async saved() {
    return JSON.parse(await readFile(await this.savedFile(), 'utf8'));
  }

  /** Saves the drawing as a file and gives where that is. */
  async savedFile() {
    await this.page.getByTestId('menu').click();
    const [download] = await Promise.all([
      this.page.waitForEvent('download'),
      this.page.locator('.menu [data-action="action-save-file"]').click(),
    ]);
    return download.path();
  }

  /** What is placed, as it stands in the file. */
  async things() {
    return (await this.saved()).sheets.estate ?? [];
  }

  /** The one thing of a kind. */
  async thing(kind) {
    const found = (await this.things()).filter((thing) => thing.kind === kind);
    assert.equal(found.length, 1, `things of the kind ${kind}`);
    return found[0];
  }

  /** Submits the drawing and confirms. */
  async submit({ alias } = {}) {
    await this.page.getByTestId('submit').click();
    if (alias) await this.page.getByTestId('submit-alias').fill(alias);
    await this.page.getByTestId('submit-confirm').click();
  }

  /** Waits for the receipt and gives the full name of the design. */
  async receipt() {
    const receipt = this.page.getByTestId('receipt');
    await receipt.waitFor();
    return receipt.getAttribute('data-name');
  }

  /** The outbox says this, and says it to the eye. */
  async outboxIs(state) {
    await this.page.locator(`[data-testid=outbox][data-state=${state}]:visible`).first().waitFor();
  }
}

/** The designs that an endpoint holds on its disk, each proved to be named by the hash of its bytes. */
export async function stored(endpoint) {
  const folder = path.join(endpoint.data, 'designs');
  const files = await readdir(folder).catch(() => []);
  return Promise.all(files.sort().map(async (file) => {
    const bytes = await readFile(path.join(folder, file));
    const name = createHash('sha256').update(bytes).digest('hex');
    assert.equal(file, `${name}.json`, 'a file of the store is not named by its bytes');
    return { name, bytes, design: JSON.parse(bytes) };
  }));
}

/** Both are the same place but for so many metres. */
export function near(actual, wanted, within = 0.5) {
  const off = Math.hypot(actual[0] - wanted[0], actual[1] - wanted[1]);
  assert.ok(off <= within, `${actual} is ${off.toFixed(2)} m away from ${wanted}, more than ${within} m`);
}

/** The middle of a thing of the file. */
export function middleOf({ at, outline }) {
  if (at) return at;
  const [xs, ys] = [0, 1].map((axis) => outline.map((point) => point[axis]));
  return [xs, ys].map((values) => (Math.min(...values) + Math.max(...values)) / 2);
}

/** The point of a rectangle that lies so many halves of its width and depth from its middle. */
export function onRectangle({ at, size, turn = 0 }, [across, along], beyond = 0) {
  const angle = turn * Math.PI / 180;
  const [x, y] = [across * size[0] / 2, along * size[1] / 2 + beyond];
  return [at[0] + x * Math.cos(angle) - y * Math.sin(angle), at[1] + x * Math.sin(angle) + y * Math.cos(angle)];
}

/** Waits until the tool in the hand is in a state. */
export const inState = (page, path) => page.locator(`[data-testid=plan][data-tool="${path}"]`).waitFor();

/** Nothing on the page is wider than the window. */
export async function fitsSideways(page) {
  const reach = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  assert.ok(reach <= 0, `the page is ${reach} px wider than the window`);
}

/** Taps until something is there: right after a swipe Chromium takes a tap for the end of the swipe. */
export async function tapUntil(tap, there) {
  for (let tries = 0; tries < 8; tries++) {
    await tap();
    const came = await there.waitFor({ state: 'attached', timeout: 500 }).then(() => true, () => false);
    if (came) return;
  }
  await there.waitFor({ state: 'attached' });
}

/** Waits until there are so many, no fewer and no more: the page writes its lists anew within a frame or two. */
export async function counted(locator, many) {
  if (many > 0) await locator.nth(many - 1).waitFor({ state: 'attached' });
  await locator.nth(many).waitFor({ state: 'detached' });
}

/**
 * Waits until an element stands still, as a hand does that aims at it: what a finger found on the plan takes its line out
 * of the bar a moment after the finger has left, and the buttons move up.
 */
export async function still(locator) {
  for (let before, same = 0; same < 4;) {
    const box = JSON.stringify(await locator.boundingBox());
    same = box === before ? same + 1 : 0;
    before = box;
    await locator.page().waitForTimeout(80);
  }
}

/** Everything that the device keeps of people, as one text. */
export const kept = (page) => page.evaluate(async () => {
  const opened = await new Promise((done) => { const r = indexedDB.open('mulin'); r.onsuccess = () => done(r.result); });
  const all = [JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage })];
  for (const name of opened.objectStoreNames) {
    const rows = await new Promise((done) => { const r = opened.transaction(name).objectStore(name).getAll(); r.onsuccess = () => done(r.result); });
    for (const row of rows) for (const value of Object.values(row)) all.push(value instanceof Uint8Array ? new TextDecoder().decode(value) : String(value));
  }
  opened.close();
  return all.join('\n');
});
