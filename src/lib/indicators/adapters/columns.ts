/**
 * What columns of foreign tables are called. Where a heading is none of these, whoever imports names the column.
 * Which of the names were seen in a real table and which were not stands in docs/data.md.
 */
import { normaliseName } from '../../territories/names.ts';
import { INDICATOR_IDS, type IndicatorId } from '../types.ts';
import type { ColumnRole } from './table.ts';

/** As `normaliseName` writes them. In each list the surest come first. */
const ROLE_NAMES: Readonly<Record<ColumnRole, readonly string[]>> = {
	code: ['atvk', 'atvk kods', 'atvk code', 'teritorijas kods', 'kods', 'code', 'area', 'area code', 'код'],
	name: [
		...[
			'teritoriala vieniba',
			'teritorialas vienibas nosaukums',
			'pagasts',
			'pagasts pilseta',
			'pilseta pagasts'
		],
		...['administrativa teritorija', 'teritorija', 'nosaukums', 'vieta'],
		...['territorial unit', 'parish', 'name', 'area name', 'territory', 'территориальная единица', 'название']
	],
	municipality: ['pasvaldiba', 'novads', 'novads valstspilseta', 'municipality', 'самоуправление'],
	year: [
		'gads',
		'laika periods',
		'periods',
		'datums',
		'year',
		'time',
		'time period',
		'date',
		'год',
		'период'
	],
	category: ['tautiba', 'etniska piederiba', 'ethnicity', 'nationality', 'национальность', 'этничность']
};

const TOTAL = [
	'pavisam',
	'kopa',
	'iedzivotaji kopa',
	'iedzivotaju skaits',
	'skaits',
	'total',
	'population',
	'всего'
];
/** What stands beside a group where it is not divided further. */
const EVERYBODY = [
	...TOTAL,
	'abi dzimumi',
	'viriesi un sievietes',
	'both sexes',
	'males and females',
	'оба пола'
];
const LATVIANS = ['latviesi', 'latvietis latviete', 'latvians', 'latvian', 'латыши'];

/** The groups that shares of residents are counted from. */
const GROUPS: Readonly<Partial<Record<IndicatorId, { names: readonly string[]; isRest: boolean }>>> = {
	'minority-share': { names: LATVIANS, isRest: true },
	'russian-share': { names: ['krievi', 'krievs krieviete', 'russians', 'russian', 'русские'], isRest: false },
	'belarusian-share': { names: ['baltkrievi', 'belarusians', 'belarusian', 'белорусы'], isRest: false },
	'polish-share': { names: ['poli', 'poles', 'polish', 'поляки'], isRest: false },
	'ukrainian-share': { names: ['ukraini', 'ukrainians', 'ukrainian', 'украинцы'], isRest: false }
};

/** Columns that hold the figure itself. */
const VALUES: Readonly<Record<IndicatorId, readonly string[]>> = {
	'minority-share': ['mazakumtautibu ipatsvars', 'minority share'],
	'russian-share': ['krievu ipatsvars', 'share of russians'],
	'belarusian-share': ['baltkrievu ipatsvars', 'share of belarusians'],
	'polish-share': ['polu ipatsvars', 'share of poles'],
	'ukrainian-share': ['ukrainu ipatsvars', 'share of ukrainians'],
	population: TOTAL,
	'population-density': ['blivums', 'iedzivotaju blivums', 'density', 'population density'],
	'border-distance': ['attalums', 'attalums km', 'distance', 'distance km']
};
const ANY_VALUE = ['vertiba', 'value', 'значение'];

/** A heading without its year, and each kind of figure it names: `Krievi · Abi dzimumi`. */
function wordsOf(heading: string): string[] {
	return [heading, ...heading.split('·')].map((part) =>
		normaliseName(part)
			.replace(/(?<!\d)(?:19|20)\d{2}(?!\d)/g, '')
			.trim()
	);
}

/** Of columns that are called alike, the one of all people: not that of women. */
function ofAll(columns: readonly string[], name: string): string | undefined {
	const called = columns.filter((column) => wordsOf(column).includes(name));
	const whole = called.filter((column) =>
		wordsOf(column)
			.slice(1)
			.every((word) => word === name || EVERYBODY.includes(word))
	);
	const [only] = called.length > 1 ? whole : called;
	return called.length === 1 || whole.length === 1 ? only : undefined;
}

/** The column that is called like one of the names; the surest name decides. Undefined where several could be meant. */
function called(columns: readonly string[], names: readonly string[]): string | undefined {
	const name = names.find((each) => columns.some((column) => wordsOf(column).includes(each)));
	return name === undefined ? undefined : ofAll(columns, name);
}

/** Columns by what their headings say. A table of municipalities only has their names as names of places. */
export function rolesOf(columns: readonly string[]): Partial<Record<ColumnRole, string>> {
	const roles: Partial<Record<ColumnRole, string>> = {};
	for (const [role, names] of Object.entries(ROLE_NAMES) as [ColumnRole, readonly string[]][]) {
		const found = called(columns, names);
		if (found !== undefined) roles[role] = found;
	}
	if (roles.name === undefined && roles.municipality !== undefined) {
		roles.name = roles.municipality;
		delete roles.municipality;
	}
	return roles;
}

/** How a figure comes from the columns: it stands in one, or it is the share of some people among all, in per cent. */
export type Formula =
	| { kind: 'column'; column: string }
	/** `isRest`: of all those who are not in `part`. */
	| { kind: 'share'; part: readonly string[]; whole: string; isRest: boolean };

/**
 * Where the figures of an indicator stand, as far as the headings tell.
 * @param columns those that are nothing else
 * @param year the year that is asked for; of columns for several years the one with it is taken
 * @returns null when no column or several could be meant
 */
export function formulaOf(columns: readonly string[], indicator: IndicatorId, year?: number): Formula | null {
	const ofYear = year === undefined ? [] : columns.filter((column) => column.includes(String(year)));
	const candidates = ofYear.length > 0 ? ofYear : columns;
	const column = called(candidates, [...VALUES[indicator], ...ANY_VALUE]);
	const group = GROUPS[indicator];
	const part = group && called(candidates, group.names);
	const whole = called(candidates, TOTAL);
	if (group && part !== undefined && whole !== undefined && whole !== part) {
		return { kind: 'share', part: [part], whole, isRest: group.isRest };
	}
	// A column of Latvians alone is not the share of everybody else.
	if (group?.isRest && part !== undefined) return null;
	if (column !== undefined) return { kind: 'column', column };
	const [only] = candidates;
	if (candidates.length > 1 || only === undefined || namesAnother(only, indicator)) return null;
	return { kind: 'column', column: only };
}

/** Whether a heading speaks of other people than the indicator, or of another figure: a lone `Poļi` is no share of Russians. */
function namesAnother(heading: string, indicator: IndicatorId): boolean {
	const words = wordsOf(heading);
	return INDICATOR_IDS.filter((id) => id !== indicator).some((id) =>
		[...(GROUPS[id]?.names ?? []), ...VALUES[id]].some((name) => words.includes(name))
	);
}
