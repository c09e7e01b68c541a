import { describe, expect, test } from 'vitest';
import { createTerritoryIndex } from '../territories/hierarchy.ts';
import type { Territory, TerritoryKind } from '../territories/types.ts';
import { searchablePlaces, territoryLabels } from './territories.ts';

const territory = (
	code: string,
	kind: TerritoryKind,
	name: string,
	parentCode: string | null
): Territory => ({
	code,
	codeCurrent: code === '0020210' ? '0020211' : code,
	kind,
	name,
	parentCode,
	region: parentCode === null ? null : 'zemgale',
	lon: 25,
	lat: 56,
	areaKm2: 1,
	easternBorder: false
});

const index = createTerritoryIndex([
	territory('LV', 'country', 'Latvija', null),
	territory('zemgale', 'region', 'Zemgales plānošanas reģions', 'LV'),
	territory('0020000', 'municipality', 'Aizkraukles novads', 'zemgale'),
	territory('0025000', 'municipality', 'Jēkabpils novads', 'zemgale'),
	territory('0020210', 'town', 'Aizkraukle', '0020000'),
	territory('0020500', 'parish', 'Salas pagasts', '0020000'),
	territory('0025500', 'parish', 'Salas pagasts', '0025000')
]);

describe('labels', () => {
	const label = territoryLabels(index);

	test('a name that occurs once stands alone', () => {
		expect(label('0020210')).toBe('Aizkraukle');
	});

	test('namesakes are told apart by what they lie in', () => {
		expect(label('0025500')).toBe('Salas pagasts, Jēkabpils novads');
		expect(label('0020500')).toBe('Salas pagasts, Aizkraukles novads');
	});

	test('an unknown code has no label', () => {
		expect(label('0000000')).toBeNull();
	});
});

test('places to search name what they lie in, and the code in force where it differs', () => {
	const places = searchablePlaces(index);
	expect(places.find(({ code }) => code === '0020210')).toEqual({
		code: '0020210',
		codeCurrent: '0020211',
		name: 'Aizkraukle',
		kind: 'town',
		within: 'Aizkraukles novads'
	});
	expect(places.find(({ code }) => code === 'zemgale')?.within).toBeNull();
	expect(places.find(({ code }) => code === 'LV')?.within).toBeNull();
});
