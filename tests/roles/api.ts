/** Both doors to the same rows: PostgREST on PostgreSQL, and the embedded backend. Callers come with real tokens. */
import { randomBytes } from 'node:crypto';
import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SignJWT } from 'jose';
import type { Backend } from '../../src/lib/server/client.ts';
import { openEmbedded } from '../../src/lib/server/embedded.ts';
import { loadKeys } from '../../src/lib/server/keys.ts';
import { openDatabase } from '../database/database.ts';
import { startPostgrest } from '../database/postgrest.ts';
import { startedDirectory, SUPABASE_DIR } from '../parity/backends.ts';
import { RESET_SQL } from './fixtures.ts';
import type { Outcome } from './matrix.ts';
import { userId, type Person } from './people.ts';
import type { ApiRequest } from './questions.ts';

/** What came back. */
export interface ApiAnswer {
	status: number;
	/** Parsed JSON, or `null` for an empty body. */
	body: unknown;
	headers: Headers;
}

/** An open door. */
export interface Api {
	/** Sends a request as one of the people, or with a token of one's own making. */
	ask: (
		who: Person | { token: string },
		request: ApiRequest,
		headers?: Record<string, string>
	) => Promise<ApiAnswer>;
	/** A token with any claims, signed with the right secret, or with another one. */
	sign: (claims: Record<string, unknown>, options?: { secret?: string; expires?: number }) => Promise<string>;
	/** Puts the rows back. */
	reset: () => Promise<void>;
	/** Changes when any row has changed. */
	digest: () => Promise<string>;
	close: () => Promise<void>;
}

export type ApiKind = 'postgrest' | 'embedded';

/** Opens a door to a database that holds the rows of `fixtures.ts` and nothing else. */
export function openApi(kind: ApiKind): Promise<Api> {
	return kind === 'postgrest' ? openPostgrest() : openEmbeddedApi();
}

interface Sent {
	method: string;
	headers: Record<string, string>;
	body: string | null;
}
type Send = (path: string, init: Sent) => Promise<Response>;

async function openPostgrest(): Promise<Api> {
	const database = await openDatabase();
	await database.rows(RESET_SQL);
	const secret = randomBytes(32).toString('hex');
	const postgrest = await startPostgrest(database.cluster, database.name, secret);
	const close = async (): Promise<void> => {
		postgrest.stop();
		await database.close();
	};
	return api((path, init) => fetch(postgrest.url + path, init), secret, close);
}

async function openEmbeddedApi(): Promise<Api> {
	const open = (path: string): Promise<Backend> =>
		openEmbedded({
			...{ kind: 'embedded', api: 'loopback' },
			...{ dataDir: join(path, 'data'), supabaseDir: join(path, 'supabase') }
		});
	const directory = await startedDirectory('roles', async (path) => {
		cpSync(SUPABASE_DIR, join(path, 'supabase'), { recursive: true });
		writeFileSync(join(path, 'supabase', 'seed.sql'), RESET_SQL);
		await (await open(path)).close();
	});
	const dataDir = join(directory.path, 'data');
	const backend = await open(directory.path);
	const keys = await loadKeys(join(dataDir, 'keys.json'));
	const send: Send = (path, init) => {
		if (backend.fetch === undefined) throw new Error('The embedded backend answers no requests.');
		const headers = { apikey: keys.publishable, ...init.headers };
		return backend.fetch(
			new Request(`http://embedded.invalid/rest/v1${path}`, { ...init, headers }),
			'127.0.0.1'
		);
	};
	const close = async (): Promise<void> => {
		await backend.close();
		directory.remove();
	};
	return api(send, keys.jwtSecret, close);
}

async function api(send: Send, jwtSecret: string, close: () => Promise<void>): Promise<Api> {
	const sign: Api['sign'] = (claims, { secret = jwtSecret, expires = 3600 } = {}) =>
		new SignJWT({ aud: 'authenticated', ...claims })
			.setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
			.setIssuedAt()
			.setExpirationTime(Math.floor(Date.now() / 1000) + expires)
			.sign(new TextEncoder().encode(secret));
	const serviceToken = await sign({ role: 'service_role' });
	const tokens = new Map<Person, string>();

	const tokenOf = async (who: Person | { token: string }): Promise<string | null> => {
		if (typeof who === 'object') return who.token;
		if (who === 'visitor') return null;
		const known = tokens.get(who) ?? (await sign({ role: 'authenticated', sub: userId(who) }));
		tokens.set(who, known);
		return known;
	};
	const ask: Api['ask'] = async (who, { method, path, body }, more = {}) => {
		const token = await tokenOf(who);
		const answer = await send(path, {
			method,
			headers: {
				'content-type': 'application/json',
				// Rows come back from changes, so that it shows whether there were any.
				...(method === 'PATCH' || method === 'DELETE' ? { prefer: 'return=representation' } : {}),
				...(token === null ? {} : { authorization: `Bearer ${token}` }),
				...more
			},
			body: body === undefined ? null : JSON.stringify(body)
		});
		const text = await answer.text();
		return { status: answer.status, body: text === '' ? null : JSON.parse(text), headers: answer.headers };
	};
	const call = async (name: string): Promise<unknown> => {
		const request: ApiRequest = { method: 'POST', path: `/rpc/${name}`, body: {} };
		const { status, body } = await ask({ token: serviceToken }, request);
		if (status >= 300) throw new Error(`${name}: ${JSON.stringify(body)}`);
		return body;
	};
	return {
		ask,
		sign,
		reset: async () => {
			await call('reset_fixtures');
		},
		digest: async () => String(await call('fixture_digest')),
		close
	};
}

/** The code of a refusal, as the API writes it. */
export function codeOf(answer: ApiAnswer): string | undefined {
	const { body } = answer;
	return typeof body === 'object' && body !== null && 'code' in body ? String(body.code) : undefined;
}

const STATUS: Record<string, number[]> = {
	'42501': [403],
	// 401 when the account is gone.
	DK001: [403, 401],
	DK002: [404],
	DK003: [410],
	DK004: [409],
	DK005: [409],
	DK006: [400],
	'23503': [409]
};

/** What an answer says in the words of the matrix; an unfitting status shows as such. */
export function outcomeOf(answer: ApiAnswer, who: Person): Outcome | `status ${string}` {
	const { status, body } = answer;
	if (status < 300) return Array.isArray(body) && body.length === 0 ? 'nothing' : 'allowed';
	const code = codeOf(answer) ?? '';
	// A view that nobody can write through, whatever is granted.
	if (code === '55000') return 'refused';
	const fitting = code === '42501' && who === 'visitor' ? [401] : STATUS[code];
	if (!fitting?.includes(status)) return `status ${status} ${JSON.stringify(body)}`;
	return code === '42501' ? 'refused' : (code as Outcome);
}
