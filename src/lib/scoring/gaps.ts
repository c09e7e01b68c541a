import type { Row } from './rows.ts';
import { CRITICAL_FACTOR, TOLERANCE } from './rules.ts';
import type { Exposure, Gap, GapKind } from './types.ts';

/**
 * What is worth doing next: every item below level 3, by priority, then by effort, then in the order of the
 * definition.
 * @param rows those that apply
 * @param exposure how much each hazard matters here
 */
export function findGaps(rows: readonly Row[], exposure: Exposure = {}): Gap[] {
	const gaps = rows
		.filter(({ level }) => level !== 3)
		.map((row): Gap => {
			const { item } = row;
			const level = row.level ?? 0;
			const weighing = item.hazard === undefined ? 1 : (exposure[item.hazard] ?? 1);
			const priority = ((item.weight * (3 - level)) / 3) * weighing * (item.critical ? CRITICAL_FACTOR : 1);
			return { item: item.id, domain: item.domain, kind: kindOf(row), level, priority, effort: item.effort };
		});
	return inOrder(gaps);
}

/** Those that cost an evening and no money. */
export function quickWins(gaps: readonly Gap[]): Gap[] {
	return gaps.filter(({ effort }) => effort === 1);
}

function kindOf({ value, stale }: Row): GapKind {
	if (stale) return 'refresh';
	if (value === 'dk') return 'find-out';
	return value === null ? 'answer' : 'improve';
}

/**
 * Neighbours within the tolerance share a rank. Comparing pairs within a tolerance would be no order at all: a may
 * equal b and b equal c while a is above c.
 */
function inOrder(gaps: readonly Gap[]): Gap[] {
	const ranked: { gap: Gap; rank: number }[] = [];
	for (const gap of [...gaps].sort((a, b) => b.priority - a.priority)) {
		const last = ranked.at(-1);
		const together = last === undefined || last.gap.priority - gap.priority <= TOLERANCE;
		ranked.push({ gap, rank: (last?.rank ?? 0) + (together ? 0 : 1) });
	}
	const place = new Map(gaps.map(({ item }, index) => [item, index]));
	const nth = ({ item }: Gap): number => place.get(item) ?? 0;
	return ranked
		.sort((a, b) => a.rank - b.rank || a.gap.effort - b.gap.effort || nth(a.gap) - nth(b.gap))
		.map(({ gap }) => gap);
}
