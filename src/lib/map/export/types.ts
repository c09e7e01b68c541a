import type { IsoDate } from '../../activity/types.ts';
import type { WindowMonths } from '../../layers/fills.ts';
import type { SecondLayer } from '../../layers/overlays.ts';
import type { Layer } from '../../layers/types.ts';
import type { Level } from '../../territories/types.ts';
import type { AreaColumn } from '../area-columns.ts';
import type { AreaRow, PlacePoint } from '../types.ts';
import type { MapState } from '../url.ts';

/** Of the privacy rules: public, or only for people with a mandate. */
export type PrivacyClass = 'P' | 'M';

/** What an export is made of: the map as its reader sees it. */
export interface ExportedMap {
	state: MapState;
	asOf: IsoDate;
	/** How many months before that day its values look; null = they have no such limit. */
	window: WindowMonths | null;
	level: Level;
	layer: Layer<AreaRow>;
	/** What lies over the fill; null = nothing. */
	second: SecondLayer | null;
	/** Places and bodies that lie over the fill, inside the filter. */
	points: readonly PlacePoint[];
	/** The columns of the table on the page. */
	columns: readonly AreaColumn[];
	/** The rows of that table, in its order: only those inside the filter. */
	rows: readonly AreaRow[];
	privacy: PrivacyClass;
	sources: readonly ExportedSource[];
	/** Zones of the day shown, with their names as they stand in the data. */
	zones: readonly { id: string; name: string }[];
	/** Names that cannot be mistaken. */
	label: (code: string) => string | null;
}

/** A source as a file names it. */
export interface ExportedSource {
	id: string;
	title: string;
	publisher: string;
	/** Null: not known. */
	licence: string | null;
}

/** One value as programs read it; null = missing, never 0. */
export type Cell = string | number | boolean | null;

/** One column of every format. */
export interface ExportColumn {
	/** Heading for programs: lower-case English. */
	id: string;
	/** Heading for people. */
	label: string;
	/** Decimals with which people see its numbers; null where it has none. */
	digits: number | null;
	value: (row: AreaRow) => Cell;
	/** The same in the language of the page, where people do not read numbers or names there. */
	text?: (row: AreaRow) => string;
}
