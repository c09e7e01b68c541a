/** Synthetic assessments in a database: few distinct results of the real engine, in many communities. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import { definitionSchema } from '../../src/lib/checklists/schema.ts';
import { score } from '../../src/lib/scoring/score.ts';
import type { Answer } from '../../src/lib/scoring/types.ts';

const VERSION = '1.0.0';
const FOLDER = join(import.meta.dirname, `../../checklists/drosa-kopiena/${VERSION}`);
const AS_OF = '2026-11-21';
/** Distinct results; the database stores each as often as it is taken. */
const RESULTS = 20;
/** The later round of a community is the one that counts, the earlier one is in the way. */
const ROUNDS = 2;

function results(): unknown[] {
	const definition = definitionSchema.parse(
		JSON.parse(readFileSync(join(FOLDER, 'definition.json'), 'utf8'))
	);
	return Array.from({ length: RESULTS }, (_, seed) => {
		const answers = definition.items.map(({ id }, n): Answer => ({
			item: id,
			value: ([0, 1, 2, 3, 2, 1, 'dk'] as const)[(n * (seed + 1) + seed) % 7] ?? 0,
			asOf: '2026-11-01',
			evidence: 1
		}));
		return score(definition, answers, { form: 'full', asOf: AS_OF, borderZone: seed % 2 === 0 });
	});
}

/**
 * Adds communities of the open country with two submitted rounds each, until there are `size` assessments, and publishes
 * the checklist for them.
 * @param client a superuser, for whom triggers can be put aside: nobody's log grows by 100,000 lines
 */
export async function fillAssessments(client: pg.Client, size: number): Promise<void> {
	await client.query('set session_replication_role = replica');
	await client.query(
		`insert into public.checklists (id, version, definition, sha256)
		values ('drosa-kopiena', $1, $2, repeat('0', 64)) on conflict do nothing`,
		[VERSION, readFileSync(join(FOLDER, 'definition.json'), 'utf8')]
	);
	await client.query(
		`with unit as (
			select code, row_number() over (order by code) - 1 as nth, count(*) over () as units
			from public.territories where kind in ('parish', 'town')
		),
		founded as (
			insert into public.communities (id, name, kind, territory_code, status, known_since)
			select gen_random_uuid(), 'Kopiena ' || n, 'informal_group', unit.code, 'approved', '2020-01-01'
			from generate_series((select count(*) / $2::bigint from public.assessments), $1::bigint / $2 - 1) n
			join unit on unit.nth = n * 7 % unit.units
			returning id, name
		),
		made as (
			insert into public.assessments (
				id, community_id, checklist_id, checklist_version, form, mode, border_zone, status, as_of, submitted_at
			)
			select
				gen_random_uuid(), founded.id, 'drosa-kopiena', $3, 'full', 'together', false, 'submitted',
				day.submitted, day.submitted + time '12:00'
			from founded
			cross join generate_series(0, $2 - 1) nth
			cross join lateral (
				select date '${AS_OF}' - nth::integer * 400 - (random() * 300)::integer + 0 * length(founded.name) as submitted
			) day
			returning id
		)
		insert into public.assessment_scores (assessment_id, sha256, result)
		select made.id, repeat('0', 64), $4::jsonb -> (random() * ${RESULTS - 1})::integer
		from made`,
		[size, ROUNDS, VERSION, JSON.stringify(results())]
	);
	await client.query('set session_replication_role = origin');
	await client.query('analyze');
}
