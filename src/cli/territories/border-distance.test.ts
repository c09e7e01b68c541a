/** Checked on the shipped boundaries with the outlines of the neighbours, and on a country made of squares. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { UnitsTopology } from '../../lib/territories/topology.ts';
import {
	borderDistances,
	cornerOf,
	easternBorder,
	lineDistance,
	COUNTRY_IDS,
	type CountriesTopology,
	type EasternBorder
} from './border-distance.ts';
import { readSeed } from './read-seed.ts';

const ROOT = join(import.meta.dirname, '..', '..', '..');
const read = (path: string): string => readFileSync(path, 'utf8');

const topology = JSON.parse(read(join(ROOT, 'static/geo/units.topo.json'))) as UnitsTopology;
const countries = JSON.parse(
	read(createRequire(import.meta.url).resolve('world-atlas/countries-10m.json'))
) as CountriesTopology;
const territories = readSeed(read(join(ROOT, 'supabase/seed.sql')), 'territories');

let border: EasternBorder;
let distances: Map<string, number>;
beforeAll(() => {
	border = easternBorder(topology, countries);
	distances = borderDistances(topology, border);
});

/** Distance of the one unit of this name; NaN where there is not exactly one. */
function distanceOf(name: string): number {
	const named = territories.filter((row) => row.name === name && distances.has(String(row.code)));
	return named.length === 1 ? (distances.get(String(named[0]?.code)) ?? NaN) : NaN;
}

describe('easternBorder', () => {
	it('runs between corners of the outlines that lie near our boundary', () => {
		for (const gap of border.cornerGaps) expect(gap).toBeLessThan(1.5);
	});

	it('is nearly as long as the border is: 283 km with Russia, 173 km with Belarus', () => {
		// A generalised line is shorter than the real one, by a tenth here.
		expect(border.lengthKm).toBeGreaterThan(0.85 * (283 + 173));
		expect(border.lengthKm).toBeLessThan(283 + 173);
	});

	it('is one line without gaps', () => {
		border.pieces.forEach((piece, index) => {
			const before = border.pieces[index - 1];
			if (before) expect(before.points.at(-1)).toEqual(piece.points[0]);
		});
	});

	it('refuses outlines in which a country is missing', () => {
		const without = { ...countries, objects: { countries: { type: 'GeometryCollection', geometries: [] } } };
		expect(() => easternBorder(topology, without as CountriesTopology)).toThrow(/lack country 428/);
	});

	it('refuses countries that do not meet in one place', () => {
		const { latvia, estonia, lithuania } = COUNTRY_IDS;
		expect(() => cornerOf(countries, [latvia, estonia, lithuania])).toThrow(/meet in 0 places/);
	});
});

describe('borderDistances', () => {
	it('knows every unit', () => {
		expect(distances.size).toBe(592);
		for (const km of distances.values()) expect(Number.isFinite(km)).toBe(true);
	});

	it.each(['Pasienes pagasts', 'Briģu pagasts', 'Pededzes pagasts', 'Piedrujas pagasts', 'Zaļesjes pagasts'])(
		'%s touches',
		(name) => {
			expect(distanceOf(name)).toBe(0);
		}
	);

	it('finds what the table of units calls touching, and nobody else', () => {
		// Computed by other hands, with other outlines.
		const touching = territories.filter(
			(row) => Number(row.border_russia_km) > 0 || Number(row.border_belarus_km) > 0
		);
		expect(touching).toHaveLength(24);
		expect(
			[...distances]
				.filter(([, km]) => km === 0)
				.map(([code]) => code)
				.sort()
		).toEqual(touching.map((row) => String(row.code)).sort());
	});

	it('is near but not touching: Istra behind Pasiene, Zilupe, Medņeva behind Vecumi', () => {
		expect(distanceOf('Istras pagasts')).toBeGreaterThan(0);
		expect(distanceOf('Istras pagasts')).toBeLessThan(10);
		expect(distanceOf('Zilupe')).toBeGreaterThan(0);
		expect(distanceOf('Zilupe')).toBeLessThan(5);
		expect(distanceOf('Medņevas pagasts')).toBeGreaterThan(0);
	});

	it('is not Estonia’s or Lithuania’s border', () => {
		// Ends at the corner where the border of Russia begins.
		expect(distanceOf('Mārkalnes pagasts')).toBeGreaterThan(0);
		expect(distanceOf('Mārkalnes pagasts')).toBeLessThan(1);
		expect(distanceOf('Veclaicenes pagasts')).toBeGreaterThan(10);
		expect(distanceOf('Medumu pagasts')).toBeGreaterThan(5);
		expect(distanceOf('Valka')).toBeGreaterThan(50);
		expect(distanceOf('Bauska')).toBeGreaterThan(100);
	});

	it('is far in the west', () => {
		expect(distanceOf('Liepāja')).toBeGreaterThan(340);
		expect(distanceOf('Liepāja')).toBeLessThan(370);
		expect(distanceOf('Rīga')).toBeGreaterThan(180);
	});

	it('grows with every unit on the way from the border to the sea', () => {
		const way = ['Pasienes pagasts', 'Istras pagasts', 'Ludza', 'Rēzekne', 'Rīga', 'Ventspils'].map(
			distanceOf
		);
		expect(way).toEqual([...way].sort((a, b) => a - b));
		expect(new Set(way).size).toBe(way.length);
	});
});

