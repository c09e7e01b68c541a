/** What of the map a reader may see: which wishes of the address, and what of the rows. */
import { DEFAULT_SECOND, fillInfo, SECOND_INFOS } from '../layers/fills.ts';
import { POINT_LAYERS, zoneOutline } from '../layers/overlays.ts';
import { accessOf, activityMayStandBeside } from '../layers/together.ts';
import type { LayerAccess } from '../layers/types.ts';
import type { AreaRow } from './types.ts';
import { DEFAULT_MAP_STATE, type MapState } from './url.ts';

/** A wish of the address that only mandated readers may have. */
export type RefusedPart = 'layer' | 'second' | 'status' | 'sort';

/**
 * What is shown of a state. Zones that are not there on the day shown filter nothing, and as second layer they give way
 * to the usual one.
 * @param zones those of the day shown (`zoneVersionShown`)
 */
export function allowedState(
	state: MapState,
	reader: LayerAccess,
	zones: readonly Parameters<typeof zoneOutline>[0][]
): { state: MapState; refused: RefusedPart[] } {
	const seconds = [...SECOND_INFOS, ...zones.map(zoneOutline)].map(({ id }) => id);
	const unknown = state.second !== null && !seconds.includes(state.second);
	const zone = zones.some(({ id }) => id === state.zone) ? state.zone : null;
	const known = { ...state, zone, ...(unknown && { second: DEFAULT_SECOND }) };
	return reader === 'mandated' ? { state: known, refused: [] } : publicState(known);
}

/**
 * The state that somebody without a mandate may see, and what was left out of it so that the page can say so.
 * Activity and ethnicity never meet in it: not as one layer, not one over the other, not by filter, not by order.
 */
export function publicState(state: MapState): { state: MapState; refused: RefusedPart[] } {
	const refused: RefusedPart[] = [];
	let seen = state;
	if (fillInfo(seen.layer).access === 'mandated') {
		const { layer, method, limits, year, window, classes } = DEFAULT_MAP_STATE;
		seen = { ...seen, layer, method, limits, year, window, classes };
		refused.push('layer');
	}
	if (accessOf(seen.layer, seen.second) === 'mandated') {
		// The usual second layer was not asked for, so nobody misses it.
		if (seen.second !== DEFAULT_SECOND) refused.push('second');
		seen = { ...seen, second: null };
	}
	if (activityMayStandBeside(seen.layer, seen.second, 'public')) return { state: seen, refused };
	if (seen.status.length > 0) {
		seen = { ...seen, status: [] };
		refused.push('status');
	}
	if (['status', 'communities', 'activities'].includes(seen.sort.by)) {
		seen = { ...seen, sort: DEFAULT_MAP_STATE.sort };
		refused.push('sort');
	}
	return { state: seen, refused };
}

/**
 * What may be said of one area, for a state that its reader may see. Where activity and ethnicity would meet in an area
 * that no mandate of theirs reaches, one of them goes: activity beside a map of ethnicity, the numbers where the map
 * itself or its filter joins the two.
 * @param reached whether the reader's mandate reaches the area; never true for the public
 */
export function sayable(
	{ layer, second, status }: Pick<MapState, 'layer' | 'second' | 'status'>,
	reached: boolean
): { activity: boolean; figures: boolean } {
	// Points that no mandate reaches are left out, so they join nothing.
	const arePoints = POINT_LAYERS.some(({ id }) => id === second);
	const mandated = accessOf(layer, arePoints ? null : second) === 'mandated';
	const apart = activityMayStandBeside(layer, second, 'public');
	if (reached || (!mandated && apart)) return { activity: true, figures: true };
	const joined = mandated || status.length > 0;
	return { activity: joined, figures: !joined };
}

/** Points without those that may not be shown (`sayable`): each says where somebody is active. */
export function pointsWithinRights<Point>(
	points: readonly Point[],
	state: Pick<MapState, 'layer' | 'second' | 'status'>,
	reaches: (point: Point) => boolean
): Point[] {
	return points.filter((point) => sayable(state, reaches(point)).activity);
}

/** Rows without what may not be said of them (`sayable`). */
export function withinRights(
	rows: readonly AreaRow[],
	state: Pick<MapState, 'layer' | 'second' | 'status'>,
	reaches: (row: AreaRow) => boolean
): AreaRow[] {
	return rows.map((row) => {
		const { activity, figures } = sayable(state, reaches(row));
		if (!figures) {
			const { isFew: _unsaid, ...known } = row;
			return { ...known, figures: {}, isOutside: true, matches: false };
		}
		return activity ? row : { ...row, ...NO_ACTIVITY };
	});
}

const NO_ACTIVITY = {
	status: null,
	unitCounts: null,
	communities: null,
	activities: null,
	lastEvidence: null
} as const satisfies Partial<AreaRow>;
