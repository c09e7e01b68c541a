/**
 * What can be said of layers before any row is read: for addresses, rights and choices. It is light, because every page
 * with a link to a map carries it; how the layers are drawn and worded stands in `catalogue.ts`.
 */
import { m } from '../i18n/paraglide/messages.js';
import { LEVELS, type Level } from '../territories/types.ts';
import { MAX_CLASSES, type ClassWish } from './classes.ts';
import type { FigureId } from './figures.ts';
import { OUTLINE_LAYERS, POINT_LAYERS, ZONE_PREFIX } from './overlays.ts';
import type { LayerAccess, LayerSubject } from './types.ts';

/** Layers that can fill areas, in the order in which they are offered: by status, by a number, or by both at once. */
export const FILL_IDS = [
	'activity',
	'evidence-days',
	'survey-days',
	'communities-per-1000',
	'assessed-share',
	'minority-share',
	'russian-share',
	'belarusian-share',
	'polish-share',
	'ukrainian-share',
	'population',
	'population-density',
	'border-distance',
	'activity-minority'
] as const satisfies readonly ('activity' | 'activity-minority' | FigureId)[];
export type FillId = (typeof FILL_IDS)[number];

/** What every fill has. */
interface FillFacts {
	title: () => string;
	subject: LayerSubject;
	access: LayerAccess;
	levels: readonly Level[];
}

/** A fill by a number. */
export interface NumberFill extends FillFacts {
	id: FigureId;
	/** How values are classed unless the reader wants another way. */
	classes: ClassWish;
	/** The values have a year and a method of their own. */
	dated: boolean;
	/** As second layer: areas above this value get a pattern. Null: not offered as one. */
	notable: { above: number; label: () => string } | null;
}

const UNITS: readonly Level[] = ['parish'];

/** Months of the status rule, as days: a quarter, half a year, one year, two years. */
const AGES: ClassWish = { method: 'manual', classes: 5, digits: 0, limits: [91, 183, 365, 730] };
const NATURAL: ClassWish = { method: 'natural', classes: 5, digits: 1 };

const activity = {
	subject: 'activity',
	access: 'public',
	levels: LEVELS,
	dated: false,
	notable: null
} as const;
const ethnicity = {
	subject: 'ethnicity',
	access: 'public',
	levels: LEVELS,
	dated: true,
	notable: null
} as const;
const people = { subject: 'people', access: 'public', levels: LEVELS, dated: true, notable: null } as const;

const NUMBER_FILLS: Record<FigureId, Omit<NumberFill, 'id'>> = {
	'evidence-days': { ...activity, title: m.layer_evidence_days, levels: UNITS, classes: AGES },
	'survey-days': { ...activity, title: m.layer_survey_days, levels: UNITS, classes: AGES },
	// Of the year of the population. Two decimals: few places have even one community for each 10,000 residents.
	'communities-per-1000': {
		...activity,
		title: m.layer_communities_per_1000,
		dated: true,
		classes: { ...NATURAL, digits: 2 }
	},
	'assessed-share': {
		...activity,
		title: m.layer_assessed_share,
		access: 'mandated',
		classes: { method: 'manual', classes: 5, digits: 0, limits: [0, 25, 50, 75] }
	},
	// One half is a limit of the classes: above it minorities are the majority.
	'minority-share': {
		...ethnicity,
		title: m.layer_minority_share,
		classes: { method: 'manual', classes: 5, digits: 1, limits: [10, 25, 50, 75] },
		notable: { above: 50, label: m.layer_notable_minority }
	},
	'russian-share': { ...ethnicity, title: m.layer_russian_share, classes: NATURAL },
	'belarusian-share': { ...ethnicity, title: m.layer_belarusian_share, classes: NATURAL },
	'polish-share': { ...ethnicity, title: m.layer_polish_share, classes: NATURAL },
	'ukrainian-share': { ...ethnicity, title: m.layer_ukrainian_share, classes: NATURAL },
	// A few cities have more people than all parishes together: classes of as many places each show the rest.
	population: {
		...people,
		title: m.layer_population,
		classes: { method: 'quantiles', classes: 5, digits: 0 }
	},
	'population-density': {
		...people,
		title: m.layer_density,
		classes: { method: 'quantiles', classes: 5, digits: 1 }
	},
	'border-distance': {
		...people,
		title: m.layer_border_distance,
		subject: 'place',
		levels: UNITS,
		classes: { method: 'manual', classes: 6, digits: 1, limits: [0, 10, 30, 60, 120] }
	}
};

