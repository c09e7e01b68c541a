/** The numbers of the scoring rules. All comparisons allow for `TOLERANCE`. */

/** Sums of fractions are not exact: what differs by no more is the same. */
export const TOLERANCE = 1e-9;

/** Below so many points of the index a grade ends; what is not below any is `proven`. */
export const GRADE_ENDS = [
	['start', 40],
	['basics', 60],
	['resilient', 80]
] as const;

/** So many missing must-haves hold the grade at `start`; fewer at `basics`. */
export const MANY_CRITICAL = 3;

/** A domain is judged weak only from so many answers on. */
export const FLOOR_ANSWERS = 3;
/** A domain below so many points holds the grade at `basics` … */
export const FLOOR_BASICS = 30;
/** … and below so many at `resilient`. */
export const FLOOR_RESILIENT = 50;

/** The top grade wants every must-have at this level, with evidence. */
export const PROVEN_LEVEL = 2;

/** Not applicable in more than this share of a domain's weight is worth a look. */
export const NA_HEAVY = 0.25;
/** A domain with less of its weight answered is incomplete. */
export const DOMAIN_COMPLETE = 0.6;
/** With less of the whole weight answered there is no grade. */
export const COMPLETE = 0.8;

/** How much more a must-have matters in the order of gaps. */
export const CRITICAL_FACTOR = 1.5;

/** Fewer people than this are shown as dots, without a statistic. */
export const STATISTIC_FROM = 5;
/** Levels this far apart are worth talking about … */
export const DISCUSS_SPREAD = 2;
/** … and so is a mean distance from the median above this. */
export const DISCUSS_DEVIATION = 2 / 3;

/** `a < b` with tolerance. */
export function isBelow(a: number, b: number): boolean {
	return a < b - TOLERANCE;
}
