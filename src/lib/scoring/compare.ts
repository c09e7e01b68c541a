import { meaningChangedSince } from '../checklists/diff.ts';
import type { Definition, Level } from '../checklists/types.ts';
import { mean } from './judge.ts';
import type { Result } from './types.ts';

/** What two snapshots say of the same items. */
export interface Comparison {
	/** The checklist changed in between: a break in the series. */
	versionChanged: boolean;
	/** Full scores, which may rest on different items. */
	index: { earlier: number | null; later: number | null };
	/** Scores over the common core alone; null when it is empty. */
	core: {
		earlier: number | null;
		later: number | null;
		domains: { id: string; earlier: number; later: number }[];
		items: { item: string; earlier: Level; later: Level }[];
	};
	/** Counted in one snapshot only. */
	onlyEarlier: string[];
	onlyLater: string[];
	/** Counted in both, but not comparable because the item came to mean something else. */
	meaningChanged: string[];
}

/** As much of a snapshot as a comparison needs. */
export type Snapshot = Pick<Result, 'checklist' | 'version' | 'index' | 'items'>;

/**
 * Compares two snapshots over their common core: items counted in both, with the same id and the same meaning. The
 * levels are those that were stored, the weights and domains those of the newer version.
 * @param newer the definition of the newer of the two versions
 * @throws RangeError when a snapshot belongs to another checklist, or `newer` is not the version of either
 */
export function compare(earlier: Snapshot, later: Snapshot, newer: Definition): Comparison {
	if (earlier.checklist !== newer.id || later.checklist !== newer.id) {
		throw new RangeError(`Only snapshots of ${newer.id} can be compared by its definition.`);
	}
	if (earlier.version !== newer.version && later.version !== newer.version) {
		throw new RangeError(`Neither snapshot was made with version ${newer.version}.`);
	}
	const olderVersion = earlier.version === newer.version ? later.version : earlier.version;
	const [before, after] = [countedLevels(earlier), countedLevels(later)];
	const changed = new Set(
		newer.items.filter((item) => meaningChangedSince(item, olderVersion)).map(({ id }) => id)
	);
	const core = newer.items.flatMap(({ id, domain, weight }) => {
		const [was, is] = [before.get(id), after.get(id)];
		return was === undefined || is === undefined || changed.has(id)
			? []
			: [{ item: id, domain, weight, earlier: was, later: is }];
	});
	const domains = newer.domains.flatMap(({ id }) => {
		const items = core.filter(({ domain }) => domain === id);
		const whole = items.reduce((sum, { weight }) => sum + 3 * weight, 0);
		const points = (when: 'earlier' | 'later'): number =>
			(100 * items.reduce((sum, item) => sum + item.weight * item[when], 0)) / whole;
		return items.length === 0 ? [] : [{ id, earlier: points('earlier'), later: points('later') }];
	});
	return {
		versionChanged: earlier.version !== later.version,
		index: { earlier: earlier.index, later: later.index },
		core: {
			earlier: mean(domains.map((domain) => domain.earlier)),
			later: mean(domains.map((domain) => domain.later)),
			domains,
			items: core.map(({ item, earlier: was, later: is }) => ({ item, earlier: was, later: is }))
		},
		onlyEarlier: [...before.keys()].filter((id) => !after.has(id)),
		onlyLater: [...after.keys()].filter((id) => !before.has(id)),
		meaningChanged: [...after.keys()].filter((id) => before.has(id) && changed.has(id))
	};
}

function countedLevels({ items }: Snapshot): Map<string, Level> {
	return new Map(
		items.flatMap(({ item, level, counted }): [string, Level][] =>
			counted && level !== null ? [[item, level]] : []
		)
	);
}
