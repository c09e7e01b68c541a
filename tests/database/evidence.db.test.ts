import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { factsFromRow } from '../../src/lib/activity/facts.ts';
import { factsOnDays } from '../../src/lib/activity/history.ts';
import { activityStatus, publicStatus } from '../../src/lib/activity/status.ts';
import type { ActivityFacts } from '../../src/lib/activity/types.ts';
import { todayInRiga } from '../../src/lib/activity/dates.ts';
import { openDatabase, type TestDatabase } from './database.ts';
import {
	asOfDay,
	BORDER_SLOTS,
	codeOf,
	history,
	plusDays,
	SLOTS,
	writeHistories,
	writeTerritories,
	type History,
	type Slot
} from './history.ts';
import { recount, reduceForPublic, type EvidenceRow } from './recount.ts';

/** Histories that share a database for one comparison: the price of a round trip is paid once for all. */
const BATCH = 100;
const BATCHES = process.env.DEEP === '1' ? 1000 : 100;
/** What a run must have compared to be worth its name: half of what it compares on average, so that chance never fails it. */
const AT_LEAST = BATCHES * 20;
const TIMEOUT = BATCHES * 2_000;

let database: TestDatabase;
beforeAll(async () => {
	database = await openDatabase();
	await writeTerritories(database, BATCH);
	// A hundred thousand rows are written here and undone; that changes are logged is tested elsewhere.
	for (const { table } of await database.rows<{ table: string }>(
		`select tgrelid::regclass::text as table from pg_trigger where tgname = 'audit'`
	))
		await database.rows(`alter table ${table} disable trigger audit`);
});
afterAll(() => database.close());

type EvidenceFunction = 'activity_evidence' | 'public_activity_evidence';
type StoredRow = EvidenceRow & { territory_code: string };
interface HistoryRow {
	day: string;
	territory_code: string;
	facts: unknown;
}

async function evidence(name: EvidenceFunction, asOf: string | null): Promise<Map<string, EvidenceRow>> {
	const rows = await database.rows<StoredRow>(`select * from public.${name}($1::date)`, [asOf]);
	const byCode = new Map(rows.map(({ territory_code, ...row }) => [territory_code, row]));
	expect(byCode.size).toBe(rows.length);
	return byCode;
}

/** Runs `check` with the histories in the database, and takes them out again. */
async function withHistories(histories: readonly History[], check: () => Promise<void>): Promise<void> {
	await database.rows('begin');
	try {
		await writeHistories(database, histories);
		await check();
	} finally {
		await database.rows('rollback');
	}
}

const question = asOfDay.chain((asOf) =>
	fc.record({
		asOf: fc.constant(asOf),
		earlier: fc.integer({ min: 0, max: 700 }).map((days) => plusDays(asOf, -days)),
		histories: fc.array(history(asOf), { minLength: 1, maxLength: BATCH, size: 'max' })
	})
);

