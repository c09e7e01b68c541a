import { describe, expect, it } from 'vitest';
import { NO_FACTS } from '../../../tests/fixtures/small-country.ts';
import {
	assessedShare,
	communitiesPer1000,
	evidenceFigures,
	indicatorFigure,
	indicatorsFor,
	type Figure
} from './figures.ts';

const population: Figure = indicatorFigure({
	value: 2000,
	year: 2020,
	method: 'published',
	inheritedFrom: null,
	basis: 'estimate',
	sourceId: 'population-2020'
});

describe('evidenceFigures', () => {
	it('counts days from the newest thing known, and from the survey', () => {
		const facts = {
			...NO_FACTS,
			reachableOn: '2025-10-29',
			reachableBy: 'agreement',
			surveyOn: '2025-03-01'
		} as const;
		expect(evidenceFigures(facts, '2025-11-21')).toMatchObject({
			'evidence-days': { value: 23, atLeast: false, method: 'derived' },
			'survey-days': { value: 265 }
		});
	});

	it('says “at least” where the newest day is only the end of a month, a year or a period', () => {
		const vague = {
			...NO_FACTS,
			endLast: '2025-10-31',
			endLastStartsOn: '2025-10-01',
			endLastPrecision: 'month'
		} as const;
		expect(evidenceFigures(vague, '2025-11-21')['evidence-days']).toMatchObject({ value: 21, atLeast: true });
		const exact = { ...vague, endLastPrecision: 'day' } as const;
		expect(evidenceFigures(exact, '2025-11-21')['evidence-days']).toMatchObject({ atLeast: false });
		const sameDay = { ...vague, surveyOn: '2025-10-31' } as const;
		expect(evidenceFigures(sameDay, '2025-11-21')['evidence-days']).toMatchObject({
			value: 21,
			atLeast: false
		});
	});

	it('knows nothing where nothing is known or may be shown', () => {
		expect(evidenceFigures(null, '2025-11-21')).toEqual({});
		expect(evidenceFigures(NO_FACTS, '2025-11-21')).toEqual({});
	});

	it('does not stumble over the change of clocks', () => {
		const facts = { ...NO_FACTS, surveyOn: '2025-03-29' } as const;
		expect(evidenceFigures(facts, '2025-03-31')['survey-days']?.value).toBe(2);
	});
});

describe('communitiesPer1000', () => {
	it('divides by the population and keeps its year and source', () => {
		expect(communitiesPer1000(3, population)).toMatchObject({
			value: 1.5,
			year: 2020,
			sourceId: 'population-2020',
			method: 'derived'
		});
		expect(communitiesPer1000(0, population)?.value).toBe(0);
	});

	it('is unknown where the population is: never 0, never taken over from a larger unit', () => {
		expect(communitiesPer1000(3, null)).toBeNull();
		expect(communitiesPer1000(3, { ...population, value: 0 })).toBeNull();
		expect(communitiesPer1000(3, { ...population, method: 'inherited' })).toBeNull();
	});
});

describe('assessedShare', () => {
	it('is a share of the known communities and unknown without any', () => {
		expect(assessedShare(1, 4)?.value).toBe(25);
		expect(assessedShare(0, 4)?.value).toBe(0);
		expect(assessedShare(5, 4)?.value).toBe(100);
		expect(assessedShare(0, 0)).toBeNull();
	});

	it('says nothing of fewer than three communities', () => {
		expect(assessedShare(2, 2)).toBeNull();
		expect(assessedShare(3, 3)?.value).toBe(100);
	});
});

describe('indicatorsFor', () => {
	it('names what must be read, the population behind a rate included', () => {
		expect(indicatorsFor(['communities-per-1000', 'minority-share', 'evidence-days'])).toEqual([
			'minority-share',
			'population'
		]);
	});
});
