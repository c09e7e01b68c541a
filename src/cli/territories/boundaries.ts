import mapshaper from 'mapshaper';
import { bbox, mergeArcs, quantize } from 'topojson-client';
import type { Topology, Transform } from 'topojson-specification';
import {
	topologyProblems,
	type AreaGeometry,
	type AreaTopology,
	type LightTopology,
	type UnitsTopology
} from '../../lib/territories/topology.ts';
import { SourceError } from './errors.ts';
import type { SourceFiles } from './source-folder.ts';

/** South-west corner of the grids; west and south of every point of Latvia. */
const CORNER: [number, number] = [20.9, 55.6];
/** Grid of the detailed file: about 12 × 11 m, finer than the source's own generalisation. */
const DETAILED_GRID: Transform = { scale: [0.0002, 0.0001], translate: CORNER };
/** Grid of the light file: about 60 × 55 m, a fraction of a pixel on a map of the country. */
const LIGHT_GRID: Transform = { scale: [0.001, 0.0005], translate: CORNER };

/** Simplification of the light file: smallest detail kept, in metres. Towns stay recognisable. */
const LIGHT_DETAIL_M = { small: 200, large: 900 };
/** Units below this area (km²) count as small. */
const SMALL_UNIT_KM2 = 40;
/** Share of removable points of the neighbourhoods that is kept; their outlines are far finer than needed. */
const NEIGHBOURHOOD_POINTS = '30%';

async function run(
	commands: string,
	input: Record<string, Uint8Array | string>
): Promise<AreaTopology<'areas'>> {
	const output = await mapshaper.applyCommands(commands, input);
	const file = output['areas.json'];
	if (!file) throw new Error(`mapshaper wrote nothing for: ${commands}`);
	const topology = JSON.parse(file.toString()) as AreaTopology<'areas'>;
	for (const geometry of topology.objects.areas.geometries) {
		// The code is the id already; as a property it would stand in the file twice.
		delete geometry.properties;
	}
	topology.objects.areas.geometries.sort((a, b) => (a.id < b.id ? -1 : 1));
	return topology;
}

const WRITE = '-o areas.json format=topojson no-quantization id-field=code';

/** The 592 units in WGS84, not simplified, not yet on a grid. The codes of the file begin with `LV`. */
function readUnits(files: SourceFiles, explode: boolean): Promise<AreaTopology<'areas'>> {
	const commands = [
		'-i units.shp name=areas',
		'-each "code = L1_code.slice(2)" -filter-fields code',
		explode ? '-explode' : '',
		'-proj wgs84',
		WRITE
	];
	return run(commands.join(' '), {
		'units.shp': files['units.shp'],
		'units.dbf': files['units.dbf'],
		'units.prj': files['units.prj'],
		'units.cpg': files['units.cpg']
	});
}

/** A topology that mapshaper can read back: ids as a property. */
function asInput(topology: AreaTopology<'areas'>): string {
	const geometries = topology.objects.areas.geometries.map((geometry) => ({
		...geometry,
		properties: { code: geometry.id }
	}));
	return JSON.stringify({ ...topology, objects: { areas: { type: 'GeometryCollection', geometries } } });
}

/**
 * Simplifies without opening gaps. The points are put on the grid first: simplification only drops points
 * and keeps lines from crossing, so that what it returns stays true on the grid. Parts of a unit are simplified
 * each for itself (and joined again), else small exclaves would vanish and leave a hole.
 */
async function simplify(
	parts: AreaTopology<'areas'>,
	grid: Transform,
	rule: string
): Promise<AreaTopology<'areas'>> {
	return run(`-i parts.json name=areas -simplify weighted ${rule} keep-shapes -dissolve code ${WRITE}`, {
		'parts.json': asInput(quantize(parts, grid))
	});
}

/** Which units make up a larger area: id of the larger one → codes of its units. */
export type Grouping = ReadonlyMap<string, readonly string[]>;

/** Areas made of units; their borders are the very lines of the units. */
function mergeUnits(topology: Topology, units: AreaGeometry[], grouping: Grouping): AreaGeometry[] {
	return [...grouping].map(([id, codes]) => {
		const members = units.filter((unit) => codes.includes(unit.id));
		if (members.length !== codes.length) throw new SourceError(`Some units of ${id} have no boundary.`);
		return { ...mergeArcs(topology, members), id };
	});
}

function collection(geometries: AreaGeometry[]) {
	return { type: 'GeometryCollection' as const, geometries };
}