describe('the evidence functions', () => {
	it(
		'find the facts that a plain recount finds, on any day, for staff and for the public',
		{ timeout: TIMEOUT },
		async () => {
			let compared = 0;
			await fc.assert(
				fc.asyncProperty(question, async ({ asOf, earlier, histories }) => {
					compared += histories.length;
					await withHistories(histories, async () => {
						for (const day of [asOf, earlier]) {
							const expectedFull = new Map<string, EvidenceRow>();
							const expectedPublic = new Map<string, EvidenceRow>();
							for (const [n, each] of histories.entries()) {
								const full = recount(each, day);
								for (const [slot, row] of full) expectedFull.set(codeOf(slot, n), row);
								for (const [slot, row] of reduceForPublic(full)) expectedPublic.set(codeOf(slot, n), row);
							}
							expectSame(await evidence('activity_evidence', day), expectedFull, histories, day);
							expectSame(await evidence('public_activity_evidence', day), expectedPublic, histories, day);
						}
					});
				}),
				{ numRuns: BATCHES }
			);
			expect(compared).toBeGreaterThan(AT_LEAST);
		}
	);

	it('give the public the status it may see, and no way to another one', { timeout: TIMEOUT }, async () => {
		let compared = 0;
		const seen = new Set<string>();
		await fc.assert(
			fc.asyncProperty(question, async ({ asOf, histories }) => {
				compared += histories.length;
				await withHistories(histories, async () => {
					const full = await evidence('activity_evidence', asOf);
					const reduced = await evidence('public_activity_evidence', asOf);
					for (const [n] of histories.entries()) {
						for (const slot of SLOTS) {
							const code = codeOf(slot, n);
							const inZone = BORDER_SLOTS.includes(slot);
							const truth = activityStatus(factsOf(full.get(code), code), asOf);
							const told = activityStatus(factsOf(reduced.get(code), code), asOf);
							expect(publicStatus(told, inZone)).toEqual(publicStatus(truth, inZone));
							if (!inZone) expect(reduced.get(code)).toEqual(full.get(code));
							if (inZone) expect(['nobody', 'dormant']).not.toContain(reduced.get(code)?.survey_finding);
							seen.add(`${truth.status} ${inZone ? 'inside' : 'outside'}`);
						}
					}
				});
			}),
			{ numRuns: BATCHES }
		);
		expect(compared).toBeGreaterThan(AT_LEAST);
		// A property over histories that never come to a status would prove nothing about it.
		for (const status of ['active', 'emerging', 'dormant', 'inactive', 'not_surveyed']) {
			expect(seen).toContain(`${status} inside`);
			expect(seen).toContain(`${status} outside`);
		}
	});

	it('tell as changes from day to day what they tell of each day', { timeout: TIMEOUT }, async () => {
		await fc.assert(
			fc.asyncProperty(question, async ({ asOf, earlier, histories }) => {
				await withHistories(histories, async () => {
					const days = [...new Set([plusDays(earlier, -400), earlier, asOf])];
					const [answer] = await database.rows<{ changes: HistoryRow[] }>(
						'select public.activity_history($1) as changes',
						[days]
					);
					const changes = (answer?.changes ?? []).map(({ day, territory_code: code, facts }) => ({
						...{ day, territoryCode: code, facts: facts === null ? null : factsFromRow(facts).facts }
					}));
					const told = factsOnDays(changes, days);
					for (const day of days) {
						const expected = [...(await evidence('public_activity_evidence', day))];
						expect(told.get(day)).toEqual(
							new Map(expected.map(([code, row]) => [code, factsOf(row, code)] as const))
						);
					}
				});
			}),
			{ numRuns: 5 }
		);
	});

	it('refuse more days of a history than a page shows', async () => {
		const days = Array.from({ length: 62 }, (_, n) => plusDays('2026-01-01', n));
		await expect(database.rows('select public.activity_history($1)', [days])).rejects.toThrow(
			'At most 61 days'
		);
	});

	it.each<EvidenceFunction>(['activity_evidence', 'public_activity_evidence'])(
		'%s answers for today in Rīga when no day is named, whatever the time zone of the session',
		async (name) => {
			const today = todayInRiga(new Date());
			const happened = (slot: Slot, on: string): History => ({
				communities: [],
				places: [],
				activities: [
					{
						...{ kind: 'event', community: null, startsOn: on, endsOn: on, precision: 'day' },
						...{ public: true, slots: [slot], parties: [] }
					}
				],
				surveys: []
			});
			const histories = [happened('inner_unit', today), happened('inner_unit', plusDays(today, 1))];
			await withHistories(histories, async () => {
				for (const zone of ['UTC', 'Pacific/Kiritimati', 'Pacific/Honolulu']) {
					await database.rows(`set local timezone = '${zone}'`);
					expect([...(await evidence(name, null)).keys()]).toEqual([codeOf('inner_unit', 0)]);
					const unnamed = await database.rows<StoredRow>(`select * from public.${name}()`);
					expect(unnamed.map((row) => row.territory_code)).toEqual([codeOf('inner_unit', 0)]);
				}
			});
		}
	);

	it.each(['-infinity', 'infinity', '0001-01-01', '9999-12-31'])('answer for the odd day %s', async (day) => {
		await evidence('activity_evidence', day);
		await evidence('public_activity_evidence', day);
	});
});

function factsOf(row: EvidenceRow | undefined, code: string): ActivityFacts | null {
	return row === undefined ? null : factsFromRow({ territory_code: code, ...row }).facts;
}

/** Compares territory by territory, so that a failure shows one history and not the whole database. */
function expectSame(
	actual: Map<string, EvidenceRow>,
	expected: Map<string, EvidenceRow>,
	histories: readonly History[],
	day: string
): void {
	for (const [n, each] of histories.entries()) {
		for (const slot of SLOTS) {
			const code = codeOf(slot, n);
			expect(actual.get(code), `${slot} on ${day} after ${JSON.stringify(each, null, '\t')}`).toEqual(
				expected.get(code)
			);
		}
	}
	expect(actual.size).toBe(expected.size);
}
