import { isIsoDate } from '../activity/dates.ts';
import { PUBLIC_STATUSES, type IsoDate, type PublicStatus } from '../activity/types.ts';
import {
	classIds,
	DEFAULT_SECOND,
	FILL_IDS,
	figuresOfSecond,
	fillInfo,
	isSecondId,
	isZoneId,
	WINDOWS,
	type FillId,
	type FillInfo,
	type WindowMonths
} from '../layers/fills.ts';
import { CLASS_METHODS, MAX_CLASSES, printedValue, type ClassMethod } from '../layers/classes.ts';
import { EASTERN_BORDER } from '../territories/zones.ts';
import { LEVELS, REGION_CODES, type RegionCode, type Territory } from '../territories/types.ts';
import { LONGEST_LIMITS, readLimits } from './typed-limits.ts';
import { LEVEL_CHOICES, type LevelChoice } from './types.ts';

/** Columns the table can be sorted by; `value` is that of the fill, `second` that of the layer over it. */
export const SORT_KEYS = [
	'name',
	'within',
	'status',
	'communities',
	'activities',
	'value',
	'value-year',
	'value-method',
	'second',
	'second-year',
	'second-method'
] as const;
export type SortKey = (typeof SORT_KEYS)[number];
export interface Sort {
	by: SortKey;
	descending: boolean;
}

/** Everything of the map page that a shared link opens again. The camera is not part of it. */
export interface MapState {
	/** What colours the areas. */
	layer: FillId;
	/** How its values are classed; null = as the layer does. */
	method: ClassMethod | null;
	/** Limits chosen by the reader, ascending; only with `method: 'manual'`. */
	limits: readonly number[];
	/** Values of this year or the last one before it; null = the newest. */
	year: number | null;
	/** Only what happened within so many months before the day shown; null = as the layer does. */
	window: WindowMonths | null;
	/** What lies over the fill: a pattern, outlines, points; null = nothing. */
	second: string | null;
	level: LevelChoice;
	region: RegionCode | null;
	/** Code of a municipality or state city; always inside `region` when both are set. */
	municipality: string | null;
	/** Only these statuses, in legend order, none twice; empty = all. */
	status: readonly PublicStatus[];
	/** Only these classes of the layer, in legend order; empty = all. The activity layer has `status` instead. */
	classes: readonly string[];
	/** Only places inside the zone with this id; null = all. */
	zone: string | null;
	/** Only places with this in their name or that of their municipality, as it was typed; empty = all. */
	name: string;
	/** As of which day; null = today (so that a link keeps showing the newest state). */
	asOf: IsoDate | null;
	/** Code of the selected place; null = none. */
	place: string | null;
	sort: Sort;
}

/** Why the asked-for day cannot be shown. */
type AsOfProblem = 'not_a_date' | 'future' | 'too_early';

/** A part of the address that the reader must be told about. Other unknown values are dropped silently. */
export type MapUrlProblem = {
	/** What stood in the address, cut to a length that can be shown. */
	value: string;
} & ({ param: 'asOf'; reason: AsOfProblem } | { param: typeof TYPED_LIMITS; reason: 'not_limits' });

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
	method: null,
	limits: [],
	year: null,
	window: null,
	second: DEFAULT_SECOND,
	level: 'parish',
	region: null,
	municipality: null,
	status: [],
	classes: [],
	zone: null,
	name: '',
	asOf: null,
	place: null,
	sort: { by: 'name', descending: false }
};

/** No record can be older: the civic movements that the records describe began later. */
export const EARLIEST_AS_OF: IsoDate = '2000-01-01';

/** No census is older than those the reference data hold. */
const EARLIEST_YEAR = 1989;

/** The field of own limits; the corrected address has them as `limits`. */
export const TYPED_LIMITS = 'ownLimits';

/** How the address says that nothing lies over the fill. */
const NOTHING = 'none';

