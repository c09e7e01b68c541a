import { describe, expect, it } from 'vitest';
import { createTerritoryIndex } from '../territories/hierarchy.ts';
import type { Territory, TerritoryKind } from '../territories/types.ts';
import { createFormerUnits } from './former.ts';
import { createMatcher, matchRows, normaliseCode, type Match } from './match.ts';

function territory(code: string, kind: TerritoryKind, name: string, parentCode: string | null): Territory {
	return {
		...{ code, codeCurrent: code === '0038230' ? '0038231' : code, kind, name, parentCode },
		region: kind === 'country' ? null : 'latgale',
		...{ lon: 26, lat: 56, areaKm2: 1, easternBorder: false }
	};
}

const index = createTerritoryIndex([
	territory('LV', 'country', 'Latvija', null),
	territory('latgale', 'region', 'Latgales plānošanas reģions', 'LV'),
	territory('0002000', 'state_city', 'Daugavpils', 'latgale'),
	territory('0037000', 'municipality', 'Ludzas novads', 'latgale'),
	territory('0037210', 'town', 'Ludza', '0037000'),
	territory('0037600', 'parish', 'Zaļesjes pagasts', '0037000'),
	territory('0037540', 'parish', 'Pasienes pagasts', '0037000'),
	territory('0031000', 'municipality', 'Jēkabpils novads', 'latgale'),
	territory('0031550', 'parish', 'Salas pagasts', '0031000'),
	territory('0037999', 'parish', 'Salas pagasts', '0037000'),
	territory('0038230', 'town', 'Varakļāni', '0037000'),
	territory('0025210', 'town', 'Iecava', '0037000'),
	territory('0025460', 'parish', 'Iecavas pagasts', '0037000'),
	territory('LVRIG01', 'neighbourhood', 'Ludza', '0002000')
]);
const former = createFormerUnits([
	{ code: '0002000', code2018: '0050000', municipality2018: 'Daugavpils' },
	{ code: '0037210', code2018: '0680201', municipality2018: 'Ludzas novads' },
	{ code: '0037600', code2018: '0681896', municipality2018: 'Zilupes novads' },
	{ code: '0037540', code2018: '0681880', municipality2018: 'Zilupes novads' },
	{ code: '0031550', code2018: '0566978', municipality2018: 'Salas novads' },
	{ code: '0025210', code2018: '0406400', municipality2018: 'Iecavas novads' },
	{ code: '0025460', code2018: '0406400', municipality2018: 'Iecavas novads' }
]);
const today = createMatcher(index, former, 'today');
const of2018 = createMatcher(index, former, '2018');

const named = (name: string, municipality: string | null = null) => ({ code: null, name, municipality });
const coded = (code: string, name: string | null = null) => ({ code, name, municipality: null });

/** Codes of what was found; the kind where it is no find. */
function found(match: Match): string[] {
	switch (match.kind) {
		case 'territory':
			return [match.territory.code];
		case 'former':
			return match.units.map(({ code }) => code);
		case 'ambiguous':
		case 'unmatched':
			return [match.kind];
	}
}

describe('normaliseCode', () => {
	it.each([
		['0037600', '0037600'],
		['LV0037600', '0037600'],
		[' 37600 ', '0037600'],
		['680201', '0680201'],
		['latgale', null],
		['12345678', null],
		['123', null]
	])('%s is %s', (text, code) => {
		expect(normaliseCode(text)).toBe(code);
	});
});

describe('codes', () => {
	it('are those of today, old or in force', () => {
		expect(found(today(coded('0037600')))).toEqual(['0037600']);
		expect(found(today(coded('LV0037600')))).toEqual(['0037600']);
		expect(found(today(coded('37600')))).toEqual(['0037600']);
		expect(found(today(coded('0038231')))).toEqual(['0038230']);
		expect(found(today(coded('latgale')))).toEqual(['latgale']);
		expect(found(today(coded('LV')))).toEqual(['LV']);
	});

	it('of 2018 lead to today’s units', () => {
		expect(found(of2018(coded('0681896')))).toEqual(['0037600']);
		expect(found(today(coded('0681896')))).toEqual(['0037600']);
		expect(found(today(coded('0050000', 'Daugavpils')))).toEqual(['0002000']);
		expect(found(of2018(coded('0406400', 'Iecavas novads')))).toEqual(['0025210', '0025460']);
	});

	it('that lead nowhere are not rescued by a name, which is only suggested', () => {
		const match = today(coded('0999999', 'Ludza'));
		expect(match.kind === 'unmatched' ? match.suggestions.map(({ name }) => name) : []).toContain('Ludza');
	});
});

describe('names', () => {
	it('match without case and diacritics, never a neighbourhood', () => {
		expect(found(today(named('zalesjes PAGASTS')))).toEqual(['0037600']);
		expect(found(today(named('Ludza')))).toEqual(['0037210']);
	});

	it('that occur twice need their municipality, of today or of 2018', () => {
		expect(found(today(named('Salas pagasts')))).toEqual(['ambiguous']);
		expect(found(today(named('Salas pagasts', 'Jēkabpils novads')))).toEqual(['0031550']);
		expect(found(today(named('Salas pagasts', 'Jēkabpils')))).toEqual(['0031550']);
		expect(found(today(named('Salas pagasts', 'Salas novads')))).toEqual(['0031550']);
		expect(found(of2018(named('Salas pagasts', 'Salas novads')))).toEqual(['0031550']);
	});

	it('in the wrong municipality are not found', () => {
		expect(found(today(named('Ludza', 'Jēkabpils novads')))).toEqual(['unmatched']);
	});

	it('of a municipality are today’s or that of 2018, as the table says', () => {
		expect(found(today(named('Ludzas novads')))).toEqual(['0037000']);
		expect(found(of2018(named('Ludzas novads')))).toEqual(['0037210']);
	});

	it('of a municipality that is no more are understood in both', () => {
		expect(today(named('Zilupes novads'))).toMatchObject({ kind: 'former', name: 'Zilupes novads' });
		expect(found(today(named('Zilupes novads')))).toEqual(['0037600', '0037540']);
		expect(found(of2018(named('Zilupes novads')))).toEqual(['0037600', '0037540']);
	});

	it('with a typing error are suggested, not taken', () => {
		const match = today(named('Zaļešjas pagasts'));
		expect(match).toMatchObject({ kind: 'unmatched' });
		expect(match.kind === 'unmatched' ? match.suggestions.map(({ name }) => name) : []).toContain(
			'Zaļesjes pagasts'
		);
		expect(today({ code: null, name: null, municipality: null })).toEqual({
			kind: 'unmatched',
			suggestions: []
		});
	});
});

describe('matchRows', () => {
	it('says what was found, what is open, and what is missing', () => {
		const rows = [named('Ludza'), named('Salas pagasts'), named('Xyz'), named('Zilupes novads')];
		const report = matchRows(rows, today, index, 'parish');
		expect(report.matched.map(({ row }) => row.name)).toEqual(['Ludza', 'Zilupes novads']);
		expect(report.ambiguous.map(({ candidates }) => candidates.map(({ code }) => code))).toEqual([
			['0031550', '0037999']
		]);
		expect(report.unmatched.map(({ row }) => row.name)).toEqual(['Xyz']);
		const missing = report.missing.map(({ code }) => code);
		expect(missing).toContain('0002000');
		for (const code of ['0037210', '0037600', '0037540']) expect(missing).not.toContain(code);
	});
});
