import type { ActivityFacts, IsoDate } from '../activity/types.ts';
import { INDICATOR_IDS, type IndicatorId, type IndicatorValue } from '../indicators/types.ts';
import type { ActivityRow } from './activity.ts';

/** Numbers that layers show of an area: indicators, and what we compute from activity and assessments. */
export const FIGURE_IDS = [
	...INDICATOR_IDS,
	'evidence-days',
	'survey-days',
	'communities-per-1000',
	'assessed-share'
] as const;
export type FigureId = (typeof FIGURE_IDS)[number];

/** One number of one area, with what a reader must know about it. */
export interface Figure extends Pick<IndicatorValue, 'value' | 'method' | 'inheritedFrom' | 'basis'> {
	/** The year it is of; null: of the day shown. */
	year: number | null;
	/** Key of `data_sources`; null where it is computed from several. */
	sourceId: string | null;
	/** The true number may be larger: it hangs on a day that is not exactly known. */
	atLeast: boolean;
}

/** The numbers of one area; what is missing is not known and never 0. */
export type Figures = Readonly<Partial<Record<FigureId, Figure>>>;

/** What the layers of the catalogue read of a row; `AreaRow` of the map has all of it. */
export interface FigureRow extends ActivityRow {
	/** Only the numbers that the chosen layers need: rows travel to the browser. */
	figures?: Figures;
	/** No mandate of the reader reaches the area, so its numbers must not be said; which is not to say there are none. */
	isOutside?: true;
}

/** The indicators that must be read to make these numbers. */
export function indicatorsFor(wanted: readonly FigureId[]): IndicatorId[] {
	const needed = new Set<FigureId>(wanted);
	if (needed.has('communities-per-1000')) needed.add('population');
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
