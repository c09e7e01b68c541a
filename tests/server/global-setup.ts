/** Two data directories, each made by one first start, to copy from: every first start takes seconds. */
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { requireBuild, startServer, temporaryDirectory } from './server-process.ts';

export interface Prepared {
	/** With sample people. */
	demo: string;
	live: string;
}

declare module 'vitest' {
	interface ProvidedContext {
		prepared: Prepared;
	}
}

export default async function setup(project: TestProject): Promise<() => void> {
	requireBuild();
	const directory = temporaryDirectory();
	const make = async (name: keyof Prepared, demo: string): Promise<string> => {
		const path = join(directory.path, name);
		const server = await startServer({ DEMO: demo, DATA_DIR: path });
		await server.ready;
		await server.kill('SIGTERM');
		return path;
	};
	try {
		const [demo, live] = await Promise.all([make('demo', ''), make('live', '0')]);
		project.provide('prepared', { demo, live });
		return directory.remove;
	} catch (error) {
		directory.remove();
		throw error;
	}
}
