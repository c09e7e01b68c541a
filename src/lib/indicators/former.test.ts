import { describe, expect, it } from 'vitest';
import { createFormerUnits, valuesOfUnits, withoutDoubles, type FormerValue } from './former.ts';
import type { IndicatorValue } from './types.ts';

const units = [
	{ code: '0025210', code2018: '0406400', municipality2018: 'Iecavas novads' },
	{ code: '0025460', code2018: '0406400', municipality2018: 'Iecavas novads' },
	{ code: '0024400', code2018: '0384400', municipality2018: 'Baltinavas novads' },
	{ code: '0099999', code2018: null, municipality2018: null }
];
const former = createFormerUnits(units);
const share: FormerValue = {
	indicator: 'minority-share',
	year: 2011,
	value: 24.93,
	method: 'secondhand',
	basis: 'census',
	caveat: null,
	sourceId: 'source'
};

describe('createFormerUnits', () => {
	it('finds units by municipality and code of 2018', () => {
		expect(former.ofMunicipality('iecavas NOVADS').map(({ code }) => code)).toEqual(['0025210', '0025460']);
		expect(former.ofCode('0384400').map(({ code }) => code)).toEqual(['0024400']);
		expect(former.ofMunicipality('Nekurienes novads')).toEqual([]);
		expect(former.ofCode('0025210')).toEqual([]);
	});
});

describe('valuesOfUnits', () => {
	it('gives a share to every part, as inherited', () => {
		expect(valuesOfUnits(share, former.ofMunicipality('Iecavas novads'), 'Iecavas novads')).toEqual(
			['0025210', '0025460'].map((territoryCode) => ({
				...share,
				territoryCode,
				method: 'inherited',
				inheritedFrom: 'Iecavas novads'
			}))
		);
	});

	it('gives it to the one unit that was a municipality as its own', () => {
		expect(valuesOfUnits(share, former.ofMunicipality('Baltinavas novads'), 'Baltinavas novads')).toEqual([
			{ ...share, territoryCode: '0024400', inheritedFrom: null }
		]);
	});

	it.each(['population', 'population-density', 'border-distance'] as const)(
		'never spreads %s over parts',
		(indicator) => {
			const count = { ...share, indicator, value: 9059 };
			expect(valuesOfUnits(count, former.ofMunicipality('Iecavas novads'), 'Iecavas novads')).toEqual([]);
			expect(valuesOfUnits(count, former.ofMunicipality('Baltinavas novads'), 'x')).toHaveLength(1);
		}
	);

	it('gives nothing for an area of which nothing is left', () => {
		expect(valuesOfUnits(share, [], 'Nekurienes novads')).toEqual([]);
	});
});

describe('withoutDoubles', () => {
	const own: IndicatorValue = { ...share, territoryCode: '0025210', inheritedFrom: null };
	const inherited: IndicatorValue = { ...own, method: 'inherited', inheritedFrom: 'Iecavas novads' };

	it('lets a parish’s own value beat the inherited one of the same year, in any order', () => {
		expect(withoutDoubles([inherited, own])).toEqual([own]);
		expect(withoutDoubles([own, inherited])).toEqual([own]);
	});

	it('keeps other years, territories and indicators', () => {
		const others = [
			own,
			{ ...inherited, year: 2014 },
			{ ...inherited, territoryCode: '0025460' },
			{ ...own, indicator: 'russian-share' as const }
		];
		expect(withoutDoubles(others)).toEqual(others);
	});
});
