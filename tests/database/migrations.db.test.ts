import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase, type ApiRole, type TestDatabase } from './database.ts';
import { clusterUrl, SUPERUSER } from './cluster.ts';
import { applyMigrations, createBareDatabase, listMigrations, OWNER, withClient } from './prepare.ts';
import {
	CLOSED_TABLES,
	FUNCTIONS,
	PERSONAL_FUNCTIONS,
	POLICY_FUNCTIONS,
	PUBLIC_FUNCTIONS,
	PUBLIC_VIEWS,
	TABLES,
	UNLOGGED_TABLES,
	UNSEEN_TABLES
} from './schema.ts';

const VISITORS: ApiRole[] = ['anon', 'authenticated'];

const TABLE_PRIVILEGES = ['select', 'insert', 'update', 'delete', 'truncate', 'references', 'trigger'];

let database: TestDatabase;
beforeAll(async () => {
	database = await openDatabase();
});
afterAll(() => database.close());

/** What a role may do with tables, on some of their columns at least. */
function privilegesOn(tables: string[], role: ApiRole): Promise<{ name: string; privilege: string }[]> {
	return database.rows(
		`select t.name, p.privilege
		from unnest($1::text[]) t (name), unnest($2::text[]) p (privilege)
		where has_table_privilege($3, 'public.' || t.name, p.privilege)
			or (
				p.privilege in ('select', 'insert', 'update', 'references')
				and has_any_column_privilege($3, 'public.' || t.name, p.privilege)
			)`,
		[tables, TABLE_PRIVILEGES, role]
	);
}

describe('what exists', () => {
	it('is exactly what is declared', async () => {
		const relations = await database.rows<{ relname: string; relkind: string }>(
			`select relname, relkind::text from pg_class
			where relnamespace = 'public'::regnamespace and relkind not in ('i', 'I', 'c', 't')
			order by relname`
		);
		const named = (kind: string): string[] =>
			relations.filter((r) => r.relkind === kind).map((r) => r.relname);
		expect(named('r')).toEqual(TABLES);
		expect(named('v')).toEqual(Object.keys(PUBLIC_VIEWS));
		expect(named('S')).toEqual(['audit_log_id_seq']);
		expect(relations.length).toBe(TABLES.length + Object.keys(PUBLIC_VIEWS).length + 1);

		const functions = await database.rows<{ proname: string }>(
			`select proname from pg_proc where pronamespace = 'public'::regnamespace order by proname`
		);
		expect(functions.map((f) => f.proname)).toEqual(FUNCTIONS);
	});

	it.each(Object.entries(PUBLIC_VIEWS))('%s shows exactly its declared columns', async (view, columns) => {
		const shown = await database.rows<{ column_name: string }>(
			`select column_name from information_schema.columns
			where table_schema = 'public' and table_name = $1 order by ordinal_position`,
			[view]
		);
		expect(shown.map((c) => c.column_name)).toEqual(columns);
	});

	it('says the privacy class of every table, view and function', async () => {
		const unclassed = await database.rows(
			`select c.relname as name from pg_class c
			where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'v')
				and coalesce(obj_description(c.oid, 'pg_class'), '') !~ '^(Class [PCM]|Same class)'
			union all
			select p.proname from pg_proc p
			where p.pronamespace = 'public'::regnamespace
				and coalesce(obj_description(p.oid, 'pg_proc'), '') !~ '^Class [PCM]'`
		);
		expect(unclassed).toEqual([]);
	});

	it('has an index on every foreign key', async () => {
		const unindexed = await database.rows(
			`select conrelid::regclass::text as table, conname
			from pg_constraint
			where contype = 'f' and connamespace = 'public'::regnamespace and not exists (
				select from pg_index
				where indrelid = conrelid and (indkey::smallint[])[0:cardinality(conkey) - 1] @> conkey
			)`
		);
		expect(unindexed).toEqual([]);
	});
});

