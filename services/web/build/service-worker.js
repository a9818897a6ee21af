// Keeps the app itself on this device, so that it opens without a connection: its page, its scripts and styles, and
// nothing that belongs to anybody. What is under /api/ and /oidc/ never passes through here, and so is in no cache.
// The build writes the names of the files below (offline.ts).
const frame = '__FRAME__';
const named = __NAMED__;
const plain = __PLAIN__;

/** A name for each build; sorted by when they were made, as the browser lists them. */
const cacheName = `dhanman ${frame}`;
const closed = /^\/(?:api|oidc)\//;

addEventListener('install', (event) => event.waitUntil(keepAll().then(() => skipWaiting())));
addEventListener('activate', (event) => event.waitUntil(takeOver()));
addEventListener('fetch', (event) => {
  const answer = answerTo(event);
  if (answer) event.respondWith(answer);
});

async function keepAll() {
  const cache = await caches.open(cacheName);
  const page = await fetch('/', { cache: 'reload', credentials: 'omit' });
  // Between two copies of the server that are not of one release: the browser tries again later.
  if (!(await page.clone().text()).includes(frame)) throw new Error('The page is of another release.');
  await cache.put('/', page);
  const fresh = plain.map((path) => new Request(path, { cache: 'no-cache', credentials: 'omit' }));
  await cache.addAll([...named, ...fresh]);
}

/** Windows of the version before go on with their own files until they are loaded anew; older ones are gone. */
async function takeOver() {
  const ours = (await caches.keys()).filter((name) => name.startsWith('dhanman '));
  const before = ours.filter((name) => name !== cacheName);
  await Promise.all(before.slice(0, -1).map((name) => caches.delete(name)));
  await registration.navigationPreload?.enable();
  await clients.claim();
  const windows = await clients.matchAll({ type: 'window', includeUncontrolled: true });
  for (const window of windows) window.postMessage({ frame });
}

/** Nothing means: the browser asks by itself, as if this were not here. */
function answerTo({ request, preloadResponse }) {
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin || closed.test(pathname)) return undefined;
  if (pathname.startsWith('/assets/')) return kept(request);
  // The newest page whenever there is a connection: a release is seen at the next load.
  if (request.mode === 'navigate') return newest(request, preloadResponse, '/');
  return plain.includes(pathname) ? newest(request, undefined, pathname) : undefined;
}

/** The name tells the content, so the first copy is as good as any. */
async function kept(request) {
  const copy = await caches.match(request, { ignoreVary: true });
  if (copy) return copy;
  const answer = await fetch(request);
  if (answer.ok) await (await caches.open(cacheName)).put(request, answer.clone());
  return answer;
}

async function newest(request, preloaded, otherwise) {
  try {
    return (await preloaded) ?? (await fetch(request));
  } catch (error) {
    const copy = await (await caches.open(cacheName)).match(otherwise, { ignoreVary: true });
    if (copy) return copy;
    throw error;
  }
}
