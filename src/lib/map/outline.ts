import type { MultiLineString } from 'geojson';
import { mesh } from 'topojson-client';
import type { GeometryCollection, GeometryObject, Topology } from 'topojson-specification';
import type { OutlineShapes, SecondLayer } from '../layers/overlays.ts';
import type { AreaGeometry, PlanarTopology } from './topology.ts';

/** Lines over the fill: all boundaries of one kind of area, or the outer line of a zone made of units. */
export type Outline = { shapes: OutlineShapes } | { shapes: 'zone'; units: readonly string[] };

/**
 * What a second layer draws as lines; null where it draws none.
 * @param zoneUnits units inside the zone, where the second layer is one
 */
export function outlineOf(second: SecondLayer | null, zoneUnits: readonly string[] | null): Outline | null {
	if (second?.draw !== 'outline') return null;
	const { shapes } = second;
	return shapes === 'zone' ? { shapes, units: zoneUnits ?? [] } : { shapes };
}

/**
 * The lines of an outline, each piece once however many areas share it. Nothing is computed from coordinates: the
 * topology knows which areas a line parts.
 * @param objects areas by the name of what they are; a zone is made of `units`
 */
export function outlineLines(
	topology: Topology,
	objects: Record<OutlineShapes | 'units', GeometryCollection>,
	outline: Outline
): MultiLineString {
	if (!('units' in outline)) return mesh(topology, objects[outline.shapes]);
	const inside = new Set(outline.units);
	const isInside = ({ id }: GeometryObject) => inside.has(String(id));
	return mesh(topology, objects.units, (a, b) => (a === b ? isInside(a) : isInside(a) !== isInside(b)));
}

/** The lines of an outline in a picture; none of neighbourhoods, which the light boundaries do not know. */
export function planarOutline({ topology, areas }: PlanarTopology, outline: Outline): MultiLineString {
	const collection = (geometries: Iterable<AreaGeometry>): GeometryCollection => ({
		type: 'GeometryCollection',
		geometries: [...geometries]
	});
	const objects = {
		units: collection(areas.units.values()),
		municipalities: collection(areas.municipalities.values()),
		regions: collection(areas.regions.values()),
		neighbourhoods: collection([])
	};
	return outlineLines(topology, objects, outline);
}
