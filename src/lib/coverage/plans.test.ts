import { describe, expect, it } from 'vitest';
import { SMALL_COUNTRY as index } from '../../../tests/fixtures/small-country.ts';
import { planProgress, type PlanUnit } from './plans.ts';

const unit = (code: string, communities: number, items: number, done: number): PlanUnit => ({
	...{ code, communities, items, done }
});

describe('planProgress', () => {
	it('adds steps up over every larger area', () => {
		const { shares, few } = planProgress([unit('0010010', 3, 10, 5), unit('0010200', 4, 10, 0)], index);
		expect(Object.fromEntries(shares)).toEqual({
			...{ '0010010': 0.5, '0010200': 0, '0010000': 0.25, latgale: 0.25, LV: 0.25 }
		});
		expect([...few]).toEqual([]);
	});

	it('says nothing of one or two communities, nor of what would tell of them', () => {
		const { shares, few } = planProgress(
			[unit('0010010', 2, 10, 5), unit('0010200', 4, 10, 0), unit('0020010', 3, 4, 1)],
			index
		);
		// The municipality less its shown town would be the two communities of the parish.
		expect([...shares.keys()].sort()).toEqual(['0010000', '0020000', '0020010', 'LV', 'latgale']);
		expect([...few].sort()).toEqual(['0010010', '0010200']);
	});

	it('knows areas without any plan from areas with few', () => {
		const { shares, few } = planProgress([unit('0010010', 2, 10, 5)], index);
		expect(shares.size).toBe(0);
		expect(few.has('0010000')).toBe(true);
		expect(few.has('0003000')).toBe(false);
	});
});
