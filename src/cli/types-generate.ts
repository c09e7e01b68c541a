/**
 * `npm run db:types`: writes `src/lib/server/database.types.ts` from the migrations, by way of a temporary
 * PostgreSQL. With `--check` it writes nothing and fails when the file is not what the migrations say.
 */
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import * as prettier from 'prettier';
import { clusterUrl, startCluster } from '../../tests/database/cluster.ts';
import { applyMigrations, createBareDatabase, createRoles, OWNER } from '../../tests/database/prepare.ts';
import { sentence } from '../lib/server/errors.ts';

const FILE = join(import.meta.dirname, '..', 'lib', 'server', 'database.types.ts');
const HEADER = '// Written by `npm run db:types` from supabase/migrations. Do not edit.\n\n';

/** The types of a database with all migrations, as formatted TypeScript. */
async function generate(): Promise<string> {
	const cluster = await startCluster();
	try {
		await createRoles(cluster);
		await createBareDatabase(cluster, 'types');
		const url = clusterUrl(cluster, 'types', OWNER);
		await applyMigrations(url);
		const options = { ...(await prettier.resolveConfig(FILE)), filepath: FILE };
		return await prettier.format(HEADER + (await supabaseTypes(url)), options);
	} finally {
		cluster.stop();
	}
}

/** Supabase’s own generator. It leaves files in the home and the working directory, so it gets passing ones. */
async function supabaseTypes(url: string): Promise<string> {
	const home = mkdtempSync(join(tmpdir(), 'drosa-kopiena-types-'));
	const env = { ...process.env, HOME: home, DO_NOT_TRACK: '1', SUPABASE_TELEMETRY_DISABLED: '1' };
	try {
		const { stdout } = await promisify(execFile)(
			'supabase',
			['gen', 'types', 'typescript', `--remote=${url}?sslmode=disable`, '--schema', 'public'],
			{ cwd: home, env, maxBuffer: 16 * 1024 * 1024 }
		);
		return stdout;
	} finally {
		rmSync(home, { recursive: true, force: true });
	}
}

async function main(): Promise<number> {
	const types = await generate();
	if (!process.argv.includes('--check')) {
		writeFileSync(FILE, types);
		console.log('src/lib/server/database.types.ts is written.');
		return 0;
	}
	if (readFileSync(FILE, 'utf8') === types) {
		console.log('src/lib/server/database.types.ts agrees with the migrations.');
		return 0;
	}
	console.error(
		'src/lib/server/database.types.ts does not agree with the migrations: run `npm run db:types`.'
	);
	return 1;
}

try {
	process.exitCode = await main();
} catch (error) {
	console.error(process.env.DEBUG ? error : sentence(error));
	process.exitCode = 1;
}
