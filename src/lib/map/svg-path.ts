import type { MultiLineString, MultiPolygon, Position } from 'geojson';

/** Path data of areas; holes are cut out by the even-odd rule. Coordinates must be whole numbers. */
export function areaPath({ coordinates }: MultiPolygon): string {
	return coordinates.flatMap((polygon) => polygon.map((ring) => subpath(ring, true))).join('');
}

/** Path data of lines. Coordinates must be whole numbers. */
export function linePath({ coordinates }: MultiLineString): string {
	return coordinates.map((line) => subpath(line, false)).join('');
}

/**
 * One piece of path data in the shortest form: an absolute start, then relative steps without needless
 * spaces. Points that fall together on the grid are left out, and so is a piece that shrank to a point.
 */
function subpath(points: readonly Position[], closed: boolean): string {
	const [start, ...rest] = points;
	if (!start) return '';
	let [x = 0, y = 0] = start;
	const steps: [number, number][] = [];
	for (const [nextX = 0, nextY = 0] of rest) {
		if (nextX === x && nextY === y) continue;
		steps.push([nextX - x, nextY - y]);
		[x, y] = [nextX, nextY];
	}
	// `z` draws the last step of a ring.
	if (closed) steps.pop();
	if (steps.length < (closed ? 2 : 1)) return '';
	return `M${pair(start[0] ?? 0, start[1] ?? 0)}l${steps.map(([dx, dy]) => pair(dx, dy)).reduce(joinNumbers)}${closed ? 'z' : ''}`;
}

function pair(x: number, y: number): string {
	return joinNumbers(String(x), String(y));
}

/** A minus sign separates numbers by itself. */
function joinNumbers(left: string, right: string): string {
	return right.startsWith('-') ? left + right : `${left} ${right}`;
}
