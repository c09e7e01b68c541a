/** Assessments added up by the database, and by a plain recount of the same random ones. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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
			('4000002', '4000002', 'town', '4000002', '4000000', 'vidzeme', 26, 57, 10),
			('5000000', '5000000', 'state_city', '5000000', 'vidzeme', 'vidzeme', 26, 57, 10),
			('LVAAA01', 'LVAAA01', 'neighbourhood', 'LVAAA01', '5000000', 'vidzeme', 26, 57, 10),
			('6000000', '6000000', 'municipality', '6000000', 'latgale', 'latgale', 26, 57, 10),
			('6000001', '6000001', 'parish', '6000001', '6000000', 'latgale', 26, 57, 10);
		insert into public.checklists (id, version, definition, sha256)
			values (
				'test', '1.0.0', '{"id": "test", "version": "1.0.0", "status": "published", "items": []}',
				repeat('0', 64)
			)
	`);
});
afterAll(() => database.close());

/** The unit of each place; the last lies in the eastern border zone. */
const PLACES = {
	'4000001': '4000001',
	'4000002': '4000002',
	'5000000': '5000000',
	LVAAA01: '5000000',
	'6000001': '6000001'
} as const;
type Place = keyof typeof PLACES;
const ITEMS = ['1.1', '1.2', '2.1'];
const TODAY = '2026-11-22';

const round = fc.record({
	/** Days before today that it holds for; it is submitted the same day. */
	ago: fc.integer({ min: 0, max: 1100 }),
	state: fc.constantFrom('draft' as const, 'submitted' as const, 'confirmed' as const, 'archived' as const),
	index: fc.option(
		fc.integer({ min: 0, max: 1000 }).map((tenths) => tenths / 10),
		{ freq: 8 }
	),
	/** Null: not answered. */
	items: fc.tuple(...ITEMS.map(() => fc.option(fc.integer({ min: 0, max: 3 })))),
	counted: fc.boolean()
});
const community = fc.record({
	place: fc.constantFrom<Place>('4000001', '4000002', '5000000', 'LVAAA01', '6000001'),
	further: fc.option(fc.constantFrom<Place>('4000001', '6000001'), { freq: 4 }),
	approved: fc.boolean(),
	agreed: fc.boolean(),
	rounds: fc.uniqueArray(round, { maxLength: 4, selector: ({ ago }) => ago })
});
type Community = typeof community extends fc.Arbitrary<infer T> ? T : never;

