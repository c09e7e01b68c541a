/**
 * The backend inside this process: PostgreSQL compiled to WebAssembly (PGlite) behind the API of Supabase
 * (`@supabase/lite`), stored in the data directory. For one machine, development and tests.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { createApiClient, createSessionClient, readSchemaVersion, type Backend } from './client.ts';
import type { EmbeddedSettings } from './environment.ts';
import { AppError, isAppError, sentence } from './errors.ts';
import { loadKeys } from './keys.ts';
import { LETTER_TEMPLATES, openPostbox } from './letters.ts';
import { acquireLock } from './lock.ts';
import { CODE_LENGTH, PASSWORD_MIN } from '../people/schema.ts';
import { applyProject, listMigrations, type SqlSession } from './migrations.ts';
import { publish, readFrozen, tableOfSession } from './publish.ts';
import { KEPT } from './retention.ts';

/**
 * Where the library writes values otherwise than PostgREST, by type id in PostgreSQL's catalogue: `numeric` as text
 * instead of a number, `timestamptz` (sessions run in UTC) in PostgreSQL's notation instead of ISO 8601.
 */
const AS_POSTGREST = {
	1700: Number,
	1184: (text: string) => text.replace(' ', 'T').replace(/\+00$/, '+00:00')
};

/** The keys of the installation, in the data directory from its first start on. */
const KEYS = 'keys.json';

/** A code is typed in within minutes. */
const CODE_SECONDS = 900;
const SESSIONS = { inactivity_timeout: `${KEPT.idleDays * 24}h`, timebox: `${KEPT.sessionDays * 24}h` };

/** Never resolved: requests to it go straight into the library. */
const ADDRESS = 'http://embedded.invalid';

/**
 * What Supabase gives every project: its roles, and default privileges that are wide open. The migrations are
 * written against that, and must close here what they have to close there.
 */
const SUPABASE_DEFAULTS = `
	do $$
	declare
		wanted record;
	begin
		for wanted in select * from (values ('anon', ''), ('authenticated', ''), ('service_role', 'bypassrls')) as r(name, options) loop
			if not exists (select from pg_roles where rolname = wanted.name) then
				execute format('create role %I nologin %s', wanted.name, wanted.options);
				execute format('alter default privileges in schema public grant all on tables to %I', wanted.name);
				execute format('alter default privileges in schema public grant all on functions to %I', wanted.name);
				execute format('alter default privileges in schema public grant all on sequences to %I', wanted.name);
				execute format('grant usage on schema public, auth to %I', wanted.name);
			end if;
		end loop;
	end $$;
`;

/**
 * Opens the embedded backend: takes the data directory, applies migrations and seed, writes the published
 * checklists, and is ready for requests.
 * @throws AppError `data_dir`, `locked`, `migration` or `conflict` with a sentence for the operator; nothing stays open
 */
export async function openEmbedded(settings: EmbeddedSettings): Promise<Backend> {
	// A wrong directory is told before anything is made.
	listMigrations(settings.supabaseDir);
	const release = takeDataDirectory(settings.dataDir);
	try {
		keepDemoApart(settings);
		return await start(settings, release);
	} catch (error) {
		release();
		throw error;
	}
}

function takeDataDirectory(dataDir: string): () => void {
	try {
		mkdirSync(join(dataDir, 'database'), { recursive: true, mode: 0o700 });
		return acquireLock(join(dataDir, 'lock'));
	} catch (error) {
		if (isAppError(error)) throw error;
		throw new AppError(
			'data_dir',
			`The data directory ${dataDir} cannot be written (${sentence(error)}): give this user the right to write there, or set DATA_DIR to another directory.`,
			{ cause: error }
		);
	}
}

/**
 * Sample people, whom anybody may act as, never come into a directory with real ones, nor the other way round. The
 * file `DEMO` marks the directories of demo mode.
 */
function keepDemoApart(settings: EmbeddedSettings): void {
	const mark = join(settings.dataDir, 'DEMO');
	const marked = existsSync(mark);
	if (settings.demo === undefined && marked) {
		throw new AppError(
			'data_dir',
			`The data in ${settings.dataDir} is that of demo mode, with sample people: set DATA_DIR to another directory.`
		);
	}
	if (settings.demo !== undefined && !marked) {
		if (existsSync(join(settings.dataDir, KEYS))) {
			throw new AppError(
				'data_dir',
				`The data in ${settings.dataDir} is not that of demo mode: set DEMO=0 to work with it, or DATA_DIR to another directory.`
			);
		}
		writeFileSync(mark, '');
	}
}

