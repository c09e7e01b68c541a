import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { boundsOf, decodeTopology } from './geometry.ts';

/** Two square units side by side; together they are one municipality and one region. */
function twoSquares() {
	const object = (geometries: unknown[]) => ({ type: 'GeometryCollection', geometries });
	// Arc 0 is the shared side, 1 the way around the west, 2 around the east.
	const whole = { type: 'Polygon', arcs: [[1, 2]] };
	return {
		type: 'Topology',
		arcs: [
			[
				[1, 0],
				[1, 1]
			],
			[
				[1, 1],
				[0, 1],
				[0, 0],
				[1, 0]
			],
			[
				[1, 0],
				[2, 0],
				[2, 1],
				[1, 1]
			]
		],
		objects: {
			units: object([
				{ id: '01', type: 'Polygon', arcs: [[0, 1]] },
				{ id: '02', type: 'Polygon', arcs: [[2, ~0]] }
			]),
			municipalities: object([{ ...whole, id: '0' }]),
			regions: object([{ ...whole, id: 'latgale' }]),
			neighbourhoods: object([])
		}
	};
}

describe('decodeTopology', () => {
	test('areas carry their code as a property', () => {
		const { areas } = decodeTopology(twoSquares());
		expect(areas.units.features.map((area) => area.properties.code)).toEqual(['01', '02']);
		expect(areas.regions.features.map((area) => area.properties.code)).toEqual(['latgale']);
		expect(areas.neighbourhoods.features).toEqual([]);
	});

	test('each boundary once, as that of the largest areas it parts', () => {
		const { features } = decodeTopology(twoSquares()).borders;
		const points = Object.fromEntries(
			features.map(({ properties, geometry }) => [properties.kind, geometry.coordinates.flat().length])
		);
		// The way around is the region's alone; only the shared side is left for the units.
		expect(points).toEqual({ region: 7, municipality: 0, unit: 2 });
	});

	test.each([
		['no object', null],
		['GeoJSON', { type: 'FeatureCollection', features: [] }],
		['a missing level', { ...twoSquares(), objects: { units: twoSquares().objects.units } }],
		['no arcs', { ...twoSquares(), arcs: undefined }],
		['an area without code', withUnits([{ type: 'Polygon', arcs: [[0, 1]] }])],
		['a point', withUnits([{ id: '01', type: 'Point', coordinates: [0, 0] }])]
	])('refuses %s', (_what, data) => {
		expect(() => decodeTopology(data)).toThrow(TypeError);
	});

	function withUnits(geometries: unknown[]) {
		const topology = twoSquares();
		return {
			...topology,
			objects: { ...topology.objects, units: { type: 'GeometryCollection', geometries } }
		};
	}
});

test('boundsOf spans all areas', () => {
	const { areas } = decodeTopology(twoSquares());
	expect(boundsOf(areas.units.features)).toEqual([0, 0, 2, 1]);
	expect(boundsOf([])).toBeNull();
});

describe('the real boundaries', () => {
	const file = new URL('../../../static/geo/units.topo.json', import.meta.url);
	const { areas, borders } = decodeTopology(JSON.parse(readFileSync(file, 'utf8')));

	test('all areas of all levels', () => {
		expect(areas.units.features).toHaveLength(592);
		expect(areas.municipalities.features).toHaveLength(42);
		expect(areas.regions.features).toHaveLength(5);
		expect(areas.neighbourhoods.features).toHaveLength(85);
	});

	test('levels share their arcs: boundaries of units alone are shorter than those of all units', () => {
		const points = (kind: string) =>
			borders.features.find((line) => line.properties.kind === kind)?.geometry.coordinates.flat().length ?? 0;
		for (const kind of ['region', 'municipality', 'unit']) expect(points(kind)).toBeGreaterThan(100);
		const ofUnits = areas.units.features.flatMap(({ geometry }) => geometry.coordinates.flat(3)).length / 2;
		// Inner boundaries stand in two units; each is drawn once.
		expect(points('region') + points('municipality') + points('unit')).toBeLessThan(0.65 * ofUnits);
	});
});
