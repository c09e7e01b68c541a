import { area, booleanPointInPolygon, bbox, lineIntersect, lineString } from '@turf/turf';
import type { Feature, MultiPolygon, Polygon } from 'geojson';
import { feature, merge } from 'topojson-client';
import { COUNTRY_CODE, REGION_CODES, type RegionCode, type Territory } from '../../lib/territories/types.ts';
import type { AreaGeometry, UnitsTopology } from '../../lib/territories/topology.ts';
import type { Boundaries, Groupings } from './boundaries.ts';
import { SourceError } from './errors.ts';
import { SOURCE_IDS } from './sources.ts';
import type { MunicipalityRow, SourceTables, UnitRow } from './tables.ts';

/** A row of the table `territories` with what only units know. */
export interface TerritoryRow extends Territory {
	code2018: string | null;
	municipality2018: string | null;
	borderRussiaKm: number | null;
	borderBelarusKm: number | null;
	sourceId: string;
}

/** Official names, so that the region of Rīga is not taken for the city. */
const REGION_NAMES: Record<RegionCode, string> = {
	kurzeme: 'Kurzemes plānošanas reģions',
	latgale: 'Latgales plānošanas reģions',
	riga: 'Rīgas plānošanas reģions',
	vidzeme: 'Vidzemes plānošanas reģions',
	zemgale: 'Zemgales plānošanas reģions'
};
const COUNTRY_NAME = 'Latvija';

type Area = Feature<Polygon | MultiPolygon>;

function push<Key>(map: Map<Key, string[]>, key: Key, value: string): void {
	const list = map.get(key);
	if (list) list.push(value);
	else map.set(key, [value]);
}

/** Units of each municipality (state cities included) and of each region, in the order of their codes. */
export function groupUnits(units: readonly UnitRow[]): Groupings {
	const municipalities = new Map<string, string[]>();
	const regions = new Map<RegionCode, string[]>(REGION_CODES.map((region) => [region, []]));
	for (const unit of [...units].sort((a, b) => (a.code < b.code ? -1 : 1))) {
		push(municipalities, unit.municipality_code, unit.code);
		push(regions, unit.planning_region, unit.code);
	}
	return {
		municipalities: new Map([...municipalities].sort(([a], [b]) => (a < b ? -1 : 1))),
		regions
	};
}

/** @throws SourceError when the two tables do not name the same municipalities with the same regions. */
function checkMunicipalities(units: readonly UnitRow[], municipalities: readonly MunicipalityRow[]): void {
	const known = new Map(municipalities.map((row) => [row.code, row]));
	for (const unit of units) {
		const row = known.get(unit.municipality_code);
		if (row?.name !== unit.municipality || row.planning_region !== unit.planning_region) {
			throw new SourceError(
				`territories.csv puts ${unit.name} (${unit.code}) into ${unit.municipality} (${unit.municipality_code}, ` +
					`${unit.planning_region}); municipalities.csv does not say so.`
			);
		}
		if ((unit.type === 'state_city') !== (unit.code === unit.municipality_code)) {
			throw new SourceError(`territories.csv: only a state city is its own municipality (${unit.code}).`);
		}
	}
}

/** Degrees with five decimals, about a metre. */
function degrees(value: number): number {
	return Number(value.toFixed(5));
}

function hundredths(value: number): number {
	return Number(value.toFixed(2));
}

/**
 * A point inside an area: the middle of the longest west–east stretch through its middle latitude. Unlike
 * the centroid it cannot fall outside a curved area or into a town that is not part of it.
 */
export function innerPoint(shape: Area): { lon: number; lat: number } {
	const [west, south, east, north] = bbox(shape);
	const lat = (south + north) / 2;
	const across = lineString([
		[west - 1, lat],
		[east + 1, lat]
	]);
	const crossings = lineIntersect(across, shape)
		.features.map((point) => point.geometry.coordinates[0] ?? 0)
		.sort((a, b) => a - b);
	let best = { width: 0, lon: 0 };
	crossings.forEach((end, index) => {
		const start = crossings[index - 1] ?? end;
		const lon = (start + end) / 2;
		if (end - start > best.width && booleanPointInPolygon([lon, lat], shape))
			best = { width: end - start, lon };
	});
	if (best.width === 0) throw new Error('No point inside the area was found.');
	return { lon: degrees(best.lon), lat: degrees(lat) };
}

function shapes(topology: UnitsTopology, name: keyof UnitsTopology['objects']): Map<string, Area> {
	const toShape = (geometry: AreaGeometry) => feature(topology, geometry) as Area;
	return new Map(topology.objects[name].geometries.map((geometry) => [geometry.id, toShape(geometry)]));
}

function countryShape(topology: UnitsTopology): Area {
	const geometry = merge(topology, topology.objects.units.geometries);
	return { type: 'Feature', properties: {}, geometry };
}

function shapeOf(map: Map<string, Area>, code: string): Area {
	const shape = map.get(code);
	if (!shape) throw new SourceError(`There is no boundary for ${code}.`);
	return shape;
}

/** The table's centre where it lies in the shape, else a point of ours. */
function unitCentre(unit: UnitRow, shape: Area): { lon: number; lat: number } {
	if (booleanPointInPolygon([unit.lon, unit.lat], shape)) return { lon: unit.lon, lat: unit.lat };
	return innerPoint(shape);
}

