import { describe, expect, it } from 'vitest';
import type { Territory, TerritoryKind } from '../../lib/territories/types.ts';
import { SourceError } from './errors.ts';
import { createNameLookup } from './name-lookup.ts';

function territory(code: string, kind: TerritoryKind, name: string, parentCode: string | null): Territory {
	return {
		code,
		codeCurrent: code,
		kind,
		name,
		parentCode,
		region: kind === 'country' ? null : 'latgale',
		lon: 26,
		lat: 56,
		areaKm2: 1,
		easternBorder: false
	};
}

const lookup = createNameLookup([
	territory('LV', 'country', 'Latvija', null),
	territory('latgale', 'region', 'Latgales plānošanas reģions', 'LV'),
	territory('0002000', 'state_city', 'Daugavpils', 'latgale'),
	territory('0037000', 'municipality', 'Ludzas novads', 'latgale'),
	territory('0037210', 'town', 'Ludza', '0037000'),
	territory('0031000', 'municipality', 'Jēkabpils novads', 'latgale'),
	territory('0031550', 'parish', 'Salas pagasts', '0031000'),
	territory('0037999', 'parish', 'Salas pagasts', '0037000')
]);

describe('createNameLookup', () => {
	it('finds units and municipalities by name', () => {
		expect(lookup.unit('Ludza', 'test').code).toBe('0037210');
		expect(lookup.unit('Daugavpils', 'test').code).toBe('0002000');
		expect(lookup.municipality('Ludzas', 'test').code).toBe('0037000');
		expect(lookup.municipality('Ludzas novads', 'test').code).toBe('0037000');
		expect(lookup.municipality('Daugavpils', 'test').code).toBe('0002000');
	});

	it('refuses to choose between namesakes', () => {
		expect(() => lookup.unit('Salas pagasts', 'Activity “X”')).toThrow(
			new SourceError(
				'Activity “X”: “Salas pagasts” may be Salas pagasts (0031550), Salas pagasts (0037999); the source must tell them apart.'
			)
		);
	});

	it('names what an unknown name is near to', () => {
		expect(() => lookup.unit('Ludzza', 'Activity “X”')).toThrow(
			/no territory is called “Ludzza”. Near names: Ludza/
		);
	});

	it('refuses a code that does not fit the name or the municipality', () => {
		expect(lookup.checked('0037210', 'Ludza', 'Ludzas novads', 'test').code).toBe('0037210');
		expect(() => lookup.checked('0037210', 'Ludzas pagasts', 'Ludzas novads', 'test')).toThrow(SourceError);
		expect(() => lookup.checked('0037210', 'Ludza', 'Jēkabpils novads', 'test')).toThrow(SourceError);
		expect(() => lookup.checked('0099999', 'Ludza', 'Ludzas novads', 'test')).toThrow(
			/no territory has the code/
		);
	});
});
