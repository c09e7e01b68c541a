import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import type { AreaFeature } from './geometry.ts';

/** Ways to single out an area, in drawing order: the keyboard focus is always on top. */
export const MARKS = ['hover', 'selected', 'focus'] as const;
export type Mark = (typeof MARKS)[number];

/** Outlines to draw: at most one area per mark. */
export type Marks = FeatureCollection<Polygon | MultiPolygon, { mark: Mark }>;

/** The outlines of the areas that are marked. */
export function markFeatures(marked: ReadonlyMap<Mark, AreaFeature>): Marks {
	return {
		type: 'FeatureCollection',
		features: MARKS.flatMap((mark) => {
			const area = marked.get(mark);
			return area ? [{ type: 'Feature' as const, properties: { mark }, geometry: area.geometry }] : [];
		})
	};
}
