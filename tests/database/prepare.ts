/** Makes a database of a test cluster look like one of Supabase, and runs the project's migrations in it. */
import { getAuthSchemaSql, SUPABASE_AUTH_HELPERS_SQL } from '@supabase/lite';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { clusterUrl, SUPERUSER, type ClusterAddress } from './cluster.ts';

const SUPABASE_DIR = join(import.meta.dirname, '..', '..', 'supabase');

/** Login role that PostgREST connects with. */
export const AUTHENTICATOR = 'authenticator';

/** Owner of the database and of all that the migrations make: no superuser, as on Supabase. */
export const OWNER = 'postgres';

/** A migration file, in the order in which it is applied. */
export interface Migration {
	name: string;
	sql: string;
}

/** The project's migrations, oldest first. */
export function listMigrations(): Migration[] {
	const directory = join(SUPABASE_DIR, 'migrations');
	const names = readdirSync(directory).filter((name) => name.endsWith('.sql'));
	return names.sort().map((name) => ({ name, sql: readFileSync(join(directory, name), 'utf8') }));
}

/** The pgTAP files of the project. */
export function listPgtapFiles(): Migration[] {
	const directory = join(SUPABASE_DIR, 'tests');
	const names = readdirSync(directory).filter((name) => name.endsWith('.sql'));
	return names.sort().map((name) => ({ name, sql: readFileSync(join(directory, name), 'utf8') }));
}

/** The project's sample data. */
export function readSeed(): string {
	return readFileSync(join(SUPABASE_DIR, 'seed.sql'), 'utf8');
}

/** Creates the roles every database of the cluster shares. Once per cluster. */
export async function createRoles(cluster: ClusterAddress): Promise<void> {
	await withClient(clusterUrl(cluster, 'postgres', SUPERUSER), async (client) => {
		await client.query(`
			create role ${OWNER} login createdb createrole bypassrls password '${cluster.password}';
			create role anon nologin;
			create role authenticated nologin;
			create role service_role nologin bypassrls;
			create role ${AUTHENTICATOR} login noinherit password '${cluster.password}';
			grant anon, authenticated, service_role to ${AUTHENTICATOR};
			grant anon, authenticated, service_role to ${OWNER};
		`);
	});
}

/** Creates an empty database with what Supabase gives every project: auth, extensions, default privileges. */
export async function createBareDatabase(cluster: ClusterAddress, name: string): Promise<void> {
	await withClient(clusterUrl(cluster, 'postgres', SUPERUSER), async (client) => {
		await client.query(`create database ${name} owner ${OWNER} template template0`);
		await client.query(`alter database ${name} set search_path = "$user", public, extensions`);
	});
	await withClient(clusterUrl(cluster, name, SUPERUSER), async (client) => {
		await client.query(`
			create schema extensions;
			create extension pgtap with schema extensions;
			grant usage on schema extensions to ${OWNER}, anon, authenticated, service_role;
			alter default privileges for role ${OWNER} in schema public
				grant all on tables to ${OWNER}, anon, authenticated, service_role;
			alter default privileges for role ${OWNER} in schema public
				grant all on functions to ${OWNER}, anon, authenticated, service_role;
			alter default privileges for role ${OWNER} in schema public
				grant all on sequences to ${OWNER}, anon, authenticated, service_role;
		`);
		await client.query(getAuthSchemaSql());
		await client.query(SUPABASE_AUTH_HELPERS_SQL);
		// As hosted Supabase has them: PostgREST passes all claims as one JSON text.
		await client.query(`
			create or replace function auth.uid() returns uuid language sql stable as $$
				select coalesce(
					nullif(current_setting('request.jwt.claim.sub', true), ''),
					nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'sub'
				)::uuid
			$$;
			create or replace function auth.role() returns text language sql stable as $$
				select coalesce(
					nullif(current_setting('request.jwt.claim.role', true), ''),
					nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'role'
				)
			$$;
			grant usage on schema auth to ${OWNER}, anon, authenticated, service_role;
			grant all on all tables in schema auth to ${OWNER};
			grant references on all tables in schema auth to ${OWNER};
		`);
	});
}

/**
 * Applies the migrations as the owner, each in a transaction of its own.
 * @throws with the name of the file that failed
 */
export async function applyMigrations(url: string, migrations = listMigrations()): Promise<void> {
	await withClient(url, async (client) => {
		for (const migration of migrations) {
			await client.query('begin');
			try {
				await client.query(migration.sql);
				await client.query('commit');
			} catch (error) {
				await client.query('rollback');
				throw new Error(`${migration.name}: ${error instanceof Error ? error.message : String(error)}`, {
					cause: error
				});
			}
		}
	});
}

/** Runs `work` with a connection that is closed afterwards. Dates stay ISO text. */
export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
	const client = new pg.Client({ connectionString: url, types: textDates });
	await client.connect();
	try {
		return await work(client);
	} finally {
		await client.end();
	}
}

/** The number of the type `date` in every PostgreSQL. */
const DATE_OID = 1082;

/** `pg` turns a date into midnight of the local time zone; a calendar date must stay what it is. */
export const textDates = new pg.TypeOverrides();
textDates.setTypeParser(DATE_OID, (text) => text);
