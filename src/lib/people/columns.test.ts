import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { columnWords } from './columns.ts';

const MIGRATIONS = 'supabase/migrations';
/** Tables whose changes the log tells of column by column. */
const TOLD = [
	'communities',
	'community_contacts',
	'activities',
	'territory_surveys',
	'places',
	'invitations',
	'memberships',
	'organisations',
	'profiles',
	'answers',
	'plan_items'
];
/** Written once, or by the database alone. */
const NEVER_CHANGED = [
	'id',
	'created_at',
	'updated_at',
	'user_id',
	'scope_kind',
	'scope_id',
	'by_operator',
	'item_id',
	'respondent_id',
	'revision'
];

function columnsOf(table: string): string[] {
	const sql = readdirSync(MIGRATIONS)
		.map((file) => readFileSync(`${MIGRATIONS}/${file}`, 'utf8'))
		.join('\n');
	const body = new RegExp(`create table public\\.${table} \\(([^]*?)\\n\\);`).exec(sql)?.[1] ?? '';
	return [
		...body.matchAll(/^\t([a-z_]+) (?:text|uuid|date|timestamptz|boolean|integer|numeric|double|text\[\])/gm)
	]
		.flatMap(([, name]) => name ?? [])
		.filter((name) => !NEVER_CHANGED.includes(name));
}

describe('columnWords', () => {
	it.each(TOLD)('has a word for every column of %s', (table) => {
		const columns = columnsOf(table);
		expect(columns.length).toBeGreaterThan(0);
		const unnamed = columns.filter((column) => columnWords([column])[0] === column);
		expect(unnamed).toEqual([]);
	});

	it('says each word once, and leaves what it does not know', () => {
		expect(columnWords(['starts_on', 'lat', 'lon', 'something_new'])).toEqual([
			'Sākums',
			'Vieta kartē',
			'something_new'
		]);
	});
});
