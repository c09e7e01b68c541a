import { describe, expect, it } from 'vitest';
import { arcUses, topologyProblems, type AreaGeometry, type AreaTopology } from './topology.ts';

function polygon(id: string, ...rings: number[][]): AreaGeometry {
	return { type: 'Polygon', id, arcs: rings };
}

/** Two squares side by side; arc 1 is their common border. */
function twoSquares(): AreaTopology<'units'> {
	return {
		type: 'Topology',
		objects: {
			units: { type: 'GeometryCollection', geometries: [polygon('a', [0, 1]), polygon('b', [2, ~1])] }
		},
		arcs: [
			[
				[2, 0],
				[0, 0],
				[0, 2],
				[2, 2]
			],
			[
				[2, 2],
				[2, 0]
			],
			[
				[2, 2],
				[4, 2],
				[4, 0],
				[2, 0]
			]
		]
	};
}

describe('arcUses', () => {
	it('counts a border in both directions', () => {
		expect([...arcUses(twoSquares().objects.units)]).toEqual([
			[0, 1],
			[1, 2],
			[2, 1]
		]);
	});
});

describe('topologyProblems', () => {
	it('is content with two neighbours', () => {
		expect(topologyProblems(twoSquares(), 'units')).toEqual([]);
	});

	it('reads quantised files, whose points are steps', () => {
		const topology = twoSquares();
		topology.transform = { scale: [0.5, 0.5], translate: [20, 56] };
		topology.arcs = [
			[
				[2, 0],
				[-2, 0],
				[0, 2],
				[2, 0]
			],
			[
				[2, 2],
				[0, -2]
			],
			[
				[2, 2],
				[2, 0],
				[0, -2],
				[-2, 0]
			]
		];
		expect(topologyProblems(topology, 'units')).toEqual([]);
	});

	it('finds an overlap', () => {
		const topology = twoSquares();
		topology.arcs[2] = [
			[2, 2],
			[1, 3],
			[1, -1],
			[4, 0],
			[2, 0]
		];
		expect(topologyProblems(topology, 'units')).toContain('units: lines 0/2 meet outside their corners.');
	});

	it('finds a corner that touches another line without being a corner there', () => {
		const topology = twoSquares();
		topology.arcs[1] = [
			[2, 2],
			[0, 1],
			[2, 0]
		];
		expect(topologyProblems(topology, 'units')).toEqual(['units: lines 0/1 meet outside their corners.']);
	});

	it('finds a line drawn twice', () => {
		const topology = twoSquares();
		topology.arcs.push([
			[2, 0],
			[2, 2]
		]);
		topology.objects.units.geometries[1] = polygon('b', [2, 3]);
		expect(topologyProblems(topology, 'units')).toContain('units: lines 1/3 meet outside their corners.');
	});

	it('finds a third area on a border', () => {
		const topology = twoSquares();
		topology.objects.units.geometries.push(polygon('c', [0, 1]));
		expect(topologyProblems(topology, 'units')).toContain('units: line 1 bounds 3 areas.');
	});

	it('finds a gap inside', () => {
		const topology = twoSquares();
		topology.arcs.push([
			[0.5, 0.5],
			[0.5, 1],
			[1, 1],
			[0.5, 0.5]
		]);
		topology.objects.units.geometries[0] = polygon('a', [0, 1], [~3]);
		expect(topologyProblems(topology, 'units')).toEqual(['units: the outline has 1 holes.']);
	});

	it('finds an area that has shrunk to a line', () => {
		const topology = twoSquares();
		topology.arcs.push(
			[
				[6, 0],
				[7, 0]
			],
			[
				[7, 0],
				[6, 0]
			]
		);
		topology.objects.units.geometries.push(polygon('c', [3, 4]));
		expect(topologyProblems(topology, 'units')).toContain('units: c has no area.');
	});
});
