/** Values of the indicators from the source tables: which territory has which figure, of which year, by which method. */
import { densityOf } from '../../lib/indicators/density.ts';
import {
	createFormerUnits,
	valuesOfUnits,
	withoutDoubles,
	type FormerUnits,
	type FormerValue
} from '../../lib/indicators/former.ts';
import { createTerritoryIndex, type TerritoryIndex } from '../../lib/territories/hierarchy.ts';
import { COUNTRY_CODE, type Territory } from '../../lib/territories/types.ts';
import type { IndicatorValue } from '../../lib/indicators/types.ts';
import { SourceError } from './errors.ts';
import { basisOf, sharesOf, type ShareId } from './ethnicity.ts';
import type { TerritoryRow } from './reference.ts';
import { SOURCE_IDS } from './sources.ts';
import type { EthnicityMunicipalityRow, EthnicityParishRow, PopulationRow, SourceTables } from './tables.ts';

/** Day of the boundaries from which distances are computed. */
const BOUNDARY_YEAR = 2022;
const POPULATION_YEAR = 2020;
const CENSUS_YEAR = 2011;
/** What the table adds to the name of a municipality in its extent of today. */
const EXTENT_OF_TODAY = ' (2021+)';

/** Shown beside a value, so in the language of the content. */
const CAVEATS = {
	approximate: 'Aptuvens skaitlis.',
	noTotal: 'Daļa no nosauktajām tautībām: iedzīvotāju kopskaits avotā nav minēts.'
};

interface Reference {
	index: TerritoryIndex;
	former: FormerUnits;
	rows: ReadonlyMap<string, TerritoryRow>;
}

/**
 * All values that the reference data hold, by indicator, territory and year.
 * @param distances km to the border of each unit
 * @throws SourceError when a table names a territory that there is not, or contradicts itself
 */
export function buildIndicators(
	tables: SourceTables,
	territories: readonly TerritoryRow[],
	distances: ReadonlyMap<string, number>
): IndicatorValue[] {
	const reference: Reference = {
		index: createTerritoryIndex(territories),
		former: createFormerUnits(territories.filter(({ municipality2018 }) => municipality2018 !== null)),
		rows: new Map(territories.map((row) => [row.code, row]))
	};
	const values = withoutDoubles([
		// First who speaks of the parish itself.
		...tables.ethnicityParishes.flatMap((row) => parishShares(row, reference)),
		...tables.ethnicityMunicipalities
			.filter((row) => row.best)
			.flatMap((row) => municipalityShares(row, reference)),
		...sharesOfToday(tables.ethnicityMunicipalities, reference),
		...populations(tables.populations, reference),
		...borderValues(distances, reference)
	]);
	return values.sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1));
}

function sortKey(value: IndicatorValue): string {
	return [value.indicator, value.territoryCode, value.year].join(' ');
}

type ShareFacts = Pick<FormerValue, 'year' | 'basis' | 'caveat'>;

function shareValues(shares: Partial<Record<ShareId, number>>, facts: ShareFacts): FormerValue[] {
	return (Object.entries(shares) as [ShareId, number][]).map(([indicator, value]) => ({
		...facts,
		indicator,
		value,
		method: 'secondhand',
		sourceId: SOURCE_IDS.ethnicity
	}));
}

/** A row with the code of a unit of today; what has been split since 2018 is inherited by its parts. */
function parishShares(row: EthnicityParishRow, { former, rows }: Reference): IndicatorValue[] {
	const units = former.ofCode(row.code2018);
	const unit = rows.get(row.code);
	if (!unit || !units.some(({ code }) => code === row.code)) {
		throw new SourceError(
			`ethnicity_parishes_2011.csv: ${row.code} is not what was ${row.code2018} (${row.name}).`
		);
	}
	if (row.name !== unit.name && row.name !== unit.municipality2018) {
		throw new SourceError(`ethnicity_parishes_2011.csv: ${row.code} is ${unit.name}, not ${row.name}.`);
	}
	const shares = sharesOf({ ...row, total: row.total_2011, latvianShare: row.latvian_share }, row.name);
	const facts: ShareFacts = { year: CENSUS_YEAR, basis: 'census', caveat: null };
	return shareValues(shares, facts).flatMap((value) => valuesOfUnits(value, units, row.name));
}

function factsOf(row: EthnicityMunicipalityRow, year: number): ShareFacts {
	const approximate = row.share_basis.startsWith('approximate');
	const noTotal = row.total === null && row.latvians !== null && row.note.includes('total not given');
	return {
		year,
		basis: basisOf(row.share_basis),
		caveat: approximate ? CAVEATS.approximate : noTotal ? CAVEATS.noTotal : null
	};
}

