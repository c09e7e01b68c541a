import type { Definition } from '../checklists/types.ts';
import { findLimits } from './limits.ts';
import { applicable, readRows } from './rows.ts';
import { COMPLETE, DOMAIN_COMPLETE, GRADE_ENDS, isBelow } from './rules.ts';
import { score } from './score.ts';
import { GRADES, type Answer, type Context, type Grade, type Limit } from './types.ts';

/** What stands between an assessment and its next grade. */
export type Lift =
	/** Too much is open for a grade: so much of the weight is missing, and these domains are incomplete. */
	| { by: 'answers'; missing: number; domains: string[] }
	/** These rules hold the grade; without them it would be `grade`. */
	| { by: 'limits'; grade: Grade; limits: Limit[] }
	/** So many more points of the index, and besides what these rules ask for. */
	| { by: 'index'; grade: Grade; points: number; limits: Limit[] };

/**
 * What lifts the grade.
 * @param answers as for `score`
 * @returns null at the top grade, and when every item is not applicable
 */
export function whatLifts(definition: Definition, answers: readonly Answer[], context: Context): Lift | null {
	const { grade, rawGrade, index, completeness, domains, limits } = score(definition, answers, context);
	const incomplete = domains.filter((domain) => isBelow(domain.completeness, DOMAIN_COMPLETE));
	if (grade === null) {
		if (incomplete.length === 0 && !isBelow(completeness, COMPLETE)) return null;
		return {
			by: 'answers',
			missing: Math.max(0, COMPLETE - completeness),
			domains: incomplete.map(({ id }) => id)
		};
	}
	const holding = limits.filter(({ cap }) => cap === grade);
	if (holding.length > 0) {
		const others = [rawGrade, ...limits.map(({ cap }) => cap)].filter((cap) => cap !== grade);
		const next = GRADES.find((candidate) => others.includes(candidate));
		return next === undefined ? null : { by: 'limits', grade: next, limits: holding };
	}
	const end = GRADE_ENDS.find(([candidate]) => candidate === grade)?.[1];
	const next = GRADES[GRADES.indexOf(grade) + 1];
	if (end === undefined || next === undefined || index === null) return null;
	// A rule that caps at this very grade does not show while the points give no more.
	const rows = applicable(readRows(definition, answers, context));
	return {
		by: 'index',
		grade: next,
		points: end - index,
		limits: findLimits(definition, rows, domains, next)
	};
}
