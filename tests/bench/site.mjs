// What is measured: a project of its own, and designs with as many things as asked.

import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const SPACING = 3; // metres between things: a bench is 1.8 m long, so that no two touch
const HALF = 200; // metres from the middle to the border of the site

const polygon = (x, y, width, depth) => {
  const [w, e, s, n] = [x - width / 2, x + width / 2, y - depth / 2, y + depth / 2];
  return { type: 'Polygon', coordinates: [[[w, s], [e, s], [e, n], [w, n], [w, s]]] };
};
const feature = (id, geometry, properties) => ({ type: 'Feature', id, geometry, properties });

/** A copy of the demo project whose estate is an open field with houses along two sides, in plain metres. */
export async function benchProject(demo) {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'mulin-bench-'));
  await cp(demo, folder, { recursive: true });
  const file = JSON.parse(await readFile(path.join(folder, 'project.json'), 'utf8'));
  const houses = Array.from({ length: 12 }, (_, n) => feature(`house-${n}`,
    polygon(-165 + (n % 6) * 66, n < 6 ? 180 : -180, 50, 12),
    { 'mulin:class': 'building', name: String(n + 1), use: 'dwelling', storeys: 6, height: 18, households: 36 }));
  const estate = {
    type: 'FeatureCollection', 'mulin:crs': 'local',
    features: [feature('boundary', polygon(0, 0, 2 * HALF, 2 * HALF), { 'mulin:class': 'boundary' }), ...houses],
  };
  await writeFile(path.join(folder, file.estate ?? 'estate.geojson'), JSON.stringify(estate));
  return { folder, id: file.id };
}

/**
 * A design of `count` benches on a square grid around the middle. The one in the middle, which is dragged,
 * has the same neighbours whatever the count: only the number of things differs.
 */
export function benchDesign(project, count, [east, north] = [0, 0]) {
  const side = Math.ceil(Math.sqrt(count));
  const middle = Math.floor(side / 2);
  const cells = Array.from({ length: side * side }, (_, n) => [n % side - middle, Math.floor(n / side) - middle])
    .sort((a, b) => Math.hypot(...a) - Math.hypot(...b)).slice(0, count);
  return {
    schema: 'mulin.design/1', project, title: `${count}`, draft: count.toString(16).padStart(32, '0'),
    sheets: { estate: cells.map(([x, y], n) => ({
      id: `p${n + 1}`, kind: 'bench', at: [east + x * SPACING, north + y * SPACING], size: [1.8, 0.6], turn: 0, params: {}, note: '',
    })) },
    wishes: [], answers: {},
  };
}

/** Serves the bare pages, and the documents that they open, from a port of their own. */
export async function serveBare(designs = new Map()) {
  const own = (name) => readFile(fileURLToPath(new URL(name, import.meta.url)));
  const [drag, opened] = await Promise.all([own('bare.html'), own('bare-open.html')]);
  const server = createServer((request, answer) => {
    const { pathname } = new URL(request.url, 'http://bare');
    const design = designs.get(pathname.slice(1));
    // As the endpoint sends them: not compressed, and never another under the same name.
    if (design) return answer.writeHead(200, { 'content-type': 'application/json', 'cache-control': 'max-age=31536000, immutable' }).end(design);
    return answer.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(pathname === '/open' ? opened : drag);
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return { url: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() };
}