/** Units inherit from their municipality of 2018; one in its extent of today has the value for itself only. */
function municipalityShares(row: EthnicityMunicipalityRow, { index, former }: Reference): IndicatorValue[] {
	// Without a year a figure cannot be shown.
	if (row.year === null) return [];
	const shares = sharesOf({ ...row, latvianShare: row.latvian_share_pct }, row.municipality);
	const values = shareValues(shares, factsOf(row, row.year));
	const units = former.ofMunicipality(row.municipality);
	if (units.length > 0) return values.flatMap((value) => valuesOfUnits(value, units, row.municipality));
	const name = row.municipality.replace(EXTENT_OF_TODAY, '');
	const today = index.atLevel('municipality').find((territory) => territory.name === name);
	if (!today)
		throw new SourceError(`ethnicity_municipalities.csv: there is no municipality ${row.municipality}.`);
	return values.map((value) => ({ ...value, territoryCode: today.code, inheritedFrom: null }));
}

/** Municipalities of 2018 that make up an area of today; null when one of them lies only partly in it. */
function partsOf(units: readonly Territory[], { former, rows }: Reference): string[] | null {
	const codes = new Set(units.map(({ code }) => code));
	const parts = new Set<string>();
	for (const { code } of units) {
		const name = rows.get(code)?.municipality2018 ?? null;
		if (name === null || former.ofMunicipality(name).some((unit) => !codes.has(unit.code))) return null;
		parts.add(name);
	}
	return [...parts];
}

/**
 * Municipalities of today from those of 2018: the figure itself where nothing but the name has changed, else the sum
 * of all parts if each of them has counts of the same year and kind.
 */
function sharesOfToday(rows: readonly EthnicityMunicipalityRow[], reference: Reference): IndicatorValue[] {
	const best = new Map(rows.filter((row) => row.best).map((row) => [row.municipality, row]));
	return reference.index.atLevel('municipality').flatMap((municipality) => {
		if (municipality.kind === 'state_city') return [];
		const parts = partsOf(reference.index.unitsOf(municipality.code), reference);
		const partRows = (parts ?? []).flatMap((name) => best.get(name) ?? []);
		const [first] = partRows;
		if (!first || first.year === null || partRows.length !== parts?.length) return [];
		const here = { territoryCode: municipality.code, inheritedFrom: null };
		const facts = factsOf(first, first.year);
		if (partRows.length === 1) {
			const shares = sharesOf({ ...first, latvianShare: first.latvian_share_pct }, first.municipality);
			return shareValues(shares, facts).map((value) => ({ ...value, ...here }));
		}
		if (partRows.some((row) => row.year !== first.year || basisOf(row.share_basis) !== facts.basis))
			return [];
		const sum = (column: 'total' | 'latvians' | 'russians' | 'belarusians' | 'ukrainians' | 'poles') =>
			partRows.reduce<number | null>((all, row) => {
				const part = row[column];
				return all === null || part === null ? null : all + part;
			}, 0);
		const total = sum('total');
		if (total === null) return [];
		const shares = sharesOf(
			{
				total,
				latvians: sum('latvians'),
				russians: sum('russians'),
				belarusians: sum('belarusians'),
				ukrainians: sum('ukrainians'),
				poles: sum('poles'),
				latvianShare: null,
				note: ''
			},
			municipality.name
		);
		return shareValues(shares, { ...facts, caveat: null }).map((value) => ({
			...value,
			...here,
			method: 'derived'
		}));
	});
}

/** Counts are never spread over parts: a territory has one when it consists of whole municipalities of 2018. */
function populations(rows: readonly PopulationRow[], reference: Reference): IndicatorValue[] {
	const people = new Map(rows.map((row) => [row.municipality2018, row.population_2020]));
	const withUnits = reference.index.all.filter(({ kind }) => kind !== 'neighbourhood');
	return withUnits.flatMap(({ code, areaKm2 }) => {
		const parts =
			code === COUNTRY_CODE ? [...people.keys()] : partsOf(reference.index.unitsOf(code), reference);
		if (parts === null || parts.length === 0) return [];
		let population = 0;
		for (const name of parts) {
			const count = people.get(name) ?? null;
			if (count === null) return [];
			population += count;
		}
		const facts = {
			territoryCode: code,
			year: POPULATION_YEAR,
			inheritedFrom: null,
			basis: 'estimate' as const,
			caveat: null,
			sourceId: SOURCE_IDS.population
		};
		return [
			{
				...facts,
				indicator: 'population',
				value: population,
				method: parts.length > 1 ? 'derived' : 'secondhand'
			},
			{
				...facts,
				indicator: 'population-density',
				value: densityOf(population, areaKm2),
				method: 'derived'
			}
		] satisfies IndicatorValue[];
	});
}

/** Units as measured; a municipality is as near as its nearest unit. */
function borderValues(distances: ReadonlyMap<string, number>, { index }: Reference): IndicatorValue[] {
	const measured = [...index.atLevel('parish'), ...index.atLevel('municipality')];
	return measured.map(({ code }) => {
		const km = Math.min(...index.unitsOf(code).map((unit) => distances.get(unit.code) ?? Infinity));
		if (!Number.isFinite(km)) throw new SourceError(`There is no distance to the border for ${code}.`);
		return {
			territoryCode: code,
			indicator: 'border-distance',
			year: BOUNDARY_YEAR,
			value: km,
			method: 'derived',
			inheritedFrom: null,
			basis: 'computed',
			caveat: null,
			sourceId: SOURCE_IDS.borderDistance
		};
	});
}
