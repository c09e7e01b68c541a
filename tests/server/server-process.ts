/** Starts the product as people do, `src/cli/start.ts` on the production build, and watches the process. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isBuildFresh } from '../../src/cli/build-stamp.ts';

export const ROOT = join(import.meta.dirname, '..', '..');

/** Says what to do when the build that is asked here is not the one of the sources. */
export function requireBuild(): void {
	if (!isBuildFresh(ROOT))
		throw new Error('build/ is missing or older than the sources: run `npm run build` first.');
}

export interface Ended {
	code: number | null;
	signal: NodeJS.Signals | null;
}

export interface ServerProcess {
	origin: string;
	port: number;
	/** What it has printed so far. */
	stdout: () => string;
	stderr: () => string;
	/** Resolves when it prints its address; rejects with its words when it ends before. */
	ready: Promise<void>;
	/** Resolves when the process has ended. */
	ended: Promise<Ended>;
	kill: (signal: NodeJS.Signals) => Promise<Ended>;
}

/** Settings of ours that the test run itself may have. */
const OURS =
	/^(SUPABASE_|DATA_DIR|APP_ROOT|EMBEDDED_API|HOST|PORT|ORIGIN|DEMO|SMTP_|RATE_LIMIT|DEBUG|LOG_LEVEL|FUNDING_)/;

/** Starts the server with these settings and nothing else of ours; on a free port and without demo unless they say so. */
export async function startServer(settings: Record<string, string>): Promise<ServerProcess> {
	const inherited = Object.entries(process.env).filter(([name]) => !OURS.test(name));
	const port = Number(settings.PORT ?? (await freePort()));
	const env = { ...Object.fromEntries(inherited), PORT: String(port), DEMO: '0', ...settings };
	const child = spawn(process.execPath, [join(ROOT, 'src/cli/start.ts')], { env, cwd: tmpdir() });
	const printed = { stdout: '', stderr: '' };
	const ended = new Promise<Ended>((resolve) =>
		child.once('close', (code, signal) => resolve({ code, signal }))
	);
	const ready = new Promise<void>((resolve, reject) => {
		child.stdout.on('data', (chunk: Buffer) => {
			printed.stdout += chunk.toString();
			if (printed.stdout.includes('Droša kopiena: ')) resolve();
		});
		void ended.then(() => reject(new Error(`The server ended:\n${printed.stderr}`)));
	});
	// Tests of failures wait for the end only.
	ready.catch(() => undefined);
	child.stderr.on('data', (chunk: Buffer) => (printed.stderr += chunk.toString()));
	return {
		origin: `http://localhost:${port}`,
		port,
		stdout: () => printed.stdout,
		stderr: () => printed.stderr,
		ready,
		ended,
		kill: (signal) => {
			child.kill(signal);
			return ended;
		}
	};
}

/** A directory for one test file. */
export function temporaryDirectory(): { path: string; remove: () => void } {
	const path = mkdtempSync(join(tmpdir(), 'drosa-kopiena-server-'));
	return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

export async function freePort(): Promise<number> {
	const server = createServer();
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	await new Promise((resolve) => server.close(resolve));
	return port;
}
