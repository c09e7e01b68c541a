/** What the pages, the report and the files about a planning region are made of. */
import type { IsoDate, PublicStatus } from '../activity/types.ts';
import type { Text } from '../checklists/types.ts';
import type { AreaGaps, IndexSpread, Standing } from '../coverage/gaps.ts';
import type { YearBand } from '../coverage/public-series.ts';
import type { AreaCoverage } from '../coverage/summary.ts';
import type { COUNTRY_CODE, RegionCode } from '../territories/types.ts';

/** Now and a year before. */
export interface Change<Now, Before = Now> {
	now: Now;
	before: Before;
}

/** A must-have of the checklist: how many communities lack it. */
export interface MustHave extends Change<Standing | null> {
	id: string;
	title: Text;
}

/** What only people with a mandate for the area may know. Values of too few communities are null. */
export interface MandatedView {
	/** Communities with a finished assessment, by their home. */
	communities: Change<number>;
	/** Those assessed within the year before each of the two days. */
	withinYear: Change<number>;
	/** Those whose latest assessment a mentor or PKC has confirmed. */
	confirmed: number;
	index: Change<IndexSpread | null>;
	mustHaves: readonly MustHave[];
}

/** A region of the country, or a municipality of a region. */
export interface InsideRow extends Change<AreaCoverage> {
	code: string;
	label: string;
	/** Assessed communities and their indexes; null without a mandate for the area. */
	gaps: Pick<AreaGaps, 'communities' | 'index'> | null;
}

/** Counts of units by status at the end of a month. */
export interface StatusMonth {
	day: IsoDate;
	counts: Record<PublicStatus, number>;
}

/** A planning region or the country as its reader may see it. */
export interface RegionView {
	code: RegionCode | typeof COUNTRY_CODE;
	name: string;
	asOf: IsoDate;
	/** The day a year before, that today is compared with. */
	before: IsoDate;
	/** Class of the privacy rules: M when anything here is not public. */
	privacy: 'P' | 'M';
	/** The reader is PKC of the region and sees also what is made of fewer than three communities. */
	seesFew: boolean;
	coverage: Change<AreaCoverage>;
	/** Years of the population figures, oldest first; empty where none is known. */
	populationYears: readonly number[];
	/** Assessed communities as everybody may know them: outside the border zone, in steps of three. Null: not told. */
	published: Change<number | null>;
	bands: readonly YearBand[];
	mandated: MandatedView | null;
	inside: readonly InsideRow[];
	sources: readonly { id: string; title: string; publisher: string; licence: string | null }[];
}

/** How a region and each of its parts went through the months. */
export interface RegionHistory {
	days: readonly IsoDate[];
	/** The area itself first, then what lies inside, by name. */
	areas: readonly { code: string; label: string; months: readonly RegionMonth[] }[];
	/** State cities of the area: they get no single status. */
	stateCities: number;
	privacy: RegionView['privacy'];
}

/** One month of an area. */
export interface RegionMonth extends StatusMonth {
	/** Approved communities known by then. */
	communities: number;
	/** Communities assessed by then; for everybody only of regions and the country, as published. Null = not told. */
	assessed: number | null;
}
