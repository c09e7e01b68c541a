import type { Definition } from '../checklists/types.ts';
import { isAnswered, type Row } from './rows.ts';
import {
	FLOOR_ANSWERS,
	FLOOR_BASICS,
	FLOOR_RESILIENT,
	isBelow,
	MANY_CRITICAL,
	PROVEN_LEVEL
} from './rules.ts';
import { GRADES, type DomainResult, type Grade, type Limit } from './types.ts';

/**
 * The rules that hold the grade below what the index gives, in their order. High points elsewhere must not outweigh
 * a must-have that is missing or a domain that is weak.
 * @param rows those that apply
 */
export function findLimits(
	definition: Definition,
	rows: readonly Row[],
	domains: readonly DomainResult[],
	rawGrade: Grade
): Limit[] {
	return [
		...criticalMissing(rows),
		...domainFloors(rows, domains),
		...provenRequirements(rows, definition.drillItem)
	].filter(({ cap }) => GRADES.indexOf(cap) < GRADES.indexOf(rawGrade));
}

/** Must-haves at level 0, not known or not answered. */
function criticalMissing(rows: readonly Row[]): Limit[] {
	const items = idsOf(rows.filter(({ item, level }) => item.critical && (level ?? 0) === 0));
	if (items.length === 0) return [];
	return items.length < MANY_CRITICAL
		? [{ rule: 'critical-missing', cap: 'basics', items, domains: [] }]
		: [{ rule: 'critical-missing-many', cap: 'start', items, domains: [] }];
}

/** Domains with enough answers and too few points. */
function domainFloors(rows: readonly Row[], domains: readonly DomainResult[]): Limit[] {
	const judged = domains.flatMap(({ id, score }) =>
		score !== null && rows.filter((row) => row.item.domain === id && isAnswered(row)).length >= FLOOR_ANSWERS
			? [{ id, score }]
			: []
	);
	const weakest = judged.filter(({ score }) => isBelow(score, FLOOR_BASICS));
	const weak = judged.filter(({ score }) => !isBelow(score, FLOOR_BASICS) && isBelow(score, FLOOR_RESILIENT));
	const floor = (cap: Grade, caught: typeof judged): Limit[] =>
		caught.length === 0
			? []
			: [{ rule: 'domain-floor', cap, items: [], domains: caught.map(({ id }) => id) }];
	return [...floor('basics', weakest), ...floor('resilient', weak)];
}

/** What the top grade asks for: must-haves in place and shown, and a drill. */
function provenRequirements(rows: readonly Row[], drillItem: string): Limit[] {
	const items = idsOf(
		rows.filter(
			({ item, level, evidence }) =>
				(item.critical && ((level ?? 0) < PROVEN_LEVEL || evidence === 0)) ||
				(item.id === drillItem && level !== 3)
		)
	);
	return items.length === 0 ? [] : [{ rule: 'proven-requirements', cap: 'resilient', items, domains: [] }];
}

function idsOf(rows: readonly Row[]): string[] {
	return rows.map(({ item }) => item.id);
}
