/** Gaps of a planning region for readers with a mandate: what of them leaves the server, and how it is drawn. */
import { todayInRiga } from '../activity/dates.ts';
import type { IsoDate } from '../activity/types.ts';
import { CHECKLIST } from '../assessments/checklist.ts';
import type { Definition } from '../checklists/types.ts';
import type { Source } from '../communities/schema.ts';
import { gapsOf } from '../coverage/gaps.ts';
import { helpTogether, type HelpTogether } from '../coverage/help-together.ts';
import { askedOf, gapCell, gapSubject, subjectColumn } from '../coverage/matrix.ts';
import { compareText } from '../i18n/format.ts';
import { m } from '../i18n/paraglide/messages.js';
import { planarOutline, outlineOf } from '../map/outline.ts';
import { renderMapSvg, type RenderOptions } from '../map/svg.ts';
import type { PlanarTopology } from '../map/topology.ts';
import type { AreaRow } from '../map/types.ts';
import { pictureDescription, pictureTitle } from '../map/words.ts';
import { liesInside, mandatedAreas } from '../people/mandate.ts';
import type { Role } from '../people/schema.ts';
import { regionOfAddress } from '../regions/codes.ts';
import { gapLayer } from '../regions/gaps/layer.ts';
import { planePart } from '../regions/gaps/plane-part.ts';
import { parseGapUrl, type GapLevel, type GapState } from '../regions/gaps/url.ts';
import {
	chosenZone,
	layerParts,
	type GapZone,
	type HelpOffer,
	type RegionGaps,
	type ShownSource
} from '../regions/gaps/view.ts';
import type { TerritoryIndex } from '../territories/hierarchy.ts';
import type { Territory } from '../territories/types.ts';
import { EASTERN_BORDER, territoriesInZone, zoneVersionShown } from '../territories/zones.ts';
import { getChecklist } from './checklists.ts';
import type { Backend } from './client.ts';
import { loadSources } from './communities.ts';
import { loadAssessedUnits } from './coverage.ts';
import { AppError } from './errors.ts';
import { loadZones } from './indicators.ts';
import type { Session } from './session.ts';
import { loadTerritories, territoryLabels } from './territories.ts';
import { lightPlane } from './topology.ts';

/** Who reads class M of an area. */
export const GAP_READERS: readonly Role[] = ['planner', 'pkc', 'civil_protection', 'national'];

/**
 * Reads the gaps of a region, in one query for all of its values.
 * @param use what is taken along in a file never has more than other readers with a mandate see
 * @throws AppError `not_found` for an unknown region, `forbidden` for people without a mandate in it
 */
export async function loadRegionGaps(
	{ backend, session }: { backend: Backend; session: Session },
	region: string,
	params: URLSearchParams,
	use: 'screen' | 'file'
): Promise<RegionGaps> {
	const code = regionOfAddress(region);
	if (code === null) throw new AppError('not_found', `There is no planning region ${region}.`);
	const asOf = todayInRiga(new Date());
	const index = await loadTerritories(backend);
	const areas = mandatedAreas(session.roles);
	const mayRead = (territory: string): boolean => liesInside(index, territory, areas);
	const inRegion = index.all.filter((territory) => territory.region === code && mayRead(territory.code));
	const municipalities = index
		.atLevel('municipality')
		.filter((territory) => inRegion.includes(territory))
		.map((territory) => territory.code);
	if (municipalities.length === 0) throw new AppError('forbidden', `No mandate reaches into ${region}.`);

	const [units, { definition }, zones, known] = await Promise.all([
		loadAssessedUnits(backend, asOf),
		getChecklist(backend, CHECKLIST),
		zonesOf(backend, index, asOf),
		loadSources(backend)
	]);
	const showsFew =
		use === 'screen' && session.roles.some((held) => held.role === 'pkc' && held.scope_id === code);
	const all = gapsOf(units, definition, index, showsFew);
	// The page shows no indexes, so none are sent.
	const gaps = new Map(
		inRegion.flatMap(({ code: inside }) => {
			const area = all.get(inside);
			return area === undefined ? [] : [[inside, { ...area, index: null }] as const];
		})
	);
	const label = territoryLabels(index);
	const level: GapLevel = municipalities.length > 1 ? 'municipality' : 'parish';
	const zoneIds = zones.map(({ id }) => id);
	const state = parseGapUrl(params, { definition, zones: zoneIds, level });
	const labelOf = (territory: string) => label(territory) ?? territory;
	const sourceIds = [zones.find(({ id }) => id === state.second)?.sourceId, BOUNDARIES];
	const [only, ...others] = mayRead(code) ? [code] : municipalities;
	const whole = only === undefined ? undefined : index.byCode(only);
	return {
		region: { code, name: labelOf(code) },
		...{ asOf, state, usual: { level }, gaps, showsFew, zones },
		asked: askedOf(definition),
		rows: index
			.atLevel(state.level)
			.filter((territory) => territory.region === code)
			.map((territory) => rowOf(territory, index, labelOf, mayRead(territory.code))),
		sources: sourceIds.flatMap((id) => known.find((source) => source.id === id) ?? []).map(sourceShown),
		total: whole === undefined || others.length > 0 ? null : rowOf(whole, index, labelOf, true),
		inZone: inZone(index, zones.find(({ id }) => id === state.second)?.units ?? [], state.level),
		help: offersOf(helpTogether(gaps, itemsAsked(definition, state), index, municipalities), labelOf)
	};
}