/** The sums and flags of a larger territory from its units. */
function combine(units: readonly TerritoryRow[]): Pick<TerritoryRow, 'areaKm2' | 'easternBorder'> {
	return {
		areaKm2: hundredths(units.reduce((sum, unit) => sum + unit.areaKm2, 0)),
		easternBorder: units.every((unit) => unit.easternBorder)
	};
}

const NOT_A_UNIT = { code2018: null, municipality2018: null, borderRussiaKm: null, borderBelarusKm: null };

/**
 * All 718 territories, parents before children, each group by code: country, regions, municipalities, units,
 * neighbourhoods.
 * @throws SourceError when tables and boundaries do not belong together.
 */
export function buildTerritories(
	tables: SourceTables,
	groupings: Groupings,
	boundaries: Boundaries
): TerritoryRow[] {
	checkMunicipalities(tables.units, tables.municipalities);
	const unitShapes = shapes(boundaries.detailed, 'units');
	if (unitShapes.size !== tables.units.length) {
		throw new SourceError(
			`${tables.units.length} units stand in the table, ${unitShapes.size} in the boundaries.`
		);
	}

	const units = [...tables.units]
		.sort((a, b) => (a.code < b.code ? -1 : 1))
		.map((unit): TerritoryRow => ({
			code: unit.code,
			codeCurrent: unit.code_current ?? unit.code,
			kind: unit.type,
			name: unit.name,
			parentCode: unit.type === 'state_city' ? unit.planning_region : unit.municipality_code,
			region: unit.planning_region,
			...unitCentre(unit, shapeOf(unitShapes, unit.code)),
			areaKm2: unit.area_km2,
			easternBorder: unit.eastern_border_plan,
			code2018: unit.code_2018,
			municipality2018: unit.municipality_2018,
			borderRussiaKm: unit.touches_russia_km,
			borderBelarusKm: unit.touches_belarus_km,
			sourceId: SOURCE_IDS.units
		}));
	const byCode = new Map(units.map((unit) => [unit.code, unit]));
	const membersOf = (codes: readonly string[]) => codes.flatMap((code) => byCode.get(code) ?? []);

	const municipalityShapes = shapes(boundaries.detailed, 'municipalities');
	const municipalities = [...tables.municipalities]
		.filter((row) => !byCode.has(row.code))
		.sort((a, b) => (a.code < b.code ? -1 : 1))
		.map((row): TerritoryRow => ({
			...NOT_A_UNIT,
			code: row.code,
			codeCurrent: row.code,
			kind: 'municipality',
			name: row.name,
			parentCode: row.planning_region,
			region: row.planning_region,
			...innerPoint(shapeOf(municipalityShapes, row.code)),
			...combine(membersOf(groupings.municipalities.get(row.code) ?? [])),
			sourceId: SOURCE_IDS.assignment
		}));

	const regionShapes = shapes(boundaries.detailed, 'regions');
	const regions = REGION_CODES.map((region): TerritoryRow => ({
		...NOT_A_UNIT,
		code: region,
		codeCurrent: region,
		kind: 'region',
		name: REGION_NAMES[region],
		parentCode: COUNTRY_CODE,
		region,
		...innerPoint(shapeOf(regionShapes, region)),
		...combine(membersOf(groupings.regions.get(region) ?? [])),
		sourceId: SOURCE_IDS.assignment
	}));

	const country: TerritoryRow = {
		...NOT_A_UNIT,
		code: COUNTRY_CODE,
		codeCurrent: COUNTRY_CODE,
		kind: 'country',
		name: COUNTRY_NAME,
		parentCode: null,
		region: null,
		...innerPoint(countryShape(boundaries.detailed)),
		...combine(units),
		sourceId: SOURCE_IDS.units
	};

	return [
		country,
		...regions,
		...municipalities,
		...units,
		...buildNeighbourhoods(boundaries, unitShapes, byCode)
	];
}

/** A neighbourhood lies in the unit that contains its inner point. */
function buildNeighbourhoods(
	boundaries: Boundaries,
	unitShapes: Map<string, Area>,
	units: Map<string, TerritoryRow>
): TerritoryRow[] {
	const neighbourhoods = shapes(boundaries.detailed, 'neighbourhoods');
	return [...boundaries.neighbourhoodNames]
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(([code, name]) => {
			const shape = shapeOf(neighbourhoods, code);
			const point = innerPoint(shape);
			const holder = [...unitShapes].find(([, unit]) => booleanPointInPolygon([point.lon, point.lat], unit));
			const parent = units.get(holder?.[0] ?? '');
			if (!parent) throw new SourceError(`The neighbourhood ${name} (${code}) lies in no unit.`);
			return {
				...NOT_A_UNIT,
				code,
				codeCurrent: code,
				kind: 'neighbourhood',
				name,
				parentCode: parent.code,
				region: parent.region,
				...point,
				areaKm2: hundredths(area(shape) / 1e6),
				easternBorder: parent.easternBorder,
				sourceId: SOURCE_IDS.neighbourhoods
			};
		});
}
