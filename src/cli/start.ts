/**
 * `npm start`: builds when the sources have changed, starts the server and prints its address.
 *
 * `PORT` (3000) · `HOST` (127.0.0.1: this machine only) · `ORIGIN` (the address people type, http://localhost:PORT) ·
 * `DATA_DIR` (.data/demo; .data outside demo mode) · `DEMO` (sample people: 1 with, 0 without; by itself with a HOST and
 * ORIGIN of this machine) · `SUPABASE_…`, `SMTP_…`, `EMBEDDED_API` (docs/deploy.md) · `DEBUG=1` shows where an error came from.
 */
import { spawn } from 'node:child_process';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import compression from 'compression';
import { z } from 'zod';
import { AppError, isAppError, sentence } from '../lib/server/errors.ts';
import { isBuildFresh } from './build-stamp.ts';

const ROOT = join(import.meta.dirname, '..', '..');

/** Time for running requests to finish after the signal to stop. */
const PATIENCE_MS = 10_000;

type Next = (error?: unknown) => void;
type Handler = (request: IncomingMessage, response: ServerResponse, next: Next) => void;

interface Place {
	host: string;
	port: number;
	/** The address people type; forms are accepted from it only. */
	origin: string;
}

function readPlace(env: NodeJS.ProcessEnv): Place {
	const port = z.coerce
		.number()
		.int()
		.min(1)
		.max(65_535)
		.safeParse(env.PORT?.trim() || '3000');
	if (!port.success)
		throw new AppError('config', 'PORT must be a number from 1 to 65535; correct it and start again.');
	const origin = env.ORIGIN?.trim() || `http://localhost:${port.data}`;
	if (!/^https?:\/\//.test(origin) || !URL.canParse(origin)) {
		throw new AppError(
			'config',
			'ORIGIN must be an address that begins with http:// or https://; correct it and start again.'
		);
	}
	return { host: env.HOST?.trim() || '127.0.0.1', port: port.data, origin };
}

/** Builds in a process of its own, quietly; its words matter only when it fails. */
async function buildIfNeeded(): Promise<void> {
	if (isBuildFresh(ROOT)) return;
	const started = Date.now();
	process.stdout.write('Building; this takes a minute or less … ');
	const windows = process.platform === 'win32';
	const child = spawn('npm', ['run', 'build'], {
		cwd: ROOT,
		shell: windows,
		stdio: ['ignore', 'pipe', 'pipe']
	});
	let output = '';
	for (const stream of [child.stdout, child.stderr])
		stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
	const code = await new Promise<number | null>((resolve) => {
		child.once('error', () => resolve(null));
		child.once('close', resolve);
	});
	if (code !== 0) {
		process.stdout.write('failed.\n');
		process.stderr.write(`${output.trim().split('\n').slice(-40).join('\n')}\n`);
		throw new AppError(
			'build',
			'The build failed, see above: run `npm ci` and try again, or correct what it names.'
		);
	}
	process.stdout.write(`done in ${Math.round((Date.now() - started) / 1000)} s.\n`);
}

/**
 * The built server. Importing it opens the backend, so that the first visitor does not wait and a backend that cannot
 * be opened is an error here.
 */
async function loadHandler(place: Place): Promise<Handler> {
	process.env.ORIGIN = place.origin;
	process.env.HOST = place.host;
	process.env.APP_ROOT ??= ROOT;
	const { handler } = (await import(pathToFileURL(join(ROOT, 'build/handler.js')).href)) as {
		handler: Handler;
	};
	// The types of `compression` are those of Express; it needs no more than Node's own request and response.
	const compress = compression() as unknown as Handler;
	return (request, response, next) => {
		// Files of `build/client` are answered before our hooks run.
		response.setHeader('X-Content-Type-Options', 'nosniff');
		compress(request, response, () => handler(request, response, next));
	};
}

async function listen(handler: Handler, { host, port }: Place): Promise<Server> {
	const server = createServer((request, response) =>
		handler(request, response, () => response.writeHead(404).end())
	);
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject);
		server.listen(port, host, resolve);
	}).catch((error: unknown) => {
		const code = error instanceof Error && 'code' in error ? error.code : undefined;
		const why: Record<string, string> = {
			EADDRINUSE: `Port ${port} is already in use: stop the other program, or choose another port with PORT.`,
			EACCES: `Port ${port} is not allowed for this user: choose one above 1023 with PORT.`,
			EADDRNOTAVAIL: `HOST ${host} is not an address of this machine: correct it or leave it out.`,
			ENOTFOUND: `HOST ${host} is not an address of this machine: correct it or leave it out.`
		};
		throw new AppError(
			'port',
			why[String(code)] ?? `Listening on ${host}:${port} failed (${sentence(error)}).`
		);
	});
	return server;
}

/**
 * Stops when told to: no new requests, running ones may finish, then the backend closes (hooks.server.ts listens to
 * `sveltekit:shutdown`) and the process ends because nothing is left to do. A second signal ends it at once.
 */
function stopOnSignal(server: Server): void {
	const stop = (): void => {
		for (const signal of ['SIGTERM', 'SIGINT'] as const) process.off(signal, stop);
		server.close(() => closeBackend());
		server.closeIdleConnections();
		const idle = setInterval(() => server.closeIdleConnections(), 100);
		const patience = setTimeout(() => server.closeAllConnections(), PATIENCE_MS);
		for (const timer of [idle, patience]) timer.unref();
	};
	for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, stop);
}

function closeBackend(): void {
	(process as NodeJS.EventEmitter).emit('sveltekit:shutdown');
}

async function main(): Promise<void> {
	const place = readPlace(process.env);
	await buildIfNeeded();
	const handler = await loadHandler(place);
	try {
		const server = await listen(handler, place);
		stopOnSignal(server);
	} catch (error) {
		closeBackend();
		throw error;
	}
	console.log(`Droša kopiena: ${place.origin}`);
}

try {
	await main();
} catch (error) {
	console.error(isAppError(error) && !process.env.DEBUG ? error.message : error);
	// At the very end, because the embedded database sets the exit code to 0 when it closes.
	process.once('exit', () => (process.exitCode = 1));
}
