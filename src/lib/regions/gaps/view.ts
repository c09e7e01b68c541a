import type { IsoDate } from '../../activity/types.ts';
import type { AreaGaps } from '../../coverage/gaps.ts';
import { gapColumns, gapSubject, subjectColumn, type Asked } from '../../coverage/matrix.ts';
import { zoneOutline, type SecondLayer } from '../../layers/overlays.ts';
import type { AreaRow } from '../../map/types.ts';
import type { RegionCode } from '../../territories/types.ts';
import type { GapLayerParts } from './layer.ts';
import { gapTable, type GapTable } from './table.ts';
import type { GapChoices, GapState } from './url.ts';

/** A zone that can be outlined. */
export interface GapZone {
	id: string;
	/** As it stands in the data: Latvian. */
	name: string;
	sourceId: string;
	/** The policy area, or by distance to the border: no hazard of nature. */
	isBorder: boolean;
	/** Units inside. */
	units: readonly string[];
}

/** A step for several communities, and where they are near each other. */
export interface HelpOffer {
	/** Id of the item. */
	item: string;
	/** The most worthwhile first. */
	around: { centre: string; communities: number; places: { label: string; communities: number }[] }[];
}

/** Everything the page and its files show: plain data, and only what the reader may know. */
export interface RegionGaps {
	region: { code: RegionCode; name: string };
	/** Today in Latvia: values are never of another day, or two days would tell of single communities. */
	asOf: IsoDate;
	asked: Asked;
	state: GapState;
	usual: Pick<GapChoices, 'level'>;
	/** Of the areas of the reader alone. */
	gaps: ReadonlyMap<string, AreaGaps>;
	/** All areas of the region at the level shown; those of others carry nothing but their name. */
	rows: AreaRow[];
	/** The area that is added up under the table; null where the mandate is for several of them. */
	total: AreaRow | null;
	/** Shows areas of few communities, too: PKC in its own region, on the screen only. */
	showsFew: boolean;
	zones: GapZone[];
	/** How far areas of the level shown lie in the zone that is outlined; those outside are missing. */
	inZone: ReadonlyMap<string, 'whole' | 'part'>;
	help: HelpOffer[];
	/** Of zones and boundaries; assessments are the communities' own. */
	sources: ShownSource[];
}

/** A source as legend and files name it. */
export interface ShownSource {
	id: string;
	title: string;
	publisher: string;
	/** Null: not known. */
	licence: string | null;
}

/** What the layer of a view is made of. */
export function layerParts({
	asked,
	state,
	gaps
}: Pick<RegionGaps, 'asked' | 'state' | 'gaps'>): GapLayerParts {
	const subject = gapSubject(asked, state.of);
	const { measure } = state;
	return { subject, measure, column: subjectColumn(asked, subject, measure), gaps, definition: asked };
}

/** The matrix of a view: the same rows in the same order on the screen and in files. */
export function tableOf({ asked, state, gaps, rows, total }: RegionGaps): GapTable {
	const { measure, sort } = state;
	const columns = gapColumns(asked, gapSubject(asked, state.of), measure);
	return gapTable({ rows, columns, measure, gaps, sort, total });
}

/** The outline that is chosen; null = none. */
export function chosenZone({ zones, state }: Pick<RegionGaps, 'zones' | 'state'>): SecondLayer | null {
	const zone = zones.find(({ id }) => id === state.second);
	return zone === undefined ? null : zoneOutline(zone);
}

/** What is drawn: the region, or the only municipality of the reader. */
export function areaOf({ region, total }: Pick<RegionGaps, 'region' | 'total'>): string {
	return total?.code ?? region.code;
}
