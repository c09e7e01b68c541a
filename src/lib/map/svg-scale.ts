import type { PlanarTopology } from './topology.ts';

/** A distance and how long it is on a drawn map, in picture units. */
export interface ScaleBar {
	kilometres: number;
	length: number;
}

/** The middle of Latvia. On this projection a kilometre is 3 % longer in the north and shorter in the south. */
const MIDDLE = { lon: 24.6, lat: 56.9 };
const KM_PER_DEGREE = 111.32;
const ROUND = [500, 200, 100, 50, 20, 10, 5, 2, 1];
/** Longest bar, as part of the width. */
const LONGEST = 1 / 5;

/** A round number of kilometres that takes at most a fifth of the width. */
export function scaleBar({ width, project }: Pick<PlanarTopology, 'width' | 'project'>): ScaleBar {
	const [west] = project(MIDDLE.lon - 0.5, MIDDLE.lat);
	const [east] = project(MIDDLE.lon + 0.5, MIDDLE.lat);
	const perKilometre = (east - west) / (KM_PER_DEGREE * Math.cos((MIDDLE.lat * Math.PI) / 180));
	const kilometres = ROUND.find((each) => each * perKilometre <= width * LONGEST) ?? 1;
	return { kilometres, length: Math.round(kilometres * perKilometre) };
}
