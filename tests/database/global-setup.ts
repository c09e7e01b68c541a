/** One PostgreSQL cluster for a whole run of the database tests, with a migrated template to copy from. */
import type { TestProject } from 'vitest/node';
import { clusterUrl, startCluster, type ClusterAddress } from './cluster.ts';
import { applyMigrations, createBareDatabase, createRoles, OWNER } from './prepare.ts';

/** Database with all migrations and no rows, which test files copy. Nobody connects to it. */
export const TEMPLATE = 'migrated';

declare module 'vitest' {
	interface ProvidedContext {
		cluster: ClusterAddress;
	}
}

export default async function setup(project: TestProject): Promise<() => void> {
	const cluster = await startCluster();
	try {
		await createRoles(cluster);
		await createBareDatabase(cluster, TEMPLATE);
		await applyMigrations(clusterUrl(cluster, TEMPLATE, OWNER));
		project.provide('cluster', { port: cluster.port, password: cluster.password });
		return cluster.stop;
	} catch (error) {
		cluster.stop();
		throw error;
	}
}
