/**
 * The process that `npm start` runs, from outside. These tests need the production build: `npm run build` first.
 * A first start takes seconds, so tests that only read share a server, and the others share a data directory.
 */
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { createServer, type AddressInfo } from 'node:net';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { listMigrations } from '../../src/lib/server/migrations.ts';
import {
	ROOT,
	freePort,
	requireBuild,
	startServer,
	temporaryDirectory,
	type ServerProcess
} from './server-process.ts';

const directory = temporaryDirectory();
const started: ServerProcess[] = [];

async function start(settings: Record<string, string>): Promise<ServerProcess> {
	const server = await startServer(settings);
	started.push(server);
	return server;
}

beforeAll(() => {
	requireBuild();
});
afterAll(async () => {
	await Promise.all(started.map((server) => server.kill('SIGKILL')));
	directory.remove();
});

function keysIn(dataDir: string): { publishable: string; secret: string; jwtSecret: string } {
	return JSON.parse(readFileSync(join(dataDir, 'keys.json'), 'utf8')) as ReturnType<typeof keysIn>;
}

/** A start that must fail: exit code 1, and one line on stderr that matches. */
async function expectRefusal(settings: Record<string, string>, words: RegExp): Promise<void> {
	const server = await start(settings);
	expect((await server.ended).code).toBe(1);
	expect(server.stderr()).toMatch(words);
	expect(server.stderr().trimEnd().split('\n').length).toBe(1);
	expect(server.stdout()).not.toContain('http');
}

