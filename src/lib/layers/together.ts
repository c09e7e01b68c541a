import { fillInfo, secondInfo, type FillId, type SecondInfo } from './fills.ts';
import type { LayerAccess, LayerSubject } from './types.ts';

/**
 * Who may see these things side by side. Each by itself is public; activity × ethnicity is class M, in whatever
 * way the two meet: as one colour, as pattern over a fill, as filter, or as columns of one table.
 */
export function accessTogether(subjects: readonly LayerSubject[]): LayerAccess {
	return subjects.includes('activity') && subjects.includes('ethnicity') ? 'mandated' : 'public';
}

/** Who may see a fill with a second layer over it. */
export function accessOf(fill: FillId, second: string | null): LayerAccess {
	const shown = [fillInfo(fill), ...over(second)];
	if (shown.some(({ access }) => access === 'mandated')) return 'mandated';
	return accessTogether(subjectsOf(fill, second));
}

/** Whether columns, filters and points about activity may stand beside a fill and its second layer. */
export function activityMayStandBeside(fill: FillId, second: string | null, reader: LayerAccess): boolean {
	return reader === 'mandated' || accessTogether(['activity', ...subjectsOf(fill, second)]) === 'public';
}

/** What a fill and its second layer speak of. */
export function subjectsOf(fill: FillId, second: string | null): LayerSubject[] {
	return [fillInfo(fill), ...over(second)].map(({ subject }) => subject);
}

/** A zone is a place, which stands beside anything. */
function over(second: string | null): SecondInfo[] {
	const found = second === null ? null : secondInfo(second);
	return found === null ? [] : [found];
}