describe('who may do what', () => {
	it('has row level security on every table, and policies for signed-in people only', async () => {
		const open = await database.rows(
			`select relname from pg_class
			where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relrowsecurity`
		);
		expect(open).toEqual([]);
		const others = await database.rows(`select * from pg_policies where roles <> '{authenticated}'`);
		expect(others).toEqual([]);
	});

	it('gives anon no privilege on any table or column', async () => {
		expect(await privilegesOn(TABLES, 'anon')).toEqual([]);
	});

	it('gives signed-in people a privilege only where a policy stands behind it', async () => {
		const held = await privilegesOn(TABLES, 'authenticated');
		const policies = await database.rows<{ tablename: string; cmd: string }>(
			`select distinct tablename, lower(cmd) as cmd from pg_policies where schemaname = 'public'`
		);
		const named = (table: string, operation: string): string => `${table} ${operation}`;
		expect(held.map((each) => named(each.name, each.privilege)).sort()).toEqual(
			policies.map((each) => named(each.tablename, each.cmd)).sort()
		);
		expect(TABLES.filter((table) => !held.some((each) => each.name === table))).toEqual(
			[...CLOSED_TABLES, ...UNSEEN_TABLES].sort()
		);
	});

	it('lets signed-in people write whole rows of no table', async () => {
		const whole = await database.rows(
			`select t.name from unnest($1::text[]) t (name), unnest(array['insert', 'update', 'truncate']) p (privilege)
			where has_table_privilege('authenticated', 'public.' || t.name, p.privilege)`,
			[TABLES]
		);
		expect(whole).toEqual([]);
	});

	it('logs every change of a table with class C or M, or with rights', async () => {
		const logged = await database.rows<{ name: string }>(
			`select distinct tgrelid::regclass::text as name from pg_trigger
			where tgname = 'audit' and tgenabled = 'O' and tgtype & 28 = 28 order by name`
		);
		const others = [...CLOSED_TABLES, ...UNLOGGED_TABLES, 'audit_log'];
		expect(logged.map((each) => each.name)).toEqual(TABLES.filter((table) => !others.includes(table)));
	});

	it('lets the audit log grow only, for its owner too', async () => {
		await database.rows(
			`insert into public.audit_log (actor_role, action, table_name) values ('system', 'insert', 'test')`
		);
		for (const statement of [
			'update public.audit_log set actor_id = null',
			'update public.audit_log set actor_id = null where false',
			'delete from public.audit_log',
			'truncate public.audit_log'
		])
			await expect(database.rows(statement)).rejects.toThrow('only grows');
	});

	it('empties no table of assessments, for its owner neither, nor where triggers are off', async () => {
		for (const table of ['assessments', 'answers', 'answer_writes', 'assessment_scores'])
			await expect(database.rows(`truncate public.${table} cascade`)).rejects.toThrow('never cleared');
		const always = await database.rows<{ name: string }>(
			`select tgrelid::regclass || ' ' || tgname as name from pg_trigger
			where tgenabled = 'A' and tgname in ('keep_submitted', 'only_grows', 'keep_all', 'never_changes')
			order by 1`
		);
		expect(always.map(({ name }) => name)).toEqual([
			...['answer_writes keep_all', 'answer_writes only_grows', 'answers keep_all', 'answers keep_submitted'],
			...['assessment_scores keep_all', 'assessment_scores keep_submitted', 'assessments keep_all'],
			...['assessments keep_submitted', 'audit_log only_grows', 'checklists never_changes']
		]);
	});

	it.each(VISITORS)('%s may read every public view and do nothing else with it', async (role) => {
		const held = await database.rows<{ name: string; privilege: string }>(
			`select v.name, p.privilege
			from unnest($1::text[]) v (name), unnest($2::text[]) p (privilege)
			where has_table_privilege($3, 'public.' || v.name, p.privilege)
			order by v.name`,
			[Object.keys(PUBLIC_VIEWS), TABLE_PRIVILEGES, role]
		);
		expect(held).toEqual(Object.keys(PUBLIC_VIEWS).map((name) => ({ name, privilege: 'select' })));
	});

	it.each([
		['anon', PUBLIC_FUNCTIONS, []],
		['authenticated', [...PUBLIC_FUNCTIONS, ...PERSONAL_FUNCTIONS].sort(), POLICY_FUNCTIONS]
	])('%s may call only what is declared', async (role, inPublic, inPrivate) => {
		const callable = await database.rows<{ schema: string; proname: string }>(
			`select pronamespace::regnamespace::text as schema, proname from pg_proc
			where pronamespace in ('public'::regnamespace, 'private'::regnamespace)
				and has_function_privilege($1, oid, 'execute')
			order by proname`,
			[role]
		);
		const named = (schema: string): string[] =>
			callable.filter((each) => each.schema === schema).map((each) => each.proname);
		expect(named('public')).toEqual(inPublic);
		expect(named('private')).toEqual(inPrivate);
	});

	it.each(VISITORS)('%s cannot look into the schema private, nor create anything', async (role) => {
		const [rights] = await database.rows(
			`select
				has_schema_privilege($1, 'private', 'usage') as look,
				has_schema_privilege($1, 'public', 'create') as create,
				has_schema_privilege($1, 'public', 'usage') as usage`,
			[role]
		);
		expect(rights).toEqual({ look: false, create: false, usage: true });
	});

	it('keeps every public view a read-only security barrier, whatever is granted on it', async () => {
		const views = await database.rows<{ relname: string; barrier: boolean; writable: number }>(
			`select relname, 'security_barrier=true' = any (reloptions) as barrier,
				pg_relation_is_updatable(oid, true) as writable
			from pg_class where relnamespace = 'public'::regnamespace and relkind = 'v' order by relname`
		);
		expect(views).toEqual(
			Object.keys(PUBLIC_VIEWS).map((relname) => ({ relname, barrier: true, writable: 0 }))
		);
	});

	it('pins the search path of every function', async () => {
		const loose = await database.rows(
			`select proname from pg_proc
			where pronamespace in ('public'::regnamespace, 'private'::regnamespace)
				and not coalesce('search_path=""' = any (proconfig), false)`
		);
		expect(loose).toEqual([]);
	});

	it('lets service_role do everything but write the audit log', async () => {
		const missing = await database.rows(
			`select t.name, p.privilege
			from unnest($1::text[]) t (name), unnest($2::text[]) p (privilege)
			where not has_table_privilege('service_role', 'public.' || t.name, p.privilege)
			order by t.name, p.privilege`,
			[TABLES, TABLE_PRIVILEGES]
		);
		expect(missing).toEqual(
			TABLE_PRIVILEGES.filter((privilege) => privilege !== 'select')
				.sort()
				.map((privilege) => ({ name: 'audit_log', privilege }))
		);
		expect(await database.rowsAs('service_role', 'select * from public.activity_evidence()')).toEqual([]);
	});

	it('grants nothing on what a later migration adds', async () => {
		const role = { anon: false, authenticated: false, service_role: true };
		await database.rows(`
			create table public.later (id integer generated by default as identity primary key);
			create view public.later_view as select id from public.later;
			create function public.later_function() returns integer language sql as 'select 1';
		`);
		try {
			for (const [name, granted] of Object.entries(role)) {
				const [rights] = await database.rows(
					`select
						has_table_privilege($1, 'public.later', 'select') as table,
						has_table_privilege($1, 'public.later_view', 'select') as view,
						has_sequence_privilege($1, 'public.later_id_seq', 'usage') as sequence,
						has_function_privilege($1, 'public.later_function()', 'execute') as function`,
					[name]
				);
				expect(rights).toEqual({ table: granted, view: granted, sequence: granted, function: granted });
			}
		} finally {
			await database.rows(
				'drop function public.later_function(); drop view public.later_view; drop table later'
			);
		}
	});

	it('takes back what another hand has granted', async () => {
		await database.rows(`
			grant all on all tables in schema public to anon, authenticated;
			grant execute on all functions in schema public to anon, public;
			grant execute on all functions in schema private to anon, public;
			grant update (status) on public.communities to authenticated;
			alter default privileges in schema public grant all on tables to anon;
			select private.apply_privileges();
			create table public.later (id integer);
		`);
		try {
			const [rights] = await database.rows(
				`select
					has_table_privilege('anon', 'public.communities', 'select') as table,
					has_table_privilege('anon', 'public.public_communities', 'insert') as view_insert,
					has_table_privilege('anon', 'public.public_communities', 'select') as view_select,
					has_table_privilege('anon', 'public.later', 'select') as later,
					has_column_privilege('authenticated', 'public.communities', 'status', 'update') as column,
					has_function_privilege('anon', 'private.is_national()', 'execute') as private,
					has_function_privilege('anon', 'public.activity_evidence(date)', 'execute') as function`
			);
			expect(rights).toEqual({
				...{ table: false, view_insert: false, view_select: true, later: false, function: false },
				...{ column: false, private: false }
			});
		} finally {
			await database.rows('drop table public.later');
		}
	});
});

