/**
 * Distance of each unit to the border with Russia and Belarus, computed from our own boundaries.
 *
 * The neighbours' outlines are coarser than ours (1:10 million against 1:1.2 million; they are up to some kilometres
 * apart), so nothing is measured to them. They only say where, along our own outer boundary, the eastern border
 * begins and ends: at the corner of Latvia, Estonia and Russia, and at that of Latvia, Lithuania and Belarus. Both
 * corners are put on the nearest point of our outer boundary, and what lies between them on the eastern side is the
 * border. A unit that holds a piece of it touches (0 km); for all others the shortest way to it is measured.
 * The corners of the outlines are up to a kilometre off, so a last piece shorter than that proves nothing: without
 * this rule Mārkalnes pagasts, which borders on Estonia, would touch Russia with half a kilometre.
 */
import { geoTransverseMercator } from 'd3-geo';
import { feature, meshArcs } from 'topojson-client';
import type { Topology } from 'topojson-specification';
import type { AreaGeometry, UnitsTopology } from '../../lib/territories/topology.ts';
import { SourceError } from './errors.ts';

/** A place on the plane of `project`, in km. */
type Point = readonly [x: number, y: number];
type Position = readonly [lon: number, lat: number];

/** Numbers of countries in ISO 3166-1, the ids of the outlines. */
export const COUNTRY_IDS = {
	latvia: '428',
	estonia: '233',
	lithuania: '440',
	russia: '643',
	belarus: '112'
} as const;

/** Radius of curvature of the ellipsoid at 57° N, in km: distances in Latvia are right to about 0.1 %. */
const EARTH_RADIUS_KM = 6385;
/** Middle of Latvia; the scale is true along this meridian and 0.06 % off at the western coast. */
const MERIDIAN = 24.5;

const projection = geoTransverseMercator().rotate([-MERIDIAN, 0]).translate([0, 0]).scale(EARTH_RADIUS_KM);

/** Degrees to km on a plane. */
function project([lon, lat]: Position): Point {
	const point = projection([lon, lat]);
	if (!point) throw new RangeError(`${lon}, ${lat} is not on the map.`);
	return point;
}

