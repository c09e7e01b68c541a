import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { factsByTerritory } from '../../src/lib/activity/facts.ts';
import { activityStatus } from '../../src/lib/activity/status.ts';
import type { ActivityStatus } from '../../src/lib/activity/types.ts';
import { normaliseName } from '../../src/lib/territories/names.ts';
import { openDatabase, type TestDatabase } from './database.ts';
import { readSeed } from './prepare.ts';

let database: TestDatabase;
beforeAll(async () => {
	database = await openDatabase();
	await database.rows(readSeed());
});
afterAll(() => database.close());

async function count(from: string): Promise<number> {
	const [row] = await database.rows<{ count: number }>(`select count(*)::integer from ${from}`);
	return row?.count ?? Number.NaN;
}

/** Status of every territory that has facts. */
async function statuses(asOf: string): Promise<Map<string, ActivityStatus>> {
	const rows = await database.rows('select * from public.activity_evidence($1)', [asOf]);
	return new Map(
		[...factsByTerritory(rows)].map(([code, facts]) => [code, activityStatus(facts, asOf).status])
	);
}

describe('the sample data', () => {
	it('can be written twice', async () => {
		const before = await count('public.territories');
		await database.rows(readSeed());
		expect(await count('public.territories')).toBe(before);
	});

	it.each([
		['country', 1],
		['region', 5],
		['municipality', 35],
		['state_city', 7],
		['parish', 511],
		['town', 74],
		['neighbourhood', 85]
	])('has every %s', async (kind, expected) => {
		expect(await count(`public.public_territories where kind = '${kind}'`)).toBe(expected);
	});

	it('has the communities, places and activities of its documents, each with its source', async () => {
		expect(await count('public.public_communities where source_id is not null')).toBe(27);
		expect(await count(`public.public_places where kind = 'resource_centre' and source_id is not null`)).toBe(
			11
		);
		expect(await count(`public.public_activities where kind = 'initiative' and source_id is not null`)).toBe(
			32
		);
		expect(await count(`public.public_activities where kind = 'agreement' and source_id is not null`)).toBe(
			1
		);
	});

	it('is emerging and dormant in Latgale and active nowhere', async () => {
		const found = await statuses('2026-11-21');
		expect([...new Set(found.values())].sort()).toEqual(['dormant', 'emerging']);
		// Nautrēni signed the memorandum through its resource centre; Rugāji only had an initiative until 2025.
		expect(found.get('0043560')).toBe('emerging');
		expect(found.get('0024510')).toBe('dormant');
	});

	it('has one place for its names: the search key of the database is that of the pages', async () => {
		const rows = await database.rows<{ name: string; name_normalised: string }>(
			'select name, name_normalised from public.territories'
		);
		for (const { name, name_normalised } of rows) expect(name_normalised).toBe(normaliseName(name));
	});
});
