/** Two maps beside each other: their address, and what may not stand side by side. */
import type { IsoDate } from '../activity/types.ts';
import { addMonths } from '../activity/dates.ts';
import { DEFAULT_SECOND, fillInfo } from '../layers/fills.ts';
import { POINT_LAYERS } from '../layers/overlays.ts';
import { accessOf, accessTogether, subjectsOf } from '../layers/together.ts';
import {
	DEFAULT_MAP_STATE,
	parseMapUrl,
	serialiseMapUrl,
	type MapState,
	type MapUrlContext,
	type MapUrlProblem
} from './url.ts';

/** Beside each other, or one over the other with a handle to swipe. */
export const COMPARE_VIEWS = ['side', 'swipe'] as const;
export type CompareView = (typeof COMPARE_VIEWS)[number];

/** Two maps of the same places. */
export interface Pair {
	left: MapState;
	right: MapState;
	view: CompareView;
}

/** What each side has for itself. The left side stands in the address as on the map page, the right one as `with.…`. */
const OWN = ['layer', 'method', 'limits', 'year', 'window', 'second', 'asOf'] as const;
/** What both share: which areas, and which of them. Filters by class or status belong to one map alone. */
const SHARED = ['level', 'region', 'municipality', 'zone', 'name'] as const;
const RIGHT = 'with.';

/** The address of one side as the map page would have it. */
function sideParams(params: URLSearchParams, prefix: '' | typeof RIGHT): URLSearchParams {
	const own = OWN.map((name) => [name, params.get(prefix + name)] as const);
	const shared = SHARED.map((name) => [name, params.get(name)] as const);
	return new URLSearchParams(
		[...own, ...shared].flatMap(([name, value]) => (value === null ? [] : [[name, value]]))
	);
}

/** Reads the address of a comparison; like that of the map it never fails. */
export function parseCompareUrl(
	params: URLSearchParams,
	context: MapUrlContext
): { pair: Pair; problems: MapUrlProblem[] } {
	const left = parseMapUrl(sideParams(params, ''), context);
	const right = parseMapUrl(sideParams(params, RIGHT), context);
	// Both sides show the same areas; every layer knows parishes, and a drawn map has no zoom.
	const same = left.state.level === right.state.level && left.state.level !== 'auto';
	const level = same ? left.state.level : 'parish';
	return {
		pair: {
			left: { ...left.state, level },
			right: { ...right.state, level },
			view: COMPARE_VIEWS.find((view) => view === params.get('view')) ?? 'side'
		},
		problems: [...left.problems, ...right.problems]
	};
}

/** The query of a comparison with its `?`, defaults left out; empty text for the default one. */
export function serialiseCompareUrl({ left, right, view }: Pair): string {
	const own: readonly string[] = OWN;
	const ofRight = serialiseMapUrl(right)
		.slice(1)
		.split('&')
		.filter((part) => own.includes(part.split('=')[0] ?? ''))
		.map((part) => RIGHT + part);
	const parts = [serialiseMapUrl(frameOf(left)).slice(1), ...ofRight, view === 'side' ? '' : `view=${view}`];
	const query = parts.filter((part) => part !== '').join('&');
	return query === '' ? '' : `?${query}`;
}

/** A state without what a comparison does not keep. */
function frameOf(state: MapState): MapState {
	const { status, classes, place, sort } = DEFAULT_MAP_STATE;
	return { ...state, status, classes, place, sort, level: state.level === 'auto' ? 'parish' : state.level };
}

/**
 * Where a comparison begins that is opened from a map: what was beside what is; figures, of which most places have
 * those of one year only, beside the number of residents.
 */
export function beginComparison(state: MapState, today: IsoDate): Pair {
	const now = frameOf(state);
	const pair = (left: MapState, right: MapState): Pair => ({ left, right, view: 'side' });
	if (now.asOf !== null) return pair(now, { ...now, asOf: null });
	const { subject, hidesFew } = fillInfo(now.layer);
	if (hidesFew) return pair(now, { ...now, layer: 'active-communities', method: null, limits: [] });
	if (subject === 'activity') return pair({ ...now, asOf: addMonths(today, -12) }, now);
	const layer = now.layer === 'population' ? 'minority-share' : 'population';
	return pair(now, { ...now, layer, method: null, limits: [], year: null });
}

/**
 * The pair without what must not stand side by side. Activity and ethnicity do not meet in two maps either, whoever
 * looks: for those with a mandate there is a layer of both, which reaches as far as the mandate.
 * @returns `refused`: something that was asked for gave way
 */
export function allowedPair(pair: Pair): { pair: Pair; refused: boolean } {
	const asked = [pair.left, pair.right];
	const subjects = asked.flatMap(({ layer, second }) => subjectsOf(layer, second));
	if (accessTogether(subjects) === 'public' && !clashes(pair)) return { pair, refused: false };
	// Points say where somebody is active. The usual ones were not asked for, so nobody misses them.
	const bare = { ...pair, left: withoutPoints(pair.left), right: withoutPoints(pair.right) };
	const missed = asked.some((side) => withoutPoints(side) !== side && side.second !== DEFAULT_SECOND);
	if (!clashes(bare)) return { pair: bare, refused: missed };
	const { layer, method, limits, year, window, second } = bare.left;
	return {
		pair: { ...bare, right: { ...bare.right, layer, method, limits, year, window, second } },
		refused: true
	};
}

function clashes({ left, right }: Pair): boolean {
	const [one, other] = [spokenOf(left), spokenOf(right)];
	return (one.ethnicity && other.activity) || (other.ethnicity && one.activity);
}

/**
 * What one map speaks of. A map of both shows ethnicity only as far as the reader's mandate reaches, and activity
 * everywhere: beside a map of ethnicity alone the rest of the country would be joined.
 */
function spokenOf({ layer, second }: MapState): { activity: boolean; ethnicity: boolean } {
	if (accessOf(layer, second) === 'mandated') return { activity: true, ethnicity: false };
	const subjects = subjectsOf(layer, second);
	return { activity: subjects.includes('activity'), ethnicity: subjects.includes('ethnicity') };
}

function withoutPoints(state: MapState): MapState {
	return POINT_LAYERS.some(({ id }) => id === state.second) ? { ...state, second: null } : state;
}
