import type { FeatureCollection, MultiPolygon, Polygon, Position } from 'geojson';
import type { AreaFeatures } from '../geometry.ts';
import type { AreaRow } from '../types.ts';
import type { About } from './about.ts';
import type { Cell, ExportColumn } from './types.ts';

/** Rows with their shapes; `about` says what a table alone would not. */
export interface ExportedAreas extends FeatureCollection<Polygon | MultiPolygon, Record<string, Cell>> {
	about: About;
}

/** A metre; the boundaries are coarser. */
const DECIMALS = 5;

/**
 * Rows as GeoJSON (RFC 7946): WGS84, outer rings against the clock, every value a property under the heading of
 * its column.
 * @param areas shapes of the level; a row without one has no feature
 */
export function toGeoJson(
	columns: readonly ExportColumn[],
	rows: readonly AreaRow[],
	areas: AreaFeatures,
	about: About
): ExportedAreas {
	const shapes = new Map(areas.features.map(({ properties, geometry }) => [properties.code, geometry]));
	return {
		type: 'FeatureCollection',
		about,
		features: rows.flatMap((row) => {
			const shape = shapes.get(row.code);
			if (shape === undefined) return [];
			const properties = Object.fromEntries(columns.map(({ id, value }) => [id, value(row)]));
			return { type: 'Feature', id: row.code, properties, geometry: exportedShape(shape) };
		})
	};
}

function exportedShape(shape: Polygon | MultiPolygon): Polygon | MultiPolygon {
	return shape.type === 'Polygon'
		? { type: 'Polygon', coordinates: exportedPolygon(shape.coordinates) }
		: { type: 'MultiPolygon', coordinates: shape.coordinates.map(exportedPolygon) };
}

/** The first ring is the outside, the others are holes and run the other way round. */
function exportedPolygon(rings: readonly Position[][]): Position[][] {
	return rings.map((ring, position) => {
		const rounded = ring.map((point) => point.map((degrees) => Number(degrees.toFixed(DECIMALS))));
		const againstClock = signedArea(rounded) > 0;
		return againstClock === (position === 0) ? rounded : rounded.toReversed();
	});
}

/** Twice the area of a ring on the plane of degrees; positive against the clock. */
function signedArea(ring: readonly Position[]): number {
	return ring.reduce((sum, [x = 0, y = 0], position) => {
		const [nextX = 0, nextY = 0] = ring[position + 1] ?? ring[0] ?? [];
		return sum + x * nextY - nextX * y;
	}, 0);
}
