/** Address of the page of gaps: what is shown is the address, and an address is never refused. */
import { gapColumns, gapSubject, GAP_MEASURES, type Asked, type GapMeasure } from '../../coverage/matrix.ts';

/** Levels at which gaps are shown. Of a whole region there is one number, under the table. */
export const GAP_LEVELS = ['municipality', 'parish'] as const;
export type GapLevel = (typeof GAP_LEVELS)[number];

export interface GapSort {
	/** Id of a column, or one of the first columns. */
	by: string;
	descending: boolean;
}

export interface GapState {
	/** Id of a domain or an item; null = the whole checklist. */
	of: string | null;
	measure: GapMeasure;
	level: GapLevel;
	/** Id of the zone that is outlined; null = none. */
	second: string | null;
	sort: GapSort;
}

/** What there is to ask for. */
export interface GapChoices {
	definition: Asked;
	/** Ids of zones. */
	zones: readonly string[];
	/** Where the address names no level. */
	level: GapLevel;
}

const BY_NAME: GapSort = { by: 'name', descending: false };

/** What an address asks for; what is not understood counts as nothing. */
export function parseGapUrl(params: URLSearchParams, { definition, zones, level }: GapChoices): GapState {
	const of = params.get('of');
	const subject = gapSubject(definition, of);
	const wanted = GAP_MEASURES.find((each) => each === params.get('measure')) ?? 'low';
	// Not everything has must-haves.
	const measure = gapColumns(definition, subject, wanted).length === 0 ? 'low' : wanted;
	const columns = gapColumns(definition, subject, measure).map(({ id }) => id);
	return {
		of: subject === 'all' ? null : of,
		measure,
		level: GAP_LEVELS.find((each) => each === params.get('level')) ?? level,
		second: zones.find((id) => id === params.get('second')) ?? null,
		sort: parseSort(params.get('sort') ?? '', ['name', 'communities', ...columns])
	};
}

/** The query of the address, in a fixed order, without what is as always. */
export function serialiseGapUrl(
	{ of, measure, level, second, sort }: GapState,
	usual: Pick<GapChoices, 'level'>
): string {
	const params = new URLSearchParams();
	if (of !== null) params.set('of', of);
	if (measure !== 'low') params.set('measure', measure);
	if (level !== usual.level) params.set('level', level);
	if (second !== null) params.set('second', second);
	if (sort.by !== BY_NAME.by || sort.descending) params.set('sort', sortText(sort));
	const query = params.toString();
	return query === '' ? '' : `?${query}`;
}

/** The sort order as the address has it: `-water` = the largest first. */
export function sortText({ by, descending }: GapSort): string {
	return `${descending ? '-' : ''}${by}`;
}

function parseSort(text: string, keys: readonly string[]): GapSort {
	const descending = text.startsWith('-');
	const by = keys.find((key) => key === (descending ? text.slice(1) : text));
	return by === undefined ? BY_NAME : { by, descending };
}
