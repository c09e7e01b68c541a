/** One PostgreSQL cluster for a whole run of the database tests, with a migrated template to copy from. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { clusterUrl, startCluster, type ClusterAddress } from './cluster.ts';
import { applyMigrations, createBareDatabase, createRoles, OWNER } from './prepare.ts';

/** Database with all migrations and no rows, which test files copy. Nobody connects to it. */
export const TEMPLATE = 'migrated';

declare module 'vitest' {
	interface ProvidedContext {
		cluster: ClusterAddress;
		/** Directory in which files of tests leave for each other what takes long to make. */
		shared: string;
	}
}

export default async function setup(project: TestProject): Promise<() => void> {
	const cluster = await startCluster();
	const shared = mkdtempSync(join(tmpdir(), 'drosa-kopiena-shared-'));
	const end = (): void => {
		cluster.stop();
		rmSync(shared, { recursive: true, force: true });
	};
	try {
		await createRoles(cluster);
		await createBareDatabase(cluster, TEMPLATE);
		await applyMigrations(clusterUrl(cluster, TEMPLATE, OWNER));
		project.provide('cluster', { port: cluster.port, password: cluster.password });
		project.provide('shared', shared);
		return end;
	} catch (error) {
		end();
		throw error;
	}
}
