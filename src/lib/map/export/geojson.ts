import type { Feature, FeatureCollection, MultiPolygon, Point, Polygon, Position } from 'geojson';
import type { AreaFeatures } from '../geometry.ts';
import type { PlacePoint } from '../types.ts';
import type { About } from './about.ts';
import { POINT_COLUMNS } from './points.ts';
import type { Cell, ExportColumn, ExportedMap } from './types.ts';

/** Rows with their shapes, then points with their places; `about` says what a table alone would not. */
export interface ExportedAreas extends FeatureCollection<
	Polygon | MultiPolygon | Point,
	Record<string, Cell>
> {
	about: About;
}

/** A metre; the boundaries are coarser. */
const DECIMALS = 5;

/**
 * A map as GeoJSON (RFC 7946): WGS84, outer rings against the clock, every value a property under the heading of
 * its column. What lies over the areas as points follows them.
 * @param areas shapes of the level; a row without one has no feature
 */
export function toGeoJson(
	columns: readonly ExportColumn[],
	{ rows, points }: Pick<ExportedMap, 'rows' | 'points'>,
	areas: AreaFeatures,
	about: About
): ExportedAreas {
	const shapes = new Map(areas.features.map(({ properties, geometry }) => [properties.code, geometry]));
	const areaFeatures = rows.flatMap((row): Feature<Polygon | MultiPolygon, Record<string, Cell>>[] => {
		const shape = shapes.get(row.code);
		if (shape === undefined) return [];
		const properties = Object.fromEntries(columns.map(({ id, value }) => [id, value(row)]));
		return [{ type: 'Feature', id: row.code, properties, geometry: exportedShape(shape) }];
	});
	return { type: 'FeatureCollection', about, features: [...areaFeatures, ...points.map(pointFeature)] };
}

function pointFeature(point: PlacePoint): Feature<Point, Record<string, Cell>> {
	const properties = Object.fromEntries(POINT_COLUMNS.map(({ id, value }) => [id, value(point)]));
	const coordinates = [rounded(point.lon), rounded(point.lat)];
	return { type: 'Feature', id: point.id, properties, geometry: { type: 'Point', coordinates } };
}

function rounded(degrees: number): number {
	return Number(degrees.toFixed(DECIMALS));
}

/** The outline of an area as RFC 7946 wants it, to the metre. */
export function exportedShape(shape: Polygon | MultiPolygon): Polygon | MultiPolygon {
	return shape.type === 'Polygon'
		? { type: 'Polygon', coordinates: exportedPolygon(shape.coordinates) }
		: { type: 'MultiPolygon', coordinates: shape.coordinates.map(exportedPolygon) };
}

/** The first ring is the outside, the others are holes and run the other way round. */
function exportedPolygon(rings: readonly Position[][]): Position[][] {
	return rings.map((ring, position) => {
		const coarse = ring.map((point) => point.map(rounded));
		const againstClock = signedArea(coarse) > 0;
		return againstClock === (position === 0) ? coarse : coarse.toReversed();
	});
}

/** Twice the area of a ring on the plane of degrees; positive against the clock. */
function signedArea(ring: readonly Position[]): number {
	return ring.reduce((sum, [x = 0, y = 0], position) => {
		const [nextX = 0, nextY = 0] = ring[position + 1] ?? ring[0] ?? [];
		return sum + x * nextY - nextX * y;
	}, 0);
}
