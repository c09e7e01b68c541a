import type { FeatureCollection, Point } from 'geojson';
import type { PointKind } from '../layers/overlays.ts';
import { LEVELS, type Level } from '../territories/types.ts';
import type { AreaRow, PlacePoint } from './types.ts';

/** What a text on the map says, and at which level. */
export interface LabelProperties {
	code: string;
	level: Level;
	/** A state city: it stands at two levels. */
	city: boolean;
	name: string;
	/** Number of communities of a state city; empty elsewhere, and where nobody may know it. */
	count: string;
}
export type Labels = FeatureCollection<Point, LabelProperties>;

/** “Salas pagasts, Jēkabpils novads” is one of two, but on the map its place tells it apart. */
function shortName(label: string): string {
	return label.split(',')[0] ?? label;
}

/**
 * Texts on the map: names of all areas and the number of communities of state cities, which get no single status. They
 * are the same for every layer, so that another one sends nothing; the map is told whether numbers are to be seen.
 * @param count writes a number as the page's language does
 */
export function labelFeatures(
	rowsByLevel: Record<Level, readonly AreaRow[]>,
	count: (value: number) => string
): Labels {
	return {
		type: 'FeatureCollection',
		features: LEVELS.flatMap((level) =>
			rowsByLevel[level].map((row) => {
				const city = row.kind === 'state_city';
				return {
					type: 'Feature' as const,
					geometry: { type: 'Point' as const, coordinates: [row.lon, row.lat] },
					properties: {
						code: row.code,
						level,
						city,
						name: shortName(row.label),
						count: city && row.communities !== null ? count(row.communities) : ''
					}
				};
			})
		)
	};
}

export type Signs = FeatureCollection<Point, { id: string; kind: PointKind }>;

/** Places and bodies as points. */
export function signFeatures(points: readonly PlacePoint[]): Signs {
	return {
		type: 'FeatureCollection',
		features: points.map((point) => ({
			type: 'Feature',
			geometry: { type: 'Point', coordinates: [point.lon, point.lat] },
			properties: { id: point.id, kind: point.kind }
		}))
	};
}
