import { describe, expect, it } from 'vitest';
import { densitiesOf, densityOf } from './density.ts';
import type { LoadedValue } from './types.ts';

const loaded = (change: Partial<LoadedValue>): LoadedValue => ({
	territoryCode: '0010010',
	indicator: 'population',
	year: 2020,
	value: 812,
	method: 'published',
	inheritedFrom: null,
	basis: 'register',
	caveat: 'Bez prombūtnē esošajiem',
	sourceId: 'pmlp',
	importId: 'a',
	loadedAt: '2026-01-01T00:00:00Z',
	...change
});

describe('densitiesOf', () => {
	it('follow from the best population of each year, with its source, and say that they are computed', () => {
		const values = [
			loaded({ value: 900, method: 'secondhand', sourceId: 'report' }),
			loaded({}),
			loaded({ year: 2026, value: 780, importId: 'b' }),
			loaded({ indicator: 'minority-share', value: 40 })
		];
		expect(densitiesOf(values, () => 40)).toEqual([
			loaded({ indicator: 'population-density', value: 20.3, method: 'derived' }),
			loaded({
				...{ indicator: 'population-density', value: 19.5, method: 'derived' },
				...{ year: 2026, importId: 'b' }
			})
		]);
	});

	it('are not known without an area', () => {
		expect(densitiesOf([loaded({})], () => null)).toEqual([]);
		expect(densitiesOf([loaded({})], () => 0)).toEqual([]);
	});
});

describe('densityOf', () => {
	it('has two decimals where few people live, one elsewhere', () => {
		expect([densityOf(100, 30), densityOf(1000, 30), densityOf(0, 30)]).toEqual([3.33, 33.3, 0]);
	});
});
