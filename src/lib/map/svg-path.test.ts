import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areaPath, linePath } from './svg-path.ts';

/** Reads path data back into absolute points, as a renderer does. */
function points(d: string): [number, number][][] {
	return d
		.split('M')
		.slice(1)
		.map((piece) => {
			const numbers = (piece.match(/-?\d+/g) ?? []).map(Number);
			let [x = 0, y = 0] = numbers;
			const read: [number, number][] = [[x, y]];
			for (let position = 2; position < numbers.length; position += 2) {
				x += numbers[position] ?? 0;
				y += numbers[position + 1] ?? 0;
				read.push([x, y]);
			}
			return read;
		});
}

describe('linePath', () => {
	it('writes an absolute start and relative steps, with as few spaces as can be', () => {
		expect(
			linePath({
				type: 'MultiLineString',
				coordinates: [
					[
						[10, 20],
						[13, 15],
						[13, 18]
					]
				]
			})
		).toBe('M10 20l3-5 0 3');
	});

	it('leaves out points that do not move, and lines that shrank to a point', () => {
		const coordinates = [
			[
				[1, 1],
				[1, 1],
				[2, 1]
			],
			[
				[5, 5],
				[5, 5]
			]
		];
		expect(linePath({ type: 'MultiLineString', coordinates })).toBe('M1 1l1 0');
	});

	it('can be read back, whatever the line', () => {
		const coordinate = fc.tuple(fc.integer({ min: -500, max: 500 }), fc.integer({ min: -500, max: 500 }));
		fc.assert(
			fc.property(fc.array(coordinate, { minLength: 2, maxLength: 30 }), (line) => {
				const moves = line.filter((point, i) => i === 0 || point.join() !== line[i - 1]?.join());
				const read = points(linePath({ type: 'MultiLineString', coordinates: [line] }));
				expect(read).toEqual(moves.length < 2 ? [] : [moves]);
			})
		);
	});
});

describe('areaPath', () => {
	const square = [
		[0, 0],
		[4, 0],
		[4, 4],
		[0, 4],
		[0, 0]
	];
	const hole = [
		[1, 1],
		[1, 2],
		[2, 2],
		[1, 1]
	];

	it('closes rings without drawing the last step twice, and keeps holes', () => {
		expect(areaPath({ type: 'MultiPolygon', coordinates: [[square, hole]] })).toBe(
			'M0 0l4 0 0 4-4 0zM1 1l0 1 1 0z'
		);
	});

	it('drops a ring that has no area left', () => {
		expect(
			areaPath({
				type: 'MultiPolygon',
				coordinates: [
					[
						[
							[3, 3],
							[4, 3],
							[3, 3]
						]
					]
				]
			})
		).toBe('');
	});
});
