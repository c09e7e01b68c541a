import type { AreaGeometry } from '../../territories/topology.ts';
import { arcUses } from '../../territories/topology.ts';
import type { LightObject, PlanarTopology } from '../../map/topology.ts';

/** Free edge, so that outlines are not cut off. */
const PADDING = 24;

/**
 * A part of the drawn country that fills the picture: only its areas, moved so that they begin in the corner.
 * @param isInside whether an area, by its territory code, belongs to the part
 */
export function planePart(plane: PlanarTopology, isInside: (code: string) => boolean): PlanarTopology {
	const inside = (name: LightObject): Map<string, AreaGeometry> =>
		new Map([...plane.areas[name]].filter(([code]) => isInside(code)));
	const areas = {
		units: inside('units'),
		municipalities: inside('municipalities'),
		regions: inside('regions')
	};
	const used = new Set(arcUses({ type: 'GeometryCollection', geometries: [...areas.units.values()] }).keys());
	const points = [...used].flatMap((arc) => plane.topology.arcs[arc] ?? []);
	const [left, right] = ends(points.map(([x = 0]) => x));
	const [top, bottom] = ends(points.map(([, y = 0]) => y));
	const moved = (x: number, y: number): [number, number] => [x - left + PADDING, y - top + PADDING];
	return {
		width: right - left + 2 * PADDING,
		height: bottom - top + 2 * PADDING,
		topology: {
			...plane.topology,
			arcs: plane.topology.arcs.map((arc, at) =>
				used.has(at) ? arc.map(([x = 0, y = 0]) => moved(x, y)) : arc
			)
		},
		areas,
		project: (lon, lat) => moved(...plane.project(lon, lat))
	};
}

/** The smallest and the largest of numbers; 0 where there are none. */
function ends(values: readonly number[]): [number, number] {
	const [first = 0] = values;
	return values.reduce<[number, number]>(
		([least, most], value) => [Math.min(least, value), Math.max(most, value)],
		[first, first]
	);
}
