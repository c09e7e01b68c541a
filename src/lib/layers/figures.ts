import type { ActivityFacts, IsoDate } from '../activity/types.ts';
import type { ResidentsReached } from '../coverage/residents.ts';
import { INDICATOR_IDS, type IndicatorId, type IndicatorValue } from '../indicators/types.ts';
import type { ActivityRow } from './activity.ts';

/** Numbers that layers show of an area: indicators, and what we compute from activity and assessments. */
export const FIGURE_IDS = [
	...INDICATOR_IDS,
	'evidence-days',
	'survey-days',
	'communities-per-1000',
	'active-communities',
	'residents-reached',
	'surveyed-share',
	'assessed',
	'assessed-recently',
	'assessed-share',
	'plan-done'
] as const;
export type FigureId = (typeof FIGURE_IDS)[number];

/** One number of one area, with what a reader must know about it. */
export interface Figure extends Pick<IndicatorValue, 'value' | 'method' | 'inheritedFrom' | 'basis'> {
	/** The year it is of; null: of the day shown. */
	year: number | null;
	/** Key of `data_sources`; null where it is computed from several. */
	sourceId: string | null;
	/** The true number may be larger: it hangs on a day that is not exactly known, or on what must not be said. */
	atLeast: boolean;
	/** A share of one unit, which is all (100) or nothing (0). */
	isWhole?: true;
	/** Of how many units inside, of all of them, that is known which the number is made of. */
	madeOf?: { known: number; of: number };
}

/** The numbers of one area; what is missing is not known and never 0. */
export type Figures = Readonly<Partial<Record<FigureId, Figure>>>;

/** What the layers of the catalogue read of a row; `AreaRow` of the map has all of it. */
export interface FigureRow extends ActivityRow {
	/** Only the numbers that the chosen layers need: rows travel to the browser. */
	figures?: Figures;
	/** No mandate of the reader reaches the area, so its numbers must not be said; which is not to say there are none. */
	isOutside?: true;
	/** There is a number, but of so few communities that nothing may be said of it (`coverage/small-numbers.ts`). */
	isFew?: true;
}

/** The indicators that must be read to make these numbers. */
export function indicatorsFor(wanted: readonly FigureId[]): IndicatorId[] {
	const needed = new Set<FigureId>(wanted);
	if (needed.has('communities-per-1000') || needed.has('residents-reached')) needed.add('population');
	return INDICATOR_IDS.filter((id) => needed.has(id));
}

/** A number of a row; null when it is not known. */
export function figureOf(row: Pick<FigureRow, 'figures'>, id: FigureId): Figure | null {
	return row.figures?.[id] ?? null;
}

/** An indicator's value as a number of an area. */
export function indicatorFigure(
	value: Pick<IndicatorValue, 'value' | 'year' | 'method' | 'inheritedFrom' | 'basis' | 'sourceId'>
): Figure {
	const { year, method, inheritedFrom, basis, sourceId } = value;
	return { value: value.value, year, method, inheritedFrom, basis, sourceId, atLeast: false };
}

/**
 * Days since anything was last known of a unit, and since it was last surveyed.
 * @param facts what may be shown of the unit; null = nothing may, or nothing is known
 * @param asOf the day shown; facts lie on or before it
 */
export function evidenceFigures(facts: ActivityFacts | null, asOf: IsoDate): Figures {
	if (facts === null) return {};
	const exact = latest([
		facts.surveyOn,
		facts.reachableOn,
		facts.endLastPrecision === 'day' ? facts.endLast : null
	]);
	const newest = latest([exact, facts.endLast]);
	return {
		// The end of a month, a year or a period is the latest day it can have been.
		...(newest && { 'evidence-days': computed(daysBetween(newest, asOf), newest !== exact) }),
		...(facts.surveyOn && { 'survey-days': computed(daysBetween(facts.surveyOn, asOf)) })
	};
}

/**
 * Approved communities for each 1,000 residents. Null where the population is not known: it is a count, so it is
 * never taken over from a larger unit.
 */
export function communitiesPer1000(communities: number, population: Figure | null): Figure | null {
	if (population === null || population.value <= 0 || population.method === 'inherited') return null;
	const { year, sourceId, basis } = population;
	return { ...computed((communities / population.value) * 1000), year, sourceId, basis };
}

/** Of fewer communities than these nothing is said together: it would be said of each (privacy, rule 2). */
const FEWEST_COMMUNITIES = 3;

/**
 * Share, in per cent, of the known communities that have done the self-assessment; null where too few are known.
 */
export function assessedShare(assessed: number, communities: number): Figure | null {
	return communities < FEWEST_COMMUNITIES
		? null
		: computed((Math.min(assessed, communities) / communities) * 100);
}

/** A number of communities known on the day shown. */
export function countFigure(communities: number): Figure {
	return computed(communities);
}

/**
 * Share, in per cent, of residents who live where a community is active or there is somebody to start with.
 * @param populations of the units that are counted, none of them taken over from a larger one
 * @param isUnit the area is one unit itself
 * @returns null where no population is known
 */
export function residentsReachedFigure(
	{ share, known, units }: ResidentsReached,
	populations: readonly Figure[],
	isUnit: boolean
): Figure | null {
	if (share === null) return null;
	const only = <Key extends 'year' | 'sourceId' | 'basis'>(key: Key): Figure[Key] | null => {
		const [first, ...others] = new Set(populations.map((population) => population[key]));
		return others.length === 0 ? (first ?? null) : null;
	};
	return {
		...computed(share * 100),
		...{ year: only('year'), sourceId: only('sourceId'), basis: only('basis') },
		...(isUnit ? { isWhole: true } : { madeOf: { known, of: units } })
	};
}

/**
 * Share, in per cent, of units on whose spot somebody asked within a window.
 * @param surveyed of each unit of the area: whether somebody did; null = it must not be said
 * @returns null where nothing may be said
 */
export function surveyedShare(surveyed: readonly (boolean | null)[], isUnit: boolean): Figure | null {
	const said = surveyed.filter((each) => each !== null);
	if (said.length === 0) return null;
	const share = (said.filter(Boolean).length / surveyed.length) * 100;
	return { ...computed(share, said.length < surveyed.length), ...(isUnit && { isWhole: true }) };
}

/** Share, in per cent, of the steps of plans that are done; null where there are none, or nothing may be said. */
export function planDone(share: number | undefined): Figure | null {
	return share === undefined ? null : computed(share * 100);
}

function computed(value: number, atLeast = false): Figure {
	return { value, year: null, method: 'derived', inheritedFrom: null, basis: null, sourceId: null, atLeast };
}

function latest(days: readonly (IsoDate | null)[]): IsoDate | null {
	return days.reduce(
		(newest, day) => (day !== null && (newest === null || day > newest) ? day : newest),
		null
	);
}

const DAY = 24 * 60 * 60 * 1000;

/** Both days are midnights in Greenwich, so no change of clocks lies between them. */
function daysBetween(from: IsoDate, to: IsoDate): number {
	return Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / DAY));
}
