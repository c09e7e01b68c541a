import { expect, it } from 'vitest';
import { SMALL_COUNTRY } from '$tests/fixtures/small-country.ts';
import { furtherPlaces } from './further-places.ts';

const values = (home: string, chosen?: string[]) =>
	furtherPlaces(SMALL_COUNTRY, home, chosen).map(({ value }) => value);

it('offers the rest of the municipality, never the home', () => {
	expect(values('0010010')).toEqual(['0010200']);
	expect(values('LVDEL01')).toEqual(['0003000']);
	expect(values('0020010')).toEqual([]);
});

it('keeps what was chosen elsewhere', () => {
	expect(values('0010010', ['0020010'])).toEqual(['0010200', '0020010']);
});
