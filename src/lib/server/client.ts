/**
 * What the rest of the server sees of the backend: supabase-js clients, nothing else.
 */
import { createServerClient, type CookieMethodsServer, type CookieOptionsWithName } from '@supabase/ssr';
import { createClient, type SupabaseClient } from '@supabase/supabase-js';
import type { Database, Json } from './database.types.ts';
import { AppError, type ErrorCode } from './errors.ts';
import type { Delivery, Invitation, Letters } from './letters.ts';

export type Client = SupabaseClient<Database>;

export interface Backend {
	readonly kind: 'embedded' | 'hosted';
	/** A new client with the rights of `anon`: class P only. */
	publicClient(): Client;
	/** A new client with the rights of the person whose session is in the cookies; for one request. */
	sessionClient(jar: CookieJar): Client;
	/** What this backend calls a sign-in code from a letter. */
	readonly codeType: 'email' | 'magiclink';
	/** Demo mode: who may act as the sample people. Undefined outside demo mode, and never on a real Supabase. */
	readonly demo?: 'loopback' | 'open' | undefined;
	/** In demo mode letters are kept instead of sent. */
	readonly letters?: Letters | undefined;
	/** Sends an invitation; a real Supabase cannot. */
	invite?: (invitation: Invitation) => Delivery;
	/** A new client that passes every policy. For server code that applies the rules of privacy itself. */
	serviceClient(): Client;
	/**
	 * Version of the newest applied migration; null when the database does not record them.
	 * @throws AppError when the database does not answer
	 */
	schemaVersion(): Promise<string | null>;
	/** Answers `/rest/v1` and `/auth/v1`. Only the embedded backend has it. */
	fetch?: (request: Request, peerAddress: string | null) => Promise<Response>;
	/** Who may call `fetch` over the network. */
	readonly api: 'none' | 'loopback' | 'open';
	/** Ends running work and gives the data directory free. May be called more than once. */
	close(): Promise<void>;
}

/** Where a session is kept between requests. */
export interface CookieJar {
	getAll: CookieMethodsServer['getAll'];
	setAll: NonNullable<CookieMethodsServer['setAll']>;
	options: CookieOptionsWithName;
}

/**
 * A client for one use. Clients are not shared between requests: signing in changes a client, and the next
 * visitor must not inherit it.
 * @param fetch how requests travel: over the network or straight into the embedded backend
 */
export function createApiClient(url: string, key: string, fetch: typeof globalThis.fetch): Client {
	return createClient<Database>(url, key, {
		global: { fetch },
		auth: { persistSession: false, autoRefreshToken: false, detectSessionInUrl: false }
	});
}

/**
 * A client for one request of a signed-in person.
 * @param jar the session is read from it, and written back when it is renewed or ended
 * @param fetch how requests travel: over the network or straight into the embedded backend
 */
export function createSessionClient(
	url: string,
	key: string,
	fetch: typeof globalThis.fetch,
	jar: CookieJar
): Client {
	return createServerClient<Database>(url, key, {
		global: { fetch },
		cookies: { getAll: jar.getAll, setAll: jar.setAll },
		cookieOptions: jar.options
	});
}

/** The answer of a supabase-js call, as far as `unwrap` needs it. */
interface Answer<T> {
	data: T;
	error: { code?: string; message: string; details?: string | null } | null;
	status?: number;
}

/** Codes of PostgreSQL, PostgREST and our own functions that mean something to a page; all others are `database`. */
const CODES: Record<string, ErrorCode> = {
	'42501': 'forbidden',
	PGRST301: 'unauthenticated',
	PGRST303: 'unauthenticated',
	PGRST116: 'not_found',
	'23505': 'conflict',
	'22P02': 'invalid_input',
	'22007': 'invalid_input',
	'22008': 'invalid_input',
	DK001: 'forbidden',
	DK002: 'not_found',
	DK003: 'expired',
	DK004: 'already_used',
	DK005: 'last_coordinator',
	DK006: 'invalid_input',
	DK007: 'changed'
};

/**
 * The data of a supabase-js answer. Every call goes through it, so that no error is overlooked.
 * @throws AppError with the code of the failure
 */
export function unwrap<T>(answer: Answer<T>): NonNullable<T> {
	if (answer.error !== null) {
		// supabase-js reports a failed connection as an answer without a status.
		const code = answer.status === 0 ? 'unavailable' : (CODES[answer.error.code ?? ''] ?? 'database');
		// Our own functions name the field that is to blame; others say there what must not be repeated.
		const field = answer.error.code?.startsWith('DK') ? answer.error.details || undefined : undefined;
		throw new AppError(code, `The database refused: ${answer.error.message}`, { cause: answer.error, field });
	}
	if (answer.data === null || answer.data === undefined) {
		throw new AppError('not_found', 'The database has no such row.');
	}
	return answer.data;
}

/**
 * For functions that return nothing.
 * @throws AppError with the code of the failure
 */
export function expectDone(answer: Answer<unknown>): void {
	if (answer.error !== null) unwrap(answer);
}

/** Shared by both backends; see `Backend.schemaVersion`. */
export async function readSchemaVersion(client: Client): Promise<string | null> {
	const answer = await client.rpc('schema_version');
	expectDone(answer);
	return answer.data;
}

/** What goes to the database as JSON is JSON. */
export function asJson(value: unknown): Json {
	return JSON.parse(JSON.stringify(value)) as Json;
}
