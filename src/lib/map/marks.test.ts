import { describe, expect, test } from 'vitest';
import type { AreaFeature } from './geometry.ts';
import { markPath, markScale } from './marks.ts';

function area(geometry: AreaFeature['geometry']): AreaFeature {
	return { type: 'Feature', properties: { code: '0' }, geometry };
}

describe('the outline of an area', () => {
	test('is counted in pixels of the finest zoom from its first point', () => {
		const { path, from } = markPath(
			area({
				type: 'Polygon',
				coordinates: [
					[
						[15, 0],
						[30, 0],
						[30, 15],
						[15, 0]
					]
				]
			})
		);
		expect(from).toEqual([15, 0]);
		// The world is 512 × 2¹³ pixels wide: 15 degrees are 1/24 of that. From the equator to 15° N are asinh(tan 15°)
		// of its radius.
		expect(path.match(/-?\d+/g)?.map(Number)).toEqual([0, 0, 174763, 0, 0, -176794]);
		expect(path).toMatch(/z$/);
	});

	test('has every part and every hole', () => {
		const square = (at: number, size: number) => [
			[at, 0],
			[at + size, 0],
			[at + size, size],
			[at, size],
			[at, 0]
		];
		const { path } = markPath(
			area({ type: 'MultiPolygon', coordinates: [[square(20, 3), square(21, 1)], [square(26, 1)]] })
		);
		expect(path.match(/M/g)).toHaveLength(3);
		expect(path.match(/z/g)).toHaveLength(3);
	});
});

test('lines are thinner where the whole country is small, and never change beyond', () => {
	expect([4, 5, 6, 7, 13].map(markScale)).toEqual([0.6, 0.6, expect.closeTo(0.8), 1, 1]);
});
