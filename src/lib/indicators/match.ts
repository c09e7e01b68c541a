import type { TerritoryIndex } from '../territories/hierarchy.ts';
import { nearestNames, normaliseName, placesOf } from '../territories/names.ts';
import type { Level, Territory } from '../territories/types.ts';
import type { FormerUnits } from './former.ts';

/** How a row of a foreign table names a territory; at least one of code and name. */
export interface Named {
	/** ATVK code, with or without `LV` and leading zeros; or null. */
	code: string | null;
	name: string | null;
	/** The municipality a name lies in, of today or of 2018; tells namesakes apart. */
	municipality: string | null;
}

/** What a row means. */
export type Match =
	| { kind: 'territory'; territory: Territory; by: 'code' | 'name' }
	/** A unit or municipality before the reform of 2021, and the units of today it consisted of. */
	| { kind: 'former'; name: string; units: readonly Territory[]; by: 'code' | 'name' }
	| { kind: 'ambiguous'; candidates: readonly Territory[] }
	/** Not found; names that are near. */
	| { kind: 'unmatched'; suggestions: readonly Territory[] };

/**
 * Of which day the names of a table are. A table must say so: “Ludzas novads” was a smaller area in 2018. Codes need
 * no such word, none of 2018 means anything else today.
 */
export type Vintage = 'today' | '2018';

const SUGGESTIONS = 3;

/** Seven digits as in our codes: prefix off, zeros that a spreadsheet has eaten put back; null when it is no such code. */
export function normaliseCode(text: string): string | null {
	const digits = /^(?:LV)?(\d{5,7})$/i.exec(text.trim())?.[1];
	return digits === undefined ? null : digits.padStart(7, '0');
}

/**
 * A name as tables of CSP write it, without the dots that set it in and with the municipality of a namesake apart:
 * `..Salas pagasts (Jēkabpils novads)`.
 */
export function nameParts(text: string): { name: string; municipality: string | null } {
	const plain = text.trim().replace(/^[.…\s]+/, '');
	const [, name, municipality] = /^(.*\S)\s*\(([^()]* novads)\)$/i.exec(plain) ?? [];
	return name === undefined || municipality === undefined
		? { name: plain, municipality: null }
		: { name, municipality };
}

/**
 * Finds what rows of a foreign table mean; never guesses between namesakes.
 * A code goes first: one of today, else one of 2018, which is led to today's units by `code_2018`. A code that leads
 * nowhere is not rescued by the name beside it, since it may be of another classification. Names match without case
 * and diacritics; in a table of today, a municipality that is no more is still understood.
 */
export function createMatcher(
	index: TerritoryIndex,
	former: FormerUnits,
	vintage: Vintage
): (row: Named) => Match {
	const territories = index.all.filter((territory) => territory.kind !== 'neighbourhood');
	const places = placesOf(territories);
	const byName = new Map<string, Territory[]>();
	for (const territory of territories) {
		const key = normaliseName(territory.name);
		const list = byName.get(key);
		if (list) list.push(territory);
		else byName.set(key, [territory]);
	}
	const territoriesOf = (codes: readonly { code: string }[]): Territory[] =>
		codes.flatMap(({ code }) => index.byCode(code) ?? []);
	const unmatched = (name: string | null): Match => ({
		kind: 'unmatched',
		suggestions: name === null ? [] : territoriesOf(nearestNames(places, name, SUGGESTIONS))
	});

	/** What a former area has become; null when nothing is known to come from it. */
	const formerly = (units: readonly Territory[], name: string, by: 'code' | 'name'): Match | null => {
		const [only] = units;
		if (!only) return null;
		return units.length === 1
			? { kind: 'territory', territory: only, by }
			: { kind: 'former', name, units, by };
	};
	const byCode = (text: string, name: string | null): Match => {
		const code = normaliseCode(text) ?? text.trim();
		const territory = index.resolve(code);
		if (territory) return { kind: 'territory', territory, by: 'code' };
		return formerly(territoriesOf(former.ofCode(code)), name ?? code, 'code') ?? unmatched(name);
	};

	const inMunicipality = (territory: Territory, municipality: string): boolean => {
		const wanted = normaliseName(municipality);
		const today = index.municipalityOf(territory.code)?.name ?? '';
		const before = former.ofMunicipality(municipality).some(({ code }) => code === territory.code);
		return before || [wanted, `${wanted} novads`].includes(normaliseName(today));
	};

	const called = (name: string, municipality: string | null): Match => {
		const before =
			municipality === null
				? formerly(territoriesOf(former.ofMunicipality(name)), name.trim(), 'name')
				: null;
		if (before && vintage === '2018') return before;
		const named = byName.get(normaliseName(name)) ?? [];
		const found =
			municipality === null ? named : named.filter((territory) => inMunicipality(territory, municipality));
		const [only] = found;
		if (only && found.length === 1) return { kind: 'territory', territory: only, by: 'name' };
		if (found.length > 1) return { kind: 'ambiguous', candidates: found };
		return before ?? unmatched(name);
	};

	return ({ code, name, municipality }) => {
		if (code !== null && code.trim() !== '') return byCode(code, name);
		return name === null ? unmatched(null) : called(name, municipality);
	};
}

/** How a whole table fared, for the report before it is loaded. */
export interface MatchReport<Row> {
	matched: { row: Row; match: Extract<Match, { kind: 'territory' | 'former' }> }[];
	ambiguous: { row: Row; candidates: readonly Territory[] }[];
	unmatched: { row: Row; suggestions: readonly Territory[] }[];
	/** Territories of the level that no row speaks of. */
	missing: readonly Territory[];
}

/** Matches every row and says what remains open, in the order of the rows. */
export function matchRows<Row extends Named>(
	rows: readonly Row[],
	match: (row: Named) => Match,
	index: TerritoryIndex,
	level: Level
): MatchReport<Row> {
	const report: Omit<MatchReport<Row>, 'missing'> = { matched: [], ambiguous: [], unmatched: [] };
	const reached = new Set<string>();
	for (const row of rows) {
		const found = match(row);
		switch (found.kind) {
			case 'territory':
				report.matched.push({ row, match: found });
				reached.add(found.territory.code);
				break;
			case 'former':
				report.matched.push({ row, match: found });
				for (const unit of found.units) reached.add(unit.code);
				break;
			case 'ambiguous':
				report.ambiguous.push({ row, candidates: found.candidates });
				break;
			case 'unmatched':
				report.unmatched.push({ row, suggestions: found.suggestions });
				break;
		}
	}
	return { ...report, missing: index.atLevel(level).filter(({ code }) => !reached.has(code)) };
}
