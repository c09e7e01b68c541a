import type { PublicStatus } from '../activity/types.ts';
import { statusShares } from '../coverage/shares.ts';
import { compareText } from '../i18n/format.ts';
import { lastEvidenceText } from '../layers/activity-words.ts';
import type { FigureId } from '../layers/figures.ts';
import type { TerritoryIndex } from '../territories/hierarchy.ts';
import { normaliseName } from '../territories/names.ts';
import { EASTERN_BORDER } from '../territories/zones.ts';
import type { Level, Territory } from '../territories/types.ts';
import { figuresOf, hasFew, shownFacts, statusOf, type RowFacts } from './row-facts.ts';
import type { AreaRow } from './types.ts';
import type { MapState } from './url.ts';

/** The part of the page's state that hides or shows areas. */
export type Filters = Pick<MapState, 'region' | 'municipality' | 'status' | 'zone' | 'name'>;

/**
 * Rows of a level in the order of the reference; what the filter leaves out has `matches: false`.
 * @param wanted numbers that the chosen layers read
 */
export function areaRows(
	facts: RowFacts,
	level: Level,
	filters: Filters,
	wanted: readonly FigureId[] = []
): AreaRow[] {
	return facts.index.atLevel(level).flatMap((territory) => areaRow(facts, territory, filters, wanted) ?? []);
}

/** The same rows in name order, as the language of the page sorts. A picture does not need it, a table does. */
export function byName(rows: readonly AreaRow[]): AreaRow[] {
	return rows.toSorted((a, b) => compareText(a.label, b.label));
}

/** The row of one territory; null for the country, which no level draws. */
export function areaRow(
	facts: RowFacts,
	territory: Territory,
	filters: Filters,
	wanted: readonly FigureId[] = []
): AreaRow | null {
	const { index } = facts;
	const { code, kind, region, easternBorder, lon, lat } = territory;
	if (region === null) return null;
	const municipality = index.municipalityOf(code);
	const known = statusOf(facts.statuses.get(code));
	const shown = shownFacts(facts, code);
	const row = {
		code,
		label: facts.label(code) ?? territory.name,
		kind,
		municipalityCode: municipality?.code ?? null,
		municipality: municipality === null || municipality.code === code ? null : municipality.name,
		region,
		easternBorder,
		lon,
		lat,
		status: kind === 'state_city' || isLarger(kind) ? null : known,
		unitCounts: isLarger(kind)
			? presentCounts(statusShares(index.unitsOf(code), (unit) => statusOf(facts.statuses.get(unit))).counts)
			: null,
		communities: facts.communities.get(code) ?? 0,
		activities: isLarger(kind) || known === 'no_news' ? null : (shown?.activities ?? 0),
		lastEvidence: lastEvidenceText(shown),
		...(wanted.length > 0 && { figures: figuresOf(facts, code, wanted) }),
		...(hasFew(facts, code, wanted) && { isFew: true as const })
	};
	return { ...row, matches: matchesFilters(row, facts, filters) };
}

/**
 * How many communities a territory has: those that belong to it, to a further territory inside it, or to
 * something inside. Each counts once per territory.
 * @param placements codes of the own and further territories of each community
 */
export function countCommunities(
	index: TerritoryIndex,
	placements: Iterable<readonly string[]>
): Map<string, number> {
	const counts = new Map<string, number>();
	for (const codes of placements) {
		const holders = new Set(
			codes.flatMap((code) => [code, ...index.ancestors(code).map((holder) => holder.code)])
		);
		for (const holder of holders) counts.set(holder, (counts.get(holder) ?? 0) + 1);
	}
	return counts;
}

function isLarger(kind: Territory['kind']): boolean {
	return kind === 'municipality' || kind === 'region' || kind === 'country';
}

/** Only statuses that occur: rows travel to the browser. */
function presentCounts(counts: Record<PublicStatus, number>): Partial<Record<PublicStatus, number>> {
	return Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));
}

/**
 * Whether an area is inside the filter. A larger area has a status when one of its units has it; a state
 * city has none. A region matches a municipality that lies in it.
 */
function matchesFilters(row: Omit<AreaRow, 'matches'>, facts: RowFacts, filters: Filters): boolean {
	if (filters.region !== null && row.region !== filters.region) return false;
	if (filters.municipality !== null && !touchesMunicipality(row, facts.index, filters.municipality))
		return false;
	if (filters.zone !== null && !isInZone(row, facts, filters.zone)) return false;
	if (filters.name !== '' && !isNamed(row, normaliseName(filters.name))) return false;
	return filters.status.length === 0 || filters.status.some((status) => hasStatus(row, status));
}

/** The border zone that the reference knows holds on every day; of others the version of the day shown. */
function isInZone(
	{ code, easternBorder }: Pick<AreaRow, 'code' | 'easternBorder'>,
	{ zones }: RowFacts,
	zone: string
): boolean {
	return zone === EASTERN_BORDER ? easternBorder : (zones?.get(zone)?.has(code) ?? false);
}

/** As the place search compares names: case and diacritics do not matter. */
function isNamed({ label, municipality }: Pick<AreaRow, 'label' | 'municipality'>, wanted: string): boolean {
	return [label, municipality ?? ''].some((name) => normaliseName(name).includes(wanted));
}

function touchesMunicipality(
	row: Pick<AreaRow, 'code' | 'region' | 'municipalityCode'>,
	index: TerritoryIndex,
	municipality: string
): boolean {
	if (row.municipalityCode !== null) return row.municipalityCode === municipality;
	return index.byCode(municipality)?.region === row.region;
}

function hasStatus(row: Pick<AreaRow, 'status' | 'unitCounts'>, status: PublicStatus): boolean {
	return row.status === status || (row.unitCounts?.[status] ?? 0) > 0;
}
