/** What the three maps have in common: how they are driven, and what each of them gets. */
import { lookOf } from '../../../src/lib/layers/types.ts';
import { boundsOf, type Bounds, type Geometry } from '../../../src/lib/map/geometry.ts';
import type { MapLibreMap } from '../../../src/lib/map/maplibre.ts';
import type { View } from './rows.ts';

/** The layers that are switched between, and the one shown first. */
export type Views = readonly [View, View];

/** A map on the page, as the measurement drives it. */
export interface MeasuredMap {
	/** Shows a layer. */
	show: (layer: 0 | 1) => void;
	/** Resolves in the frame that draws what was asked for last; asked at once after something has changed. */
	drawn: () => Promise<void>;
	/** How often so far outlines of areas went to the worker, or the worker made a tile of them anew. */
	shapesSent: () => number;
	/** How often a canvas was drawn so far. */
	redraws: () => number;
	/** How many areas have been pointed at so far. */
	pointed: () => number;
	/** Resolves in the frame that singles out the area pointed at; asked at once after the pointer came to it. */
	singledOut: () => Promise<void>;
}

/** Builds a map in an element and shows the first layer. */
export type MapMaker = (element: HTMLElement, geometry: Geometry, views: Views) => MeasuredMap;

/** Pixels between the country and the edge of the element. */
export const PADDING = 16;

/** Resolves in the next frame; what was set of elements by then is drawn in it. */
export function nextFrame(): Promise<void> {
	return new Promise((resolve) => requestAnimationFrame(() => resolve()));
}

/** Counts areas that the pointer comes to; null = it is on none. */
export function pointerCount(): { at: (code: string | null) => void; areas: () => number } {
	let last: string | null = null;
	let areas = 0;
	return {
		at: (code) => {
			if (code !== null && code !== last) areas++;
			last = code;
		},
		areas: () => areas
	};
}

/** What MapLibre's own events tell. A tile made anew is counted, too: then the worker had to read the outlines again. */
export function watched(
	map: MapLibreMap,
	shapes: readonly string[]
): Pick<MeasuredMap, 'drawn' | 'shapesSent' | 'redraws'> {
	let sent = 0;
	let redraws = 0;
	map.on('render', () => redraws++);
	map.on('sourcedata', ({ sourceId, sourceDataType, tile }) => {
		if (shapes.includes(sourceId) && (sourceDataType === 'content' || tile !== undefined)) sent++;
	});
	return {
		// `render` alone is not enough: a tile that the worker still makes shows what was there before.
		drawn: () => map.once('idle').then(() => undefined),
		shapesSent: () => sent,
		redraws: () => redraws
	};
}

/** Colour of every unit, from the same layer as on the map of the product. */
export function coloursOf({ data }: View): ReadonlyMap<string, string> {
	const layer = data.layerByLevel.parish;
	return new Map(data.rowsByLevel.parish.map((row) => [row.code, lookOf(layer, row).fill.light]));
}

/** The box around the country. */
export function country(geometry: Geometry): Bounds {
	const bounds = boundsOf(geometry.areas.regions.features);
	if (bounds === null) throw new Error('There are no regions.');
	return bounds;
}