describe('the migration files', () => {
	it('are named YYYYMMDDHHMMSS_name.sql, each with a time of its own', () => {
		const names = listMigrations().map((migration) => migration.name);
		for (const name of names) expect(name).toMatch(/^20\d{12}_[a-z0-9_]+\.sql$/);
		expect(new Set(names.map((name) => name.slice(0, 14))).size).toBe(names.length);
	});

	it('leave transactions to whoever applies them', () => {
		for (const { sql } of listMigrations()) expect(sql).not.toMatch(/^\s*(begin|commit|rollback)\s*;/im);
	});

	it('leave nothing behind when one fails, and can be applied after that', async () => {
		const name = 'interrupted';
		const url = clusterUrl(database.cluster, name, OWNER);
		await createBareDatabase(database.cluster, name);
		const migrations = listMigrations();
		for (const file of migrations) {
			const failing = { ...file, sql: `${file.sql}\nselect 1 / 0;` };
			await expect(applyMigrations(url, [failing])).rejects.toThrow(`${file.name}: division by zero`);
			await applyMigrations(url, [file]);
		}
		const tables = await withClient(url, (client) =>
			client.query(
				`select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`
			)
		);
		expect(tables.rowCount).toBe(TABLES.length);
		await withClient(clusterUrl(database.cluster, 'postgres', SUPERUSER), (client) =>
			client.query(`drop database ${name}`)
		);
	});

	it('say of places that were there before since when they are known', async () => {
		const name = 'upgraded';
		const url = clusterUrl(database.cluster, name, OWNER);
		await createBareDatabase(database.cluster, name);
		const migrations = listMigrations();
		const at = migrations.findIndex((file) => file.name.endsWith('_places_and_zone_versions.sql'));
		await applyMigrations(url, migrations.slice(0, at));
		const since = await withClient(url, async (client) => {
			await client.query(`
				insert into public.data_sources (id, kind, title, publisher) values ('booklet', 'document', 'B', 'P');
				insert into public.territories (code, code_current, kind, name, lon, lat, area_km2)
					values ('LV', 'LV', 'country', 'Latvija', 25, 57, 1);
				insert into public.communities (name, kind, territory_code, known_since, source_id)
					values ('A', 'other', 'LV', '2024-12-31', 'booklet'), ('B', 'other', 'LV', '2025-12-31', 'booklet');
				insert into public.places (name, kind, territory_code, source_id, created_at)
					values ('Of the booklet', 'resource_centre', 'LV', 'booklet', '2026-05-01'),
						('Of nobody', 'hall', 'LV', null, '2026-05-01 12:00Z')`);
			await applyMigrations(url, migrations.slice(at));
			return client.query(`select name, known_since::text from public.places order by name`);
		});
		expect(since.rows).toEqual([
			{ name: 'Of nobody', known_since: '2026-05-01' },
			{ name: 'Of the booklet', known_since: '2024-12-31' }
		]);
		await withClient(clusterUrl(database.cluster, 'postgres', SUPERUSER), (client) =>
			client.query(`drop database ${name}`)
		);
	});
});
