import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The production server on a port of its own with a fresh data directory. */
export async function startServer(): Promise<{ address: string; stop: () => Promise<void> }> {
	const dataDir = mkdtempSync(join(tmpdir(), 'drosa-kopiena-bench-'));
	const port = 20_000 + (process.pid % 20_000);
	const address = `http://localhost:${port}`;
	const child = spawn(process.execPath, ['src/cli/start.ts'], {
		stdio: ['ignore', 'ignore', 'inherit'],
		env: { ...process.env, PORT: String(port), DATA_DIR: dataDir, ORIGIN: address }
	});
	const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
	for (let attempt = 0; ; attempt++) {
		const up = await fetch(`${address}/api/health`).then(
			(response) => response.ok,
			() => false
		);
		if (up) break;
		if (attempt > 240 || child.exitCode !== null) throw new Error('The server did not start.');
		await new Promise((resolve) => setTimeout(resolve, 500));
	}
	return {
		address,
		stop: async () => {
			child.kill('SIGTERM');
			await ended;
			rmSync(dataDir, { recursive: true, force: true });
		}
	};
}
