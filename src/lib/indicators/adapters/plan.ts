/** What an import would load, and everything to look at before it is loaded. */
import type { TerritoryIndex } from '../../territories/hierarchy.ts';
import { LEVELS, type Level, type Territory } from '../../territories/types.ts';
import { valuesOfUnits, withoutDoubles, type FormerUnits } from '../former.ts';
import { createMatcher, matchRows, type Match, type Named } from '../match.ts';
import type { IndicatorId, IndicatorValue } from '../types.ts';
import { labelOf, readRows, type ReadRow, type Reading } from './reading.ts';
import type { Formula } from './columns.ts';
import type { SourceTable } from './table.ts';

/** The database takes so many at once. */
export const MOST_VALUES = 50_000;

/** A value ready to be loaded; the source is that of the whole import. */
export type PlannedValue = Omit<IndicatorValue, 'sourceId'>;

export interface ImportPlan {
	indicator: IndicatorId;
	/** Oldest first. */
	years: number[];
	values: PlannedValue[];
	/** Reasons why it cannot be loaded as it is; empty when it can. */
	obstacles: Obstacle[];
	report: ImportReport;
}

export type Obstacle = 'nothing' | 'too_many' | 'clashes';

export interface ImportReport {
	formula: Formula;
	/** Rows that lead to a territory of today. */
	matched: number;
	/** Areas of before 2021, of which every part inherits the share. */
	spread: { label: string; parts: number }[];
	/** Areas of before 2021 with a figure that parts cannot inherit. */
	notSpread: string[];
	ambiguous: { label: string; candidates: { code: string; name: string }[] }[];
	/** Rows that lead nowhere, with names that are near. */
	unmatched: { label: string; suggestions: { code: string; name: string }[] }[];
	unreadable: { label: string; text: string }[];
	/** Two different figures for one territory and year. */
	clashes: { label: string; year: number; figures: [number, number] }[];
	/** Cells that say that there is no figure. */
	empty: number;
	/** How many territories of each level get a value in the newest year. */
	covered: { level: Level; have: number; all: number }[];
	/** All shares are at most 1: they may be fractions and not per cent. */
	mayBeFractions: boolean;
}

/** Whether rows are left that lead nowhere, may be several places, or hold no figure that can be. */
export function isOpen({ report }: Pick<ImportPlan, 'report'>): boolean {
	const { ambiguous, unmatched, unreadable, notSpread } = report;
	return ambiguous.length + unmatched.length + unreadable.length + notSpread.length > 0;
}

export interface Reference {
	index: TerritoryIndex;
	former: FormerUnits;
	/** A name that cannot be mistaken; `territoryLabels` of the server. */
	label: (code: string) => string | null;
}

/**
 * Reads and matches a whole table. Nothing is loaded.
 * @throws TableError when it is not clear how to read the table
 */
export function planImport(
	table: SourceTable,
	reading: Reading,
	{ index, former, label }: Reference
): ImportPlan {
	const read = readRows(table, reading);
	const found = createMatcher(index, former, reading.vintage);
	const match = (row: Named): Match => told(row, reading, index) ?? found(row);
	const { matched, ambiguous, unmatched } = matchRows(read.rows, match, index, 'parish');
	const named = ({ code, name }: Territory): { code: string; name: string } => ({
		code,
		name: label(code) ?? name
	});

	const spread = new Map<string, number>();
	const notSpread = new Set<string>();
	const values = matched.flatMap(({ row, match: meant }) => {
		const given = valueOf(row, reading);
		if (meant.kind === 'territory')
			return [{ ...given, territoryCode: meant.territory.code, inheritedFrom: null }];
		const parts = valuesOfUnits({ ...given, sourceId: '' }, meant.units, meant.name);
		if (parts.length === 0) notSpread.add(meant.name);
		else spread.set(meant.name, parts.length);
		return parts.map(({ sourceId: _, ...part }) => part);
	});
	const clashes = clashesOf(values, (code) => label(code) ?? code);
	const single = withoutDoubles(values.map((value) => ({ ...value, sourceId: '' }))).map(
		({ sourceId: _, ...value }) => value
	);
	const years = [...new Set(single.map(({ year }) => year))].sort((a, b) => a - b);
	return {
		indicator: reading.indicator,
		years,
		values: single,
		obstacles: [
			...(single.length === 0 ? (['nothing'] as const) : []),
			...(single.length > MOST_VALUES ? (['too_many'] as const) : []),
			...(clashes.length > 0 ? (['clashes'] as const) : [])
		],
		report: {
			formula: read.formula,
			matched: matched.length,
			spread: [...spread].map(([name, parts]) => ({ label: name, parts })),
			notSpread: [...notSpread],
			ambiguous: once(
				ambiguous.map(({ row, candidates }) => ({ label: labelOf(row), candidates: candidates.map(named) }))
			),
			unmatched: once(
				unmatched.map(({ row, suggestions }) => ({
					label: labelOf(row),
					suggestions: suggestions.map(named)
				}))
			),
			unreadable: read.unreadable,
			clashes,
			empty: read.empty,
			covered: coverage(single, years.at(-1), index),
			mayBeFractions:
				reading.unit !== 'fraction' &&
				read.formula.kind === 'column' &&
				single.length > 1 &&
				reading.indicator.endsWith('-share') &&
				single.every(({ value }) => value <= 1)
		}
	};
}

/** The territory that whoever imports has named for a row. */
function told(row: Named, { places }: Reading, index: TerritoryIndex): Match | null {
	const territory = index.byCode(places[labelOf(row)] ?? '');
	return territory ? { kind: 'territory', territory, by: 'name' } : null;
}

function valueOf(
	{ year, figure }: ReadRow,
	{ indicator, method, basis }: Reading
): Omit<PlannedValue, 'territoryCode' | 'inheritedFrom'> {
	return { indicator, year, value: figure, method, basis, caveat: null };
}

/** Own values that contradict each other. A state city that stands in a table twice, with one figure, does not. */
function clashesOf(
	values: readonly PlannedValue[],
	label: (code: string) => string
): ImportReport['clashes'] {
	const known = new Map<string, number>();
	return values.flatMap(({ territoryCode, year, value, method }) => {
		if (method === 'inherited') return [];
		const key = `${territoryCode} ${year}`;
		const before = known.get(key);
		known.set(key, before ?? value);
		return before === undefined || before === value
			? []
			: [{ label: label(territoryCode), year, figures: [before, value] as [number, number] }];
	});
}

function coverage(
	values: readonly PlannedValue[],
	year: number | undefined,
	index: TerritoryIndex
): ImportReport['covered'] {
	const have = new Set(
		values.filter((value) => value.year === year).map(({ territoryCode }) => territoryCode)
	);
	return LEVELS.map((level) => {
		const all = index.atLevel(level);
		return { level, have: all.filter(({ code }) => have.has(code)).length, all: all.length };
	});
}

/** One entry for each label: a table with ten years says each name ten times. */
function once<T extends { label: string }>(entries: readonly T[]): T[] {
	return [...new Map(entries.map((entry) => [entry.label, entry])).values()];
}
