import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearestNames, normaliseName, searchPlaces, type Place, plainId } from './names.ts';
import { placeLabel } from './place-label.ts';

const places: Place[] = [
	{ code: 'LV', name: 'Latvija', kind: 'country', within: null },
	{ code: 'riga', name: 'Rīgas plānošanas reģions', kind: 'region', within: null },
	{ code: '0001000', name: 'Rīga', kind: 'state_city', within: 'Rīgas plānošanas reģions' },
	{ code: '0036000', name: 'Līvānu novads', kind: 'municipality', within: 'Latgales plānošanas reģions' },
	{ code: '0036210', name: 'Līvāni', kind: 'town', within: 'Līvānu novads' },
	{ code: '0031550', name: 'Salas pagasts', kind: 'parish', within: 'Jēkabpils novads' },
	{ code: '0039420', name: 'Salas pagasts', kind: 'parish', within: 'Mārupes novads' },
	{ code: '0045000', name: 'Salaspils novads', kind: 'municipality', within: 'Rīgas plānošanas reģions' },
	{ code: '0037510', name: 'Mērdzenes pagasts', kind: 'parish', within: 'Ludzas novads' },
	{ code: '0055200', codeCurrent: '0038231', name: 'Varakļāni', kind: 'town', within: 'Madonas novads' },
	{ code: 'LVRIG42', name: 'Pētersala-Andrejsala', kind: 'neighbourhood', within: 'Rīga' },
	{ code: 'LVRIG35', name: 'Salas', kind: 'neighbourhood', within: 'Rīga' }
];

function labels(found: readonly Place[]): string[] {
	return found.map(placeLabel);
}

describe('plainId', () => {
	it.each([
		['Iedzīvotāji 2025. gadā', [], 'iedzivotaji-2025-gada'],
		['Tuvu', ['tuvu', 'tuvu-2'], 'tuvu-3'],
		['Зона', [], 'id'],
		['—', ['id'], 'id-2'],
		['a'.repeat(80), [], 'a'.repeat(50)]
	])('%s', (text, taken, id) => {
		expect(plainId(text, taken)).toBe(id);
	});
});

describe('normaliseName', () => {
	it.each([
		['Mērdzenes pagasts', 'merdzenes pagasts'],
		['ĀČĒĢĪĶĻŅŌŖŠŪŽ', 'acegiklnorsuz'],
		['āčēģīķļņōŗšūž', 'acegiklnorsuz'],
		['  Pētersala-Andrejsala ', 'petersala andrejsala'],
		['“Līči”', 'lici'],
		['Резекненский край', 'резекненский край'],
		['Ёлка', 'ёлка']
	])('%s → %s', (name, expected) => {
		expect(normaliseName(name)).toBe(expected);
	});

	it('does not care how a letter with a mark is composed and changes nothing the second time', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme' }), (text) => {
				const once = normaliseName(text);
				expect(normaliseName(text.normalize('NFD'))).toBe(normaliseName(text.normalize('NFC')));
				expect(normaliseName(once)).toBe(once);
			})
		);
	});
});

describe('searchPlaces', () => {
	it('needs no diacritics', () => {
		expect(labels(searchPlaces(places, 'merdzene'))).toEqual(['Mērdzenes pagasts, Ludzas novads']);
		expect(labels(searchPlaces(places, 'MĒRDZENE'))).toEqual(['Mērdzenes pagasts, Ludzas novads']);
	});

	it('forgives a typing error', () => {
		expect(labels(searchPlaces(places, 'merzdene'))).toEqual(['Mērdzenes pagasts, Ludzas novads']);
		expect(labels(searchPlaces(places, 'varaklani'))[0]).toBe('Varakļāni, Madonas novads');
	});

	it('puts the exact name before longer ones and tells namesakes apart', () => {
		expect(labels(searchPlaces(places, 'salas'))).toEqual([
			'Salas pagasts, Jēkabpils novads',
			'Salas pagasts, Mārupes novads',
			'Salas, Rīga',
			'Salaspils novads, Rīgas plānošanas reģions'
		]);
		expect(labels(searchPlaces(places, 'riga'))[0]).toBe('Rīga, Rīgas plānošanas reģions');
	});

	it('finds by several words of the label in any order', () => {
		expect(labels(searchPlaces(places, 'salas marup'))).toEqual(['Salas pagasts, Mārupes novads']);
		expect(labels(searchPlaces(places, 'marupes salas'))).toEqual(['Salas pagasts, Mārupes novads']);
	});

	it('finds the second word and the inside of a word', () => {
		expect(searchPlaces(places, 'andrej').map((place) => place.code)).toEqual(['LVRIG42']);
		expect(searchPlaces(places, 'dzenes').map((place) => place.code)).toEqual(['0037510']);
	});

	it('offers the inflected name after the exact one', () => {
		expect(labels(searchPlaces(places, 'līvāni'))).toEqual([
			'Līvāni, Līvānu novads',
			'Līvānu novads, Latgales plānošanas reģions'
		]);
	});

	it('knows stable codes and codes in force', () => {
		expect(searchPlaces(places, '0055200')[0]?.name).toBe('Varakļāni');
		expect(searchPlaces(places, '0038231')[0]?.name).toBe('Varakļāni');
		expect(searchPlaces(places, 'LV0055200')[0]?.name).toBe('Varakļāni');
	});

	it('finds nothing for nothing and respects the limit', () => {
		expect(searchPlaces(places, '  ')).toEqual([]);
		expect(searchPlaces(places, 'qqq')).toEqual([]);
		expect(searchPlaces(places, 'sala', 2)).toHaveLength(2);
	});
});

describe('nearestNames', () => {
	it('offers what a misspelt name may have meant', () => {
		expect(labels(nearestNames(places, 'Merdzeness pagasts'))[0]).toBe('Mērdzenes pagasts, Ludzas novads');
		expect(labels(nearestNames(places, 'salas-pagasts')).slice(0, 2)).toEqual([
			'Salas pagasts, Jēkabpils novads',
			'Salas pagasts, Mārupes novads'
		]);
	});

	it('offers the nearest codes, those of the same municipality first', () => {
		expect(nearestNames(places, '0037511')[0]?.code).toBe('0037510');
		expect(nearestNames(places, '0036001').map((place) => place.code)[0]).toBe('0036000');
		expect(nearestNames(places, 'LVRIG43')[0]?.code).toBe('LVRIG42');
	});

	it('offers nothing for what resembles nothing', () => {
		expect(nearestNames(places, '')).toEqual([]);
		expect(nearestNames(places, 'xxxxxxxxxxxxxxxxxxxxxx')).toEqual([]);
	});
});
