/**
 * Applies `supabase/migrations` and `supabase/seed.sql` to a database, and remembers them where Supabase's own tools
 * do: in the schema `supabase_migrations`. Used by the embedded backend at start and by `npm run db:deploy`.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { splitSqlStatements } from '@supabase/lite';
import { AppError, sentence } from './errors.ts';

/** What is needed of a database: one session, so that a transaction can span several calls. */
export interface SqlSession {
	/** Runs a file: any number of statements, no parameters. */
	script(sql: string): Promise<unknown>;
	/** Runs one statement with parameters `$1`, `$2` … */
	query(sql: string, parameters?: unknown[]): Promise<{ rows: unknown[] }>;
}

export interface MigrationFile {
	/** 14 digits, the key of the migration for ever. */
	version: string;
	name: string;
	file: string;
	sql: string;
}

export interface Applied {
	/** File names of the migrations applied now. */
	migrations: string[];
	/** The seed was new or had changed, and was applied. */
	seed: boolean;
}

const FILE_NAME = /^(\d{14})_(.+)\.sql$/;

/** The seed is remembered under the path that Supabase's tools use for it. */
const SEED_PATH = 'supabase/seed.sql';

// The definitions of Supabase's command line tool (pkg/migration/history.go).
const HISTORY = `
	create schema if not exists supabase_migrations;
	create table if not exists supabase_migrations.schema_migrations (version text not null primary key);
	alter table supabase_migrations.schema_migrations add column if not exists statements text[];
	alter table supabase_migrations.schema_migrations add column if not exists name text;
	create table if not exists supabase_migrations.seed_files (path text not null primary key, hash text not null);
`;

/**
 * The migrations of a project, oldest first.
 * @param supabaseDir the directory `supabase/`
 * @throws AppError `config` when the directory is not there, `migration` when a file name has no version
 */
export function listMigrations(supabaseDir: string): MigrationFile[] {
	const directory = join(supabaseDir, 'migrations');
	if (!existsSync(directory)) {
		throw new AppError(
			'config',
			`There is no ${directory}: start from the project's directory, or set APP_ROOT to it.`
		);
	}
	const files = readdirSync(directory).filter((file) => file.endsWith('.sql'));
	return files.sort().map((file) => {
		const [, version, name] = FILE_NAME.exec(file) ?? [];
		if (version === undefined || name === undefined) {
			throw new AppError(
				'migration',
				`Rename ${file}: a migration is named 20261121090000_what_it_does.sql.`
			);
		}
		return { version, name, file, sql: readFileSync(join(directory, file), 'utf8') };
	});
}

/**
 * Brings a database up to date: each pending migration in a transaction of its own, then the seed when its text
 * differs from the one applied last (the seed is written so that it may run again).
 * @throws AppError `migration` that names the file and the reason; what came before it stays applied
 */
export async function applyProject(session: SqlSession, supabaseDir: string): Promise<Applied> {
	const files = listMigrations(supabaseDir);
	await session.script(HISTORY);
	const pending = pendingMigrations(files, await appliedVersions(session));
	for (const migration of pending) {
		await transaction(session, migration.file, async () => {
			await session.script(migration.sql);
			await session.query(
				'insert into supabase_migrations.schema_migrations (version, name, statements) values ($1, $2, $3)',
				[migration.version, migration.name, splitSqlStatements(migration.sql)]
			);
		});
	}
	return {
		migrations: pending.map((migration) => migration.file),
		seed: await applySeed(session, supabaseDir)
	};
}

async function appliedVersions(session: SqlSession): Promise<string[]> {
	const { rows } = await session.query(
		'select version from supabase_migrations.schema_migrations order by version'
	);
	return (rows as { version: string }[]).map((row) => row.version);
}

/**
 * What is still to be applied, in order. Migrations are only ever added at the end, so a database that knows more
 * than the files, or that is past a file it has not seen, belongs to another version of the program.
 */
function pendingMigrations(files: MigrationFile[], applied: string[]): MigrationFile[] {
	const unknown = applied.find((version) => !files.some((file) => file.version === version));
	if (unknown !== undefined) {
		throw new AppError(
			'migration',
			`The database has migration ${unknown}, which this version of the program does not: use the version that made it, or a newer one.`
		);
	}
	const newest = applied.at(-1) ?? '';
	const pending = files.filter((file) => !applied.includes(file.version));
	const late = pending.find((file) => file.version < newest);
	if (late !== undefined) {
		throw new AppError(
			'migration',
			`${late.file} is older than migration ${newest}, which is already applied: give it a newer number.`
		);
	}
	return pending;
}

/**
 * The seed's hash is kept in the database and written in the seed's own transaction, so the two cannot disagree:
 * not after a crash, and not when the data is moved or restored.
 */
async function applySeed(session: SqlSession, supabaseDir: string): Promise<boolean> {
	const file = join(supabaseDir, 'seed.sql');
	if (!existsSync(file)) return false;
	const sql = readFileSync(file, 'utf8');
	const hash = createHash('sha256').update(sql).digest('hex');
	const known = await session.query(
		'select 1 from supabase_migrations.seed_files where path = $1 and hash = $2',
		[SEED_PATH, hash]
	);
	if (known.rows.length > 0) return false;
	await transaction(session, 'seed.sql', async () => {
		await session.script(sql);
		await session.query(
			'insert into supabase_migrations.seed_files (path, hash) values ($1, $2) on conflict (path) do update set hash = excluded.hash',
			[SEED_PATH, hash]
		);
	});
	return true;
}

async function transaction(session: SqlSession, file: string, work: () => Promise<void>): Promise<void> {
	await session.script('begin');
	try {
		await work();
		await session.script('commit');
	} catch (error) {
		await session.script('rollback');
		throw new AppError(
			'migration',
			`supabase/${file === 'seed.sql' ? file : `migrations/${file}`} could not be applied (${sentence(error)}): correct it and start again; nothing of it was kept.`,
			{ cause: error }
		);
	}
}
