import type { Feature, FeatureCollection, MultiLineString, MultiPolygon, Polygon, Position } from 'geojson';
import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, GeometryObject, Topology } from 'topojson-specification';
import { outlineLines, type Outline } from './outline.ts';

/** The objects of `static/geo/units.topo.json`; each geometry has the territory code as its id. */
export const GEOMETRY_NAMES = ['units', 'municipalities', 'regions', 'neighbourhoods'] as const;
export type GeometryName = (typeof GEOMETRY_NAMES)[number];

/** `code` is repeated as a property: MapLibre takes text ids from properties only (`promoteId`). */
export type AreaFeature = Feature<Polygon | MultiPolygon, { code: string }>;
export type AreaFeatures = FeatureCollection<Polygon | MultiPolygon, { code: string }>;

/** The largest areas that a boundary parts. */
export const BORDER_KINDS = ['region', 'municipality', 'unit'] as const;
export type BorderKind = (typeof BORDER_KINDS)[number];
export type Borders = FeatureCollection<MultiLineString, { kind: BorderKind }>;

/** What the map draws, WGS84 degrees. */
export interface Geometry {
	areas: Record<GeometryName, AreaFeatures>;
	/** Every boundary once, though two areas share it and a region's is also a parish's. */
	borders: Borders;
	/** The lines of an outline over the fill; remembered, because readers switch to and fro. */
	outline: (outline: Outline) => MultiLineString;
}

/** West, south, east, north in degrees. */
export type Bounds = [number, number, number, number];

type AreaTopology = Topology<Record<GeometryName, GeometryCollection>>;

function isTopology(data: unknown): data is AreaTopology {
	if (typeof data !== 'object' || data === null || !('type' in data) || data.type !== 'Topology')
		return false;
	if (!('arcs' in data) || !Array.isArray(data.arcs) || !('objects' in data)) return false;
	const objects = data.objects;
	if (typeof objects !== 'object' || objects === null) return false;
	return GEOMETRY_NAMES.every((name) => {
		const object: unknown = (objects as Record<string, unknown>)[name];
		return (
			typeof object === 'object' &&
			object !== null &&
			'type' in object &&
			object.type === 'GeometryCollection'
		);
	});
}

function isArea(candidate: Feature): candidate is Feature<Polygon | MultiPolygon> {
	return candidate.geometry.type === 'Polygon' || candidate.geometry.type === 'MultiPolygon';
}

function decodeObject(topology: AreaTopology, name: GeometryName): AreaFeatures {
	const features: AreaFeature[] = [];
	for (const candidate of feature(topology, topology.objects[name]).features) {
		const code = candidate.id;
		if (typeof code !== 'string' || !isArea(candidate))
			throw new TypeError(`${name}: an area without code or shape`);
		features.push({ type: 'Feature', properties: { code }, geometry: candidate.geometry });
	}
	return { type: 'FeatureCollection', features };
}

/** Numbers of the arcs that areas are made of; the same arc runs backwards, as ~number, in the neighbour. */
function arcsOf(object: GeometryObject): number[] {
	if (object.type === 'GeometryCollection') return object.geometries.flatMap(arcsOf);
	if (object.type !== 'Polygon' && object.type !== 'MultiPolygon') return [];
	const arcs: number[] = object.type === 'Polygon' ? object.arcs.flat() : object.arcs.flat(2);
	return arcs.map((arc) => (arc < 0 ? ~arc : arc));
}

const OBJECT_OF_BORDER = {
	region: 'regions',
	municipality: 'municipalities',
	unit: 'units'
} as const satisfies Record<BorderKind, GeometryName>;

function decodeBorders(topology: AreaTopology): Borders {
	const drawn = new Set<number>();
	const features = BORDER_KINDS.map((kind) => {
		const arcs = [...new Set(arcsOf(topology.objects[OBJECT_OF_BORDER[kind]]))].filter(
			(arc) => !drawn.has(arc)
		);
		for (const arc of arcs) drawn.add(arc);
		const lines = { type: 'MultiLineString' as const, arcs: arcs.map((arc) => [arc]) };
		return { type: 'Feature' as const, properties: { kind }, geometry: mesh(topology, lines) };
	});
	return { type: 'FeatureCollection', features };
}

/** Boundaries out of a parsed TopoJSON file. Throws TypeError when it is not one of ours. */
export function decodeTopology(data: unknown): Geometry {
	if (!isTopology(data))
		throw new TypeError('not a topology of units, municipalities, regions, neighbourhoods');
	return {
		areas: {
			units: decodeObject(data, 'units'),
			municipalities: decodeObject(data, 'municipalities'),
			regions: decodeObject(data, 'regions'),
			neighbourhoods: decodeObject(data, 'neighbourhoods')
		},
		borders: decodeBorders(data),
		outline: remembered((outline) => outlineLines(data, data.objects, outline))
	};
}

function remembered(make: (outline: Outline) => MultiLineString): Geometry['outline'] {
	const made = new Map<string, MultiLineString>();
	return (outline) => {
		const key = JSON.stringify(outline);
		const lines = made.get(key) ?? make(outline);
		made.set(key, lines);
		return lines;
	};
}

/** Fetches and decodes the boundaries. Throws on network failure, HTTP error, and anything that is no topology. */
export async function loadGeometry(url: string, signal: AbortSignal): Promise<Geometry> {
	const response = await fetch(url, { signal });
	if (!response.ok) throw new Error(`boundaries: HTTP ${response.status}`);
	const data: unknown = await response.json();
	return decodeTopology(data);
}

function extend(bounds: Bounds, ring: readonly Position[]): void {
	for (const [lon, lat] of ring) {
		if (lon === undefined || lat === undefined) continue;
		bounds[0] = Math.min(bounds[0], lon);
		bounds[1] = Math.min(bounds[1], lat);
		bounds[2] = Math.max(bounds[2], lon);
		bounds[3] = Math.max(bounds[3], lat);
	}
}

/** The smallest box around areas; null when there are none. */
export function boundsOf(features: readonly AreaFeature[]): Bounds | null {
	if (features.length === 0) return null;
	const bounds: Bounds = [Infinity, Infinity, -Infinity, -Infinity];
	for (const { geometry } of features) {
		const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
		// The first ring of a polygon is its outside; holes cannot reach further.
		for (const [outside] of polygons) if (outside) extend(bounds, outside);
	}
	return bounds;
}
