import { describe, expect, it } from 'vitest';
import { smallTopology } from '../../../tests/fixtures/small-country.ts';
import { planarTopology } from './topology.ts';

describe('planarTopology', () => {
	it('projects to whole picture units inside the picture, north above south', () => {
		const plane = planarTopology(smallTopology(), 1000);
		expect(plane.width).toBe(1000);
		for (const arc of plane.topology.arcs) {
			for (const [x = -1, y = -1] of arc) {
				expect(Number.isInteger(x) && Number.isInteger(y)).toBe(true);
				expect(x >= 0 && x <= plane.width && y >= 0 && y <= plane.height).toBe(true);
			}
		}
		expect(plane.project(24, 57)[1]).toBeLessThan(plane.project(24, 56)[1]);
		expect(plane.project(24, 56)[0]).toBeLessThan(plane.project(28, 56)[0]);
	});

	it('reads quantised arcs as positions', () => {
		const plain = smallTopology();
		const quantised = {
			...plain,
			transform: { scale: [0.5, 0.5], translate: [24, 56] },
			// Steps of half a degree: a start and what is added to it.
			arcs: plain.arcs.map(([from = [], to = []]) => [
				[((from[0] ?? 0) - 24) * 2, ((from[1] ?? 0) - 56) * 2],
				[((to[0] ?? 0) - (from[0] ?? 0)) * 2, ((to[1] ?? 0) - (from[1] ?? 0)) * 2]
			])
		};
		expect(planarTopology(quantised).topology.arcs).toEqual(planarTopology(plain).topology.arcs);
	});

	it('finds areas by code', () => {
		const { areas } = planarTopology(smallTopology());
		expect([...areas.units.keys()]).toEqual(['0010010', '0010200', '0020010', '0003000']);
		expect(areas.municipalities.size).toBe(3);
		expect(areas.regions.has('latgale')).toBe(true);
	});

	it.each([
		null,
		'text',
		1,
		[],
		{},
		{ type: 'Topology' },
		{ ...smallTopology(), objects: {} },
		{ type: 'FeatureCollection' }
	])('refuses what is no topology of ours: %j', (data) => {
		expect(() => planarTopology(data)).toThrow(TypeError);
	});

	it('refuses an area without a code', () => {
		const broken = smallTopology();
		const [first] = broken.objects.units.geometries;
		if (first) Reflect.deleteProperty(first, 'id');
		expect(() => planarTopology(broken)).toThrow(TypeError);
	});
});