/** The fill by a number. */
export function numberFill<Id extends FigureId>(id: Id): NumberFill & { id: Id } {
	return { ...NUMBER_FILLS[id], id };
}

/** What can be said of a fill before any row is read. */
export interface FillInfo extends FillFacts {
	id: FillId;
	/** Numbers that the rows must carry. */
	figures: readonly FigureId[];
	/** Null where the classes do not come from numbers, so that the reader has no choice of method. */
	classes: ClassWish | null;
	/** The values have a year of their own. */
	dated: boolean;
}

/** The fill with an id. */
export function fillInfo(id: FillId): FillInfo {
	switch (id) {
		case 'activity':
			return {
				...{ id, title: m.layer_activity_title, subject: 'activity', access: 'public', levels: LEVELS },
				...{ figures: [], classes: null, dated: false }
			};
		case 'activity-minority':
			return {
				...{ id, title: m.layer_activity_minority, subject: 'ethnicity', access: 'mandated', levels: UNITS },
				...{ figures: ['minority-share'], classes: null, dated: true }
			};
		default:
			return { ...NUMBER_FILLS[id], id, figures: [id] };
	}
}

/** How well a unit is reached, best first, and how large the share of minorities is, smallest first. */
export const REACHES = ['active', 'some', 'unknown'] as const;
export type Reach = (typeof REACHES)[number];
export const MINORITY_PARTS = ['few', 'many', 'most'] as const;
export type MinorityPart = (typeof MINORITY_PARTS)[number];

/** The class of state cities, which get no single status. */
export const CITY_ID = 'city';

/** The class of areas without a value. */
export const NO_DATA_ID = 'no_data';

/**
 * Ids of the classes a fill can have, in legend order, for filters. Activity is filtered by status, so it has none
 * here; of a number it is not known yet how many classes there will be.
 */
export function classIds(id: FillId): readonly string[] {
	switch (id) {
		case 'activity':
			return [];
		case 'activity-minority':
			return [
				...REACHES.flatMap((reach) => MINORITY_PARTS.map((part) => `${reach}-${part}`)),
				CITY_ID,
				NO_DATA_ID
			];
		default:
			return [...Array.from({ length: MAX_CLASSES }, (_, position) => `c${position + 1}`), NO_DATA_ID];
	}
}

/** What can be said of a second layer before any row is read. */
export interface SecondInfo {
	id: string;
	title: () => string;
	subject: LayerSubject;
	access: LayerAccess;
}

/** Second layers in the order in which they are offered. Zones come with the data (`zoneOutline`). */
export const SECOND_INFOS: readonly SecondInfo[] = [
	...POINT_LAYERS,
	...OUTLINE_LAYERS,
	...FILL_IDS.flatMap((id) => {
		const notable = id in NUMBER_FILLS ? NUMBER_FILLS[id as FigureId].notable : null;
		const { subject, access } = fillInfo(id);
		return notable === null ? [] : [{ id, title: notable.label, subject, access }];
	})
];

/** The second layer with an id; null for a zone, of which only the data know. */
export function secondInfo(id: string): SecondInfo | null {
	return SECOND_INFOS.find((each) => each.id === id) ?? null;
}

/** What lies over the fill unless the reader chooses otherwise: the resource centres, as ever. */
export const DEFAULT_SECOND = 'resource-centres';

/** Whether an id of the address can be a second layer; of a zone it is only known that it looks like one. */
export function isSecondId(id: string): boolean {
	return secondInfo(id) !== null || (id.startsWith(ZONE_PREFIX) && isZoneId(id.slice(ZONE_PREFIX.length)));
}

/** Whether a text looks like the id of a zone; which ones there are is known to the data. */
export function isZoneId(id: string): boolean {
	return /^[a-z0-9]+(-[a-z0-9]+)*$/.test(id);
}

/** Numbers that a second layer reads of the rows. */
export function figuresOfSecond(id: string): readonly FigureId[] {
	return FILL_IDS.flatMap((fill) => {
		const { figures, classes } = fillInfo(fill);
		return fill === id && classes !== null && secondInfo(id) !== null ? figures : [];
	});
}
