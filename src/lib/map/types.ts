import type { Figures } from '../layers/figures.ts';
import type { PointKind } from '../layers/overlays.ts';
import type { PublicStatus } from '../activity/types.ts';
import type { RegionCode, TerritoryKind } from '../territories/types.ts';

/** One area as map, table, tooltip and card show it. Made on the server, per request. */
export interface AreaRow {
	code: string;
	/** Name that cannot be mistaken: `Salas pagasts, Jēkabpils novads` where a name occurs twice. */
	label: string;
	kind: TerritoryKind;
	/** The municipality or state city that the area lies in or is; null for regions. */
	municipalityCode: string | null;
	/** Name of the municipality that the area lies in; null where it is one itself, and for larger areas. */
	municipality: string | null;
	region: RegionCode;
	easternBorder: boolean;
	/** A point inside the area, WGS84 degrees. */
	lon: number;
	lat: number;
	/** Status of a unit; null for state cities and larger areas, which get no single status. */
	status: PublicStatus | null;
	/** How many units have which status; for municipalities and regions, null for units. */
	unitCounts: Partial<Record<PublicStatus, number>> | null;
	/**
	 * Approved communities there; one that works in several places counts in each, and once in a larger area. Null where
	 * activity must not stand beside what the map shows.
	 */
	communities: number | null;
	/** Activities of a unit; null for larger areas (an activity may lie in several units) and where it must not show. */
	activities: number | null;
	/** When something was last known to happen, no more exact than known; null = nothing known. */
	lastEvidence: string | null;
	/** Numbers that the chosen layers read; absent where they read none. */
	figures?: Figures;
	/** No mandate of the reader reaches the area, so its numbers are left out. */
	isOutside?: true;
	/** The number of a layer is made of so few communities that it is left out. */
	isFew?: true;
	/** Inside the current filter. Others stay on the map, faded. */
	matches: boolean;
}

/** A public place or body drawn as a point. */
export interface PlacePoint {
	id: string;
	kind: PointKind;
	name: string;
	territoryCode: string;
	/** Codes of its territory and of all that this lies in. */
	within: readonly string[];
	territory: string;
	place: string | null;
	lon: number;
	lat: number;
	/** Key of `data_sources`. */
	sourceId: string | null;
}

/** What the reader chose: a fixed level, or the level that fits the zoom. */
export const LEVEL_CHOICES = ['parish', 'municipality', 'region', 'auto'] as const;
export type LevelChoice = (typeof LEVEL_CHOICES)[number];
