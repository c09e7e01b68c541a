import light from '../../../static/geo/light.topo.json?raw';
import { decodeTopology, type AreaFeatures, type Geometry, type GeometryName } from '../map/geometry.ts';
import { PICTURE_WIDTH, planarTopology, type PlanarTopology } from '../map/topology.ts';
import type { UnitsTopology } from '../territories/topology.ts';
import { AppError, sentence } from './errors.ts';
import { log } from './log.ts';

/** Boundaries never change while the server runs; each width is projected once. Null: they could not be read. */
const planes = new Map<number, PlanarTopology | null>();

/**
 * The light boundaries for drawn pictures, projected to a width. They are built into the server, so that a
 * picture needs no file and no request.
 * @returns null when the boundaries cannot be read; the log says why, and pages say that the picture is missing
 */
export function lightPlane(width = PICTURE_WIDTH): PlanarTopology | null {
	let plane = planes.get(width);
	if (plane === undefined) {
		plane = readPlane(light, width);
		planes.set(width, plane);
	}
	return plane;
}

/** Reads boundaries out of the text of a file; null instead of an error, which goes to the log. */
export function readPlane(text: string, width: number): PlanarTopology | null {
	try {
		return planarTopology(JSON.parse(text), width);
	} catch (error) {
		log.error({ code: 'topology' }, `The boundaries for drawn maps cannot be read: ${sentence(error)}`);
		return null;
	}
}

/** Read when the first file with boundaries is asked for; they never change while the server runs. */
let exact: Promise<{ topology: UnitsTopology; geometry: Geometry }> | undefined;

/**
 * The exact boundaries, WGS84 degrees: those of the interactive map, for files with shapes in them.
 * @throws AppError `unavailable` when they cannot be read
 */
export async function exactAreas(name: GeometryName): Promise<AreaFeatures> {
	return (await readExact()).geometry.areas[name];
}

/**
 * The same as the file holds them: an object for each level, with arcs that areas share.
 * @throws AppError `unavailable` when they cannot be read
 */
export async function exactTopology(): Promise<UnitsTopology> {
	return (await readExact()).topology;
}

async function readExact(): Promise<{ topology: UnitsTopology; geometry: Geometry }> {
	exact ??= import('../../../static/geo/units.topo.json?raw').then(({ default: text }) => {
		const topology = JSON.parse(text) as UnitsTopology;
		// Refuses what is none.
		return { topology, geometry: decodeTopology(topology) };
	});
	try {
		return await exact;
	} catch (error) {
		throw new AppError('unavailable', `The exact boundaries cannot be read: ${sentence(error)}`, {
			cause: error
		});
	}
}
