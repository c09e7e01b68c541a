import { geoMercator, geoPath } from 'd3-geo';
import type { MultiLineString } from 'geojson';
import type { Topology } from 'topojson-specification';
import type { AreaGeometry, LightTopology } from '../territories/topology.ts';

export type { AreaGeometry };

/** The objects of `static/geo/light.topo.json`; each geometry has the territory code as its id. */
export const LIGHT_OBJECTS = ['units', 'municipalities', 'regions'] as const;
export type LightObject = (typeof LIGHT_OBJECTS)[number];

/**
 * The light boundaries on a plane: coordinates are whole units of the picture, so that path data stay short.
 * Neighbours still share their arcs, which is what merging and drawing a boundary once rely on.
 */
export interface PlanarTopology {
	width: number;
	height: number;
	/** Shares the arcs below; without transform, as coordinates are absolute. */
	topology: Topology;
	areas: Record<LightObject, ReadonlyMap<string, AreaGeometry>>;
	/** WGS84 degrees to picture units. */
	project: (lon: number, lat: number) => [number, number];
}

/** Picture units across Latvia: a unit is about 230 m, finer than the light boundaries are. */
export const PICTURE_WIDTH = 2000;
/** Free edge, so that outlines are not cut off. */
const PADDING = 12;

/**
 * Checks and projects a parsed `light.topo.json` (spherical Mercator, as the interactive map).
 * @throws TypeError when it is not the topology it should be
 */
export function planarTopology(data: unknown, width = PICTURE_WIDTH): PlanarTopology {
	if (!isLightTopology(data)) throw new TypeError('not a topology of units, municipalities and regions');
	const arcs = data.arcs.map(decoder(data));
	// As lines: of polygons d3-geo would want to know on which side of the globe their inside is.
	const lines: MultiLineString = { type: 'MultiLineString', coordinates: arcs };
	const projection = geoMercator().fitWidth(width - 2 * PADDING, lines);
	const [[left, top], [, bottom]] = geoPath(projection).bounds(lines);
	const [x, y] = projection.translate();
	projection.translate([x - left + PADDING, y - top + PADDING]);

	const project = (lon: number, lat: number): [number, number] => {
		const [px = Number.NaN, py = Number.NaN] = projection([lon, lat]) ?? [];
		return [Math.round(px), Math.round(py)];
	};
	return {
		width,
		height: Math.ceil(bottom - top) + 2 * PADDING,
		topology: {
			type: 'Topology',
			objects: {},
			arcs: arcs.map((arc) => arc.map(([lon, lat]) => project(lon, lat)))
		},
		areas: {
			units: areasOf(data, 'units'),
			municipalities: areasOf(data, 'municipalities'),
			regions: areasOf(data, 'regions')
		},
		project
	};
}

/** Quantised arcs hold differences of grid steps; without a transform they hold positions. */
function decoder({ transform }: LightTopology): (arc: number[][]) => [number, number][] {
	if (!transform) return (arc) => arc.map(([lon = 0, lat = 0]) => [lon, lat]);
	const { scale, translate } = transform;
	return (arc) => {
		let x = 0;
		let y = 0;
		return arc.map(([dx = 0, dy = 0]) => {
			x += dx;
			y += dy;
			return [x * scale[0] + translate[0], y * scale[1] + translate[1]];
		});
	};
}

function areasOf(topology: LightTopology, name: LightObject): Map<string, AreaGeometry> {
	return new Map(topology.objects[name].geometries.map((area) => [area.id, area]));
}

function isLightTopology(data: unknown): data is LightTopology {
	if (!isObject(data) || data.type !== 'Topology' || !Array.isArray(data.arcs) || !isObject(data.objects)) {
		return false;
	}
	const { objects } = data;
	return LIGHT_OBJECTS.every((name) => {
		const object = objects[name];
		return (
			isObject(object) &&
			object.type === 'GeometryCollection' &&
			Array.isArray(object.geometries) &&
			object.geometries.every(isArea)
		);
	});
}

function isArea(geometry: unknown): geometry is AreaGeometry {
	return (
		isObject(geometry) &&
		(geometry.type === 'Polygon' || geometry.type === 'MultiPolygon') &&
		typeof geometry.id === 'string'
	);
}

function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null;
}
