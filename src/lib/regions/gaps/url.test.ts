import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SMALL_CHECKLIST } from '../../../../tests/fixtures/small-gaps.ts';
import { askedOf } from '../../coverage/matrix.ts';
import { parseGapUrl, serialiseGapUrl, type GapChoices } from './url.ts';

const choices: GapChoices = {
	definition: askedOf(SMALL_CHECKLIST),
	zones: ['eastern-border'],
	level: 'municipality'
};
const parse = (query: string) => parseGapUrl(new URLSearchParams(query), choices);

describe('the address of gaps', () => {
	it('reads what is asked for', () => {
		expect(parse('of=1.1&measure=must&level=parish&second=eastern-border&sort=-1.1')).toEqual({
			...{ of: '1.1', measure: 'must', level: 'parish', second: 'eastern-border' },
			sort: { by: '1.1', descending: true }
		});
	});

	it('takes what it does not understand for nothing', () => {
		const usual = {
			...{ of: null, measure: 'low', level: 'municipality', second: null },
			sort: { by: 'name', descending: false }
		};
		for (const query of ['', 'of=2.2', 'of=x&measure=y&level=region&second=flood&sort=--', 'sort=-1.1'])
			expect(parse(query)).toEqual(usual);
		expect(parse('of=contacts&measure=must').measure).toBe('low');
	});

	it('is never refused, and means the same when it is written again', () => {
		const value = fc.oneof(
			fc.string(),
			fc.constantFrom('water', '1.1', '2.1', 'must', 'median', 'parish', '-water')
		);
		const query = fc.dictionary(fc.constantFrom('of', 'measure', 'level', 'second', 'sort'), value);
		fc.assert(
			fc.property(query, (params) => {
				const state = parseGapUrl(new URLSearchParams(params), choices);
				expect(parse(serialiseGapUrl(state, choices))).toEqual(state);
			})
		);
	});
});
