import { fillInfo } from '../layers/fills.ts';
import type { FigureRow } from '../layers/figures.ts';
import { prepareFill } from '../layers/prepare.ts';
import { allowedPair, parseCompareUrl, type Pair } from '../map/compare.ts';
import { pictureLevel } from '../map/levels.ts';
import { serialiseMapUrl, type MapState, type MapUrlProblem } from '../map/url.ts';
import type { IsoDate } from '../activity/types.ts';
import { todayInRiga } from '../activity/dates.ts';
import { loadMapView, type MapView } from './map-view.ts';
import { loadTerritories } from './territories.ts';

/** Two maps to compare, with the reader's rights applied to each and to both together. */
export interface ComparedMaps {
	/** As asked for. */
	asked: Pair;
	/** What is shown of it. */
	pair: Pair;
	/** The maps themselves, with the same classes where both show the same numbers. */
	left: MapView;
	right: MapView;
	problems: MapUrlProblem[];
	/** Something asked for must not stand beside the other map, and gave way. */
	refused: boolean;
	today: IsoDate;
}

/**
 * Reads both maps of a comparison.
 * @throws AppError when the database does not answer or answers nonsense
 */
export async function loadComparedMaps(
	locals: App.Locals,
	params: URLSearchParams,
	now = new Date()
): Promise<ComparedMaps> {
	const index = await loadTerritories(locals.backend);
	const today = todayInRiga(now);
	const { pair: asked, problems } = parseCompareUrl(params, {
		today,
		territory: (code) => index.resolve(code)
	});
	const [mine, other] = await Promise.all([viewOf(locals, asked.left), viewOf(locals, asked.right)]);
	const { pair, refused } = allowedPair({ ...asked, left: mine.state, right: other.state });
	const drawn = withSameClasses(pair, [...rowsOf(mine), ...rowsOf(other)]);
	const [left, right] = await Promise.all([
		drawn.left === mine.state ? mine : viewOf(locals, drawn.left),
		drawn.right === other.state ? other : viewOf(locals, drawn.right)
	]);
	const lost = [...mine.refused, ...other.refused].some((part) => part === 'layer' || part === 'second');
	return { asked, pair, left, right, problems, refused: refused || lost, today };
}

function viewOf(locals: App.Locals, state: MapState): Promise<MapView> {
	return loadMapView(locals, new URLSearchParams(serialiseMapUrl(state)));
}

function rowsOf(view: MapView): FigureRow[] {
	return view.at(pictureLevel(view.state)).rows;
}

/**
 * The pair with the same classes on both sides, where both show the same numbers: colours can be compared only if they
 * mean the same. Limits come from the values of both.
 */
export function withSameClasses(pair: Pair, rows: readonly FigureRow[]): Pair {
	const { left, right } = pair;
	const { classes } = fillInfo(left.layer);
	if (classes === null || left.layer !== right.layer || left.method !== right.method) return pair;
	// Chosen limits do not hang on values.
	if ((left.method ?? classes.method) === 'manual') return pair;
	const { classification } = prepareFill(left.layer, rows, { method: left.method });
	const limits = classification?.limits ?? [];
	if (limits.length === 0) return pair;
	const shared = { method: 'manual' as const, limits };
	return { ...pair, left: { ...left, ...shared }, right: { ...right, ...shared } };
}
