/** One suite, both backends: what the pages ask for must come out the same. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { unwrap, type Backend, type Client } from '../../src/lib/server/client.ts';
import type { Database } from '../../src/lib/server/database.types.ts';
import { listMigrations } from '../../src/lib/server/migrations.ts';
import { embeddedBackend, postgresBackend, SUPABASE_DIR, type TestBackend } from './backends.ts';

type Table = keyof Database['public']['Tables'];
type View = keyof Database['public']['Views'];

/** By what the rows of a view are put in order before they are compared. */
const VIEWS: Record<View, string[]> = {
	public_activities: ['id'],
	public_checklists: ['id', 'version'],
	public_communities: ['id'],
	public_former_territories: ['code'],
	public_indicator_values: ['territory_code', 'indicator', 'year', 'import_id'],
	public_indicators: ['id'],
	public_places: ['id'],
	public_sources: ['id'],
	public_surveys: ['territory_code', 'surveyed_on'],
	public_territories: ['code'],
	public_zone_territories: ['zone_id', 'territory_code'],
	public_zone_version_territories: ['zone_id', 'valid_from', 'territory_code'],
	public_zone_versions: ['zone_id', 'valid_from'],
	public_zones: ['id']
};
const viewNames = Object.keys(VIEWS) as View[];

const TABLES = {
	activities: ['id'],
	activity_parties: ['id'],
	activity_territories: ['activity_id', 'territory_code'],
	answer_writes: ['write_id'],
	answers: ['assessment_id', 'item_id', 'respondent_id'],
	assessment_scores: ['assessment_id'],
	assessments: ['id'],
	audit_log: ['row_id', 'id'],
	checklists: ['id', 'version'],
	communities: ['id'],
	community_contacts: ['id'],
	community_reviews: ['id'],
	community_territories: ['community_id', 'territory_code'],
	data_sources: ['id'],
	indicator_imports: ['id'],
	indicators: ['id'],
	invitations: ['id'],
	memberships: ['id'],
	organisations: ['id'],
	places: ['id'],
	plan_items: ['id'],
	poll_ballots: ['id'],
	poll_counts: ['poll_id', 'question', 'option'],
	polls: ['id'],
	profiles: ['user_id'],
	resources: ['id'],
	respondent_links: ['id'],
	respondents: ['id'],
	role_grants: ['granter_role', 'role'],
	territories: ['code'],
	territory_indicators: ['territory_code', 'indicator', 'year', 'import_id'],
	territory_surveys: ['id'],
	zone_territories: ['zone_id', 'territory_code'],
	zone_version_territories: ['zone_id', 'valid_from', 'territory_code'],
	zone_versions: ['zone_id', 'valid_from'],
	zones: ['id']
} satisfies Record<Table, string[]>;
const tableNames = Object.keys(TABLES) as Table[];

const KINDS = ['embedded', 'postgres'] as const;
const opened: Partial<Record<(typeof KINDS)[number], TestBackend>> = {};

beforeAll(async () => {
	// The embedded library prints each refusal, and refusals are what is asked for here.
	vi.spyOn(console, 'error').mockReturnValue();
	opened.embedded = await embeddedBackend();
	opened.postgres = await postgresBackend();
});
afterAll(async () => {
	for (const kind of KINDS) await opened[kind]?.close();
});

function backendOf(kind: (typeof KINDS)[number]): Backend {
	const found = opened[kind];
	if (found === undefined) throw new Error(`${kind} did not open`);
	return found.backend;
}

/** All rows, page by page: an answer has 1000 at most. */
async function allRows(
	client: Client,
	name: View | Table,
	order: string[]
): Promise<Record<string, unknown>[]> {
	const rows: Record<string, unknown>[] = [];
	for (;;) {
		// The types keep tables and views apart; to the API they are the same.
		let query = client.from(name as Table).select('*');
		for (const column of order) query = query.order(column);
		const page = unwrap(await query.range(rows.length, rows.length + 999)) as Record<string, unknown>[];
		rows.push(...page);
		if (page.length < 1000) return rows;
	}
}

/** A row without what each database's own clock wrote into it. */
function withoutClocks(row: Record<string, unknown>): Record<string, unknown> {
	const CLOCKS = ['created_at', 'updated_at', 'at', 'published_at', 'loaded_at'];
	return Object.fromEntries(Object.entries(row).filter(([column]) => !CLOCKS.includes(column)));
}

