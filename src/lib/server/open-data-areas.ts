/** Open data of areas: the reference, activity status, coverage, figures. */
import type { z } from 'zod';
import { todayInRiga } from '../activity/dates.ts';
import type { PublicStatus } from '../activity/types.ts';
import { publishedOn } from '../coverage/published.ts';
import { statusShares } from '../coverage/shares.ts';
import { bestValues, yearsOf } from '../indicators/best.ts';
import { ACTIVITY_SOURCES } from '../layers/activity.ts';
import { areaRow } from '../map/rows.ts';
import type { ENDPOINTS } from '../open-data/endpoints.ts';
import { pageOf } from '../open-data/page.ts';
import type { AreaLevel } from '../open-data/parameters.ts';
import type { areaStatusRecord, coverageRecord, unitStatusRecord } from '../open-data/records.ts';
import type { TerritoryIndex } from '../territories/hierarchy.ts';
import { COUNTRY_CODE, REGION_CODES, type RegionCode, type Territory } from '../territories/types.ts';
import { loadPublishedAssessments } from './coverage.ts';
import { loadIndicatorValues } from './indicators.ts';
import { loadMapFacts, type MapFacts } from './map.ts';
import { dayAsked, type Asked, type Found } from './open-data.ts';
import { loadTerritories, territoryLabels } from './territories.ts';

type Endpoints = typeof ENDPOINTS;
type RecordOf<Id extends keyof Endpoints> = z.input<Endpoints[Id]['record']>;

/** Keys of `data_sources` behind codes, names, boundaries and the border flag. */
const TERRITORY_SOURCES = ['csp-boundaries-2022', 'territory-assignment-2025', 'eastern-border-plan-2025'];
const NEIGHBOURHOOD_SOURCES = [...TERRITORY_SOURCES, 'csp-neighbourhoods'];

/** The territory reference. */
export async function findTerritories({
	backend,
	query
}: Asked<Endpoints['territories']>): Promise<Found<RecordOf<'territories'>>> {
	const index = await loadTerritories(backend);
	const label = territoryLabels(index);
	const all = territoriesAt(index, query.level, query.region).map((territory) => ({
		code: territory.code,
		currentCode: territory.codeCurrent,
		name: label(territory.code) ?? territory.name,
		kind: territory.kind,
		parentCode: territory.parentCode,
		municipalityCode: index.municipalityOf(territory.code)?.code ?? null,
		region: territory.region,
		easternBorder: territory.easternBorder,
		lon: territory.lon,
		lat: territory.lat,
		areaKm2: territory.areaKm2
	}));
	return {
		...pageOf(all, ({ code }) => code, query),
		level: query.level,
		sources: query.level === 'neighbourhood' ? NEIGHBOURHOOD_SOURCES : TERRITORY_SOURCES
	};
}

/** Activity status as of a day: the rows of the public map. */
export async function findActivityStatus({
	backend,
	query
}: Asked<Endpoints['activityStatus']>): Promise<Found<RecordOf<'activityStatus'>>> {
	const { level } = query;
	const asOf = dayAsked(query.asOf);
	const facts = await loadMapFacts(backend, asOf);
	const isUnit = level === 'parish' || level === 'neighbourhood';
	const all = territoriesAt(facts.index, level, query.region).map((territory) =>
		isUnit ? unitStatus(facts, territory) : areaStatus(facts, territory)
	);
	return { ...pageOf(all, ({ code }) => code, query), asOf, level, sources: ACTIVITY_SOURCES };
}

const UNFILTERED = { region: null, municipality: null, status: [], zone: null, name: '' };

function unitStatus(facts: MapFacts, territory: Territory): z.input<typeof unitStatusRecord> {
	const row = areaRow(facts, territory, UNFILTERED);
	return {
		...placeOf(facts, territory),
		easternBorder: territory.easternBorder,
		status: row?.status ?? null,
		communities: row?.communities ?? 0,
		activities: row?.activities ?? null
	};
}

function areaStatus(facts: MapFacts, territory: Territory): z.input<typeof areaStatusRecord> {
	const { stateCities: _none, ...spread } = spreadOf(facts, territory.code);
	return { ...placeOf(facts, territory), ...spread };
}

function placeOf({ index, label }: MapFacts, { code, name, kind, region }: Territory) {
	const municipalityCode = index.municipalityOf(code)?.code ?? null;
	return { code, name: label(code) ?? name, kind, municipalityCode, region };
}

/** How the units of an area are spread over the statuses, and how many communities it has. */
function spreadOf({ index, statuses, communities }: MapFacts, area: string) {
	const statusOf = (code: string): PublicStatus => statuses.get(code)?.result.status ?? 'not_surveyed';
	const { counts, units, stateCities, reached, share } = statusShares(index.unitsOf(area), statusOf);
	return {
		...{ stateCities, units },
		active: counts.active,
		emerging: counts.emerging,
		dormant: counts.dormant,
		inactive: counts.inactive,
		notSurveyed: counts.not_surveyed,
		noNews: counts.no_news,
		...{ reached, reachedShare: share, communities: communities.get(area) ?? 0 }
	};
}

/** Coverage of the regions and the country; without the country where one region is asked for. */
export async function findCoverage({
	backend,
	query
}: Asked<Endpoints['coverage']>): Promise<Found<RecordOf<'coverage'>>> {
	const asOf = dayAsked(query.asOf);
	const [facts, assessments] = await Promise.all([
		loadMapFacts(backend, asOf),
		loadPublishedAssessments(backend)
	]);
	const codes: readonly (RegionCode | typeof COUNTRY_CODE)[] =
		query.region === undefined ? [COUNTRY_CODE, ...REGION_CODES] : [query.region];
	const published = publishedOn(assessments, asOf, todayInRiga(new Date()));
	const rows = codes.map((code): z.input<typeof coverageRecord> => ({
		...{ code, name: facts.label(code) ?? code },
		...spreadOf(facts, code),
		...published(code)
	}));
	return { rows, asOf, sources: ACTIVITY_SOURCES };
}

/** The values of one figure: the same of several that the map shows. */
export async function findIndicatorValues({
	backend,
	inPath,
	query
}: Asked<Endpoints['indicatorValues']>): Promise<Found<RecordOf<'indicatorValues'>>> {
	const [index, loaded] = await Promise.all([
		loadTerritories(backend),
		loadIndicatorValues(backend, inPath.indicator)
	]);
	const label = territoryLabels(index);
	const best = bestValues(loaded, query.year);
	const all = territoriesAt(index, query.level, query.region).flatMap(({ code, name }) => {
		const value = best.get(code);
		return value === undefined ? [] : [{ ...value, name: label(code) ?? name }];
	});
	const page = pageOf(all, ({ territoryCode }) => territoryCode, query);
	return {
		...page,
		level: query.level,
		years: yearsOf(loaded),
		sources: [...new Set(page.rows.map(({ sourceId }) => sourceId))]
	};
}

/** The territories of a level, of one region or all. */
function territoriesAt(index: TerritoryIndex, level: AreaLevel, region?: RegionCode): readonly Territory[] {
	const all =
		level === 'neighbourhood' || level === 'country'
			? index.all.filter(({ kind }) => kind === level)
			: index.atLevel(level);
	return region === undefined ? all : all.filter((territory) => territory.region === region);
}
