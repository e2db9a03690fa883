// The service worker: keeps the app on the device, whole builds at a time, so that it opens without network and never
// mixes the files of two deploys. It answers GET requests for the app's own files and the project's; whatever else
// there is (sending, replies, the planner's requests) passes it by. It never reloads a page.
//
// A build is what one index.html names. A page gets all its files from the build that it was opened with. A newer one is
// fetched in the background, whole or not at all, and is what the next opening gets.

const STATE = 'mulin-state'; // Which build is the newest, and which page has which.
const PROJECTS = 'mulin-projects';
const BUILD = 'mulin-build-';
// Builds that stay: the newest, and those before it that an open page may still need.
const MOST = 2;
const PATIENCE = 5000; // How long a project's file may take before the one from before is good enough.

const scope = new URL(self.registration.scope);
const home = scope.href;
/** What every build has under names without a hash. */
const FIXED = ['assets/boot.js', 'assets/boot-old.js', 'assets/rescue.js', 'assets/offline.js', 'assets/reckoner.js', 'assets/icon.svg', 'assets/manifest.webmanifest'];
const NEVER = /^(designs|replies|session|healthz|metrics)([/.]|$)/;
const APP = /^(index\.html|assets\/.*|[^/]+\.(js|wasm|css|ftl))$/;

/** What a path below the scope is: the page, a file of the app, of a project, or nothing of ours. */
function kind({ url, method, mode, headers }) {
  const { origin, pathname } = new URL(url);
  if (method !== 'GET' || origin !== scope.origin || !pathname.startsWith(scope.pathname) || headers.has('range')) return undefined;
  const path = pathname.slice(scope.pathname.length);
  if (NEVER.test(path)) return undefined;
  if (mode === 'navigate') return path === '' || path === 'index.html' ? 'page' : undefined;
  if (path === 'sw.js') return undefined;
  return APP.test(path) ? 'app' : 'project';
}

const state = () => caches.open(STATE);
async function noted(key) {
  const answer = await (await state()).match(new URL(key, home));
  return answer?.text();
}
async function note(key, value) {
  await (await state()).put(new URL(key, home), new Response(value));
}