const dayAgo = (days: number): string =>
	new Date(Date.parse(`${TODAY}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10);
const id = (kind: string, n: number): string =>
	`${kind.padEnd(8, '0')}-0000-4000-8000-${String(n).padStart(12, '0')}`;

async function write(list: readonly Community[]): Promise<void> {
	const communities = list.map(({ place, approved, agreed }, n) => ({
		id: id('c', n),
		name: `Kopiena ${n}`,
		kind: 'informal_group',
		territory_code: place,
		status: approved ? 'approved' : 'pending',
		known_since: '2020-01-01',
		figures_agreed: agreed
	}));
	const further = list.flatMap(({ place, further: other }, n) =>
		other === null || other === place ? [] : [{ community_id: id('c', n), territory_code: other }]
	);
	const rounds = list.flatMap((one, n) =>
		one.rounds.map((each, k) => ({ ...each, n, id: id('a', n * 10 + k) }))
	);
	const assessments = rounds.map(({ n, id: key, ago, state }) => {
		const moment = `${dayAgo(ago)}T12:00:00Z`;
		return {
			id: key,
			...{ community_id: id('c', n), checklist_id: 'test', checklist_version: '1.0.0' },
			...{ form: 'quick', mode: 'together', border_zone: false, status: state },
			...(state === 'draft' ? {} : { as_of: dayAgo(ago), submitted_at: moment }),
			...(state === 'confirmed' ? { confirmed_at: moment } : {}),
			...(state === 'archived' ? { archived_at: moment } : {})
		};
	});
	const scores = rounds
		.filter(({ state }) => state !== 'draft')
		.map(({ id: key, index, items, counted }) => ({
			assessment_id: key,
			sha256: '0'.repeat(64),
			result: {
				index,
				items: ITEMS.map((item, at) => ({ item, value: items[at], level: items[at] ?? 0, counted }))
			}
		}));
	const into = async (table: string, columns: string, rows: readonly object[]): Promise<void> => {
		await database.rows(
			`insert into public.${table} (${columns})
			select ${columns} from jsonb_populate_recordset(null::public.${table}, $1::jsonb)`,
			[JSON.stringify(rows)]
		);
	};
	await into(
		'communities',
		'id, name, kind, territory_code, status, known_since, figures_agreed',
		communities
	);
	await into('community_territories', 'community_id, territory_code', further);
	await into(
		'assessments',
		'id, community_id, checklist_id, checklist_version, form, mode, border_zone, status, as_of, submitted_at, confirmed_at, archived_at',
		assessments
	);
	await into('assessment_scores', 'assessment_id, sha256, result', scores);
}

/** Runs `check` with the communities in the database, and takes them out again. */
async function withCommunities(list: readonly Community[], check: () => Promise<void>): Promise<void> {
	await database.rows('begin');
	try {
		await write(list);
		await check();
	} finally {
		await database.rows('rollback');
	}
}

const finished = (one: Community): Community['rounds'] =>
	one.approved ? one.rounds.filter(({ state }) => state !== 'draft').toSorted((a, b) => b.ago - a.ago) : [];

function countBy<T>(list: readonly T[], keyOf: (one: T) => string): Record<string, number> {
	return Object.fromEntries(
		Object.entries(Object.groupBy(list, keyOf)).map(([key, of]) => [key, of?.length ?? 0])
	);
}

describe('assessed_units', () => {
	it('adds up the latest assessment of each approved community at home, on any day', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.array(community, { maxLength: 12 }),
				fc.integer({ min: 0, max: 1100 }),
				async (list, ago) => {
					const day = dayAgo(ago);
					const latest = list.flatMap((one) => {
						const last = finished(one).findLast((each) => each.ago >= ago);
						return last === undefined ? [] : [{ ...last, agreed: one.agreed, unit: PLACES[one.place] }];
					});
					const expected = [...new Set(latest.map(({ unit }) => unit))].sort().map((unit) => {
						const here = latest.filter((each) => each.unit === unit);
						const answered = here
							.filter(({ counted }) => counted)
							.flatMap((each) => each.items.map((level, at) => ({ item: ITEMS[at] ?? '', level, each })))
							.filter(({ level }) => level !== null);
						const levels = Object.groupBy(answered, ({ item }) => item);
						const recent = here.filter((each) => dayAgo(each.ago) > yearBefore(day));
						return {
							territory_code: unit,
							communities: here.length,
							agreed: here.filter(({ agreed }) => agreed).length,
							confirmed: here.filter(({ state }) => state === 'confirmed').length,
							within_year: recent.length,
							indexes: countBy(
								here.filter(({ index }) => index !== null),
								({ index }) => String(roundHalfUp(index ?? 0))
							),
							levels: Object.fromEntries(
								Object.entries(levels).map(([item, of]) => [
									item,
									[0, 1, 2, 3].map((level) => of?.filter((each) => each.level === level).length ?? 0)
								])
							),
							anew: {
								index: recent.filter(({ index }) => index !== null).length,
								...Object.fromEntries(
									Object.entries(levels).map(([item, of]) => [
										item,
										of?.filter(({ each }) => recent.includes(each)).length ?? 0
									])
								)
							}
						};
					});
					await withCommunities(list, async () => {
						expect(
							await database.rows(
								'select territory_code, communities, agreed, confirmed, within_year, indexes, levels, anew from public.assessed_units($1::date)',
								[day]
							)
						).toEqual(expected);
					});
				}
			),
			{ numRuns: process.env.DEEP === '1' ? 500 : 60 }
		);
	});
});

describe('assessments_on', () => {
	it('is `assessed_units` of each day', async () => {
		await fc.assert(
			fc.asyncProperty(fc.array(community, { maxLength: 12 }), async (list) => {
				await withCommunities(list, async () => {
					const days = [dayAgo(365), TODAY];
					const [row] = await database.rows<{ all: unknown }>('select public.assessments_on($1) as all', [
						days
					]);
					const expected = [];
					for (const day of days) {
						const [one] = await database.rows<{ all: object[] | null }>(
							'select jsonb_agg(to_jsonb(u)) as all from public.assessed_units($1::date) u',
							[day]
						);
						for (const unit of one?.all ?? []) expected.push({ ...unit, as_of: day });
					}
					expect(row?.all).toEqual(expected);
				});
			}),
			{ numRuns: 20 }
		);
	});
});

describe('assessed_since', () => {
	it('counts each approved community in the month of its first assessment', async () => {
		await fc.assert(
			fc.asyncProperty(fc.array(community, { maxLength: 12 }), async (list) => {
				const firsts = list.flatMap((one) => {
					const first = finished(one)[0];
					return first === undefined ? [] : [`${PLACES[one.place]} ${dayAgo(first.ago).slice(0, 7)}`];
				});
				const expected = Object.entries(countBy(firsts, (first) => first))
					.sort()
					.map(([first, communities]) => {
						const [territory_code, month] = first.split(' ');
						return { territory_code, month, communities };
					});
				await withCommunities(list, async () => {
					const [row] = await database.rows<{ all: unknown }>('select public.assessed_since() as all');
					expect(row?.all).toEqual(expected);
				});
			}),
			{ numRuns: 20 }
		);
	});
});

describe('published_assessments', () => {
	it('adds up communities outside the eastern border zone by their first month and each year', async () => {
		await fc.assert(
			fc.asyncProperty(fc.array(community, { maxLength: 12 }), async (list) => {
				const open = list.flatMap((one) => {
					const all = finished(one);
					const border = one.place === '6000001' || one.further === '6000001';
					return border || all.length === 0 ? [] : [{ all, month: dayAgo(all[0]?.ago ?? 0).slice(0, 7) }];
				});
				const arrived = Object.entries(countBy(open, ({ month }) => month))
					.sort()
					.map(([month, communities]) => ({ region: 'vidzeme', month, communities }));
				const stood = open.flatMap(({ all, month }) =>
					[2023, 2024, 2025, 2026].flatMap((year) => {
						const last = all.findLast(({ ago }) => dayAgo(ago) <= `${year}-12-31`);
						if (last === undefined || last.index === null) return [];
						const assessed_in = Number(dayAgo(last.ago).slice(0, 4));
						return [{ region: 'vidzeme', month, year, assessed_in, point: roundHalfUp(last.index) }];
					})
				);
				await withCommunities(list, async () => {
					const [row] = await database.rows<{ all: { arrived: unknown; standings: Stood[] } }>(
						'select public.published_assessments() as all'
					);
					expect(row?.all.arrived).toEqual(arrived);
					const given = row?.all.standings.flatMap(({ communities, ...each }) =>
						Array.from({ length: communities }, () => JSON.stringify(Object.entries(each).sort()))
					);
					expect(given?.sort()).toEqual(
						stood.map((each) => JSON.stringify(Object.entries(each).sort())).sort()
					);
				});
			}),
			{ numRuns: process.env.DEEP === '1' ? 500 : 60 }
		);
	});
});

describe('what is published', () => {
	it('does not depend on any single community with a place in the eastern border zone', async () => {
		const inBorder = ({ place, further }: Community): boolean => place === '6000001' || further === '6000001';
		let removed = 0;
		await fc.assert(
			fc.asyncProperty(fc.array(community, { minLength: 1, maxLength: 8 }), async (list) => {
				const published = async (these: readonly Community[]): Promise<unknown> => {
					let all: unknown;
					await withCommunities(these, async () => {
						[all] = await database.rows('select public.published_assessments() as all');
					});
					return all;
				};
				const whole = await published(list);
				for (const each of list.filter(inBorder)) {
					removed += 1;
					expect(await published(list.filter((other) => other !== each))).toEqual(whole);
				}
			}),
			{ numRuns: process.env.DEEP === '1' ? 300 : 30 }
		);
		expect(removed).toBeGreaterThan(10);
	});
});

interface Stood {
	communities: number;
	[column: string]: unknown;
}

/** As PostgreSQL rounds `numeric`. */
function roundHalfUp(value: number): number {
	return Math.floor(Number((value + 0.5).toFixed(6)));
}

function yearBefore(day: string): string {
	const date = `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`;
	return date.endsWith('02-29') ? date.replace('02-29', '02-28') : date;
}
