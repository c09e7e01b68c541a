import { describe, expect, it } from 'vitest';
import { previousRound, standingRounds } from './history.ts';
import { overviewRow, type OverviewRow } from './round.ts';

const uuid = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

/** A round submitted on a day of May 2026; without a day it is a draft. */
function round(n: number, day: number | null, more: Partial<OverviewRow> = {}): OverviewRow {
	const at = day === null ? null : `2026-05-${String(day).padStart(2, '0')}T10:00:00+00:00`;
	return overviewRow.parse({
		...{ id: uuid(n), round: null, checklist_id: 'drosa-kopiena', checklist_version: '1.0.0' },
		...{ form: 'full', mode: 'together', source: 'screen', status: day === null ? 'draft' : 'submitted' },
		...{ revises: null, created_at: '2026-05-01T10:00:00+00:00', submitted_at: at, confirmed_at: null },
		...{ archived_at: null, as_of: at?.slice(0, 10) ?? null, answered: 1, last_written_at: null },
		...{ grade: null, index: null, completeness: null, ...more }
	});
}
const before = (rounds: OverviewRow[], n: number): string | undefined => previousRound(rounds, uuid(n))?.id;

describe('previousRound', () => {
	it('is the newest one submitted before, and none for the first', () => {
		const rounds = [round(3, 20), round(1, 3), round(4, null), round(2, 10)];
		expect(before(rounds, 3)).toBe(uuid(2));
		expect(before(rounds, 2)).toBe(uuid(1));
		expect(before(rounds, 1)).toBeUndefined();
		expect(before(rounds, 9)).toBeUndefined();
	});

	it('is of the same checklist', () => {
		expect(before([round(2, 10), round(1, 3, { checklist_id: 'other' })], 2)).toBeUndefined();
	});

	it('of a correction is what was before the round it corrects', () => {
		const rounds = [round(1, 3), round(2, 10), round(3, 12, { revises: uuid(2) })];
		expect(before(rounds, 3)).toBe(uuid(1));
		// What was corrected is compared as it was then.
		expect(before(rounds, 2)).toBe(uuid(1));
	});

	it('is the correction where there is one, also one made later', () => {
		const corrected = round(3, 25, { revises: uuid(1) });
		expect(before([round(1, 3), round(2, 20), corrected], 2)).toBe(uuid(3));
		expect(before([round(1, 3), round(2, 20), round(4, null, { revises: uuid(1) })], 2)).toBe(uuid(1));
		// In the order in which things were so, not in which they were put right.
		expect(before([round(1, 3), round(2, 10), round(4, 20), corrected], 4)).toBe(uuid(2));
	});

	it('counts from the first submission, where a draft was put aside and its answers taken over', () => {
		const aside = round(1, null, { status: 'archived' });
		const rounds = [aside, round(2, 5), round(3, 10, { revises: uuid(1) })];
		expect(before(rounds, 3)).toBe(uuid(2));
	});
});

describe('standingRounds', () => {
	const standing = (rounds: OverviewRow[]): string[] => standingRounds(rounds).map(({ id }) => id);

	it('are the submitted ones, newest first', () => {
		expect(standing([round(1, 3), round(3, 20), round(4, null), round(2, 10)])).toEqual([3, 2, 1].map(uuid));
	});

	it('has a correction in place of what it corrects, so that it never becomes the latest by being late', () => {
		const correction = round(3, 25, { revises: uuid(1) });
		expect(standing([round(1, 3), round(2, 20), correction])).toEqual([2, 3].map(uuid));
		expect(standing([round(1, 3), round(2, 20), round(4, null, { revises: uuid(2) })])).toEqual(
			[2, 1].map(uuid)
		);
	});
});
