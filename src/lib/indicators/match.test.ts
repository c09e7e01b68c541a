import { describe, expect, it } from 'vitest';
import {
	AMBIGUOUS_COUNTRY as index,
	AMBIGUOUS_FORMER as former
} from '../../../tests/fixtures/ambiguous-country.ts';
import { createMatcher, matchRows, normaliseCode, type Match } from './match.ts';

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
