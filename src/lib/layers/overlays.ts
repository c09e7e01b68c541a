import { m } from '../i18n/paraglide/messages.js';
import type { FigureRow } from './figures.ts';
import type { LayerAccess, LayerColumn, LayerSubject, Overlay } from './types.ts';

/** Lines over the fill: whose boundaries. */
export type OutlineShapes = 'regions' | 'municipalities' | 'neighbourhoods';

/** What a second layer has in common, however it is drawn. */
interface SecondCommon {
	id: string;
	title: () => string;
	subject: LayerSubject;
	access: LayerAccess;
	sources: readonly string[];
}

/** A second layer: what lies over the fill of the first one. */
export type SecondLayer =
	| (SecondCommon & { draw: 'outline'; shapes: OutlineShapes })
	/** The outer line of a zone, by its id. */
	| (SecondCommon & { draw: 'outline'; shapes: 'zone'; zone: string })
	| (SecondCommon & { draw: 'points'; places: PointKind })
	/** A pattern over areas above a notable value; `describe` says the value of any area. */
	| (SecondCommon & {
			draw: 'pattern';
			overlay: Overlay;
			holds: (row: FigureRow) => boolean;
			/** Without a value an area has no pattern, and nobody knows whether it should have one. */
			isKnown: (row: FigureRow) => boolean;
			/** What the values mean and what they do not mean; null = nothing to say. */
			note: (() => string) | null;
			/** The year the value of a row is of; null where it is of the day shown, or not known. */
			yearOf: (row: FigureRow) => number | null;
			/** Whether the value of a row is that of a larger unit. */
			inherits: (row: FigureRow) => boolean;
			/** What it adds to table and export. */
			columns: readonly LayerColumn<FigureRow>[];
			describe: (row: FigureRow) => string;
	  });

/** Kinds of places and bodies drawn as points. */
export const POINT_KINDS = ['resource-centres', 'councils', 'smart-villages'] as const;
export type PointKind = (typeof POINT_KINDS)[number];

const pointTitle: Record<PointKind, () => string> = {
	'resource-centres': m.map_points,
	councils: m.layer_points_councils,
	'smart-villages': m.layer_points_smart_villages
};

/** Where there is somebody to work with, which is activity, though not its status. */
export const POINT_LAYERS: readonly SecondLayer[] = POINT_KINDS.map((places) => ({
	id: places,
	title: pointTitle[places],
	subject: 'activity',
	access: 'public',
	sources: [],
	draw: 'points',
	places
}));

const outlineTitle: Record<OutlineShapes, () => string> = {
	regions: m.layer_outline_regions,
	municipalities: m.layer_outline_municipalities,
	neighbourhoods: m.layer_outline_neighbourhoods
};
const outlineSource: Record<OutlineShapes, string> = {
	regions: 'territory-assignment-2025',
	municipalities: 'csp-boundaries-2022',
	neighbourhoods: 'csp-neighbourhoods'
};
const OUTLINES = Object.keys(outlineTitle) as OutlineShapes[];

export const OUTLINE_LAYERS: readonly SecondLayer[] = OUTLINES.map((shapes) => ({
	id: shapes,
	title: outlineTitle[shapes],
	subject: 'place',
	access: 'public',
	sources: [outlineSource[shapes]],
	draw: 'outline',
	shapes
}));

/** Ids of zone outlines begin so in the address: `zone-eastern-border`. */
export const ZONE_PREFIX = 'zone-';

/** The outline of a zone; zones are data, so their names and sources come from there. */
export function zoneOutline(zone: { id: string; name: string; sourceId: string }): SecondLayer {
	return {
		id: `${ZONE_PREFIX}${zone.id}`,
		title: () => zone.name,
		subject: 'place',
		access: 'public',
		sources: [zone.sourceId],
		draw: 'outline',
		shapes: 'zone',
		zone: zone.id
	};
}