/** Behind every map. */
const BOUNDARIES = 'csp-boundaries-2022';

function sourceShown({ id, title, publisher, licence }: Source): ShownSource {
	return { id, title, publisher, licence };
}

/** More than can be begun in a year would hide the first ones. */
const MOST_OFFERS = 6;

/** One offer for each item, in the order of the most worthwhile of its places. */
function offersOf(found: readonly HelpTogether[], labelOf: (code: string) => string): HelpOffer[] {
	const items = [...new Set(found.map(({ item }) => item.id))].slice(0, MOST_OFFERS);
	return items.map((id) => ({
		item: id,
		around: found
			.filter(({ item }) => item.id === id)
			.map(({ centre, communities, places }) => ({
				...{ centre: labelOf(centre), communities },
				places: places
					.map(({ code, isRest, communities: here }) => ({
						label: isRest ? m.gaps_help_rest({ place: labelOf(code) }) : labelOf(code),
						communities: here
					}))
					.sort((x, y) => y.communities - x.communities || compareText(x.label, y.label))
			}))
	}));
}

/** Which areas of a level lie in a zone made of units. */
function inZone(
	index: TerritoryIndex,
	units: readonly string[],
	level: GapLevel
): Map<string, 'whole' | 'part'> {
	const inside = new Set(units);
	return new Map(
		index.atLevel(level).flatMap(({ code }) => {
			const own = index.unitsOf(code).map((unit) => inside.has(unit.code));
			if (!own.includes(true)) return [];
			return [[code, own.includes(false) ? ('part' as const) : ('whole' as const)]];
		})
	);
}

/** Help is offered for what the reader looks at. */
function itemsAsked(definition: Definition, { of }: GapState): Pick<Definition, 'items'> {
	const subject = gapSubject(definition, of);
	const asked = new Set(subjectColumn(definition, subject, 'low').items);
	return { items: definition.items.filter(({ id }) => asked.has(id)) };
}

/** A row of the map with nothing of activity: what stands beside gaps is asked for elsewhere. */
function rowOf(
	{ code, kind, region, easternBorder, lon, lat }: Territory,
	index: TerritoryIndex,
	labelOf: (code: string) => string,
	isMine: boolean
): AreaRow {
	const municipality = index.municipalityOf(code);
	return {
		...{ code, kind, easternBorder, lon, lat, label: labelOf(code) },
		region: region ?? 'riga',
		municipalityCode: municipality?.code ?? null,
		municipality: municipality === null || municipality.code === code ? null : municipality.name,
		...{ status: null, unitCounts: null, communities: null, activities: null, lastEvidence: null },
		...(isMine ? {} : { isOutside: true as const }),
		matches: isMine
	};
}

async function zonesOf(backend: Backend, index: TerritoryIndex, asOf: IsoDate): Promise<GapZone[]> {
	return (await loadZones(backend)).flatMap(({ id, name, versions }) => {
		const version = zoneVersionShown(id, versions, asOf);
		if (version === null) return [];
		const inside = territoriesInZone(index, version);
		const units = index.atLevel('parish').filter((unit) => inside.has(unit.code));
		const isBorder = id === EASTERN_BORDER || version.borderKm !== null;
		return [{ id, name, sourceId: version.sourceId, isBorder, units: units.map((unit) => unit.code) }];
	});
}

/** So fine that a region, or a municipality, fills the picture as the country fills its own. */
const PLANE_WIDTH = { region: 4000, municipality: 12_000 };

/**
 * The plane on which a region or municipality is drawn; null when the boundaries cannot be read.
 * @param area code of the region or municipality
 * @throws AppError when the database does not answer or answers nonsense
 */
export async function regionPlane(backend: Backend, area: string): Promise<PlanarTopology | null> {
	const index = await loadTerritories(backend);
	const isRegion = regionOfAddress(area) !== null;
	const plane = lightPlane(PLANE_WIDTH[isRegion ? 'region' : 'municipality']);
	return plane && planePart(plane, (code) => liesInside(index, code, new Set([area])));
}

/**
 * The drawn map of a region, in the language of the page.
 * @param use `css` and `sheet` for a picture that leaves the site
 */
export function drawGaps(plane: PlanarTopology, view: RegionGaps, use: RenderOptions = {}): string {
	const { rows, state, asOf, zones } = view;
	const parts = layerParts(view);
	const layer = gapLayer(parts);
	const labelOf = (row: AreaRow) => {
		if (state.level === 'parish') return null;
		const isShown =
			row.matches && gapCell(view.gaps.get(row.code), parts.column, parts.measure).state === 'shown';
		return isShown ? { name: row.label, value: layer.describe(row) } : { name: null, value: row.label };
	};
	const second = chosenZone(view);
	const outline = outlineOf(second, zones.find(({ id }) => id === state.second)?.units ?? null);
	return renderMapSvg(
		plane,
		{
			...{ level: state.level, rows, layer, second, points: [], selected: null },
			outline: outline && planarOutline(plane, outline),
			labelOf,
			title: pictureTitle(layer, state.level, asOf),
			description: pictureDescription(rows, layer, second)
		},
		use
	);
}
