import { sequence } from '@sveltejs/kit/hooks';
import type { Handle, HandleServerError, RequestEvent, ServerInit } from '@sveltejs/kit';
import { building, dev } from '$app/environment';
import { env } from '$env/dynamic/private';
import { paraglideMiddleware } from '$lib/i18n/paraglide/server.js';
import { closeBackend, openBackend } from '$lib/server/backend.ts';
import { prepareSamples } from '$lib/server/demo.ts';
import { isAppError, sentence } from '$lib/server/errors.ts';
import { setSecurityHeaders } from '$lib/server/headers.ts';
import { log } from '$lib/server/log.ts';
import { isFromThisMachine } from '$lib/server/loopback.ts';
import { prepareSampleAssessments } from '$lib/server/sample-assessments.ts';
import { openVisit } from '$lib/server/session.ts';
import { startUpkeep } from '$lib/server/upkeep.ts';

/** `npm run dev` listens on this machine only, and nobody says so. */
const settings = (): Record<string, string | undefined> => (dev ? { HOST: 'localhost', ...env } : env);

/** Opens the backend before the first request; what stops it, stops the start. */
export const init: ServerInit = async () => {
	if (building) return;
	const backend = await openBackend(settings());
	await prepareSamples(backend);
	await prepareSampleAssessments(backend);
	const endUpkeep = startUpkeep(backend);
	// Emitted when the server has finished its last request, by `npm start` and by adapter-node's own server. The
	// development server runs `init` again after each change: one listener is enough.
	const shutdown = process as NodeJS.EventEmitter;
	shutdown.removeAllListeners('sveltekit:shutdown');
	shutdown.once('sveltekit:shutdown', () => {
		endUpkeep();
		void closeBackend();
	});
};

const secure: Handle = async ({ event, resolve }) => {
	const response = await resolve(event);
	setSecurityHeaders(response.headers, event.url.protocol === 'https:', isEmbedded(event));
	return response;
};

const connect: Handle = async ({ event, resolve }) => {
	const backend = await openBackend(settings());
	const visit = openVisit(event, backend);
	const { demo } = backend;
	event.locals.backend = backend;
	event.locals.visit = visit;
	event.locals.embedded = isEmbedded(event);
	// On another site nobody is anybody: what is shown there is public, whoever looks.
	event.locals.session = () => (event.locals.embedded ? Promise.resolve(null) : visit.session());
	event.locals.demo = demo === 'open' || (demo === 'loopback' && isFromHere(event));
	const response = await resolve(event);
	visit.seal(response.headers);
	return response;
};

/** The pages for other sites: the only ones that may stand in a frame. */
function isEmbedded({ route }: RequestEvent): boolean {
	return route.id?.startsWith('/embed/') ?? false;
}

/** The API of the embedded backend. For whom it is closed, it does not exist: routing finds no such page. */
const embeddedApi: Handle = async ({ event, resolve }) => {
	const { backend } = event.locals;
	if (backend.fetch === undefined || !/^\/(rest|auth)\/v1(\/|$)/.test(event.url.pathname))
		return resolve(event);
	const allowed = backend.api === 'open' || isFromHere(event);
	return allowed ? backend.fetch(event.request, peerAddress(event)) : resolve(event);
};

function isFromHere(event: RequestEvent): boolean {
	return isFromThisMachine(peerAddress(event), event.url, event.request.headers);
}

/** From the socket: `getClientAddress()` may be set up to believe a header. Vite's server gives no socket. */
function peerAddress(event: RequestEvent): string | null {
	if (event.platform !== undefined) return event.platform.req.socket.remoteAddress ?? null;
	return dev ? event.getClientAddress() : null;
}

const translate: Handle = ({ event, resolve }) =>
	paraglideMiddleware(event.request, ({ request, locale }) => {
		event.request = request;
		return resolve(event, { transformPageChunk: ({ html }) => html.replace('%lang%', locale) });
	});

export const handle: Handle = sequence(secure, connect, embeddedApi, translate);

/** What nobody foresaw: the log gets the error, the visitor a code. Search words and ids stay out of the log. */
export const handleError: HandleServerError = ({ error, event, status, message }) => {
	const code = isAppError(error) ? error.code : status === 404 ? 'not_found' : 'internal';
	if (status !== 404) {
		const { method } = event.request;
		log.error(
			{
				code,
				status,
				method,
				route: event.route.id,
				stack: error instanceof Error ? error.stack : undefined
			},
			sentence(error)
		);
	}
	return { message, code };
};
