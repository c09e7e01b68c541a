/// <reference types="@sveltejs/kit" />
/**
 * Makes an opened checklist usable without a network. It keeps the empty pages of the checklist and the files of the
 * build that they need (`src/lib/offline/files.ts`), nothing else: no data, no page of a signed-in person. A new
 * version waits until every tab of the old one is closed, and no page is ever reloaded from here.
 */
import { base, version } from '$service-worker';

const worker = globalThis as unknown as ServiceWorkerGlobalScope;
const CACHE = `checklist-${version}`;
/** A slow network is given so long before the kept page is shown. */
const PATIENCE_MS = 4000;

const SHELLS = ['', '/en', '/ru'].flatMap((language) =>
	['/assess', '/assess/private', '/assess/round', '/join'].map((path) => `${base}${language}${path}`)
);
/** Files of the build never change under their name. */
const FILES = `${base}/_app/immutable/`;

worker.addEventListener('install', (event) => {
	event.waitUntil(fill());
});

worker.addEventListener('activate', (event) => {
	event.waitUntil(forgetOlder().then(() => worker.clients.claim()));
});

worker.addEventListener('fetch', (event) => {
	const { request } = event;
	const url = new URL(request.url);
	if (request.method !== 'GET' || url.origin !== worker.location.origin) return;
	if (url.pathname.startsWith(FILES)) event.respondWith(fromCache(request, url.pathname));
	else if (request.mode === 'navigate' && SHELLS.includes(url.pathname)) {
		event.respondWith(fromNetwork(request, url.pathname));
	}
});

async function fill(): Promise<void> {
	const cache = await caches.open(CACHE);
	const list = await fetch(`${base}/_app/offline.json`, { cache: 'no-cache' });
	if (!list.ok) throw new Error(`offline files: HTTP ${list.status}`);
	const files = (await list.json()) as string[];
	await cache.addAll(files.map((file) => `${base}/${file}`));
	// As a visitor sees them: a page made for a signed-in person is never kept.
	const pages = SHELLS.map((path) => new Request(path, { credentials: 'omit', cache: 'no-cache' }));
	await cache.addAll(pages);
}

async function forgetOlder(): Promise<void> {
	const names = await caches.keys();
	const older = names.filter((name) => name.startsWith('checklist-') && name !== CACHE);
	await Promise.all(older.map((name) => caches.delete(name)));
}

/**
 * What is kept, else the network: most files belong to other pages. Any version may have it: a page of the next one,
 * opened before this worker has gone, finds its files with the worker that waits.
 */
async function fromCache(request: Request, path: string): Promise<Response> {
	return (await caches.match(path)) ?? fetch(request);
}

/** The page of now; without a network, when it takes too long, or when the server is ill, the one that was kept. */
async function fromNetwork(request: Request, path: string): Promise<Response> {
	const cache = await caches.open(CACHE);
	const kept = await cache.match(path, { ignoreVary: true });
	if (kept === undefined) return fetch(request);
	const late = new Promise<Response>((resolve) => setTimeout(() => resolve(kept.clone()), PATIENCE_MS));
	const now = fetch(request).then(
		(response) => (response.status < 500 ? response : kept.clone()),
		() => kept.clone()
	);
	return Promise.race([now, late]);
}
