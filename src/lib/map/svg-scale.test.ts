import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { scaleBar } from './svg-scale.ts';
import { planarTopology } from './topology.ts';

const file = new URL('../../../static/geo/light.topo.json', import.meta.url);
const plane = planarTopology(JSON.parse(readFileSync(file, 'utf8')));

it('is as long as two places that far apart', () => {
	const { kilometres, length } = scaleBar(plane);
	expect(kilometres).toBe(50);
	// Rīga (town hall) and Jēkabpils (town hall) are 118.4 km apart as the crow flies.
	const [ax, ay] = plane.project(24.1064, 56.9475);
	const [bx, by] = plane.project(25.8667, 56.4986);
	const drawn = (Math.hypot(bx - ax, by - ay) / length) * kilometres;
	expect(drawn).toBeGreaterThan(117);
	expect(drawn).toBeLessThan(120);
});

it('takes at most a fifth of the width', () => {
	for (const width of [480, 2000, 9000]) {
		const { length } = scaleBar({ ...plane, width });
		expect(length).toBeLessThanOrEqual(width / 5);
	}
});
