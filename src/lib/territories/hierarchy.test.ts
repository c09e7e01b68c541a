import { describe, expect, it } from 'vitest';
import { createTerritoryIndex, isUnitKind, levelOf, levelsOf } from './hierarchy.ts';
import { TERRITORY_KINDS, type Territory, type TerritoryKind } from './types.ts';

function territory(
	code: string,
	kind: TerritoryKind,
	parentCode: string | null,
	codeCurrent = code
): Territory {
	return {
		code,
		codeCurrent,
		kind,
		name: code,
		parentCode,
		region: kind === 'country' ? null : 'latgale',
		lon: 26,
		lat: 56,
		areaKm2: 1,
		easternBorder: false
	};
}

const reference = [
	territory('LV', 'country', null),
	territory('latgale', 'region', 'LV'),
	territory('0037000', 'municipality', 'latgale'),
	territory('0002000', 'state_city', 'latgale'),
	territory('0037210', 'town', '0037000', '0099999'),
	territory('0037500', 'parish', '0037000'),
	territory('LVRIG01', 'neighbourhood', '0002000')
];
const index = createTerritoryIndex(reference);
const codes = (territories: readonly Territory[]) => territories.map((each) => each.code);

describe('createTerritoryIndex', () => {
	it('finds by stable code and by the code in force', () => {
		expect(index.byCode('0037210')?.kind).toBe('town');
		expect(index.byCode('0099999')).toBeUndefined();
		expect(index.resolve('0099999')?.code).toBe('0037210');
		expect(index.resolve('0037210')?.code).toBe('0037210');
		expect(index.resolve('nowhere')).toBeUndefined();
	});

	it('lists children and units', () => {
		expect(codes(index.children('latgale'))).toEqual(['0037000', '0002000']);
		expect(codes(index.children('0002000'))).toEqual(['LVRIG01']);
		expect(codes(index.unitsOf('LV'))).toEqual(['0002000', '0037210', '0037500']);
		expect(codes(index.unitsOf('0037000'))).toEqual(['0037210', '0037500']);
		expect(codes(index.unitsOf('0037500'))).toEqual(['0037500']);
		expect(index.unitsOf('LVRIG01')).toEqual([]);
	});

	it('leads from the country down to the parent', () => {
		expect(codes(index.ancestors('0037500'))).toEqual(['LV', 'latgale', '0037000']);
		expect(codes(index.ancestors('LVRIG01'))).toEqual(['LV', 'latgale', '0002000']);
		expect(index.ancestors('LV')).toEqual([]);
	});

	it('names the municipality; a state city is its own', () => {
		expect(index.municipalityOf('0037500')?.code).toBe('0037000');
		expect(index.municipalityOf('0002000')?.code).toBe('0002000');
		expect(index.municipalityOf('LVRIG01')?.code).toBe('0002000');
		expect(index.municipalityOf('0037000')?.code).toBe('0037000');
		expect(index.municipalityOf('latgale')).toBeNull();
		expect(index.municipalityOf('nowhere')).toBeNull();
	});

	it('counts a state city at two levels', () => {
		expect(codes(index.atLevel('parish'))).toEqual(['0002000', '0037210', '0037500']);
		expect(codes(index.atLevel('municipality'))).toEqual(['0037000', '0002000']);
		expect(codes(index.atLevel('region'))).toEqual(['latgale']);
	});

	it('refuses a broken reference', () => {
		const country = territory('LV', 'country', null);
		expect(() => createTerritoryIndex([country, country])).toThrow('occurs twice');
		expect(() => createTerritoryIndex([country, territory('a', 'region', 'b')])).toThrow('unknown parent b');
		expect(() => createTerritoryIndex([territory('a', 'region', null)])).toThrow('has no parent');
		expect(() =>
			createTerritoryIndex([territory('a', 'region', 'b'), territory('b', 'region', 'a')])
		).toThrow('circle');
	});
});

describe('levels of kinds', () => {
	it('agree with each other', () => {
		for (const kind of TERRITORY_KINDS) {
			const levels = levelsOf(kind);
			expect(levels.includes('parish')).toBe(isUnitKind(kind));
			if (levels.length > 0) expect(levels).toContain(levelOf(kind));
		}
		expect(levelOf('country')).toBe('region');
		expect(levelOf('neighbourhood')).toBe('parish');
	});
});
