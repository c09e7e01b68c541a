import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A port of its own for each process. */
export const PORT = 20_000 + (process.pid % 20_000);

/**
 * The production server with a fresh data directory.
 * @param origin the address people type, where something stands between them and the server
 * @param env further settings
 */
export async function startServer(
	origin?: string,
	env: Record<string, string> = {}
): Promise<{ address: string; stop: () => Promise<void> }> {
	const dataDir = mkdtempSync(join(tmpdir(), 'drosa-kopiena-bench-'));
	const address = `http://localhost:${PORT}`;
	const child = spawn(process.execPath, ['src/cli/start.ts'], {
		stdio: ['ignore', 'ignore', 'inherit'],
		env: { ...process.env, PORT: String(PORT), DATA_DIR: dataDir, ORIGIN: origin ?? address, ...env }
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