async function start(settings: EmbeddedSettings, release: () => void): Promise<Backend> {
	// Read by the library before it would report its use over the network; nothing leaves this machine.
	process.env.DO_NOT_TRACK = '1';
	const { App } = await import('@supabase/lite');
	const { createPgliteConnection } = await import('@supabase/lite/pglite');

	const keys = await loadKeys(join(settings.dataDir, KEYS));
	const connection = await createPgliteConnection({
		url: join(settings.dataDir, 'database'),
		pgliteOptions: { parsers: AS_POSTGREST }
	});
	const database = connection.driver;
	try {
		await database.waitReady;
	} catch (error) {
		throw new AppError(
			'data_dir',
			`The database in ${settings.dataDir} cannot be opened (${sentence(error)}): put the directory back from a backup, or set DATA_DIR to an empty one.`,
			{ cause: error }
		);
	}

	connection.normalizeDbError = withoutValues;

	const codeSeconds = settings.codeSeconds ?? CODE_SECONDS;
	const postbox = openPostbox({ ...settings, codeSeconds });
	const app = new App({
		connection,
		auth: {
			enabled: true,
			publishable_key: keys.publishable,
			secret_key: keys.secret,
			jwt_secret: keys.jwtSecret,
			// A refresh token that comes back after it was replaced twice was stolen: the session ends.
			enable_refresh_token_rotation: true,
			minimum_password_length: PASSWORD_MIN,
			sessions: SESSIONS,
			email: {
				// Without it, anybody who reaches the API could sign up in the name of another's address.
				enable_confirmations: true,
				otp_length: CODE_LENGTH,
				otp_expiry: codeSeconds,
				template: LETTER_TEMPLATES
			}
		},
		options: { server: { admin: false, disableStudio: true }, drivers: { email: postbox } }
	});
	const oneAtATime = queue();
	const answer = (request: Request, peerAddress: string | null): Promise<Response> =>
		oneAtATime(() => app.fetch(request, { peerAddress }));
	const inProcess: typeof globalThis.fetch = (input, init) => answer(new Request(input, init), null);
	const client = (key: string) => createApiClient(ADDRESS, key, inProcess);
	const backend: Backend = {
		kind: 'embedded',
		api: settings.api,
		codeType: 'magiclink',
		demo: settings.demo,
		letters: postbox.letters,
		invite: (invitation) => postbox.invite(invitation),
		publicClient: () => client(keys.publishable),
		sessionClient: (jar) => createSessionClient(ADDRESS, keys.publishable, inProcess, jar),
		serviceClient: () => client(keys.secret),
		schemaVersion: () => readSchemaVersion(client(keys.secret)),
		fetch: async (request, peerAddress) => answer(await readWhole(request), peerAddress),
		close: once(async () => {
			await oneAtATime(() => connection.close());
			release();
		})
	};

	const session: SqlSession = {
		script: (sql) => database.exec(sql),
		query: (sql, parameters) => database.query(sql, parameters)
	};
	try {
		await app.ensureSystemSchema();
		await session.script(SUPABASE_DEFAULTS);
		await applyProject(session, settings.supabaseDir);
		await takeBackGrants(backend, session);
		if (settings.checklistsDir !== undefined) {
			await publish(tableOfSession(session), readFrozen(settings.checklistsDir));
		}
		// PGlite has no autovacuum: without this the planner never learns how large the tables are.
		await session.script('analyze');
	} catch (error) {
		await connection.close();
		throw error;
	}
	return backend;
}

/**
 * With its first request the library grants everything in `public` to `anon`, public views included. So the first
 * request is made here, before anybody else can make one, and then our own privileges are put back.
 */
async function takeBackGrants(backend: Backend, session: SqlSession): Promise<void> {
	await backend.schemaVersion();
	await session.script('select private.apply_privileges()');
}

/**
 * The library prints every refused query with its parameters, which may be personal. What it prints is replaced; the
 * error itself and the answer made from it stay as they are.
 */
function withoutValues(error: unknown): unknown {
	if (error instanceof Error) {
		const code = 'code' in error ? String(error.code) : error.name;
		const printed = { value: () => `The embedded database refused a query (${code}).` };
		Object.defineProperty(error, inspect.custom, printed);
	}
	return error;
}

/**
 * Runs tasks one after the other. The library has a single database session and opens a transaction with the role
 * of the caller on it without waiting for the one before: side by side, a request would run with the rights of
 * another.
 */
function queue(): <T>(task: () => Promise<T>) => Promise<T> {
	let last: Promise<unknown> = Promise.resolve();
	return (task) => {
		const result = last.then(task);
		last = result.catch(() => undefined);
		return result;
	};
}

/** Reads the body first, so that a slow sender does not hold up the queue. */
async function readWhole(request: Request): Promise<Request> {
	if (request.body === null) return request;
	const { url, method, headers } = request;
	return new Request(url, { method, headers, body: await request.arrayBuffer() });
}

function once(task: () => Promise<void>): () => Promise<void> {
	let result: Promise<void> | undefined;
	return () => (result ??= task());
}
