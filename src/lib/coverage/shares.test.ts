import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PUBLIC_STATUSES, type PublicStatus } from '../activity/types.ts';
import type { TerritoryKind } from '../territories/types.ts';
import { reachedShare, reachedUnits, statusShares } from './shares.ts';

type Unit = { code: string; kind: TerritoryKind; status: PublicStatus };

const unitLists = fc
	.array(
		fc.record({
			kind: fc.constantFrom<TerritoryKind>('parish', 'town', 'state_city'),
			status: fc.constantFrom(...PUBLIC_STATUSES)
		}),
		{ maxLength: 60 }
	)
	.map((list): Unit[] => list.map((unit, position) => ({ ...unit, code: String(position) })));

function sharesOf(units: Unit[]) {
	const statuses = new Map(units.map((unit) => [unit.code, unit.status]));
	return statusShares(units, (code) => statuses.get(code) ?? 'not_surveyed');
}

describe('statusShares', () => {
	it('counts units per status and the share reached', () => {
		const shares = sharesOf([
			{ code: '1', kind: 'parish', status: 'active' },
			{ code: '2', kind: 'parish', status: 'emerging' },
			{ code: '3', kind: 'town', status: 'dormant' },
			{ code: '4', kind: 'parish', status: 'not_surveyed' }
		]);
		expect(shares).toEqual({
			counts: { active: 1, emerging: 1, dormant: 1, inactive: 0, not_surveyed: 1, no_news: 0 },
			units: 4,
			stateCities: 0,
			reached: 2,
			share: 0.5
		});
	});

	it('leaves state cities out of counts and share', () => {
		const shares = sharesOf([
			{ code: '1', kind: 'state_city', status: 'active' },
			{ code: '2', kind: 'parish', status: 'dormant' }
		]);
		expect(shares.counts.active).toBe(0);
		expect(shares).toMatchObject({ units: 1, stateCities: 1, reached: 0, share: 0 });
	});

	it('has no share where there is nothing to share', () => {
		expect(sharesOf([]).share).toBeNull();
		expect(sharesOf([{ code: '1', kind: 'state_city', status: 'active' }]).share).toBeNull();
		expect(reachedShare({})).toBeNull();
	});

	it('loses and invents no unit, whatever the list', () => {
		fc.assert(
			fc.property(unitLists, (units) => {
				const shares = sharesOf(units);
				const counted = Object.values(shares.counts).reduce((sum, count) => sum + count, 0);
				expect(counted).toBe(shares.units);
				expect(shares.units + shares.stateCities).toBe(units.length);
				expect(shares.reached).toBe(reachedUnits(shares.counts));
				expect(shares.share).toBe(reachedShare(shares.counts));
			})
		);
	});

	it('adds up: two areas together have the counts of both', () => {
		fc.assert(
			fc.property(unitLists, fc.nat({ max: 60 }), (units, cut) => {
				const whole = sharesOf(units).counts;
				const left = sharesOf(units.slice(0, cut)).counts;
				const right = sharesOf(units.slice(cut)).counts;
				for (const status of PUBLIC_STATUSES) expect(whole[status]).toBe(left[status] + right[status]);
			})
		);
	});
});
