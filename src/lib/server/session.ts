/**
 * Who is asking. The session lives in HttpOnly cookies, is read when a page wants it, and counts only after the auth
 * server has confirmed it: signing out everywhere and deleting an account work at once.
 */
import type { Cookies, RequestEvent } from '@sveltejs/kit';
import { heldRoleSchema, type HeldRole } from '../people/schema.ts';
import { unwrap, type Backend, type Client, type CookieJar } from './client.ts';
import { cookieName, cookieOptions, deleteCookie, readCookie, writeCookie } from './cookies.ts';
import { AppError } from './errors.ts';
import { KEPT } from './retention.ts';
import { parseRows } from './rows.ts';

/** A signed-in person, for the length of a request. */
export interface Session {
	user: { id: string; email: string };
	/** Roles held now, in the order in which they were given. */
	roles: HeldRole[];
	/** The role the person chose to act in; the first one before any choice. */
	acting: HeldRole | null;
	/** Reads and writes with the rights of this person. */
	client: Client;
}

/** One request, as far as it concerns who asks. */
export interface Visit {
	/** The client that signs in and out; it writes the cookies. */
	client(): Client;
	/**
	 * The session, or null for visitors. Asked for as often as one likes; without a cookie it costs nothing.
	 * @throws AppError `unavailable` when it cannot be confirmed now
	 */
	session(): Promise<Session | null>;
	/** Leaves nothing of the person in this browser, whatever the auth server says. */
	forget(): void;
	/** Acts in this role from the next request on. */
	actAs(roleId: string): void;
	/** The answer is for this visitor alone, with or without a session. */
	keepPrivate(): void;
	/** Marks the answer as meant for nobody else, if it is. */
	seal(headers: Headers): void;
}

/** Seconds. What the browser keeps longer than a session may last opens nothing. */
const MAX_AGE = KEPT.sessionDays * 24 * 60 * 60;

/** Opens the visit of a request. Nothing is read yet. */
export function openVisit(event: Pick<RequestEvent, 'cookies' | 'url'>, backend: Backend): Visit {
	const { cookies, url } = event;
	const options = cookieOptions(url);
	const name = cookieName('session', url);
	const cacheHeaders = new Map<string, string>();
	let isPrivate = false;
	let client: Client | undefined;
	let session: Promise<Session | null> | undefined;

	const jar: CookieJar = {
		options: { ...options, name },
		getAll: () => cookies.getAll(),
		setAll: (changes, headers) => {
			isPrivate = true;
			session = undefined;
			for (const change of changes) {
				const maxAge = Math.min(change.options.maxAge ?? MAX_AGE, MAX_AGE);
				cookies.set(change.name, change.value, { ...options, maxAge });
			}
			for (const [header, value] of Object.entries(headers)) cacheHeaders.set(header, value);
		}
	};
	/** A session that only ran out takes no draft with it: who signs in again finds it. */
	const drop = (): void => {
		isPrivate = true;
		session = undefined;
		for (const cookie of sessionCookies(cookies, name)) cookies.delete(cookie, options);
		deleteCookie(event, 'acting');
	};
	const visit: Visit = {
		client: () => (client ??= backend.sessionClient(jar)),
		session: () => {
			if (!sessionCookies(cookies, name).length) return Promise.resolve(null);
			isPrivate = true;
			return (session ??= readSession(visit, drop, () => readCookie(event, 'acting')));
		},
		forget: () => {
			drop();
			deleteCookie(event, 'pending');
			deleteCookie(event, 'registration');
		},
		actAs: (roleId) => {
			isPrivate = true;
			writeCookie(event, 'acting', roleId, MAX_AGE);
		},
		keepPrivate: () => {
			isPrivate = true;
		},
		seal: (headers) => {
			if (!isPrivate) return;
			headers.set('Cache-Control', 'private, no-store');
			for (const [header, value] of cacheHeaders) headers.set(header, value);
		}
	};
	return visit;
}

/** Names of the cookies that hold the session now. */
function sessionCookies(cookies: Cookies, name: string): string[] {
	return cookies
		.getAll()
		.map((cookie) => cookie.name)
		.filter((found) => found === name || found.startsWith(`${name}.`));
}

async function readSession(
	visit: Visit,
	drop: () => void,
	chosenRole: () => string | undefined
): Promise<Session | null> {
	const client = visit.client();
	const { data, error } = await client.auth.getUser().catch((reason: unknown) => {
		// A cookie that is not even readable.
		if (reason instanceof SyntaxError || reason instanceof TypeError)
			return { data: { user: null }, error: null };
		throw reason;
	});
	if (error && isOutage(error.status)) {
		throw new AppError('unavailable', 'The auth server did not confirm a session.', { cause: error });
	}
	if (!data.user) {
		drop();
		return null;
	}
	const roles = parseRows('my_roles', heldRoleSchema, unwrap(await client.rpc('my_roles')));
	const { id, email = '' } = data.user;
	const chosen = chosenRole();
	return {
		user: { id, email },
		roles,
		acting: roles.find((role) => role.id === chosen) ?? roles[0] ?? null,
		client
	};
}

/** Did the auth server fail, rather than refuse? A missing connection has status 0 or none. */
export function isOutage(status: number | undefined): boolean {
	return status === undefined || status === 0 || status >= 500;
}
