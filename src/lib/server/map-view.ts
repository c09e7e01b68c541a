/**
 * What the address of the map asks for, with the reader's rights applied. Page, picture, exports, embedded map and
 * comparison all stand on this, so that none of them can show more, or something else, than the others.
 */
import type { Source } from '../communities/schema.ts';
import { fillLayer, secondLayer, type PreparedFill } from '../layers/catalogue.ts';
import type { FigureRow } from '../layers/figures.ts';
import { figuresOfSecond, fillInfo } from '../layers/fills.ts';
import { withinClasses } from '../layers/legend.ts';
import { zoneOutline, type SecondLayer } from '../layers/overlays.ts';
import { prepareFill, sourcesOf as figureSources } from '../layers/prepare.ts';
import { activityMayStandBeside } from '../layers/together.ts';
import type { Layer, LayerAccess } from '../layers/types.ts';
import { allowedState, pointsWithinRights, withinRights, type RefusedPart } from '../map/rights.ts';
import { areaRows } from '../map/rows.ts';
import { pictureLevel } from '../map/levels.ts';
import type { AreaRow, PlacePoint } from '../map/types.ts';
import { windowOf, type MapState } from '../map/url.ts';
import type { Level } from '../territories/types.ts';
import { territoriesInZone, zoneVersionShown, type ZoneVersion } from '../territories/zones.ts';
import { loadSources } from './communities.ts';
import { loadZones } from './indicators.ts';
import { loadCoverage } from './map-coverage.ts';
import { loadFigures } from './map-figures.ts';
import { loadPoints } from './map-points.ts';
import { readMapRequest, type MapRequest } from './map-request.ts';
import { oncePerRequest } from './per-request.ts';
import { loadMapFacts, mapFactsOf, type MapFacts } from './map.ts';

/** One level of the map: its areas and how they are coloured. */
export interface LevelView {
	level: Level;
	/** Plain data of which `layer` is made, for the browser. */
	fill: PreparedFill;
	layer: Layer<FigureRow>;
	/** In the order of the reference; `byName` sorts them. Only what the reader may see of them. */
	rows: AreaRow[];
}

/** A zone that can be chosen on the day shown. */
export interface MapZone {
	id: string;
	/** As it stands in the data: Latvian. */
	name: string;
	sourceId: string;
}

/** The map that an address asks for. */
export interface MapView {
	/** As asked for. */
	request: MapRequest;
	/** What is shown of it: the wishes within the reader's rights. */
	state: MapState;
	/** Wishes that were not granted, so that the page can say so. */
	refused: readonly RefusedPart[];
	/** Whose rights were applied. */
	reader: LayerAccess;
	facts: MapFacts;
	/** The level's rows and layer; computed at the first call. */
	at: (level: Level) => LevelView;
	/** What lies over the fill; null = nothing. */
	second: SecondLayer | null;
	/** Zones that can be filtered by and laid over the fill. */
	zones: readonly MapZone[];
	/** Units inside the zone that lies over the fill; null where that is no zone. */
	zoneUnits: readonly string[] | null;
	/** Places and bodies, where the second layer shows them; which of them a filter keeps says `pointsInFilter`. */
	points: readonly PlacePoint[];
	/** Years for which the layers have values, oldest first; empty where values have no year. */
	years: readonly number[];
	/** Whether status, communities and activities may stand beside what is shown. */
	showsActivity: boolean;
	/** Sources of everything shown, each once. */
	sources: readonly Source[];
	/** Why only mandated readers see what is shown: activity and ethnicity meet in it, or the layer itself. */
	mandate: 'together' | 'layer' | null;
	/** Something here is not public: it must not be kept for others, and the page says so. */
	seesMore: boolean;
}

/** What does not depend on the address. */
const referenceOf = oncePerRequest(async ({ backend }, _all: null) => {
	const [datedZones, allSources] = await Promise.all([loadZones(backend), loadSources(backend)]);
	return { datedZones, allSources };
});

/**
 * Reads and prepares the map of an address.
 * @param reader `public`: as everybody sees it, whoever asks; for what leaves the site
 * @throws AppError when the database does not answer or answers nonsense
 */
