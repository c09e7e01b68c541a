/** The same project twice: in the embedded backend, and on PostgreSQL with PostgREST behind the address of a Supabase. */
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { inject } from 'vitest';
import { openEmbedded } from '../../src/lib/server/embedded.ts';
import { openHosted } from '../../src/lib/server/hosted.ts';
import type { Backend } from '../../src/lib/server/client.ts';
import { clusterUrl } from '../database/cluster.ts';
import { startPostgrest } from '../database/postgrest.ts';
import { createBareDatabase, OWNER } from '../database/prepare.ts';
import { startGateway } from './gateway.ts';

export const ROOT = join(import.meta.dirname, '..', '..');
export const SUPABASE_DIR = join(ROOT, 'supabase');
export const CHECKLISTS_DIR = join(ROOT, 'checklists');

/** A backend under test, with a way to end it. */
export interface TestBackend {
	backend: Backend;
	close: () => Promise<void>;
}

/** A directory that is removed by `remove`. */
export function temporaryDirectory(): { path: string; remove: () => void } {
	const path = mkdtempSync(join(tmpdir(), 'drosa-kopiena-test-'));
	return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/**
 * A directory as a first start left it, which takes seconds: one file of tests makes it, all others copy it.
 * @param name what is started
 * @param start fills an empty directory
 */
export async function startedDirectory(
	name: string,
	start: (path: string) => Promise<void>
): Promise<ReturnType<typeof temporaryDirectory>> {
	const kept = join(inject('shared'), name);
	if (!existsSync(kept)) {
		const made = mkdtempSync(`${kept}-`);
		await start(made);
		// Of files that run at the same time the first one wins.
		if (!existsSync(kept)) renameSync(made, kept);
	}
	const directory = temporaryDirectory();
	cpSync(kept, directory.path, { recursive: true });
	return directory;
}

/** The embedded backend with migrations and seed, in a directory of its own. */
export async function embeddedBackend(): Promise<TestBackend> {
	const open = (dataDir: string): Promise<Backend> =>
		openEmbedded({
			...{ kind: 'embedded', api: 'loopback', dataDir },
			...{ supabaseDir: SUPABASE_DIR, checklistsDir: CHECKLISTS_DIR }
		});
	const directory = await startedDirectory('sample', async (path) => (await open(path)).close());
	const backend = await open(directory.path);
	const close = async (): Promise<void> => {
		await backend.close();
		directory.remove();
	};
	return { backend, close };
}

/** A database deployed with `npm run db:deploy`, reached the way a hosted Supabase is. */
export async function postgresBackend(): Promise<TestBackend> {
	const cluster = inject('cluster');
	const name = `parity_${randomBytes(4).toString('hex')}`;
	await createBareDatabase(cluster, name);
	await deploy(clusterUrl(cluster, name, OWNER));
	const jwtSecret = randomBytes(32).toString('hex');
	const postgrest = await startPostgrest(cluster, name, jwtSecret);
	const gateway = await startGateway(postgrest.url, jwtSecret);
	const backend = openHosted({
		kind: 'hosted',
		url: gateway.url,
		publishableKey: gateway.publishableKey,
		secretKey: gateway.secretKey
	});
	const close = async (): Promise<void> => {
		await backend.close();
		await gateway.stop();
		postgrest.stop();
	};
	return { backend, close };
}

/** Runs `npm run db:deploy` and gives what it printed; rejects with `stderr` and `code` when it fails. */
export function deploy(url: string | undefined): Promise<{ stdout: string; stderr: string }> {
	const { SUPABASE_DB_URL: _, DEBUG: __, ...env } = process.env;
	return promisify(execFile)(process.execPath, [join(ROOT, 'src/cli/db-deploy.ts')], {
		env: url === undefined ? env : { ...env, SUPABASE_DB_URL: url }
	});
}