/** Shifts the arc numbers of areas that are appended behind `offset` other arcs. */
function shiftArcs(geometry: AreaGeometry, offset: number): AreaGeometry {
	const shift = (arc: number) => (arc < 0 ? arc - offset : arc + offset);
	const shiftRings = (rings: number[][]) => rings.map((ring) => ring.map(shift));
	return geometry.type === 'Polygon'
		? { ...geometry, arcs: shiftRings(geometry.arcs) }
		: { ...geometry, arcs: geometry.arcs.map(shiftRings) };
}

/** Puts the points on the grid and checks the result: a file with gaps or overlaps is never written. */
function finish<Name extends string>(
	topology: AreaTopology<Name>,
	grid: Transform,
	check: readonly NoInfer<Name>[]
) {
	// `quantize` knows objects of any kind; ours keep theirs.
	const quantised = quantize(topology, grid) as AreaTopology<Name>;
	const problems = check.flatMap((name) => topologyProblems(quantised, name));
	if (problems.length > 0) throw new Error(`The boundaries do not fit together:\n${problems.join('\n')}`);
	const [west, south, east, north] = bbox(quantised).map((degrees) => Number(degrees.toFixed(4)));
	return { ...quantised, bbox: [west, south, east, north] } as AreaTopology<Name>;
}

export interface Boundaries {
	detailed: UnitsTopology;
	light: LightTopology;
	/** Names of the neighbourhoods by code; they stand in the boundary file only. */
	neighbourhoodNames: Map<string, string>;
}

/** Which units make up the larger areas. */
export interface Groupings {
	municipalities: Grouping;
	regions: Grouping;
}

/**
 * Both boundary files. Which unit belongs where comes from the tables, not from the shapefile, which
 * still shows the municipalities and statistical regions of 2022.
 */
export async function buildBoundaries(files: SourceFiles, groupings: Groupings): Promise<Boundaries> {
	const units = await readUnits(files, false);
	const neighbourhoodInput = {
		'neighbourhoods.shp': files['neighbourhoods.shp'],
		'neighbourhoods.dbf': files['neighbourhoods.dbf'],
		'neighbourhoods.prj': files['neighbourhoods.prj'],
		'neighbourhoods.cpg': files['neighbourhoods.cpg']
	};
	const neighbourhoodParts = await run(
		`-i neighbourhoods.shp name=areas -each "code = Code" -filter-fields code -explode -proj wgs84 ${WRITE}`,
		neighbourhoodInput
	);
	const neighbourhoods = await simplify(neighbourhoodParts, DETAILED_GRID, NEIGHBOURHOOD_POINTS);
	const offset = units.arcs.length;
	const unitAreas = units.objects.areas.geometries;
	const detailed: UnitsTopology = finish(
		{
			type: 'Topology',
			objects: {
				units: collection(unitAreas),
				municipalities: collection(mergeUnits(units, unitAreas, groupings.municipalities)),
				regions: collection(mergeUnits(units, unitAreas, groupings.regions)),
				neighbourhoods: collection(
					neighbourhoods.objects.areas.geometries.map((geometry) => shiftArcs(geometry, offset))
				)
			},
			arcs: [...units.arcs, ...neighbourhoods.arcs]
		},
		DETAILED_GRID,
		['units', 'neighbourhoods']
	);

	const detail = `this.area < ${SMALL_UNIT_KM2 * 1e6} ? ${LIGHT_DETAIL_M.small} : ${LIGHT_DETAIL_M.large}`;
	const simple = await simplify(await readUnits(files, true), LIGHT_GRID, `variable interval="${detail}"`);
	const simpleAreas = simple.objects.areas.geometries;
	const light: LightTopology = finish(
		{
			type: 'Topology',
			objects: {
				units: collection(simpleAreas),
				municipalities: collection(mergeUnits(simple, simpleAreas, groupings.municipalities)),
				regions: collection(mergeUnits(simple, simpleAreas, groupings.regions))
			},
			arcs: simple.arcs
		},
		LIGHT_GRID,
		['units']
	);

	const table = await mapshaper.applyCommands(
		'-i neighbourhoods.shp -o names.json format=json',
		neighbourhoodInput
	);
	const rows = JSON.parse(table['names.json']?.toString() ?? '[]') as { Code: string; Name: string }[];
	return { detailed, light, neighbourhoodNames: new Map(rows.map((row) => [row.Code, row.Name.trim()])) };
}
