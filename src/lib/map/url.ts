import { isIsoDate } from '../activity/dates.ts';
import { PUBLIC_STATUSES, type IsoDate, type PublicStatus } from '../activity/types.ts';
import { REGION_CODES, type RegionCode, type Territory } from '../territories/types.ts';
import { LEVEL_CHOICES, type LevelChoice } from './types.ts';

/** Layers the map can show. */
export const LAYER_IDS = ['activity'] as const;
export type LayerId = (typeof LAYER_IDS)[number];

/** Columns the table can be sorted by. */
export const SORT_KEYS = ['name', 'within', 'status', 'communities', 'activities'] as const;
export type SortKey = (typeof SORT_KEYS)[number];
export interface Sort {
	by: SortKey;
	descending: boolean;
}

/** Everything of the map page that a shared link opens again. The camera is not part of it. */
export interface MapState {
	layer: LayerId;
	level: LevelChoice;
	region: RegionCode | null;
	/** Code of a municipality or state city; always inside `region` when both are set. */
	municipality: string | null;
	/** Only these statuses, in legend order, none twice; empty = all. */
	status: readonly PublicStatus[];
	/** Only the eastern border zone. */
	border: boolean;
	/** As of which day; null = today (so that a link keeps showing the newest state). */
	asOf: IsoDate | null;
	/** Code of the selected place; null = none. */
	place: string | null;
	sort: Sort;
}

/** Why the asked-for day cannot be shown. */
export type AsOfProblem = 'not_a_date' | 'future' | 'too_early';

/** A part of the address that the reader must be told about. Other unknown values are dropped silently. */
export interface MapUrlProblem {
	param: 'asOf';
	/** What stood in the address, cut to a length that can be shown. */
	value: string;
	reason: AsOfProblem;
}

/** What the address is checked against. */
export interface MapUrlContext {
	/** Today in Europe/Riga. */
	today: IsoDate;
	/** Territory by its stable code or its code in force. */
	territory: (code: string) => Pick<Territory, 'code' | 'kind' | 'region'> | undefined;
}

/** The state of `/map` without any parameter. */
export const DEFAULT_MAP_STATE: MapState = {
	layer: 'activity',
	level: 'parish',
	region: null,
	municipality: null,
	status: [],
	border: false,
	asOf: null,
	place: null,
	sort: { by: 'name', descending: false }
};

/** No record can be older: the civic movements that the records describe began later. */
export const EARLIEST_AS_OF: IsoDate = '2000-01-01';

/** Longest piece of a broken value that is shown back. */
const SHOWN_LENGTH = 40;

/**
 * Reads the address of the map page. Never throws: what is unknown falls to its default, and a day
 * that cannot be shown is named in `problems` and becomes today.
 */
export function parseMapUrl(
	params: URLSearchParams,
	context: MapUrlContext
): { state: MapState; problems: MapUrlProblem[] } {
	const region = oneOf(REGION_CODES, params.get('region'));
	const asOf = parseAsOf(params.get('asOf'), context.today);
	const state: MapState = {
		layer: oneOf(LAYER_IDS, params.get('layer')) ?? DEFAULT_MAP_STATE.layer,
		level: oneOf(LEVEL_CHOICES, params.get('level')) ?? DEFAULT_MAP_STATE.level,
		region,
		municipality: parseMunicipality(params.get('municipality'), region, context),
		status: parseStatuses(params.getAll('status')),
		border: params.get('border') === 'only',
		asOf: asOf.date,
		place: parsePlace(params.get('place'), context),
		sort: parseSort(params.get('sort'))
	};
	return { state, problems: asOf.problem ? [asOf.problem] : [] };
}

/**
 * The query of a state, with its `?`, or empty text for the default state. Parameters stand in a fixed
 * order and defaults are left out, so that one state has exactly one address.
 */