/** No place has a longer name. */
const LONGEST_NAME = 60;

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
	const layers = parseLayers(params, context.today);
	const { hidesFew } = fillInfo(layers.state.layer);
	const asOf = hidesFew ? { date: null } : parseAsOf(params.get('asOf'), context.today);
	const state: MapState = {
		...layers.state,
		region,
		municipality: parseMunicipality(params.get('municipality'), region, context),
		status: parseStatuses(params.getAll('status')),
		zone: parseZone(params),
		name: parseName(params.get('name')),
		asOf: asOf.date,
		place: parsePlace(params.get('place'), context),
		sort: parseSort(params.get('sort'))
	};
	return { state, problems: [layers.problem, asOf.problem].filter((problem) => problem !== undefined) };
}

/** The part of the state that depends on the chosen layers. */
function parseLayers(
	params: URLSearchParams,
	today: IsoDate
): {
	state: Pick<MapState, 'layer' | 'method' | 'limits' | 'year' | 'window' | 'second' | 'level' | 'classes'>;
	problem?: MapUrlProblem;
} {
	const fill = fillInfo(oneOf(FILL_IDS, params.get('layer')) ?? DEFAULT_MAP_STATE.layer);
	const second = parseSecond(params.get('second'), fill);
	const level = parseLevel(params.get('level'), fill);
	const { problem, ...classing } = parseMethod(params, fill);
	const state = {
		layer: fill.id,
		...classing,
		year: parseYear(params.get('year'), today, fill, second),
		window: parseWindow(params.get('window'), fill),
		second,
		level,
		classes: parseClasses(params.getAll('class'), fill, level)
	};
	return { state, ...(problem && { problem }) };
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
	add('method', state.method, null);
	add('limits', state.limits.join(','), '');
	add('year', state.year === null ? null : String(state.year), null);
	add('window', state.window === null ? null : String(state.window), null);
	add('second', state.second ?? NOTHING, DEFAULT_SECOND);
	add('level', state.level, DEFAULT_MAP_STATE.level);
	add('region', state.region, null);
	add('municipality', encode(state.municipality), null);
	add('status', state.status.join(','), '');
	add('class', state.classes.join(','), '');
	add('zone', state.zone, null);
	add('name', encode(state.name), '');
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
	const changed = { ...state, ...change };
	const moved = classesHangOn(state.layer).some((part) => String(changed[part]) !== String(state[part]));
	return `/map${serialiseMapUrl(moved ? { ...changed, classes: change.classes ?? [] } : changed)}`;
}

type ClassPart = 'layer' | 'method' | 'limits' | 'level' | 'year' | 'window' | 'asOf';

/**
 * Parts of the state that decide what a class of the fill means. The third class of parishes is not that of regions,
 * so a filter by class must not outlive a change of one of them.
 */
export function classesHangOn(layer: FillId): ClassPart[] {
	const { classes, subject } = fillInfo(layer);
	if (classes === null) return ['layer'];
	const always = ['layer', 'method', 'limits', 'level', 'year', 'window'] as const;
	return subject === 'activity' ? [...always, 'asOf'] : [...always];
}

function sorted(params: URLSearchParams): string {
	const copy = new URLSearchParams(params);
	copy.sort();
	return copy.toString();
}

function oneOf<T extends string>(values: readonly T[], text: string | null): T | null {
	return values.find((value) => value === text) ?? null;
}

/** A level that the layer knows nothing of would be an empty map. */
function parseLevel(text: string | null, fill: FillInfo): LevelChoice {
	return levelChoices(fill).find((level) => level === text) ?? DEFAULT_MAP_STATE.level;
}

/** Levels at which a fill can be shown; the zoom may choose only where all of them can be. */
export function levelChoices({ levels }: Pick<FillInfo, 'levels'>): LevelChoice[] {
	return LEVEL_CHOICES.filter((choice) =>
		choice === 'auto' ? LEVELS.every((level) => levels.includes(level)) : levels.includes(choice)
	);
}

