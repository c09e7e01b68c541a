import light from '../../../static/geo/light.topo.json?raw';
import { PICTURE_WIDTH, planarTopology, type PlanarTopology } from '../map/topology.ts';
import { sentence } from './errors.ts';
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