function distanceSquared(a: Point, b: Point): number {
	return (a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2;
}

/** Square of the distance of a point from the stretch between two others. */
function toStretchSquared(point: Point, start: Point, end: Point): number {
	const [dx, dy] = [end[0] - start[0], end[1] - start[1]];
	const length = dx * dx + dy * dy;
	if (length === 0) return distanceSquared(point, start);
	const along = ((point[0] - start[0]) * dx + (point[1] - start[1]) * dy) / length;
	const share = Math.max(0, Math.min(1, along));
	return distanceSquared(point, [start[0] + share * dx, start[1] + share * dy]);
}

type Line = readonly Point[];

/** Shortest distance from any corner of one line to any stretch of the other, squared. */
function oneWaySquared(corners: Line, line: Line): number {
	let best = Infinity;
	for (const corner of corners) {
		for (let index = 1; index < line.length; index++) {
			const [start, end] = [line[index - 1], line[index]];
			if (start && end) best = Math.min(best, toStretchSquared(corner, start, end));
		}
	}
	return best;
}

/** Shortest distance of two lines that do not cross, in km: it ends in a corner of one of them. */
export function lineDistance(a: Line, b: Line): number {
	return Math.sqrt(Math.min(oneWaySquared(a, b), oneWaySquared(b, a)));
}

/** Outlines of countries; `id` is the number of ISO 3166-1. */
export type CountriesTopology = Topology;

/** Lines that several countries of the outlines share. */
function countryGeometry(countries: CountriesTopology, id: string): AreaGeometry {
	const object = countries.objects.countries;
	const geometries = object?.type === 'GeometryCollection' ? object.geometries : [];
	const found = geometries.find((geometry) => geometry.id === id);
	if (found?.type !== 'Polygon' && found?.type !== 'MultiPolygon') {
		throw new SourceError(`The outlines of countries lack country ${id}.`);
	}
	return found as AreaGeometry;
}

/** Positions of the line that two countries share. */
function sharedPositions(countries: CountriesTopology, a: string, b: string): Position[] {
	const pair = {
		type: 'GeometryCollection' as const,
		geometries: [a, b].map((id) => countryGeometry(countries, id))
	};
	const mesh = meshArcs(countries, pair, (one, other) => one !== other);
	const lines = feature(countries, mesh).geometry.coordinates;
	return lines.flat().map(([lon = 0, lat = 0]): Position => [lon, lat]);
}

/**
 * The corner where three countries meet: the position that their lines have in common.
 * @throws SourceError when there is not exactly one
 */
export function cornerOf(countries: CountriesTopology, ids: readonly [string, string, string]): Position {
	const [a, b, c] = ids;
	const key = (position: Position): string => position.join(' ');
	const first = new Set(sharedPositions(countries, a, b).map(key));
	const common = new Map(
		sharedPositions(countries, a, c)
			.filter((position) => first.has(key(position)))
			.map((position) => [key(position), position])
	);
	const [corner] = common.values();
	if (!corner || common.size !== 1) {
		throw new SourceError(
			`The outlines of the countries ${ids.join(', ')} meet in ${common.size} places instead of one.`
		);
	}
	return corner;
}

/** An arc of the outer boundary in the direction in which the boundary is walked. */
interface OuterArc {
	/** Number of the arc, without direction. */
	arc: number;
	points: Point[];
}

function arcPoints(topology: UnitsTopology, arc: number): Point[] {
	const line = feature(topology, { type: 'LineString', arcs: [arc] }).geometry.coordinates;
	return line.map(([lon = 0, lat = 0]) => project([lon, lat]));
}

/** Arcs of a ring list, whatever the depth. */
function arcsOf(geometry: AreaGeometry): number[] {
	return geometry.type === 'Polygon' ? geometry.arcs.flat() : geometry.arcs.flat(2);
}

/** Numbers of arcs without their direction. */
const plain = (arc: number): number => (arc < 0 ? ~arc : arc);

/**
 * The outer boundary as one closed walk, arc by arc: of the rings made of arcs that only one unit has, the longest
 * (others would be islands).
 */
function outerWalk(topology: UnitsTopology): OuterArc[] {
	const uses = new Map<number, number>();
	const outer: number[] = [];
	const units = topology.objects.units.geometries;
	for (const arc of units.flatMap(arcsOf)) uses.set(plain(arc), (uses.get(plain(arc)) ?? 0) + 1);
	for (const arc of units.flatMap(arcsOf)) if (uses.get(plain(arc)) === 1) outer.push(arc);

	const key = (point: Point | undefined): string => (point ? point.map((km) => km.toFixed(6)).join(' ') : '');
	const starts = new Map<string, OuterArc[]>();
	for (const arc of outer) {
		const points = arcPoints(topology, arc);
		const at = key(points[0]);
		starts.set(at, [...(starts.get(at) ?? []), { arc: plain(arc), points }]);
	}
	let longest: OuterArc[] = [];
	const walked = new Set<number>();
	for (const first of [...starts.values()].flat()) {
		if (walked.has(first.arc)) continue;
		const walk: OuterArc[] = [];
		let next: OuterArc | undefined = first;
		while (next && !walked.has(next.arc)) {
			walk.push(next);
			walked.add(next.arc);
			next = starts.get(key(next.points.at(-1)))?.find(({ arc }) => !walked.has(arc));
		}
		if (walk.length > longest.length) longest = walk;
	}
	return longest;
}

/** Where on a walk a place lies nearest: number of the arc in the walk and of the point in the arc. */
function nearestOn(walk: readonly OuterArc[], place: Point): { step: number; index: number; km: number } {
	let best = { step: 0, index: 0, km: Infinity };
	walk.forEach(({ points }, step) => {
		points.forEach((point, index) => {
			const km = Math.sqrt(distanceSquared(point, place));
			if (km < best.km) best = { step, index, km };
		});
	});
	return best;
}

/** A corner of the outlines further from our boundary than this (km) is a mistake in one of them. */
const MAX_CORNER_KM = 5;

/** A piece at an end of the border that is shorter than this (km) is within the error of the outlines and left out. */
const MIN_END_KM = 1.5;

function lengthOf(points: Line): number {
	return points.reduce(
		(sum, point, index) => sum + Math.sqrt(distanceSquared(point, points[index - 1] ?? point)),
		0
	);
}

export interface EasternBorder {
	/** The border in pieces, each within one arc of the boundaries. */
	pieces: { arc: number; points: Point[] }[];
	/** How far the corners of the outlines were from our boundary, in km. */
	cornerGaps: readonly [north: number, south: number];
	lengthKm: number;
}

/**
 * The stretch of the outer boundary between the corner with Estonia and Russia and the corner with Lithuania and
 * Belarus, on the side where Russia and Belarus meet.
 * @throws SourceError when outlines and boundaries do not belong together
 */
export function easternBorder(topology: UnitsTopology, countries: CountriesTopology): EasternBorder {
	const { latvia, estonia, lithuania, russia, belarus } = COUNTRY_IDS;
	const walk = outerWalk(topology);
	const at = (ids: [string, string, string]) => nearestOn(walk, project(cornerOf(countries, ids)));
	const north = at([latvia, russia, estonia]);
	const south = at([latvia, belarus, lithuania]);
	const middle = at([latvia, russia, belarus]);
	for (const { km } of [north, south, middle]) {
		if (km > MAX_CORNER_KM)
			throw new SourceError(`A corner of the outlines is ${km.toFixed(1)} km off our boundary.`);
	}
	const between = (from: typeof north, to: typeof north): EasternBorder['pieces'] => {
		const pieces: EasternBorder['pieces'] = [];
		for (let step = from.step; ; step = (step + 1) % walk.length) {
			const arc = walk[step];
			if (!arc) break;
			const start = step === from.step ? from.index : 0;
			const last = step === to.step && (step !== from.step || to.index >= from.index || pieces.length > 0);
			const points = arc.points.slice(start, last ? to.index + 1 : undefined);
			if (points.length > 1) pieces.push({ arc: arc.arc, points });
			if (last) return pieces;
		}
		return pieces;
	};
	const corner = walk[middle.step]?.points[middle.index];
	const holds = (pieces: EasternBorder['pieces']): boolean =>
		pieces.some(({ points }) => points.some((point) => corner && distanceSquared(point, corner) === 0));
	const pieces = [between(north, south), between(south, north)].find(holds);
	if (!pieces) throw new SourceError('The corner of Latvia, Russia and Belarus is not on the border.');
	for (const end of [0, -1]) {
		const piece = pieces.at(end);
		if (piece && lengthOf(piece.points) < MIN_END_KM) pieces.splice(end, 1);
	}
	const lengthKm = pieces.reduce((sum, { points }) => sum + lengthOf(points), 0);
	return { pieces, cornerGaps: [north.km, south.km], lengthKm };
}

/** Tenths of a km; who does not touch is never 0. */
function rounded(km: number): number {
	return Math.max(0.1, Number(km.toFixed(1)));
}

/**
 * Distance of every unit to the border, in km with one decimal; 0 = touches.
 * Lakes and rivers count as land: it is the way of a straight line to the nearest point of the unit.
 */
export function borderDistances(topology: UnitsTopology, border: EasternBorder): Map<string, number> {
	const ownArcs = new Set(border.pieces.map(({ arc }) => arc));
	const lines = border.pieces.map(({ points }) => points);
	const cache = new Map<number, number>();
	const arcDistance = (arc: number): number => {
		const known = cache.get(arc);
		if (known !== undefined) return known;
		const points = arcPoints(topology, arc);
		const distance = Math.min(...lines.map((line) => lineDistance(points, line)));
		cache.set(arc, distance);
		return distance;
	};
	return new Map(
		topology.objects.units.geometries.map((unit) => {
			const arcs = arcsOf(unit).map(plain);
			if (arcs.some((arc) => ownArcs.has(arc))) return [unit.id, 0];
			return [unit.id, rounded(Math.min(...arcs.map(arcDistance)))];
		})
	);
}
