import type { Position } from 'geojson';
import { merge, mesh } from 'topojson-client';
import type { GeometryCollection } from 'topojson-specification';
import type { Territory } from '../territories/types.ts';
import { areaPath, linePath } from './svg-path.ts';
import { LIGHT_OBJECTS, type AreaGeometry, type PlanarTopology } from './topology.ts';

/** A small map that answers one question: where in Latvia is it? All lengths in picture units. */
export interface LocatorPicture {
	width: number;
	height: number;
	/** Path data of the whole country and of the boundaries between its regions. */
	land: string;
	regions: string;
	/** Path data of the place; empty for a neighbourhood, which the light boundaries do not hold. */
	area: string;
	/** A ring around what is too small to be seen by itself. */
	ring: { x: number; y: number; radius: number } | null;
}

/** Width of the picture for which the topology should be projected: a unit is about a kilometre. */
export const LOCATOR_WIDTH = 480;

/** Places narrower than this share of the picture get a ring; it is at least half as wide. */
const SMALL = 0.08;
/** How much wider than the place its ring is. */
const RING_MARGIN = 1.6;

/**
 * Draws where a territory lies.
 * @param plane the light topology, projected to `LOCATOR_WIDTH`
 * @returns null when the boundaries do not hold the territory, for example because it is newer than they are
 */
export function locatorPicture(
	plane: PlanarTopology,
	territory: Pick<Territory, 'code' | 'kind' | 'lon' | 'lat'>
): LocatorPicture | null {
	const geometry = areaOf(plane, territory.code);
	if (!geometry && territory.kind !== 'neighbourhood') return null;
	const area = geometry ? merge(plane.topology, [geometry]) : null;
	return {
		...emptyPicture(plane),
		area: area ? areaPath(area) : '',
		ring: ringAround(plane, territory, area ? extent(area.coordinates.flat(2)) : 0)
	};
}

/**
 * Draws where several units lie, as one area.
 * @param codes what the boundaries do not hold is left out
 */
export function locatorOfUnits(plane: PlanarTopology, codes: Iterable<string>): LocatorPicture {
	const units = [...codes].flatMap((code) => plane.areas.units.get(code) ?? []);
	return {
		...emptyPicture(plane),
		area: units.length === 0 ? '' : areaPath(merge(plane.topology, units)),
		ring: null
	};
}

/** The country with its regions. */
function emptyPicture(plane: PlanarTopology): Omit<LocatorPicture, 'area' | 'ring'> {
	const regions = [...plane.areas.regions.values()];
	const collection: GeometryCollection = { type: 'GeometryCollection', geometries: regions };
	return {
		width: plane.width,
		height: plane.height,
		land: areaPath(merge(plane.topology, regions)),
		regions: linePath(mesh(plane.topology, collection, (a, b) => a !== b))
	};
}

function areaOf(plane: PlanarTopology, code: string): AreaGeometry | undefined {
	return LIGHT_OBJECTS.map((name) => plane.areas[name].get(code)).find((found) => found !== undefined);
}

function ringAround(
	plane: PlanarTopology,
	{ lon, lat }: Pick<Territory, 'lon' | 'lat'>,
	size: number
): LocatorPicture['ring'] {
	const smallest = SMALL * plane.width;
	if (size >= smallest) return null;
	const [x, y] = plane.project(lon, lat);
	return { x, y, radius: Math.round((RING_MARGIN * Math.max(size, smallest / 2)) / 2) };
}

/** The longer side of the box around some points. */
function extent(points: readonly Position[]): number {
	const xs = points.map(([x = 0]) => x);
	const ys = points.map(([, y = 0]) => y);
	return Math.max(Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys));
}
