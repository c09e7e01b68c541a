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
	'active-communities',
	'residents-reached',
	'surveyed-share',
	'assessed',
	'assessed-recently',
	'assessed-share',
	'plan-done',
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

/** Months before the day shown within which something must have happened to count. */
export const WINDOWS = [12, 24, 36] as const;
export type WindowMonths = (typeof WINDOWS)[number];

/** What every fill has. What they are called stands in `titles.ts`. */
interface FillFacts {
	subject: LayerSubject;
	access: LayerAccess;
	levels: readonly Level[];
	/** How far back it looks unless the reader chooses another of `WINDOWS`; null = it has no such limit. */
	usualWindow: WindowMonths | null;
	/**
	 * It says how communities do, not only how many there are: of few of them nothing is said, and nothing of any day but
	 * today, because other days together would tell of single ones (`coverage/small-numbers.ts`).
	 */
	hidesFew: boolean;
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
/** None is another thing than few. */
const COUNT: ClassWish = { method: 'natural', classes: 5, digits: 0, zeroApart: true };
const SHARE: ClassWish = { method: 'manual', classes: 5, digits: 0, limits: [0, 25, 50, 75] };

const SIMPLE = { usualWindow: null, hidesFew: false } as const;
const usual = { ...SIMPLE, access: 'public', levels: LEVELS, notable: null } as const;
const activity = { ...usual, subject: 'activity', dated: false } as const;
const ethnicity = { ...usual, subject: 'ethnicity', dated: true } as const;
const people = { ...usual, subject: 'people', dated: true } as const;

const NUMBER_FILLS: Record<FigureId, Omit<NumberFill, 'id'>> = {
	'evidence-days': { ...activity, levels: UNITS, classes: AGES },
	'survey-days': { ...activity, levels: UNITS, classes: AGES },
	// Of the year of the population. Two decimals: few places have even one community for each 10,000 residents.
	'communities-per-1000': {
		...activity,
		dated: true,
		classes: { ...NATURAL, digits: 2 }
	},
	// The aim of the programme is for three years, so these are what is shown first.
	'active-communities': {
		...activity,
		usualWindow: 36,
		classes: COUNT
	},
	'residents-reached': { ...activity, dated: true, classes: SHARE },
	// Findings of a survey are news for two years (`activity/status.ts`).
	'surveyed-share': { ...activity, usualWindow: 24, classes: SHARE },
	assessed: { ...activity, access: 'mandated', classes: COUNT },
	'assessed-recently': { ...activity, access: 'mandated', classes: COUNT },
	'assessed-share': { ...activity, access: 'mandated', classes: SHARE },
	'plan-done': {
		...activity,
		access: 'mandated',
		hidesFew: true,
		classes: SHARE
	},
	// One half is a limit of the classes: above it minorities are the majority.
	'minority-share': {
		...ethnicity,
		classes: { method: 'manual', classes: 5, digits: 1, limits: [10, 25, 50, 75] },
		notable: { above: 50, label: m.layer_notable_minority }
	},
	'russian-share': { ...ethnicity, classes: NATURAL },
	'belarusian-share': { ...ethnicity, classes: NATURAL },
	'polish-share': { ...ethnicity, classes: NATURAL },
	'ukrainian-share': { ...ethnicity, classes: NATURAL },
	// A few cities have more people than all parishes together: classes of as many places each show the rest.
	population: {
		...people,
		classes: { method: 'quantiles', classes: 5, digits: 0 }
	},
	'population-density': {
		...people,
		classes: { method: 'quantiles', classes: 5, digits: 1 }
	},
	'border-distance': {
		...people,
		subject: 'place',
		levels: UNITS,
		classes: { method: 'manual', classes: 6, digits: 1, limits: [0, 10, 30, 60, 120] }
	}
};

/** What is known of a fill by a number. */
export function numberInfo<Id extends FigureId>(id: Id): NumberFill & { id: Id } {
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
				...{ id, subject: 'activity', access: 'public', levels: LEVELS },
				...{ figures: [], classes: null, dated: false, ...SIMPLE }
			};
		case 'activity-minority':
			return {
				...{ id, subject: 'ethnicity', access: 'mandated', levels: UNITS },
				...{ figures: ['minority-share'], classes: null, dated: true, ...SIMPLE }
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

/** The class of areas with a value of so few communities that it must not be said. */
export const FEW_ID = 'few';

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
			return [
				...Array.from({ length: MAX_CLASSES }, (_, position) => `c${position + 1}`),
				...(NUMBER_FILLS[id].hidesFew ? [FEW_ID] : []),
				NO_DATA_ID
			];
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