/** A square of 0.1° by its south-western corner; a topology without shared arcs would not know neighbours. */
function strip(): { units: UnitsTopology; countries: CountriesTopology } {
	// Three units in a row from west to east: C, B, A. A holds the eastern side, which Russia (north) and Belarus share.
	const lon = [26, 26.1, 26.2, 26.3];
	const [south, middle, north] = [56, 56.05, 56.1];
	const east = lon[3] ?? 0;
	const arcs = [
		...[0, 1, 2].map((index) => [
			[lon[index] ?? 0, south],
			[lon[index + 1] ?? 0, south]
		]),
		...[0, 1, 2].map((index) => [
			[lon[index + 1] ?? 0, north],
			[lon[index] ?? 0, north]
		]),
		// Upwards: west side, C|B, B|A; the eastern side with the corner of three countries in its middle.
		...[0, 1, 2].map((index) => [
			[lon[index] ?? 0, south],
			[lon[index] ?? 0, north]
		]),
		[
			[east, south],
			[east, middle],
			[east, north]
		]
	];
	const unit = (id: string, ring: number[]) => ({ type: 'Polygon' as const, id, arcs: [ring] });
	const units = {
		type: 'Topology',
		arcs,
		objects: {
			units: {
				type: 'GeometryCollection',
				geometries: [unit('C', [0, 7, 3, ~6]), unit('B', [1, 8, 4, ~7]), unit('A', [2, 9, 5, ~8])]
			}
		}
	} as unknown as UnitsTopology;

	// Latvia, and around it: Lithuania in the south, Belarus south-east, Russia north-east, Estonia in the north.
	const latvia = [
		[
			[26, south],
			[east, south]
		],
		[
			[east, south],
			[east, middle]
		],
		[
			[east, middle],
			[east, north]
		],
		[
			[east, north],
			[26, north]
		],
		[
			[26, north],
			[26, south]
		]
	];
	const around = (...places: number[][]) => places;
	const outlines = {
		type: 'Topology',
		arcs: [
			...latvia,
			around([26, south], [26, 55], [east, 55], [east, south]),
			around([east, south], [27, south], [27, middle], [east, middle]),
			around([east, middle], [27.5, middle], [27.5, north], [east, north]),
			around([east, north], [east, 57], [26, 57], [26, north])
		],
		objects: {
			countries: {
				type: 'GeometryCollection',
				geometries: [
					unit(COUNTRY_IDS.latvia, [0, 1, 2, 3, 4]),
					unit(COUNTRY_IDS.lithuania, [~0, 5]),
					unit(COUNTRY_IDS.belarus, [~1, 6]),
					unit(COUNTRY_IDS.russia, [~2, 7]),
					unit(COUNTRY_IDS.estonia, [~3, 8])
				]
			}
		}
	} as unknown as CountriesTopology;
	return { units, countries: outlines };
}

/** The same from north to south: what was right in the east must be right in a mirror. */
function upsideDown<T extends { arcs: number[][][] }>(made: T): T {
	return { ...made, arcs: made.arcs.map((arc) => arc.map(([x = 0, y = 0]) => [x, 112.1 - y])) };
}

describe('a country of three squares', () => {
	/** 0.1° on the parallel of the nearest corners, in km. */
	const width = (lat: number): number => ((0.1 * Math.PI) / 180) * 6385 * Math.cos((lat * Math.PI) / 180);

	it('is measured in whole squares', () => {
		const { units, countries: outlines } = strip();
		const made = borderDistances(units, easternBorder(units, outlines));
		expect(made.get('A')).toBe(0);
		expect(made.get('B')).toBeCloseTo(width(56.1), 0);
		expect(made.get('C')).toBeCloseTo(2 * width(56.1), 0);
	});

	it('has the same distances in a mirror', () => {
		const { units, countries: outlines } = strip();
		const [mirrored, itsOutlines] = [upsideDown(units as never), upsideDown(outlines as never)];
		const made = borderDistances(units, easternBorder(units, outlines));
		const other = borderDistances(mirrored, easternBorder(mirrored, itsOutlines));
		expect([...other]).toEqual([...made]);
	});
});

describe('lineDistance', () => {
	const line: [number, number][] = [
		[0, 0],
		[10, 0]
	];
	it.each<[string, [number, number][], number]>([
		[
			'beside the middle of a stretch',
			[
				[5, 3],
				[5, 9]
			],
			3
		],
		[
			'beyond its end',
			[
				[13, 4],
				[20, 4]
			],
			5
		],
		[
			'a corner against the middle of the other',
			[
				[-5, 7],
				[4, 2],
				[15, 7]
			],
			2
		],
		[
			'in one point',
			[
				[10, 0],
				[20, 20]
			],
			0
		]
	])('is the shortest way: %s', (_, other, expected) => {
		expect(lineDistance(line, other)).toBeCloseTo(expected, 9);
		expect(lineDistance(other, line)).toBe(lineDistance(line, other));
	});
});