export function serialiseMapUrl(state: MapState): string {
	const pairs: string[] = [];
	const add = (name: string, value: string | null, usual: string | null) => {
		if (value !== null && value !== usual) pairs.push(`${name}=${value}`);
	};
	add('layer', state.layer, DEFAULT_MAP_STATE.layer);
	add('level', state.level, DEFAULT_MAP_STATE.level);
	add('region', state.region, null);
	add('municipality', encode(state.municipality), null);
	add('status', state.status.join(','), '');
	add('border', state.border ? 'only' : null, null);
	add('asOf', state.asOf, null);
	add('place', encode(state.place), null);
	add('sort', sortText(state.sort), sortText(DEFAULT_MAP_STATE.sort));
	return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
}

/**
 * The query that the address should have had, or null when it needs no correction. A day that cannot be
 * shown stays in the address until the page has told the reader about it.
 */
export function correctedQuery(
	params: URLSearchParams,
	parsed: { state: MapState; problems: readonly MapUrlProblem[] }
): string | null {
	const kept = parsed.problems.map((problem) => `${problem.param}=${encodeURIComponent(problem.value)}`);
	const query = [serialiseMapUrl(parsed.state).slice(1), ...kept].filter((part) => part !== '').join('&');
	return sorted(new URLSearchParams(query)) === sorted(params) ? null : query === '' ? '' : `?${query}`;
}

/** Path and query of the map page with something changed in its state; not yet localised. */
export function mapPath(state: MapState, change: Partial<MapState> = {}): string {
	return `/map${serialiseMapUrl({ ...state, ...change })}`;
}

function sorted(params: URLSearchParams): string {
	const copy = new URLSearchParams(params);
	copy.sort();
	return copy.toString();
}

function oneOf<T extends string>(values: readonly T[], text: string | null): T | null {
	return values.find((value) => value === text) ?? null;
}

function parseMunicipality(
	text: string | null,
	region: RegionCode | null,
	context: MapUrlContext
): string | null {
	if (text === null) return null;
	const territory = context.territory(text);
	if (!territory || (territory.kind !== 'municipality' && territory.kind !== 'state_city')) return null;
	if (region !== null && territory.region !== region) return null;
	return territory.code;
}

/** Any territory can be selected except the country, which is the whole page. */
function parsePlace(text: string | null, context: MapUrlContext): string | null {
	const territory = text === null ? undefined : context.territory(text);
	return !territory || territory.kind === 'country' ? null : territory.code;
}

/** `status=a&status=b` (a form) and `status=a,b` (our links) mean the same. */
function parseStatuses(texts: readonly string[]): PublicStatus[] {
	const wanted = new Set(texts.flatMap((text) => text.split(',')));
	return PUBLIC_STATUSES.filter((status) => wanted.has(status));
}

function parseSort(text: string | null): Sort {
	const descending = text?.startsWith('-') ?? false;
	const by = oneOf(SORT_KEYS, descending && text !== null ? text.slice(1) : text);
	return by === null ? DEFAULT_MAP_STATE.sort : { by, descending };
}

function sortText({ by, descending }: Sort): string {
	return `${descending ? '-' : ''}${by}`;
}

/** Codes are letters and digits, but the address must stay whole whatever they are. */
function encode(code: string | null): string | null {
	return code === null ? null : encodeURIComponent(code);
}

function parseAsOf(text: string | null, today: IsoDate): { date: IsoDate | null; problem?: MapUrlProblem } {
	// An empty field of a form asks for nothing.
	if (text === null || text === '' || text === today) return { date: null };
	const refuse = (reason: AsOfProblem) => ({
		date: null,
		problem: { param: 'asOf', value: Array.from(text).slice(0, SHOWN_LENGTH).join(''), reason } as const
	});
	if (!isIsoDate(text)) return refuse('not_a_date');
	if (text > today) return refuse('future');
	if (text < EARLIEST_AS_OF) return refuse('too_early');
	return { date: text };
}
