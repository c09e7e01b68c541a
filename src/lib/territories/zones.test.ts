import { describe, expect, it } from 'vitest';
import { createTerritoryIndex } from './hierarchy.ts';
import type { Territory, TerritoryKind } from './types.ts';
import {
	partsOfZone,
	territoriesInZone,
	unitsWithinKm,
	zonesOn,
	zoneVersionOn,
	zoneVersionShown,
	type ZoneVersion
} from './zones.ts';

function version(validFrom: string, validTo: string | null = null, zoneId = 'zone'): ZoneVersion {
	return {
		...{ zoneId, validFrom, validTo, definition: validFrom, borderKm: null, sourceId: 'source' },
		territoryCodes: []
	};
}

describe('zoneVersionOn', () => {
	const versions = [
		version('2025-01-20'),
		version('2022-07-01', '2024-12-31'),
		version('2027-01-01', '2027-12-31')
	];
	it.each([
		['2022-06-30', null],
		['2022-07-01', '2022-07-01'],
		['2024-12-31', '2022-07-01'],
		// Its end has come, the next has not begun.
		['2025-01-01', null],
		['2025-01-20', '2025-01-20'],
		// No end is named: the next version ends it.
		['2026-12-31', '2025-01-20'],
		['2027-01-01', '2027-01-01'],
		['2027-12-31', '2027-01-01'],
		// A newer version has ended: the older one does not come back.
		['2028-01-01', null]
	])('on %s it is %s', (day, from) => {
		expect(zoneVersionOn(versions, day)?.validFrom ?? null).toBe(from);
		expect(zoneVersionOn([...versions].reverse(), day)?.validFrom ?? null).toBe(from);
	});

	it('is none without versions', () => {
		expect(zoneVersionOn([], '2026-01-01')).toBeNull();
	});
});

describe('zoneVersionShown', () => {
	it('always is the newest version of the zone that protects, and of others the one that holds', () => {
		const versions = [version('2025-01-20', '2027-12-31'), version('2022-07-01')];
		for (const day of ['2000-01-01', '2025-01-19', '2025-01-20', '2028-01-01']) {
			expect(zoneVersionShown('eastern-border', versions, day)?.validFrom, day).toBe('2025-01-20');
			expect(zoneVersionShown('zone', versions, day), day).toBe(zoneVersionOn(versions, day));
		}
		expect(zoneVersionShown('eastern-border', [], '2026-01-01')).toBeNull();
	});
});

describe('zonesOn', () => {
	it('asks every zone for itself', () => {
		const holding = zonesOn(
			[version('2022-07-01', null, 'a'), version('2025-01-20', null, 'b'), version('2023-01-01', null, 'a')],
			'2024-01-01'
		);
		expect([...holding].map(([id, { validFrom }]) => [id, validFrom])).toEqual([['a', '2023-01-01']]);
	});
});

function territory(code: string, kind: TerritoryKind, parentCode: string | null): Territory {
	return {
		...{
			code,
			codeCurrent: code,
			kind,
			name: code,
			parentCode,
			region: kind === 'country' ? null : 'latgale'
		},
		...{ lon: 26, lat: 56, areaKm2: 1, easternBorder: false }
	};
}
const index = createTerritoryIndex([
	territory('LV', 'country', null),
	territory('latgale', 'region', 'LV'),
	territory('M1', 'municipality', 'latgale'),
	territory('P1', 'parish', 'M1'),
	territory('P2', 'parish', 'M1'),
	territory('C1', 'state_city', 'latgale'),
	territory('N1', 'neighbourhood', 'C1')
]);
const inZone = (...territoryCodes: string[]): string[] =>
	[...territoriesInZone(index, { ...version('2025-01-01'), territoryCodes })].sort();

describe('territoriesInZone', () => {
	it('holds what lies inside', () => {
		expect(inZone('C1')).toEqual(['C1', 'N1']);
		expect(inZone('M1')).toEqual(['M1', 'P1', 'P2']);
	});

	it('holds a larger territory only as a whole', () => {
		expect(inZone('P1')).toEqual(['P1']);
		expect(inZone('P1', 'P2')).toEqual(['M1', 'P1', 'P2']);
		expect(inZone('P1', 'P2', 'C1')).toEqual(['C1', 'LV', 'M1', 'N1', 'P1', 'P2', 'latgale']);
	});

	it('leaves out what the reference does not know', () => {
		expect(inZone('X9')).toEqual([]);
	});
});

describe('unitsWithinKm', () => {
	const distances = new Map([
		['P1', 0],
		['P2', 12.4],
		['M1', 0]
	]);
	it('takes units at most so far; without a distance none', () => {
		expect(unitsWithinKm(index, distances, 0)).toEqual(['P1']);
		expect(unitsWithinKm(index, distances, 12.3)).toEqual(['P1']);
		expect(unitsWithinKm(index, distances, 12.4)).toEqual(['P1', 'P2']);
		expect(unitsWithinKm(index, distances, Number.MAX_VALUE)).toEqual(['P1', 'P2']);
	});
});

describe('partsOfZone', () => {
	const parts = (...codes: string[]) =>
		partsOfZone(index, new Set(codes)).map(({ municipality, isWhole, units }) => [
			...[municipality.code, isWhole],
			...units.map(({ code }) => code)
		]);

	it('says which municipalities belong to it as a whole, and which places of the others', () => {
		expect(parts(...inZone('M1'))).toEqual([['M1', true, 'P1', 'P2']]);
		expect(parts(...inZone('P2', 'C1'))).toEqual([
			['M1', false, 'P2'],
			['C1', true, 'C1']
		]);
		expect(parts()).toEqual([]);
	});
});
