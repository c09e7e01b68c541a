import { expect, it } from 'vitest';
import { SMALL_COUNTRY } from '../../../tests/fixtures/small-country.ts';
import { areaSums } from './sums.ts';

it('areaSums adds units up for every area that they lie in, and knows no others', () => {
	const units = [
		{ code: '0010010', done: 1, items: 4 },
		{ code: '0010200', done: 2, items: 3 },
		{ code: '0003000', done: 5, items: 5 }
	];
	expect(Object.fromEntries(areaSums(units, SMALL_COUNTRY, ['done']))).toEqual({
		...{ '0010010': { done: 1 }, '0010200': { done: 2 }, '0010000': { done: 3 }, latgale: { done: 3 } },
		...{ '0003000': { done: 5 }, riga: { done: 5 }, LV: { done: 8 } }
	});
});
