import { readFileSync } from 'node:fs';
import { geoCentroid } from 'd3-geo';
import { describe, expect, test } from 'vitest';
import { decodeTopology, GEOMETRY_NAMES } from './geometry.ts';
import { DIRECTIONS, nearest, neighbour, type Located } from './neighbours.ts';

const place = (code: string, lon: number, lat: number): Located => ({ code, lon, lat });
const centre = place('centre', 25, 57);

describe('neighbour', () => {
	test('the nearest place in the direction of the key', () => {
		const near = place('near', 25.2, 57);
		const far = place('far', 25.6, 57);
		expect(neighbour(centre, [centre, far, near], 'right')).toBe(near);
		expect(neighbour(far, [centre, far, near], 'left')).toBe(near);
	});

	test('a place straight ahead goes before a nearer one at the side', () => {
		const ahead = place('ahead', 25, 57.5);
		const aside = place('aside', 25.2, 57.05);
		expect(neighbour(centre, [aside, ahead], 'up')).toBe(ahead);
	});

	test('at a cape, where nothing lies ahead, the least sideways place', () => {
		const flat = place('flat', 25.9, 57.05);
		const steep = place('steep', 25.4, 57.1);
		expect(neighbour(centre, [flat, steep], 'up')).toBe(steep);
	});

	test('nothing on that side', () => {
		expect(neighbour(centre, [place('south', 25, 56)], 'up')).toBeNull();
		expect(neighbour(centre, [centre], 'down')).toBeNull();
	});
});

test('nearest place to a point', () => {
	const places = [place('a', 21, 56), place('b', 25.1, 57.1), place('c', 28, 57)];
	expect(nearest(25, 57, places)?.code).toBe('b');
	expect(nearest(25, 57, [])).toBeNull();
});

describe('on the real map', () => {
	const file = new URL('../../../static/geo/units.topo.json', import.meta.url);
	const { areas } = decodeTopology(JSON.parse(readFileSync(file, 'utf8')));

	test.each(GEOMETRY_NAMES)('arrow keys lead from everywhere to everywhere: %s', (name) => {
		const places = areas[name].features.map((area) => {
			const [lon, lat] = geoCentroid(area);
			return place(area.properties.code, lon, lat);
		});
		const steps = new Map(
			places.map((from) => [from.code, DIRECTIONS.map((way) => neighbour(from, places, way)?.code)])
		);
		const backwards = new Map(
			places.map(({ code }) => [
				code,
				places.filter((from) => steps.get(from.code)?.includes(code)).map((from) => from.code)
			])
		);
		const start = places[0]?.code ?? '';
		expect(reached(start, steps).size).toBe(places.length);
		expect(reached(start, backwards).size).toBe(places.length);
	});
});

function reached(start: string, steps: ReadonlyMap<string, readonly (string | undefined)[]>): Set<string> {
	const seen = new Set([start]);
	for (const code of seen) for (const next of steps.get(code) ?? []) if (next) seen.add(next);
	return seen;
}
