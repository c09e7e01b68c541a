/**
 * `npm run db:deploy`: brings a real Supabase (or any PostgreSQL with its roles) up to date with
 * `supabase/migrations`, `supabase/seed.sql` and the published versions in `checklists/`. May be run again at any time; what is applied already is skipped.
 * `SUPABASE_DB_URL` says where: a direct connection or a session pooler, as the owner of the database.
 */
import { join } from 'node:path';
import pg from 'pg';
import { AppError, isAppError, sentence } from '../lib/server/errors.ts';
import { applyProject } from '../lib/server/migrations.ts';
import { publish, readFrozen, tableOfSession } from '../lib/server/publish.ts';

const ROOT = join(import.meta.dirname, '..', '..');

/** Two deployments at the same time would apply the same file twice. Any number will do, if only we use it. */
const LOCK = 1_142_002_026;

async function deploy(): Promise<void> {
	const url = process.env.SUPABASE_DB_URL?.trim();
	if (!url) {
		throw new AppError(
			'config',
			'SUPABASE_DB_URL is not set: set it to the connection string of the database, postgresql://user:password@host:5432/postgres.'
		);
	}
	const client = await connect(url);
	try {
		const { rows } = await client.query<{ free: boolean }>('select pg_try_advisory_lock($1) as free', [LOCK]);
		if (!rows[0]?.free) {
			throw new AppError('locked', 'Another deployment to this database is running: wait until it is done.');
		}
		const session = {
			script: (sql: string) => client.query(sql),
			query: (sql: string, parameters?: unknown[]) => client.query<Record<string, unknown>>(sql, parameters)
		};
		const applied = await applyProject(session, join(ROOT, 'supabase'));
		for (const file of applied.migrations) console.log(`Applied ${file}.`);
		if (applied.seed) console.log('Applied seed.sql.');
		const published = await publish(tableOfSession(session), readFrozen(join(ROOT, 'checklists')));
		for (const version of published) console.log(`Published ${version}.`);
		if (applied.migrations.length + published.length === 0 && !applied.seed)
			console.log('The database is up to date.');
	} finally {
		await client.end();
	}
}

async function connect(url: string): Promise<pg.Client> {
	try {
		const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 15_000 });
		await client.connect();
		return client;
	} catch (error) {
		// The connection string holds a password: it is not repeated.
		throw new AppError(
			'unavailable',
			`The database of SUPABASE_DB_URL does not let us in (${sentence(error) || 'no answer'}): check the address, the password and that this machine may reach it.`,
			{ cause: error }
		);
	}
}

try {
	await deploy();
} catch (error) {
	console.error(isAppError(error) && !process.env.DEBUG ? error.message : error);
	process.exitCode = 1;
}
