import type { Definition } from '../checklists/types.ts';
import { findLimits } from './limits.ts';
import { applicable, isAnswered, weightOf, type Row } from './rows.ts';
import { COMPLETE, DOMAIN_COMPLETE, GRADE_ENDS, isBelow, NA_HEAVY } from './rules.ts';
import { GRADES, type DomainFlag, type DomainResult, type Grade, type Result } from './types.ts';

/** Everything but the lists of items: what weights decide. */
export type Judgement = Pick<
	Result,
	'index' | 'low' | 'high' | 'completeness' | 'evidenceShare' | 'rawGrade' | 'grade' | 'limits' | 'domains'
>;

/** Domains, index, limits and grade of the rows of an assessment. */
export function judge(definition: Definition, rows: readonly Row[]): Judgement {
	const domains = definition.domains.map(({ id }) =>
		judgeDomain(
			id,
			rows.filter(({ item }) => item.domain === id)
		)
	);
	const counting = applicable(rows);
	const answered = counting.filter(isAnswered);
	const completeness = share(weightOf(answered), weightOf(counting), 1);
	const index = mean(domains.map(({ score }) => score));
	const rawGrade = index === null ? null : gradeOfIndex(index);
	const limits = rawGrade === null ? [] : findLimits(definition, counting, domains, rawGrade);
	const tooOpen =
		isBelow(completeness, COMPLETE) || domains.some(({ flags }) => flags.includes('incomplete'));
	return {
		index,
		low: mean(domains.map(({ low }) => low)),
		high: mean(domains.map(({ high }) => high)),
		completeness,
		evidenceShare: share(
			weightOf(answered.filter(({ evidence }) => evidence >= 1)),
			weightOf(answered),
			null
		),
		rawGrade,
		grade: rawGrade === null || tooOpen ? null : lowest([rawGrade, ...limits.map(({ cap }) => cap)]),
		limits,
		domains
	};
}

function judgeDomain(id: string, rows: readonly Row[]): DomainResult {
	const counting = applicable(rows);
	const answered = counting.filter(isAnswered);
	const completeness = share(weightOf(answered), weightOf(counting), 1);
	const notApplicable = weightOf(rows) - weightOf(counting);
	const flags: DomainFlag[] = [];
	if (isBelow(NA_HEAVY, share(notApplicable, weightOf(rows), 0))) flags.push('na-heavy');
	if (isBelow(completeness, DOMAIN_COMPLETE)) flags.push('incomplete');
	return {
		id,
		score: points(answered, ({ level }) => level ?? 0),
		low: points(counting, ({ level }) => level ?? 0),
		high: points(counting, ({ level, value }) => (level === null || value === 'dk' ? 3 : level)),
		completeness,
		flags
	};
}

/** 100 · Σ(weight · level) / (3 · Σweight); null for no rows. */
function points(rows: readonly Row[], levelOf: (row: Row) => number): number | null {
	const reached = rows.reduce((sum, row) => sum + row.weight * levelOf(row), 0);
	return share(100 * reached, 3 * weightOf(rows), null);
}

/** The grade that the index alone would give. */
export function gradeOfIndex(index: number): Grade {
	return GRADE_ENDS.find(([, end]) => isBelow(index, end))?.[0] ?? 'proven';
}

/** The lowest of some grades. */
function lowest(grades: readonly Grade[]): Grade | null {
	return GRADES.find((grade) => grades.includes(grade)) ?? null;
}

/** Mean of the values that are there; null when none is. */
export function mean(values: readonly (number | null)[]): number | null {
	const known = values.filter((value) => value !== null);
	return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length;
}

function share<Empty>(part: number, whole: number, empty: Empty): number | Empty {
	return whole === 0 ? empty : part / whole;
}
