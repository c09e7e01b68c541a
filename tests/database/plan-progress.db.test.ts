/** Plans added up by the database, and by a plain recount of the same random ones. */
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDatabase, type TestDatabase } from './database.ts';
import { writeTerritories } from './history.ts';

let database: TestDatabase;
beforeAll(async () => {
	database = await openDatabase();
	await writeTerritories(database, 0);
	await database.rows(`
		insert into public.territories (code, code_current, kind, name, parent_code, region, lon, lat, area_km2) values
			('4000000', '4000000', 'municipality', '4000000', 'vidzeme', 'vidzeme', 26, 57, 10),
			('4000001', '4000001', 'parish', '4000001', '4000000', 'vidzeme', 26, 57, 10),
			('5000000', '5000000', 'state_city', '5000000', 'vidzeme', 'vidzeme', 26, 57, 10),
			('LVAAA01', 'LVAAA01', 'neighbourhood', 'LVAAA01', '5000000', 'vidzeme', 26, 57, 10)
	`);
});
afterAll(() => database.close());

/** The unit of each place. */
const PLACES = { '4000001': '4000001', '5000000': '5000000', LVAAA01: '5000000' } as const;

const community = fc.record({
	place: fc.constantFrom<keyof typeof PLACES>('4000001', '5000000', 'LVAAA01'),
	approved: fc.boolean(),
	steps: fc.array(fc.constantFrom('open', 'doing', 'done', 'dropped'), { maxLength: 4 })
});
const id = (kind: string, n: number): string =>
	`${kind.padEnd(8, '0')}-0000-4000-8000-${String(n).padStart(12, '0')}`;

it('plan_progress adds up the steps of approved communities at home, dropped ones aside', async () => {
	await fc.assert(
		fc.asyncProperty(fc.array(community, { maxLength: 8 }), async (list) => {
			const plans = list
				.map(({ place, approved, steps }) => ({
					...{ unit: PLACES[place], approved },
					steps: steps.filter((step) => step !== 'dropped')
				}))
				.filter(({ approved, steps }) => approved && steps.length > 0);
			const expected = [...new Set(plans.map(({ unit }) => unit))].sort().map((unit) => {
				const here = plans.filter((plan) => plan.unit === unit);
				const steps = here.flatMap((plan) => plan.steps);
				return {
					territory_code: unit,
					communities: here.length,
					items: steps.length,
					done: steps.filter((step) => step === 'done').length
				};
			});
			await database.rows('begin');
			try {
				await write(list);
				expect(await database.rows('select * from public.plan_progress()')).toEqual(expected);
			} finally {
				await database.rows('rollback');
			}
		}),
		{ numRuns: process.env.DEEP === '1' ? 500 : 40 }
	);
});

async function write(list: readonly (typeof community extends fc.Arbitrary<infer T> ? T : never)[]) {
	const communities = list.map(({ place, approved }, n) => ({
		...{ id: id('c', n), name: `Kopiena ${n}`, kind: 'informal_group', territory_code: place },
		...{ status: approved ? 'approved' : 'pending', known_since: '2020-01-01' }
	}));
	const steps = list.flatMap((one, n) =>
		one.steps.map((status, k) => ({
			...{ id: id('b', n * 10 + k), community_id: id('c', n), text: 'Solis', status, shared: false }
		}))
	);
	await into('communities', 'id, name, kind, territory_code, status, known_since', communities);
	await into('plan_items', 'id, community_id, text, status, shared', steps);
}

async function into(table: string, columns: string, rows: readonly object[]): Promise<void> {
	await database.rows(
		`insert into public.${table} (${columns})
		select ${columns} from jsonb_populate_recordset(null::public.${table}, $1::jsonb)`,
		[JSON.stringify(rows)]
	);
}
