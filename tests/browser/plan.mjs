// Hands on the plan, in metres. The app exposes nothing to tests: where a point of the estate is on the screen
// follows from `&at=x,y,k` in the address (centre in metres, k pixels a metre, y north) and the plan's own box.

export class Plan {
  constructor(page) {
    this.page = page;
    this.element = page.getByTestId('plan');
  }

  /** What the plan shows now: the centre in metres, pixels a metre, and how many degrees it is turned. */
  view() {
    const at = new URL(this.page.url()).searchParams.get('at');
    const [x, y, k, turn = 0] = (at ?? '').split(',').map(Number);
    if (![x, y, k, turn].every(Number.isFinite)) throw new Error(`The address has no usable at=x,y,k: ${this.page.url()}`);
    return { x, y, k, turn };
  }

  /** Metres to pixels of the window. */
  async toScreen([x, y]) {
    const view = this.view();
    const box = await this.element.boundingBox();
    const [east, north] = [x - view.x, y - view.y];
    const angle = view.turn * Math.PI / 180;
    const right = east * Math.cos(angle) - north * Math.sin(angle);
    const up = east * Math.sin(angle) + north * Math.cos(angle);
    return [box.x + box.width / 2 + right * view.k, box.y + box.height / 2 - up * view.k];
  }

  async click(point, options) {
    await this.page.mouse.click(...await this.toScreen(point), options);
  }

  async tap(point) {
    await this.page.touchscreen.tap(...await this.toScreen(point));
  }

  /** Presses at the first point, moves through the others in `steps` each, and lets go at the last. */
  async drag(points, { steps = 8, hold = false } = {}) {
    const [first, ...rest] = await Promise.all(points.map((point) => this.toScreen(point)));
    await this.page.mouse.move(...first);
    await this.page.mouse.down();
    for (const point of rest) await this.page.mouse.move(...point, { steps });
    if (!hold) await this.page.mouse.up();
  }

  /** Drags an element, such as a palette item, to a point of the plan. */
  async drop(locator, point, { steps = 12 } = {}) {
    await locator.scrollIntoViewIfNeeded();
    const box = await locator.boundingBox();
    await this.page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await this.page.mouse.down();
    await this.page.mouse.move(...await this.toScreen(point), { steps });
    await this.page.mouse.up();
  }

  /** One finger along points of the plan. */
  async swipe(points, { steps = 8 } = {}) {
    const screen = await Promise.all(points.map((point) => this.toScreen(point)));
    await fingers(this.page, [screen], steps);
  }

  /** One finger from an element to a point of the plan. */
  async swipeFrom(locator, point, { steps = 12 } = {}) {
    await locator.scrollIntoViewIfNeeded();
    const box = await locator.boundingBox();
    await fingers(this.page, [[[box.x + box.width / 2, box.y + box.height / 2], await this.toScreen(point)]], steps);
  }

  /** Two fingers around a point of the plan, `from` pixels apart, then `to`, and turned by `turn` degrees. */
  async pinch(point, { from = 80, to = 200, turn = 0, steps = 8 } = {}) {
    const [x, y] = await this.toScreen(point);
    const finger = (side) => Array.from({ length: steps + 1 }, (_, step) => {
      const reach = side * (from + (to - from) * step / steps) / 2;
      const angle = turn * Math.PI / 180 * step / steps;
      return [x + reach * Math.cos(angle), y - reach * Math.sin(angle)];
    });
    await fingers(this.page, [finger(-1), finger(1)], 1);
  }
}

/** Puts fingers down at the first points of their paths, moves them together, and lifts them: real touch events. */
export async function fingers(page, paths, steps = 8) {
  const session = await page.context().newCDPSession(page);
  const send = (type, points) => session.send('Input.dispatchTouchEvent', {
    type, touchPoints: points.map(([x, y], id) => ({ x, y, id })),
  });
  await send('touchStart', paths.map(([first]) => first));
  for (let leg = 1; leg < paths[0].length; leg++) {
    for (let step = 1; step <= steps; step++) {
      await send('touchMove', paths.map((path) => {
        const [from, to] = [path[leg - 1], path[leg]];
        return [0, 1].map((axis) => from[axis] + (to[axis] - from[axis]) * step / steps);
      }));
    }
  }
  await send('touchEnd', []);
  await session.detach();
}
