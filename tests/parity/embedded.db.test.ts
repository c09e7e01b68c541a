/** What only the embedded backend has: its data directory, its keys, its lock, its start. */
import { cpSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { SignJWT } from 'jose';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { unwrap, type Backend } from '../../src/lib/server/client.ts';
import { openEmbedded } from '../../src/lib/server/embedded.ts';
import { SUPABASE_DIR, temporaryDirectory } from './backends.ts';

let started: { path: string; remove: () => void };
let directory: { path: string; remove: () => void };
let opened: Backend[] = [];

/** A first start takes seconds. It is made once, and each test gets a copy of what it left. */
beforeAll(async () => {
	started = temporaryDirectory();
	const dataDir = join(started.path, 'data');
	const settings = { kind: 'embedded', dataDir, supabaseDir: SUPABASE_DIR, api: 'loopback' } as const;
	await (await openEmbedded(settings)).close();
	cpSync(SUPABASE_DIR, join(started.path, 'supabase'), { recursive: true });
});
afterAll(() => started.remove());

beforeEach(() => {
	vi.spyOn(console, 'error').mockReturnValue();
	directory = temporaryDirectory();
	cpSync(started.path, directory.path, { recursive: true });
});
afterEach(async () => {
	await Promise.all(opened.map((backend) => backend.close()));
	opened = [];
	directory.remove();
});

const dataDir = (): string => join(directory.path, 'data');
const seedFile = (): string => join(directory.path, 'supabase/seed.sql');
const migration = (name: string): string => join(directory.path, 'supabase/migrations', name);

async function open(): Promise<Backend> {
	const supabaseDir = join(directory.path, 'supabase');
	const backend = await openEmbedded({ kind: 'embedded', dataDir: dataDir(), supabaseDir, api: 'loopback' });
	opened.push(backend);
	return backend;
}

async function titleOf(backend: Backend, source: string): Promise<string> {
	const rows = unwrap(await backend.publicClient().from('public_sources').select('title').eq('id', source));
	return String(rows[0]?.title);
}

async function addSource(backend: Backend, id: string): Promise<void> {
	const row = { id, kind: 'document', title: 'Written by hand', publisher: 'Test' };
	expect((await backend.serviceClient().from('data_sources').insert(row)).error).toBeNull();
}

describe('the data directory', () => {
	it('is made at the first start: the keys for its owner only; and keeps its rows', async () => {
		rmSync(dataDir(), { recursive: true });
		const first = await open();
		await addSource(first, 'kept');
		const keys = readFileSync(join(dataDir(), 'keys.json'), 'utf8');
		await first.close();
		expect(statSync(dataDir()).mode & 0o777).toBe(0o700);
		expect(statSync(join(dataDir(), 'keys.json')).mode & 0o777).toBe(0o600);

		const second = await open();
		expect(await titleOf(second, 'kept')).toBe('Written by hand');
		expect(readFileSync(join(dataDir(), 'keys.json'), 'utf8')).toBe(keys);
		expect(readFileSync(join(started.path, 'data/keys.json'), 'utf8')).not.toBe(keys);
	});

	it('is refused to a second backend until the first has closed', async () => {
		const first = await open();
		await expect(open()).rejects.toMatchObject({ code: 'locked' });
		await first.close();
		await open();
	});

	it('is free again after a start that failed', async () => {
		writeFileSync(
			migration('29990101000000_broken.sql'),
			'create table public.half (id integer);\nselect 1 / 0;'
		);
		await expect(open()).rejects.toThrow(
			/^supabase\/migrations\/29990101000000_broken.sql could not be applied \(division by zero\)/
		);
		rmSync(migration('29990101000000_broken.sql'));
		const backend = await open();
		expect(
			(
				await backend
					.serviceClient()
					.from('half' as 'zones')
					.select('*')
			).status
		).toBe(404);
	});

	it('is refused when its keys are damaged, and says what to do', async () => {
		writeFileSync(join(dataDir(), 'keys.json'), '{');
		await expect(open()).rejects.toThrow(/keys\.json cannot be read: put the file back .* or delete it/);
	});
});

describe('migrations', () => {
	it('are applied when they are new', async () => {
		writeFileSync(migration('29990101000000_comment.sql'), "comment on table public.zones is 'Class P.';");
		expect(await (await open()).schemaVersion()).toBe('29990101000000');
	});

	it('open nothing by themselves: a new table is closed to visitors', async () => {
		const sql = 'create table public.fresh (id integer); alter table public.fresh enable row level security;';
		writeFileSync(migration('29990101000000_fresh.sql'), sql);
		const backend = await open();
		expect(
			(
				await backend
					.publicClient()
					.from('fresh' as 'zones')
					.select('*')
			).status
		).toBe(401);
		expect(
			(
				await backend
					.serviceClient()
					.from('fresh' as 'zones')
					.select('*')
			).status
		).toBe(200);
	});

	it('of a newer program are not touched', async () => {
		writeFileSync(migration('29990101000000_comment.sql'), "comment on table public.zones is 'Class P.';");
		await (await open()).close();
		rmSync(migration('29990101000000_comment.sql'));
		await expect(open()).rejects.toThrow(/has migration 29990101000000, which this version .* does not/);
	});

	it('may only be added at the end', async () => {
		writeFileSync(migration('20200101000000_late.sql'), 'select 1;');
		await expect(open()).rejects.toThrow(/20200101000000_late\.sql is older than migration \d{14}/);
	});
});

describe('the seed', () => {
	it('is applied again only when it has changed', async () => {
		const rename = (title: string): string =>
			`\nupdate public.data_sources set title = '${title}' where id = 'csp-boundaries-2022';\n`;
		const seed = readFileSync(seedFile(), 'utf8');
		writeFileSync(seedFile(), seed + rename('First'));
		const first = await open();
		expect(await titleOf(first, 'csp-boundaries-2022')).toBe('First');
		await first
			.serviceClient()
			.from('data_sources')
			.update({ title: 'By hand' })
			.eq('id', 'csp-boundaries-2022');
		await first.close();

		const second = await open();
		expect(await titleOf(second, 'csp-boundaries-2022')).toBe('By hand');
		await second.close();

		writeFileSync(seedFile(), seed + rename('Second'));
		expect(await titleOf(await open(), 'csp-boundaries-2022')).toBe('Second');
	});
});

describe('the API', () => {
	const url = 'http://localhost/rest/v1/communities?select=id&limit=1';
	const keysOf = (): Record<'publishable' | 'secret' | 'jwtSecret', string> =>
		JSON.parse(readFileSync(join(dataDir(), 'keys.json'), 'utf8')) as ReturnType<typeof keysOf>;

	it('asks for a key, on this machine too, and believes only tokens signed with ours', async () => {
		const backend = await open();
		const keys = keysOf();
		const status = async (headers: Record<string, string>): Promise<number | undefined> =>
			(await backend.fetch?.(new Request(url, { headers }), '127.0.0.1'))?.status;
		const token = (secret: string): Promise<string> =>
			new SignJWT({ role: 'service_role' })
				.setProtectedHeader({ alg: 'HS256' })
				.setExpirationTime('1h')
				.sign(new TextEncoder().encode(secret));
		const bearer = async (secret: string): Promise<Record<string, string>> => ({
			apikey: keys.publishable,
			authorization: `Bearer ${await token(secret)}`
		});

		expect(await status({})).toBe(401);
		expect(await status({ apikey: 'sb_secret_guessed' })).toBe(401);
		expect(await status({ apikey: keys.publishable })).toBe(401);
		expect(await status({ apikey: keys.secret })).toBe(200);
		// The constant that the library signs with when it is given no secret.
		expect(await status(await bearer('unsafe-secret-change-me'))).toBe(401);
		expect(await status(await bearer(keys.jwtSecret))).toBe(200);
	});

	it('does not let a slow sender hold up the others', async () => {
		const backend = await open();
		let finish = (): void => undefined;
		const body = new ReadableStream<Uint8Array>({
			start(controller) {
				finish = () => {
					controller.enqueue(new TextEncoder().encode('{}'));
					controller.close();
				};
			}
		});
		const headers = { apikey: keysOf().secret, 'content-type': 'application/json' };
		// `duplex` is asked for by Node and not known to the types of the browser.
		const init = { method: 'POST', headers, body, duplex: 'half' } as RequestInit;
		const url = 'http://localhost/rest/v1/rpc/schema_version';
		const slow = backend.fetch?.(new Request(url, init), '127.0.0.1');
		expect(await backend.schemaVersion()).toMatch(/^\d{14}$/);
		finish();
		expect((await slow)?.status).toBe(200);
	});

	it('keeps what people wrote out of the log', async () => {
		const printed = vi.spyOn(console, 'error').mockReturnValue();
		const backend = await open();
		const client = backend.publicClient();
		expect((await client.from('communities').select('id').eq('name', 'Something private')).status).toBe(401);
		expect(printed.mock.calls.length).toBeGreaterThan(0);
		expect(inspect(printed.mock.calls, { depth: null })).not.toContain('Something private');
	});
});