describe.each(KINDS)('%s', (kind) => {
	it('knows the version of its schema', async () => {
		expect(await backendOf(kind).schemaVersion()).toBe(listMigrations(SUPABASE_DIR).at(-1)?.version);
	});

	it.each(viewNames)('lets visitors read %s', async (view) => {
		const { error, count } = await backendOf(kind)
			.publicClient()
			.from(view)
			.select('*', { count: 'exact' })
			.limit(1);
		expect(error).toBeNull();
		expect(count).toBeGreaterThanOrEqual(0);
	});

	it.each(tableNames)('refuses visitors every use of the table %s', async (table) => {
		const client = backendOf(kind).publicClient();
		const column = TABLES[table][0] ?? 'id';
		const answers = await Promise.all([
			client.from(table).select('*').limit(1),
			client.from(table).select('*', { count: 'exact', head: true }),
			client.from(table).insert({ [column]: crypto.randomUUID() } as never),
			client
				.from(table)
				.update({ [column]: null } as never)
				.not(column, 'is', null),
			client.from(table).delete().not(column, 'is', null)
		]);
		expect(answers.map((answer) => answer.status)).toEqual(answers.map(() => 401));
	});

	it.each(viewNames)('lets nobody write through %s', async (view) => {
		const order = VIEWS[view];
		const column = order[0] ?? 'id';
		const before = await allRows(backendOf(kind).serviceClient(), view, order);
		const client = backendOf(kind).publicClient();
		const answers = await Promise.all([
			client.from(view as Table).insert({ [column]: crypto.randomUUID() } as never),
			client
				.from(view as Table)
				.update({ [column]: null } as never)
				.not(column, 'is', null),
			client
				.from(view as Table)
				.delete()
				.not(column, 'is', null)
		]);
		for (const answer of answers) expect(answer.error).not.toBeNull();
		expect(await allRows(backendOf(kind).serviceClient(), view, order)).toEqual(before);
	});

	it('lets visitors call no function but the public one', async () => {
		const client = backendOf(kind).publicClient();
		expect((await client.rpc('activity_evidence', {})).error?.code).toBe('42501');
		expect((await client.rpc('schema_version')).error?.code).toBe('42501');
		expect((await client.rpc('public_activity_evidence', {})).error).toBeNull();
	});

	it('has no other door: neither the history of migrations nor accounts', async () => {
		for (const client of [backendOf(kind).publicClient(), backendOf(kind).serviceClient()]) {
			for (const schema of ['supabase_migrations', 'auth', 'private']) {
				const { error } = await client
					.schema(schema as 'public')
					.from('territories')
					.select('*');
				expect(error?.code).toBe('PGRST106');
			}
		}
	});

	it('keeps the rights of simultaneous callers apart', async () => {
		const calls = Array.from({ length: 60 }, async (_, index) => {
			const service = index % 3 === 0;
			const client = service ? backendOf(kind).serviceClient() : backendOf(kind).publicClient();
			const [table, rpc] = await Promise.all([
				client.from('communities').select('id').limit(1),
				client.rpc('schema_version')
			]);
			return { service, table: table.status, rpc: rpc.status };
		});
		for (const { service, ...statuses } of await Promise.all(calls)) {
			expect(statuses).toEqual(service ? { table: 200, rpc: 200 } : { table: 401, rpc: 401 });
		}
	});

	it('names failures by the same codes', async () => {
		const client = backendOf(kind).publicClient();
		const code = async (call: PromiseLike<Parameters<typeof unwrap>[0]>): Promise<unknown> => {
			const answer = await call;
			try {
				return unwrap(answer);
			} catch (error) {
				return (error as { code: string }).code;
			}
		};
		expect(await code(client.from('communities').select('*'))).toBe('forbidden');
		expect(await code(client.from('public_zones').select('*').eq('id', 'none').single())).toBe('not_found');
		expect(await code(client.rpc('public_activity_evidence', { as_of: '2026-02-31' }))).toBe('invalid_input');
		expect(await code(client.from('no_such_view' as View).select('*'))).toBe('database');
	});

	it('writes moments as ISO text', async () => {
		const rows = unwrap(await backendOf(kind).serviceClient().from('communities').select('created_at'));
		for (const row of rows) expect(row.created_at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?\+00:00$/);
	});
});

describe('both backends', () => {
	it.each(viewNames)('show the same rows in %s', async (view) => {
		const [embedded, postgres] = await Promise.all(
			KINDS.map(async (kind) =>
				(await allRows(backendOf(kind).publicClient(), view, VIEWS[view])).map(withoutClocks)
			)
		);
		expect(embedded).toEqual(postgres);
	});

	it.each(tableNames)('hold the same rows in %s', async (table) => {
		const [embedded, postgres] = await Promise.all(
			KINDS.map(async (kind) =>
				(await allRows(backendOf(kind).serviceClient(), table, TABLES[table])).map(withoutClocks)
			)
		);
		expect(embedded).toEqual(postgres);
	});

	it('have the sample data', async () => {
		const seed = readFileSync(join(SUPABASE_DIR, 'seed.sql'), 'utf8');
		expect(seed.length).toBeGreaterThan(0);
		const territories = await allRows(backendOf('postgres').publicClient(), 'public_territories', ['code']);
		expect(territories.length).toBe(718);
	});

	it.each(['2019-01-01', '2024-12-31', '2025-10-28', '2025-10-29', '2026-11-21', '2031-01-01'])(
		'gather the same public facts as of %s',
		async (asOf) => {
			const [embedded, postgres] = await Promise.all(
				KINDS.map(async (kind) =>
					unwrap(
						await backendOf(kind)
							.publicClient()
							.rpc('public_activity_evidence', { as_of: asOf })
							.order('territory_code')
					)
				)
			);
			expect(embedded).toEqual(postgres);
			if (asOf >= '2025-10-29') expect(embedded?.length).toBeGreaterThan(0);
		}
	);

	it('are asked about every table and view there is', () => {
		const sql = readdirSync(join(SUPABASE_DIR, 'migrations'))
			.map((file) => readFileSync(join(SUPABASE_DIR, 'migrations', file), 'utf8'))
			.join('\n');
		const created = (what: string): string[] =>
			[...sql.matchAll(new RegExp(`^create ${what} public\\.(\\w+)`, 'gm'))]
				.map((match) => match[1] ?? '')
				.sort();
		expect(created('table')).toEqual([...tableNames].sort());
		expect(created('view')).toEqual([...viewNames].sort());
	});
});
