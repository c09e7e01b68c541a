import { describe, expect, it } from 'vitest';
import { changeTo, monthEnds, stepOf, timeSteps } from './as-of.ts';

const TODAY = '2026-03-15';

describe('monthEnds', () => {
	it('are the last days of the months from the first evidence until now', () => {
		expect(monthEnds('2025-12-20', TODAY)).toEqual(['2025-12-31', '2026-01-31', '2026-02-28']);
		expect(monthEnds('2024-02-01', '2024-03-31')).toEqual(['2024-02-29']);
		expect(monthEnds('2026-03-01', TODAY)).toEqual([]);
	});

	it('do not go back for ever', () => {
		expect(monthEnds('1900-01-01', TODAY)).toHaveLength(240);
	});
});

describe('timeSteps', () => {
	it('are months for what our own records say, years for published figures', () => {
		const days = timeSteps({ layer: 'activity' }, TODAY, [], '2026-01-10');
		expect(days.map((step) => step.by === 'day' && step.day)).toEqual(['2026-01-31', '2026-02-28', TODAY]);
		expect(timeSteps({ layer: 'minority-share' }, TODAY, [2011, 2021], '2019-01-01')).toEqual([
			{ by: 'year', year: 2011, newest: false },
			{ by: 'year', year: 2021, newest: true }
		]);
	});

	it('are one alone where nothing is known', () => {
		expect(timeSteps({ layer: 'activity' }, TODAY, [], null)).toHaveLength(1);
	});
});

describe('stepOf', () => {
	const days = timeSteps({ layer: 'activity' }, TODAY, [], '2026-01-10');
	const years = timeSteps({ layer: 'population' }, TODAY, [2011, 2021], null);

	it('is the last step that is not after the state', () => {
		expect(stepOf(days, { asOf: null, year: null })).toBe(2);
		expect(stepOf(days, { asOf: '2026-02-28', year: null })).toBe(1);
		expect(stepOf(days, { asOf: '2026-03-01', year: null })).toBe(1);
		expect(stepOf(days, { asOf: '2001-01-01', year: null })).toBe(0);
		expect(stepOf(years, { asOf: null, year: 2015 })).toBe(0);
		expect(stepOf(years, { asOf: '2001-01-01', year: null })).toBe(1);
	});

	it('comes back to itself', () => {
		for (const steps of [days, years]) {
			for (const [i, step] of steps.entries()) {
				expect(stepOf(steps, { asOf: null, year: null, ...changeTo(step) })).toBe(i);
			}
		}
	});
});
