/** What database tests work with: a fresh copy of the migrated database, seen through any role. */
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { clusterUrl, SUPERUSER, type ClusterAddress } from './cluster.ts';
import { TEMPLATE } from './global-setup.ts';
import { OWNER, textDates, withClient } from './prepare.ts';

/** The roles of the API. */
export type ApiRole = 'anon' | 'authenticated' | 'service_role';

/** A database of its own for one test file. */
export interface TestDatabase {
	name: string;
	cluster: ClusterAddress;
	/** Rows of a statement run as the owner. */
	rows: <Row extends pg.QueryResultRow>(sql: string, parameters?: unknown[]) => Promise<Row[]>;
	/** Rows of a statement run as a role of the API; what it changes is undone. */
	rowsAs: <Row extends pg.QueryResultRow>(
		role: ApiRole,
		sql: string,
		parameters?: unknown[]
	) => Promise<Row[]>;
	/** Closes the connection and drops the database. */
	close: () => Promise<void>;
}

/** Copies the migrated template. Call it in `beforeAll`, and `close` in `afterAll`. */
export async function openDatabase(template = TEMPLATE): Promise<TestDatabase> {
	const cluster = inject('cluster');
	const name = `test_${randomBytes(6).toString('hex')}`;
	const admin = clusterUrl(cluster, 'postgres', SUPERUSER);
	await withClient(admin, (client) =>
		client.query(`create database ${name} owner ${OWNER} template ${template}`)
	);
	await withClient(admin, (client) =>
		client.query(`alter database ${name} set search_path = "$user", public, extensions`)
	);
	const client = new pg.Client({ connectionString: clusterUrl(cluster, name, OWNER), types: textDates });
	await client.connect();

	return {
		name,
		cluster,
		rows: async <Row extends pg.QueryResultRow>(sql: string, parameters?: unknown[]) =>
			(await client.query<Row>(sql, parameters)).rows,
		rowsAs: async <Row extends pg.QueryResultRow>(role: ApiRole, sql: string, parameters?: unknown[]) => {
			await client.query('begin');
			try {
				await client.query(`set local role ${role}`);
				return (await client.query<Row>(sql, parameters)).rows;
			} finally {
				await client.query('rollback');
			}
		},
		close: async () => {
			await client.end();
			await withClient(admin, (connection) => connection.query(`drop database ${name} with (force)`));
		}
	};
}
