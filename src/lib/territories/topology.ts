import { mergeArcs } from 'topojson-client';
import type { MultiPolygon, Polygon, Topology } from 'topojson-specification';

/** An area of a topology; `id` is the territory code. */
export type AreaGeometry = (Polygon | MultiPolygon) & { id: string };

/** All areas of one level. Within one object no two areas overlap. */
export interface AreaObject {
	type: 'GeometryCollection';
	geometries: AreaGeometry[];
}

/** A topology whose objects hold areas only, as the files in `static/geo` do. */
export type AreaTopology<Name extends string> = Topology<Record<Name, AreaObject>>;

/** `static/geo/light.topo.json`; `municipalities` holds the state cities too. */
export type LightTopology = AreaTopology<'units' | 'municipalities' | 'regions'>;
/** `static/geo/units.topo.json`; the neighbourhoods have arcs of their own. */
export type UnitsTopology = AreaTopology<'units' | 'municipalities' | 'regions' | 'neighbourhoods'>;

/** The rings of an area as lists of arc numbers (`~n` = arc n backwards). */
function ringsOf(geometry: AreaGeometry): number[][] {
	return geometry.type === 'Polygon' ? geometry.arcs : geometry.arcs.flat();
}

/** How often each arc occurs in the areas of an object: arc number → uses. */
export function arcUses(object: AreaObject): Map<number, number> {
	const uses = new Map<number, number>();
	for (const ring of object.geometries.flatMap(ringsOf)) {
		for (const reference of ring) {
			const arc = reference < 0 ? ~reference : reference;
			uses.set(arc, (uses.get(arc) ?? 0) + 1);
		}
	}
	return uses;
}

type Point = readonly [x: number, y: number];
interface Segment {
	from: Point;
	to: Point;
	arc: number;
}

/** Segments of the given arcs in the grid of the file (whole numbers if it is quantised, so tests are exact). */
function segmentsOf(topology: Topology, arcs: Iterable<number>): Segment[] {
	const isDelta = topology.transform !== undefined;
	const segments: Segment[] = [];
	for (const arc of arcs) {
		let previous: Point | undefined;
		for (const [x = 0, y = 0] of topology.arcs[arc] ?? []) {
			const point: Point = isDelta && previous ? [previous[0] + x, previous[1] + y] : [x, y];
			if (previous) segments.push({ from: previous, to: point, arc });
			previous = point;
		}
	}
	return segments;
}

function samePoint(a: Point, b: Point): boolean {
	return a[0] === b[0] && a[1] === b[1];
}

/** On which side of the line a→b the point lies: -1, 0 (on the line) or 1. */
function side(a: Point, b: Point, point: Point): number {
	return Math.sign((b[0] - a[0]) * (point[1] - a[1]) - (b[1] - a[1]) * (point[0] - a[0]));
}

/** Whether two segments share more than a common end point: they cross, touch or lie on each other. */
function collide(a: Segment, b: Segment): boolean {
	const aFrom = side(b.from, b.to, a.from);
	const aTo = side(b.from, b.to, a.to);
	const bFrom = side(a.from, a.to, b.from);
	const bTo = side(a.from, a.to, b.to);
	const onOneLine = aFrom === 0 && aTo === 0;
	const shared = [a.from, a.to].filter((end) => samePoint(end, b.from) || samePoint(end, b.to));
	if (shared.length === 2) return true;
	if (onOneLine) {
		const axis = a.from[0] === a.to[0] ? 1 : 0;
		const start = Math.max(Math.min(a.from[axis], a.to[axis]), Math.min(b.from[axis], b.to[axis]));
		const end = Math.min(Math.max(a.from[axis], a.to[axis]), Math.max(b.from[axis], b.to[axis]));
		return shared.length === 1 ? start < end : start <= end;
	}
	return shared.length === 0 && aFrom * aTo <= 0 && bFrom * bTo <= 0;
}

/** Pairs of arcs whose lines meet elsewhere than in a common end point, as “arc/arc”. */
function collisions(segments: Segment[]): string[] {
	const left = (segment: Segment) => Math.min(segment.from[0], segment.to[0]);
	const sorted = [...segments].sort((a, b) => left(a) - left(b));
	const found = new Set<string>();
	sorted.forEach((a, index) => {
		const right = Math.max(a.from[0], a.to[0]);
		const top = Math.max(a.from[1], a.to[1]);
		const bottom = Math.min(a.from[1], a.to[1]);
		for (let next = index + 1; next < sorted.length; next++) {
			const b = sorted[next];
			if (!b || left(b) > right) break;
			if (Math.min(b.from[1], b.to[1]) > top || Math.max(b.from[1], b.to[1]) < bottom) continue;
			if (collide(a, b)) found.add(`${a.arc}/${b.arc}`);
		}
	});
	return [...found];
}

/**
 * What is wrong with the areas of one object, in words; empty when they cover their common outline without
 * gap or overlap: no line meets another one except in corners, no line bounds more than two areas, no area has
 * shrunk to nothing, and the outline of all together has no holes.
 */
export function topologyProblems<Name extends string>(topology: AreaTopology<Name>, name: Name): string[] {
	const object = topology.objects[name];
	const uses = arcUses(object);
	const problems: string[] = [];
	for (const [arc, count] of uses) {
		if (count > 2) problems.push(`${name}: line ${arc} bounds ${count} areas.`);
	}
	for (const pair of collisions(segmentsOf(topology, uses.keys()))) {
		problems.push(`${name}: lines ${pair} meet outside their corners.`);
	}
	for (const geometry of object.geometries) {
		const points = new Set(
			segmentsOf(topology, arcUses({ type: 'GeometryCollection', geometries: [geometry] }).keys()).map(
				(segment) => segment.from.join()
			)
		);
		if (points.size < 3) problems.push(`${name}: ${geometry.id} has no area.`);
	}
	const outline = mergeArcs(topology, object.geometries);
	const holes = outline.arcs.reduce((count, rings) => count + rings.length - 1, 0);
	if (holes > 0) problems.push(`${name}: the outline has ${holes} holes.`);
	return problems;
}
