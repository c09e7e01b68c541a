/** The four ways an arrow key can go. */
export const DIRECTIONS = ['up', 'down', 'left', 'right'] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** A place with the point it is known by, WGS84 degrees. */
export interface Located {
	readonly code: string;
	readonly lon: number;
	readonly lat: number;
}

/** A degree of longitude is this much shorter than one of latitude in the middle of Latvia (56.9° N). */
const LON_SHRINK = Math.cos((56.9 * Math.PI) / 180);

const UNIT_VECTORS: Record<Direction, { x: number; y: number }> = {
	up: { x: 0, y: 1 },
	down: { x: 0, y: -1 },
	left: { x: -1, y: 0 },
	right: { x: 1, y: 0 }
};

/** How far a candidate lies in the direction of a key, and how far off its line; degrees of latitude. */
function offsets(from: Located, to: Located, direction: Direction): { along: number; across: number } {
	const unit = UNIT_VECTORS[direction];
	const x = (to.lon - from.lon) * LON_SHRINK;
	const y = to.lat - from.lat;
	return { along: x * unit.x + y * unit.y, across: Math.abs(x * unit.y - y * unit.x) };
}

/**
 * The place an arrow key leads to: the nearest one within 45° of its direction; where there is none (a cape,
 * a corner of the border), the one least off that direction. Null when nothing lies on that side at all.
 */
export function neighbour<T extends Located>(
	from: Located,
	places: readonly T[],
	direction: Direction
): T | null {
	let best: T | null = null;
	let bestCost = Infinity;
	for (const place of places) {
		if (place.code === from.code) continue;
		const { along, across } = offsets(from, place, direction);
		if (along <= 0) continue;
		const straight = across <= along;
		// Any straight candidate goes before any other: Latvia is less than 10 degrees wide.
		const cost = straight ? along + across : 100 + across / along;
		if (cost < bestCost) {
			best = place;
			bestCost = cost;
		}
	}
	return best;
}

/** The place nearest to a point (WGS84 degrees); null when there are none. */
export function nearest<T extends Located>(lon: number, lat: number, places: readonly T[]): T | null {
	let best: T | null = null;
	let bestDistance = Infinity;
	for (const place of places) {
		const distance = Math.hypot((place.lon - lon) * LON_SHRINK, place.lat - lat);
		if (distance < bestDistance) {
			best = place;
			bestDistance = distance;
		}
	}
	return best;
}
