/** The figures of territories that the product knows. The same ids stand in the table `indicators`. */
export const INDICATOR_IDS = [
	'minority-share',
	'russian-share',
	'belarusian-share',
	'polish-share',
	'ukrainian-share',
	'population',
	'population-density',
	'border-distance'
] as const;
export type IndicatorId = (typeof INDICATOR_IDS)[number];

/** Whether a text, for example from an address, names an indicator. */
export function isIndicatorId(text: string): text is IndicatorId {
	return INDICATOR_IDS.some((id) => id === text);
}

/**
 * What a figure measures. `share` in per cent of the residents, `count` of people, `density` in people per km²,
 * `distance` in km. Only shares may be inherited from a larger unit: half the people of a municipality do not
 * live in each of its parishes.
 */
export const MEASURES = ['count', 'share', 'density', 'distance'] as const;
export type Measure = (typeof MEASURES)[number];

/** What each indicator measures. */
export const MEASURE_OF: Readonly<Record<IndicatorId, Measure>> = {
	'minority-share': 'share',
	'russian-share': 'share',
	'belarusian-share': 'share',
	'polish-share': 'share',
	'ukrainian-share': 'share',
	population: 'count',
	'population-density': 'density',
	'border-distance': 'distance'
};

/**
 * How the product came by a value: `published` by the statistical office itself; `secondhand`, a published figure
 * read in another place; `derived`, computed by us; `inherited` from the larger unit it was published for.
 */
export const METHODS = ['published', 'secondhand', 'derived', 'inherited'] as const;
export type Method = (typeof METHODS)[number];

/** What was counted. `stated`: the source does not say; `computed`: from boundaries. */
export const BASES = ['census', 'register', 'estimate', 'stated', 'computed'] as const;
export type Basis = (typeof BASES)[number];

/** One value of one territory in one year. */
export interface IndicatorValue {
	territoryCode: string;
	indicator: IndicatorId;
	year: number;
	value: number;
	method: Method;
	/** The larger unit, for `inherited` only. */
	inheritedFrom: string | null;
	basis: Basis | null;
	/** What to know about this one value, in Latvian. */
	caveat: string | null;
	/** Key of `data_sources`. */
	sourceId: string;
}

/** A value as it was loaded: several imports may hold one for the same territory and year. */
export interface LoadedValue extends IndicatorValue {
	importId: string;
	/** ISO time. */
	loadedAt: string;
}
