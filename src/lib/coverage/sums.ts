import type { TerritoryIndex } from '../territories/hierarchy.ts';

/**
 * Numbers of units added up for every area that they lie in, themselves and the country included, by code. Areas with
 * nothing to add up are not among the result.
 * @param keys which of their numbers
 */
export function areaSums<Key extends string>(
	units: readonly (Record<Key, number> & { code: string })[],
	index: Pick<TerritoryIndex, 'ancestors'>,
	keys: readonly Key[]
): Map<string, Record<Key, number>> {
	const sums = new Map<string, Record<Key, number>>();
	for (const unit of units) {
		for (const area of [unit.code, ...index.ancestors(unit.code).map(({ code }) => code)]) {
			const before = sums.get(area);
			const added = keys.map((key) => [key, (before?.[key] ?? 0) + unit[key]] as const);
			sums.set(area, Object.fromEntries(added) as Record<Key, number>);
		}
	}
	return sums;
}
