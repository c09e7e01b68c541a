import { gradeOfIndex } from '../scoring/judge.ts';
import type { Grade } from '../scoring/types.ts';
import { MIN_COMMUNITIES } from './small-numbers.ts';

/**
 * What everybody may know of self-assessments: numbers of communities, and one coarse band per region and year
 * (docs/privacy.md). Both come from communities outside every protected zone only, so that nothing published depends
 * on one inside. A region's groups are published in steps: a group follows another one only when it has at least
 * three communities more. So whoever subtracts one published group from another, of whatever days, is left with none
 * or at least three. The country is the sum of what its regions have published and has no band of its own.
 */

/** Calendar month, `YYYY-MM`. Compares correctly as text. */
export type Month = string;

/** Communities of a region, outside protected zones, that finished their first assessment in a month. */
export interface Arrived {
	region: string;
	month: Month;
	communities: number;
}

/** How communities of a region, outside protected zones, stood at the end of a year by their latest assessment. */
export interface Standing {
	region: string;
	/** When they finished their first assessment. */
	month: Month;
	/** At the end of this year … */
	year: number;
	/** … their latest assessment was of this year … */
	assessedIn: number;
	/** … and gave this index, rounded to whole points. */
	index: number;
	communities: number;
}

/** A published group: all communities that had finished an assessment by the end of a month. */
export interface Step {
	month: Month;
	communities: number;
}

/** How a published group stood at the end of a year. */
export interface YearBand {
	year: number;
	/** How many communities it is made of. */
	communities: number;
	/** The grade that the middle index would have by itself; nothing finer is published. */
	band: Grade;
}

/**
 * The published groups of a region, oldest first. A month is published when it is over.
 * @param arrived of this region, in any order
 * @param today its month is not over
 */
export function publicSteps(arrived: readonly Arrived[], today: Month): Step[] {
	const steps: Step[] = [];
	let communities = 0;
	const over = arrived.filter(({ month }) => month < today).toSorted(byMonth);
	for (const [position, { month, communities: more }] of over.entries()) {
		communities += more;
		// Several rows of one month are one step.
		if (over[position + 1]?.month === month) continue;
		if (communities - (steps.at(-1)?.communities ?? 0) >= MIN_COMMUNITIES) steps.push({ month, communities });
	}
	return steps;
}

/**
 * The bands of a region, oldest first. A year is published when it is over, from the group of the last step in it. A
 * year in which one or two communities of the same group were assessed anew has none: the difference to the year
 * before would be about them.
 * @param standings of this region, in any order
 * @param steps of the same region, from `publicSteps`
 */
export function publicBands(
	standings: readonly Standing[],
	steps: readonly Step[],
	today: Month
): YearBand[] {
	const bands: YearBand[] = [];
	const years = [...new Set(standings.map(({ year }) => year))].sort((a, b) => a - b);
	for (const year of years) {
		if (`${year}-12` >= today) break;
		const step = steps.findLast(({ month }) => month <= `${year}-12`);
		if (step === undefined) continue;
		const group = standings.filter((row) => row.year === year && row.month <= step.month);
		const index = middle(group);
		if (index === null || countOf(group) !== step.communities) continue;
		const before = bands.at(-1);
		if (before?.communities === step.communities) {
			const anew = countOf(group.filter(({ assessedIn }) => assessedIn > before.year));
			if (anew > 0 && anew < MIN_COMMUNITIES) continue;
		}
		bands.push({ year, communities: step.communities, band: gradeOfIndex(index) });
	}
	return bands;
}

/** What is published of a region, or of the country as the sum of its regions, on a day of the given month. */
export function publishedBy(steps: readonly (readonly Step[])[], month: Month): number {
	return steps.reduce(
		(sum, region) => sum + (region.findLast((step) => step.month < month)?.communities ?? 0),
		0
	);
}

/** The index of the community in the middle, the lower of two; null where there is none. */
function middle(group: readonly Standing[]): number | null {
	const sorted = group.toSorted((a, b) => a.index - b.index);
	let before = Math.ceil(countOf(group) / 2);
	return sorted.find(({ communities }) => (before -= communities) <= 0)?.index ?? null;
}

function countOf(rows: readonly { communities: number }[]): number {
	return rows.reduce((sum, { communities }) => sum + communities, 0);
}

function byMonth(a: Arrived, b: Arrived): number {
	return a.month < b.month ? -1 : a.month > b.month ? 1 : 0;
}
