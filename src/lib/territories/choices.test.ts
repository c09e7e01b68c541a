import { describe, expect, it } from 'vitest';
import { SMALL_COUNTRY } from '../../../tests/fixtures/small-country.ts';
import { byMunicipality, recordedPlaces } from './choices.ts';

const compare = (a: string, b: string): number => a.localeCompare(b, 'lv');

describe('places to choose', () => {
	it('are units and neighbourhoods of the regions', () => {
		const codes = (regions: string[]) => recordedPlaces(SMALL_COUNTRY, regions).map(({ code }) => code);
		expect(codes(['latgale'])).toEqual(['0010010', '0010200', '0020010']);
		expect(codes(['riga'])).toEqual(['0003000', 'LVDEL01']);
		expect(codes([])).toEqual([]);
	});

	it('stand under their municipality, both in order', () => {
		const places = recordedPlaces(SMALL_COUNTRY, ['latgale', 'riga']);
		const of = ({ code, name }: { code: string; name: string }) => ({ code, value: code, label: name });
		expect(byMunicipality(places.toReversed(), SMALL_COUNTRY, of, compare)).toEqual([
			{
				label: 'Delta',
				options: [
					{ value: 'LVDEL01', label: 'Centrs' },
					{ value: '0003000', label: 'Delta' }
				]
			},
			{ label: 'Lielais novads', options: [{ value: '0020010', label: 'Gammas pagasts' }] },
			{
				label: 'Mazais novads',
				options: [
					{ value: '0010010', label: 'Alfas pagasts' },
					{ value: '0010200', label: 'Beta' }
				]
			}
		]);
	});
});