export async function loadMapView(
	locals: App.Locals,
	params: URLSearchParams,
	reader: 'whoever-asks' | 'public' = 'whoever-asks'
): Promise<MapView> {
	const { backend } = locals;
	const request = await readMapRequest(backend, params);
	const { asOf } = request;
	const [known, { datedZones, allSources }] = await Promise.all([
		reader === 'public' ? loadMapFacts(backend, asOf) : mapFactsOf(locals, asOf),
		referenceOf(locals, null)
	]);
	const access: LayerAccess = known.reader === null ? 'public' : 'mandated';
	const zonesNow = datedZones.flatMap(({ id, name, versions }) => {
		const version = zoneVersionShown(id, versions, asOf);
		return version === null ? [] : [{ zone: { id, name, sourceId: version.sourceId }, version }];
	});
	const zones = zonesNow.map(({ zone }) => zone);
	const { state, refused } = allowedState(request.state, access, zones);

	const second = state.second === null ? null : secondLayer(state.second, zones.map(zoneOutline));
	const wanted = [...fillInfo(state.layer).figures, ...figuresOfSecond(state.second ?? '')];
	const year = state.year ?? Number(asOf.slice(0, 4));
	const [figures, coverage, allPoints] = await Promise.all([
		loadFigures(locals, wanted, year),
		loadCoverage(backend, known, wanted, windowOf(state)),
		second?.draw === 'points' ? loadPoints(backend, second.places, asOf) : []
	]);
	const facts: MapFacts = {
		...known,
		...coverage,
		window: windowOf(state),
		indicators: figures.byTerritory,
		zones: insideOf(known, state.zone, zonesNow)
	};
	const points = pointsWithinRights(allPoints, state, ({ territoryCode }) => facts.reaches(territoryCode));
	const beside = (as: LayerAccess) => activityMayStandBeside(state.layer, state.second, as);
	const showsActivity = beside(access);
	const together = showsActivity && !beside('public');
	const mandated = fillInfo(state.layer).access === 'mandated';
	const mandate = together ? 'together' : mandated ? 'layer' : null;

	const at = perLevel((level) => {
		const all = areaRows(facts, level, state, wanted);
		const rows = withinRights(all, state, ({ code }) => facts.reaches(code));
		const fill = prepareFill(
			state.layer,
			rows,
			{ method: state.method, limits: state.limits },
			windowOf(state)
		);
		const layer = fillLayer(fill, level);
		return { level, fill, layer, rows: withinClasses(rows, layer, state.classes) };
	});
	return {
		request,
		state,
		refused,
		reader: access,
		facts,
		at,
		second,
		zones,
		zoneUnits:
			second?.draw === 'outline' && second.shapes === 'zone' ? unitsOf(facts, second.zone, zonesNow) : null,
		points,
		years: figures.years,
		showsActivity,
		sources: sourcesOf(allSources, [
			...at(pictureLevel(state)).layer.sources,
			...(second?.sources ?? []),
			...figureSources(figuresOfSecond(state.second ?? ''), at(pictureLevel(state)).rows),
			...points.flatMap(({ sourceId }) => sourceId ?? []),
			BOUNDARIES
		]),
		mandate,
		seesMore: known.seesMore || mandate !== null
	};
}

function perLevel(make: (level: Level) => LevelView): (level: Level) => LevelView {
	const made = new Map<Level, LevelView>();
	return (level) => {
		const view = made.get(level) ?? make(level);
		made.set(level, view);
		return view;
	};
}

/** A zone with what it is on the day shown. */
interface ZoneNow {
	zone: MapZone;
	version: ZoneVersion;
}

/** The territories inside a zone, by its id; nothing where there is none. */
function insideOf(
	{ index }: MapFacts,
	id: string | null,
	zones: readonly ZoneNow[]
): Map<string, ReadonlySet<string>> {
	const found = zones.filter(({ zone }) => zone.id === id);
	return new Map(found.map(({ zone, version }) => [zone.id, territoriesInZone(index, version)]));
}

function unitsOf(facts: MapFacts, id: string, zones: readonly ZoneNow[]): string[] {
	const inside = insideOf(facts, id, zones).get(id) ?? new Set();
	return facts.index
		.atLevel('parish')
		.map(({ code }) => code)
		.filter((code) => inside.has(code));
}

/** The boundaries come last: they are behind every map. */
const BOUNDARIES = 'csp-boundaries-2022';

function sourcesOf(all: readonly Source[], ids: readonly string[]): Source[] {
	return [...new Set(ids)].flatMap((id) => all.find((source) => source.id === id) ?? []);
}
