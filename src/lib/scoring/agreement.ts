import { itemsInForm } from '../checklists/applicability.ts';
import type { Definition, Level } from '../checklists/types.ts';
import { DISCUSS_DEVIATION, DISCUSS_SPREAD, isBelow, STATISTIC_FROM } from './rules.ts';
import type { Answer, Context } from './types.ts';

/** How far people agree about an item. */
export interface ItemAgreement {
	item: string;
	/** How many chose each level: the dots. */
	levels: [number, number, number, number];
	/** How many do not know, find it not applicable, have not answered. */
	dk: number;
	na: number;
	open: number;
	/** Lower middle level, mean distance from it, and greatest distance; null with fewer than five levels. */
	median: Level | null;
	deviation: number | null;
	spread: number | null;
	/** Worth talking about, however many people answered. */
	discuss: boolean;
}

/**
 * Compares what several people answered, item by item in form. Levels count as they were given: whether one is too
 * old is a question of the score.
 * @param respondents the answers of each person, at most one per item
 */
export function agreement(
	definition: Definition,
	respondents: readonly (readonly Answer[])[],
	context: Pick<Context, 'form' | 'borderZone'>
): ItemAgreement[] {
	const people = respondents.map((answers) => new Map(answers.map(({ item, value }) => [item, value])));
	return itemsInForm(definition, context).map(({ id }) => {
		const values = people.map((answers) => answers.get(id) ?? null);
		const chosen = values.filter((value) => typeof value === 'number').sort((a, b) => a - b);
		const count = (wanted: (typeof values)[number]): number =>
			values.filter((value) => value === wanted).length;
		const dk = count('dk');
		const figures = describe(chosen);
		const shown = chosen.length >= STATISTIC_FROM ? figures : null;
		return {
			item: id,
			levels: [count(0), count(1), count(2), count(3)],
			dk,
			na: count('na'),
			open: count(null),
			median: shown?.median ?? null,
			deviation: shown?.deviation ?? null,
			spread: shown?.spread ?? null,
			discuss:
				dk > 0 ||
				(figures !== null &&
					(figures.spread >= DISCUSS_SPREAD || isBelow(DISCUSS_DEVIATION, figures.deviation)))
		};
	});
}

/** @param sorted levels, ascending */
function describe(sorted: readonly Level[]): { median: Level; deviation: number; spread: number } | null {
	const median = sorted[Math.ceil(sorted.length / 2) - 1];
	if (median === undefined) return null;
	const [lowest, highest] = [sorted[0] ?? median, sorted.at(-1) ?? median];
	const distances = sorted.reduce<number>((sum, level) => sum + Math.abs(level - median), 0);
	return { median, deviation: distances / sorted.length, spread: highest - lowest };
}