async function hash(bytes) {
  const sum = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(sum.slice(0, 8), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The files that a page names: its program in both parts, its texts, its styles. */
function named(page) {
  const found = [...page.matchAll(/(?:data-(?:js|wasm|later|zh|en)|href|src)="(\.\/[^"]+)"/g)].map(([, path]) => path);
  return [...new Set([...found, ...FIXED.map((path) => `./${path}`)])];
}

/** Fetches the build of the page as it now is at its host, if it is a new one. All of it or nothing. */
async function renew() {
  const answer = await fetch(home, { cache: 'no-cache', credentials: 'same-origin' });
  // A hotel's network answers too.
  const page = answer.ok && !answer.redirected ? await answer.clone().text() : '';
  if (!page.includes('data-wasm=')) return;
  const name = BUILD + await hash(new TextEncoder().encode(page));
  if (await noted('current') === name) return;
  if (!(await caches.has(name))) {
    try {
      const build = await caches.open(name);
      await Promise.all(named(page).map(async (path) => {
        const url = new URL(path, home);
        // A name with a hash never has other bytes; the others are asked for anew.
        const hashed = /-[0-9a-f]{12,}[._]/.test(url.pathname);
        const file = await fetch(url, { cache: hashed ? 'default' : 'no-cache' });
        if (!file.ok || file.redirected) throw new Error(`${file.status} for ${url}`);
        await build.put(url, file);
      }));
      await build.put(home, answer);
    } catch (error) {
      await caches.delete(name);
      throw error;
    }
  }
  await note('current', name);
  await note(`builds/${name}`, String(Date.now()));
  await tidy(name);
}

/** Lets go of builds that no open page was opened with, but for the newest few. */
async function tidy(current) {
  const open = new Set((await self.clients.matchAll({ includeUncontrolled: true, type: 'all' })).map(({ id }) => id));
  const kept = await state();
  const used = new Set([current]);
  for (const { url } of await kept.keys()) {
    const [, id] = /\/clients\/(.+)$/.exec(url) ?? [];
    if (!id) continue;
    if (open.has(id)) used.add(await (await kept.match(url)).text());
    else await kept.delete(url);
  }
  const builds = (await caches.keys()).filter((name) => name.startsWith(BUILD));
  const dated = await Promise.all(builds.map(async (name) => [Number(await noted(`builds/${name}`)) || 0, name]));
  dated.sort(([a], [b]) => b - a);
  for (const [, name] of dated.slice(MOST)) if (!used.has(name)) await caches.delete(name);
}

/** The page: of the newest build that is here whole; what is newer comes for the next time. */
async function page(event) {
  const name = await noted('current');
  const answer = name && await (await caches.open(name)).match(home);
  if (!answer) return fetch(event.request);
  if (event.resultingClientId) await note(`clients/${event.resultingClientId}`, name);
  return answer;
}

/** A file of the app: of the build that the asking page was opened with. */
async function appFile(event) {
  const { request, clientId, resultingClientId } = event;
  const own = (clientId && await noted(`clients/${clientId}`)) || await noted('current');
  // A worker asks for itself later on; it belongs to the build of who started it.
  if (own && resultingClientId) await note(`clients/${resultingClientId}`, own);
  const build = own && await caches.open(own);
  const url = new URL(request.url);
  url.search = '';
  const there = await build?.match(url.href);
  if (there) return request.url === url.href ? there : atItsAddress(there);
  const hashed = /-[0-9a-f]{12,}[._]/.test(url.pathname);
  const before = hashed && await caches.match(url.href);
  if (before) return before;
  const answer = await fetch(request);
  // Files that only some pages ask for (wall, desk, other programs' files) are kept once they were asked for.
  if (build && answer.ok && !answer.redirected && answer.status === 200) await build.put(url.href, answer.clone());
  return answer;
}

/** The same file without an address of its own: a worker's is that of its answer, and what is asked for by it would be lost. */
const atItsAddress = ({ body, status, statusText, headers }) => new Response(body, { status, statusText, headers });

/** A file of a project: as it is now or, where the host does not answer, as it was. */
async function projectFile({ request }) {
  const kept = await caches.open(PROJECTS);
  const asked = fetch(request).then(async (answer) => {
    if (answer.status === 200 && !answer.redirected) await kept.put(request.url, answer.clone());
    return answer;
  });
  const before = await kept.match(request.url);
  if (!before) return asked;
  const late = new Promise((done) => setTimeout(() => done(before), PATIENCE));
  return Promise.race([asked.catch(() => before), late]);
}

self.addEventListener('install', (event) => event.waitUntil(renew().then(() => self.skipWaiting())));

self.addEventListener('fetch', (event) => {
  const is = kind(event.request);
  if (is === 'page') {
    event.respondWith(page(event));
    event.waitUntil(renew().catch(() => { /* Without network there is nothing newer. */ }));
  } else if (is === 'app') {
    event.respondWith(appFile(event));
  } else if (is === 'project') {
    const answer = projectFile(event);
    event.respondWith(answer);
    event.waitUntil(answer.catch(() => {}));
  }
});

// A page that was opened before this worker was there says what it had loaded: its project, and files of its view.
self.addEventListener('message', (event) => {
  if (!Array.isArray(event.data)) return;
  event.waitUntil((async () => {
    const current = await noted('current');
    const build = current && await caches.open(current);
    for (const url of event.data) {
      const is = kind(new Request(url));
      const into = is === 'app' ? build : await caches.open(PROJECTS);
      if (!is || !into || await into.match(url)) continue;
      const answer = await fetch(url).catch(() => undefined);
      if (answer?.status === 200 && !answer.redirected) await into.put(url, answer);
    }
    event.source?.postMessage('kept');
  })());
});