describe('a running server', () => {
	const dataDir = join(directory.path, 'shared');
	let server: ServerProcess;
	beforeAll(async () => {
		server = await start({ DATA_DIR: dataDir });
		await server.ready;
	});

	it('prints its address when it answers there, and nothing else', async () => {
		expect(server.stdout()).toBe(`Droša kopiena: http://localhost:${server.port}\n`);
		expect(server.stderr()).toBe('');
		expect((await fetch(server.origin)).status).toBe(200);
	});

	it('tells its health', async () => {
		const response = await fetch(`${server.origin}/api/health`);
		expect(response.status).toBe(200);
		expect(response.headers.get('cache-control')).toBe('no-store');
		expect(await response.json()).toEqual({
			status: 'ok',
			backend: 'embedded',
			version: packageJson.version,
			schema: listMigrations(join(ROOT, 'supabase')).at(-1)?.version
		});
	});

	it('sends security headers with pages and files', async () => {
		const page = await fetch(server.origin);
		expect(Object.fromEntries(page.headers)).toMatchObject({
			'x-content-type-options': 'nosniff',
			'x-frame-options': 'DENY',
			'referrer-policy': 'same-origin',
			'cross-origin-opener-policy': 'same-origin'
		});
		expect(page.headers.has('strict-transport-security')).toBe(false);
		const policy = page.headers.get('content-security-policy') ?? '';
		expect(policy).toContain("frame-ancestors 'none'");
		expect(policy).toMatch(/script-src 'self' 'nonce-[^']+'(;|$)/);
		const file = await fetch(`${server.origin}/icons/icon.svg`);
		expect(file.status).toBe(200);
		expect(file.headers.get('x-content-type-options')).toBe('nosniff');
	});

	it('lets other sites show one page in a frame, and no other', async () => {
		const framing = async (path: string) => {
			const { headers } = await fetch(server.origin + path, { redirect: 'manual' });
			const [, ancestors] =
				/frame-ancestors ([^;]*)/.exec(headers.get('content-security-policy') ?? '') ?? [];
			return [headers.get('x-frame-options'), ancestors];
		};
		for (const path of ['/embed/map', '/ru/embed/map?layer=population'])
			expect(await framing(path), path).toEqual([null, '*']);
		for (const path of ['/', '/map', '/territory/latgale', '/sign-in', '/embed', '/embed/map/x', '/nothing'])
			expect(await framing(path), path).toEqual(['DENY', "'none'"]);
	});

	it('gives the map as files that may be kept for a minute, and asked about again', async () => {
		const address = `${server.origin}/map/export.csv?region=latgale`;
		const { status, headers } = await fetch(address);
		expect(status).toBe(200);
		expect(headers.get('cache-control')).toBe('public, max-age=60');
		expect(headers.get('content-disposition')).toMatch(
			/^attachment; filename="drosa-kopiena-activity-parish-P-\d{4}-\d\d-\d\d\.csv"$/
		);
		const etag = headers.get('etag') ?? 'none';
		expect((await fetch(address, { headers: { 'if-none-match': etag } })).status).toBe(304);
		expect((await fetch(`${server.origin}/map/export.pdf`)).status).toBe(404);
		// What is more than public is for people who are signed in.
		const asked = await fetch(address, {
			method: 'POST',
			redirect: 'manual',
			headers: { origin: server.origin, 'content-type': 'application/x-www-form-urlencoded' }
		});
		expect(asked.status).toBe(303);
	});

	it.each(['br', 'gzip'])('sends pages and files compressed (%s)', async (encoding) => {
		const html = await (await fetch(server.origin, { headers: { 'accept-encoding': 'identity' } })).text();
		const script = /\/_app\/immutable\/[^"']+\.js/.exec(html)?.[0] ?? 'no script in the page';
		for (const path of ['/', script]) {
			const response = await fetch(server.origin + path, { headers: { 'accept-encoding': encoding } });
			expect(response.headers.get('content-encoding')).toBe(encoding);
			expect(response.headers.get('vary')?.toLowerCase()).toContain('accept-encoding');
			expect(await response.text()).not.toBe('');
		}
	});

	it('names the language of the page', async () => {
		for (const [path, language] of Object.entries({ '/': 'lv', '/en': 'en', '/ru': 'ru' })) {
			expect(await (await fetch(server.origin + path)).text()).toContain(`<html lang="${language}"`);
		}
	});

	it('does not listen on other addresses of the machine', async () => {
		for (const address of otherAddresses()) {
			await expect(fetch(`http://${address}:${server.port}/api/health`)).rejects.toThrow();
		}
	});

	it('answers the API of the embedded backend to this machine only', async () => {
		const apikey = keysIn(dataDir).publishable;
		const ask = (headers: Record<string, string>): Promise<number | undefined> =>
			statusOf(server.port, '/rest/v1/public_zones?select=id', { apikey, ...headers });
		expect(await ask({})).toBe(200);
		expect(await ask({ 'X-Forwarded-For': '203.0.113.7' })).toBe(404);
		expect(await ask({ Host: 'attacker.example' })).toBe(404);
		expect(await statusOf(server.port, '/auth/v1/health', { apikey })).toBe(200);
		expect(await statusOf(server.port, '/auth/v1/health', { apikey, Forwarded: 'for=203.0.113.7' })).toBe(
			404
		);
		expect(await statusOf(server.port, '/rest/v10', { apikey })).toBe(404);
	});

	it('accepts JSON from programs, and forms from its own pages only', async () => {
		const { publishable: apikey } = keysIn(dataDir);
		const rpc = await fetch(`${server.origin}/rest/v1/rpc/public_activity_evidence`, {
			method: 'POST',
			headers: { apikey, 'content-type': 'application/json' },
			body: JSON.stringify({ as_of: '2026-01-01' })
		});
		expect(rpc.status).toBe(200);
		const form = await fetch(server.origin, {
			method: 'POST',
			headers: { origin: 'https://elsewhere.example' },
			body: new URLSearchParams({ a: 'b' })
		});
		expect(form.status).toBe(403);
	});

	it('is refused a second time on the same data directory', async () => {
		await expectRefusal(
			{ DATA_DIR: dataDir },
			/^Another process \(\d+\) already uses this data directory: stop it first, or set DATA_DIR/
		);
		expect((await fetch(`${server.origin}/api/health`)).status).toBe(200);
	});

	it('keeps its keys out of what it prints and sends', async () => {
		const sent = await Promise.all(
			['/', '/api/health', '/rest/v1/', '/keys.json', '/.data/keys.json'].map(async (path) =>
				(await fetch(server.origin + path)).text()
			)
		);
		const seen = [...sent, server.stdout(), server.stderr()].join('\n');
		for (const key of Object.values(keysIn(dataDir))) expect(seen).not.toContain(key);
	});
});

describe('stopping', () => {
	const dataDir = join(directory.path, 'stopped');
	let server: ServerProcess;
	const open = async (): Promise<ServerProcess> => {
		server = await start({ DATA_DIR: dataDir });
		await server.ready;
		return server;
	};
	const lock = join(dataDir, 'lock');
	afterEach(() => server.kill('SIGKILL'));

	it.each(['SIGTERM', 'SIGINT'] as const)(
		'ends in good order on %s, and gives the directory free',
		async (signal) => {
			await open();
			// A browser keeps its connection open; that must not delay the end.
			await fetch(server.origin);
			expect(existsSync(lock)).toBe(true);
			const asked = Date.now();
			expect(await server.kill(signal)).toEqual({ code: 0, signal: null });
			expect(Date.now() - asked).toBeLessThan(5000);
			expect(existsSync(lock)).toBe(false);
			expect(server.stderr()).toBe('');
		}
	);

	it('lets a running request finish, and takes no new one', async () => {
		await open();
		const headers = { apikey: keysIn(dataDir).secret, 'content-type': 'application/json' };
		const source = { id: 'late', kind: 'document', title: 'Came late', publisher: 'Test' };
		const body = JSON.stringify(source);
		const running = new Promise<number | undefined>((resolve, reject) => {
			const path = '/rest/v1/data_sources';
			const request = httpRequest(
				{
					port: server.port,
					host: '127.0.0.1',
					method: 'POST',
					path,
					headers: { ...headers, 'content-length': body.length }
				},
				(response) => resolve(response.resume().statusCode)
			);
			request.once('error', reject);
			request.write(body.slice(0, 10));
			setTimeout(() => void server.kill('SIGTERM'), 300);
			setTimeout(() => request.end(body.slice(10)), 1200);
		});
		await new Promise((resolve) => setTimeout(resolve, 800));
		await expect(fetch(server.origin)).rejects.toThrow();
		expect(await running).toBe(201);
		expect(await server.ended).toEqual({ code: 0, signal: null });
	});

	it('keeps what was written when it is killed, and starts again over the lock of the dead', async () => {
		await open();
		const headers = { apikey: keysIn(dataDir).secret, 'content-type': 'application/json' };
		const row = { id: 'killed', kind: 'document', title: 'Written just before', publisher: 'Test' };
		const written = await fetch(`${server.origin}/rest/v1/data_sources`, {
			method: 'POST',
			headers,
			body: JSON.stringify(row)
		});
		expect(written.status).toBe(201);
		expect((await server.kill('SIGKILL')).signal).toBe('SIGKILL');
		expect(existsSync(lock)).toBe(true);

		await open();
		const ids = 'killed,late';
		const read = await fetch(`${server.origin}/rest/v1/public_sources?select=id&id=in.(${ids})&order=id`, {
			headers: { apikey: keysIn(dataDir).publishable }
		});
		expect(await read.json()).toEqual([{ id: 'killed' }, { id: 'late' }]);
	});
});

describe('a start that cannot succeed', () => {
	const dataDir = join(directory.path, 'refused');

	it('names the missing half of the settings of Supabase', () =>
		expectRefusal(
			{
				DATA_DIR: dataDir,
				SUPABASE_URL: 'https://example.supabase.co',
				SUPABASE_PUBLISHABLE_KEY: 'sb_publishable_x'
			},
			/^SUPABASE_URL and SUPABASE_PUBLISHABLE_KEY are set but SUPABASE_SECRET_KEY is not: set all three/
		));

	it.each([
		[{ PORT: '70000' }, /^PORT must be a number from 1 to 65535/],
		[{ PORT: 'http' }, /^PORT must be a number from 1 to 65535/],
		[{ ORIGIN: 'kopiena.example' }, /^ORIGIN must be an address that begins with http/],
		[{ EMBEDDED_API: 'maybe' }, /^EMBEDDED_API must be loopback or open/],
		[
			{ APP_ROOT: '/nowhere' },
			/^There is no \/nowhere\/supabase\/migrations: start from the project's directory, or set APP_ROOT/
		]
	])('names a setting that is wrong: %o', async (settings, words) => {
		await expectRefusal({ DATA_DIR: dataDir, ...settings }, words);
	});

	it('says that the data directory cannot be written', async () => {
		const file = join(directory.path, 'a file');
		writeFileSync(file, '');
		await expectRefusal(
			{ DATA_DIR: join(file, 'data') },
			/^The data directory .* cannot be written \(.*\): give this user the right to write there, or set DATA_DIR/
		);
	});

	it('says that the port is in use, and leaves the data directory free', async () => {
		const other = createServer();
		await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
		const { port } = other.address() as AddressInfo;
		await expectRefusal(
			{ DATA_DIR: dataDir, PORT: String(port) },
			new RegExp(`^Port ${port} is already in use: `)
		);
		await new Promise((resolve) => other.close(resolve));
		expect(existsSync(join(dataDir, 'lock'))).toBe(false);
	});

	it('names the migration that failed and why, keeps nothing of it, and starts when it is corrected', async () => {
		const root = join(directory.path, 'project');
		mkdirSync(root);
		cpSync(join(ROOT, 'supabase'), join(root, 'supabase'), { recursive: true });
		const broken = join(root, 'supabase/migrations/29990101000000_broken.sql');
		writeFileSync(broken, 'create table public.half (id integer);\nselect 1 / 0;\n');
		await expectRefusal(
			{ APP_ROOT: root, DATA_DIR: dataDir },
			/^supabase\/migrations\/29990101000000_broken\.sql could not be applied \(division by zero\): correct it/
		);
		rmSync(broken);
		const server = await start({ APP_ROOT: root, DATA_DIR: dataDir });
		await server.ready;
		const health = (await (await fetch(`${server.origin}/api/health`)).json()) as { schema: string };
		expect(health.schema).not.toBe('29990101000000');
		await server.kill('SIGTERM');
	});
});

describe('other settings', () => {
	const dataDir = join(directory.path, 'refused');

	it('open the API on purpose only, and HOST the server to others', async () => {
		const closed = await start({ DATA_DIR: dataDir, HOST: '0.0.0.0' });
		await closed.ready;
		const apikey = keysIn(dataDir).publishable;
		for (const address of otherAddresses()) {
			expect((await fetch(`http://${address}:${closed.port}/api/health`)).status).toBe(200);
			const api = await fetch(`http://${address}:${closed.port}/rest/v1/public_zones`, {
				headers: { apikey }
			});
			expect(api.status).toBe(404);
		}
		await closed.kill('SIGTERM');

		const open = await start({ DATA_DIR: dataDir, EMBEDDED_API: 'open' });
		await open.ready;
		const forwarded = { apikey, 'X-Forwarded-For': '203.0.113.7' };
		expect(await statusOf(open.port, '/rest/v1/public_zones', forwarded)).toBe(200);
		expect(await statusOf(open.port, '/rest/v1/communities', forwarded)).toBe(401);
		await open.kill('SIGTERM');
	});

	it('close the API behind a public ORIGIN, and ask browsers there to insist on https', async () => {
		const server = await start({ DATA_DIR: dataDir, ORIGIN: 'https://kopiena.example' });
		await server.ready;
		expect(server.stdout()).toContain('https://kopiena.example');
		const { publishable: apikey } = keysIn(dataDir);
		expect(await statusOf(server.port, '/rest/v1/public_zones', { apikey })).toBe(404);
		const health = await fetch(`http://127.0.0.1:${server.port}/api/health`);
		expect(health.headers.get('strict-transport-security')).toMatch(/^max-age=\d+/);
		await server.kill('SIGTERM');
	});

	it('use a real Supabase: no data directory, and 503 while it does not answer', async () => {
		const unused = join(directory.path, 'unused');
		const server = await start({
			DATA_DIR: unused,
			SUPABASE_URL: `http://127.0.0.1:${await freePort()}`,
			SUPABASE_PUBLISHABLE_KEY: 'sb_publishable_x',
			SUPABASE_SECRET_KEY: 'sb_secret_x'
		});
		await server.ready;
		const health = await fetch(`${server.origin}/api/health`);
		expect(health.status).toBe(503);
		expect(health.headers.get('cache-control')).toBe('no-store');
		expect(await health.json()).toEqual({
			status: 'unavailable',
			backend: 'hosted',
			version: packageJson.version,
			schema: null
		});
		expect(await statusOf(server.port, '/rest/v1/public_zones', {})).toBe(404);
		expect(existsSync(unused)).toBe(false);
		expect(await server.kill('SIGTERM')).toEqual({ code: 0, signal: null });
	});
});

/** Addresses by which other machines reach this one. */
function otherAddresses(): string[] {
	return Object.values(networkInterfaces())
		.flatMap((addresses) => addresses ?? [])
		.filter(({ family, internal }) => family === 'IPv4' && !internal)
		.map(({ address }) => address);
}

/** Status of a request whose `Host` may be set, which `fetch` does not allow. */
function statusOf(port: number, path: string, headers: Record<string, string>): Promise<number | undefined> {
	return new Promise((resolve, reject) => {
		const request = httpRequest({ host: '127.0.0.1', port, path, headers, agent: false }, (response) =>
			resolve(response.resume().statusCode)
		);
		request.once('error', reject).end();
	});
}