/** Limits come as `limits=10,25,50`, or as they were typed; `manual` without any means nothing. */
function parseMethod(
	params: URLSearchParams,
	{ classes }: FillInfo
): Pick<MapState, 'method' | 'limits'> & { problem?: MapUrlProblem } {
	const usual = { method: null, limits: [] };
	const method = oneOf(CLASS_METHODS, params.get('method'));
	if (classes === null) return usual;
	if (method !== null && method !== 'manual') {
		return method === classes.method ? usual : { method, limits: [] };
	}
	const typed = (params.get(TYPED_LIMITS) ?? '').trim();
	const read = typed === '' ? null : readLimits(typed, classes.digits);
	if (typed !== '' && read === null) {
		// A text that was cut must not become one that can be read.
		const whole = cut(typed, LONGEST_LIMITS);
		const value = whole === typed ? typed : `${cut(typed, LONGEST_LIMITS - 1)}…`;
		return { ...usual, problem: { param: TYPED_LIMITS, value, reason: 'not_limits' } };
	}
	if (method === null) return usual;
	if (read !== null) return { method, limits: read };
	const limits = (params.get('limits') ?? '')
		.split(',')
		.filter((part) => /^-?\d{1,9}(\.\d{1,9})?$/.test(part))
		.map((part) => printedValue(Number(part), classes.digits));
	const different = [...new Set(limits)].sort((a, b) => a - b).slice(0, MAX_CLASSES - 1);
	return different.length === 0 ? usual : { method, limits: different };
}

/** `second=none` means nothing; without the parameter there is the usual layer. */
function parseSecond(text: string | null, fill: FillInfo): string | null {
	if (text === NOTHING) return null;
	return text !== null && text !== fill.id && isSecondId(text) ? text : DEFAULT_SECOND;
}

/** Only values that have a year of their own can be asked for by year. */
function parseYear(
	text: string | null,
	today: IsoDate,
	fill: FillInfo,
	second: string | null
): number | null {
	if (text === null || !/^\d{4}$/.test(text)) return null;
	if (!fill.dated && (second === null || figuresOfSecond(second).length === 0)) return null;
	const year = Number(text);
	return year >= EARLIEST_YEAR && year <= Number(today.slice(0, 4)) ? year : null;
}

/** Only layers that look back so far and no further have a choice of how far. */
function parseWindow(text: string | null, { usualWindow }: FillInfo): WindowMonths | null {
	const window = WINDOWS.find((months) => String(months) === text);
	return usualWindow === null || window === undefined || window === usualWindow ? null : window;
}

/** How many months back the values of a state look; null = they have no such limit. */
export function windowOf({ layer, window }: Pick<MapState, 'layer' | 'window'>): WindowMonths | null {
	return window ?? fillInfo(layer).usualWindow;
}

/**
 * As with statuses, one list or a repeated parameter. Which classes there are depends on the values: where the zoom
 * chooses the level, a class of a number would be another one at the next step.
 */
function parseClasses(texts: readonly string[], fill: FillInfo, level: LevelChoice): string[] {
	if (level === 'auto' && fill.classes !== null) return [];
	const wanted = new Set(texts.flatMap((text) => text.split(',')));
	return classIds(fill.id).filter((id) => wanted.has(id));
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

/** Which zones there are on a day is known to the data. `border=only` is how links said it before. */
function parseZone(params: URLSearchParams): string | null {
	const zone = params.get('zone') ?? (params.get('border') === 'only' ? EASTERN_BORDER : null);
	return zone !== null && isZoneId(zone) ? zone : null;
}

function parseName(text: string | null): string {
	const words = (text ?? '').trim().replace(/\s+/g, ' ');
	return cut(words, LONGEST_NAME).trimEnd();
}

/** The beginning of a text; a sign of two units stays whole. */
function cut(text: string, length: number): string {
	return Array.from(text).slice(0, length).join('');
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

/** The address must stay whole, whatever codes and names are made of. */
function encode(text: string | null): string | null {
	return text === null ? null : encodeURIComponent(text);
}

function parseAsOf(text: string | null, today: IsoDate): { date: IsoDate | null; problem?: MapUrlProblem } {
	// An empty field of a form asks for nothing.
	if (text === null || text === '' || text === today) return { date: null };
	const refuse = (reason: AsOfProblem) => ({
		date: null,
		problem: { param: 'asOf', value: cut(text, SHOWN_LENGTH), reason } as const
	});
	if (!isIsoDate(text)) return refuse('not_a_date');
	if (text > today) return refuse('future');
	if (text < EARLIEST_AS_OF) return refuse('too_early');
	return { date: text };
}
