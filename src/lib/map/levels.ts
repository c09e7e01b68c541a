import { LEVELS, type Level } from '../territories/types.ts';
import type { LevelChoice } from './types.ts';

/**
 * Zoom from which a level is drawn when the reader leaves the choice to the map. The whole country fills a
 * phone at about 5.3 and a desktop map at about 6.3; a parish is about 40 pixels wide at 7.5.
 */
const AUTO_FROM_ZOOM: Record<Level, number> = { region: 0, municipality: 6, parish: 7.5 };

/** The object of a topology, and the source of the interactive map, that a level draws. State cities are in two. */
export const OBJECT_OF_LEVEL = {
	parish: 'units',
	municipality: 'municipalities',
	region: 'regions'
} as const satisfies Record<Level, string>;

const MAX_ZOOM = 24;

/** Zooms between which a layer is drawn: from `minzoom` to below `maxzoom`, as MapLibre counts them. */
export interface ZoomRange {
	minzoom: number;
	maxzoom: number;
}

/** The level drawn at a zoom. */
export function shownLevel(choice: LevelChoice, zoom: number): Level {
	if (choice !== 'auto') return choice;
	// LEVELS go from fine to coarse, so the first that may be drawn already is the finest.
	return LEVELS.find((level) => zoom >= AUTO_FROM_ZOOM[level]) ?? 'region';
}

/** The level of a picture, which has no zoom to choose by: its colours are those of parishes. */
export function pictureLevel({ level }: { level: LevelChoice }): Level {
	return level === 'auto' ? 'parish' : level;
}

/** Where on the zoom scale a level is drawn; null = never with this choice. */
export function zoomRange(level: Level, choice: LevelChoice): ZoomRange | null {
	if (choice !== 'auto') return choice === level ? { minzoom: 0, maxzoom: MAX_ZOOM } : null;
	const finer = LEVELS[LEVELS.indexOf(level) - 1];
	return { minzoom: AUTO_FROM_ZOOM[level], maxzoom: finer === undefined ? MAX_ZOOM : AUTO_FROM_ZOOM[finer] };
}
