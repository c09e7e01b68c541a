import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeLabels, type LabelWish } from './svg-labels.ts';

const SIZE = 30;
const WIDTH = 2000;
const wish = (x: number, y: number, name: string | null, value = '0'): LabelWish => ({ x, y, name, value });

describe('placeLabels', () => {
	it('leaves a text with room where it is', () => {
		expect(placeLabels([wish(500, 500, 'Rīga', '3')], SIZE, WIDTH)).toEqual([wish(500, 500, 'Rīga', '3')]);
	});

	it('moves a text that would be cut off', () => {
		const [label] = placeLabels([wish(5, 500, 'Liepāja')], SIZE, WIDTH);
		expect(label?.x).toBeGreaterThan(60);
		expect(placeLabels([wish(1999, 500, 'Zilupe')], SIZE, WIDTH)[0]?.x).toBeLessThan(1950);
	});

	it('moves the later of two texts to another line', () => {
		const [first, second] = placeLabels([wish(500, 500, 'Rīga'), wish(540, 505, 'Jūrmala')], SIZE, WIDTH);
		expect(first).toEqual(wish(500, 500, 'Rīga'));
		expect(second?.name).toBe('Jūrmala');
		expect(Math.abs((second?.y ?? 0) - 500)).toBeGreaterThan(SIZE);
	});

	it('drops the name first and the whole text last', () => {
		const crowd = Array.from({ length: 9 }, () => wish(1000, 500, 'Valmieras novads'));
		const placed = placeLabels(crowd, SIZE, WIDTH);
		expect(placed.length).toBeLessThan(9);
		expect(placed[0]).toEqual(crowd[0]);
	});

	it('never lets texts cover each other', () => {
		const wishes = fc.array(
			fc.record({
				x: fc.integer({ min: 0, max: WIDTH }),
				y: fc.integer({ min: 0, max: 300 }),
				name: fc.option(fc.constantFrom('Rīga', 'Daugavpils')),
				value: fc.constantFrom('0', '12', '100%')
			}),
			{ maxLength: 40 }
		);
		const half = ({ name, value }: LabelWish) =>
			((name === null ? value : `${name} ${value}`).length * 0.62 * SIZE) / 2 - 1;
		fc.assert(
			fc.property(wishes, (list) => {
				const placed = placeLabels(list, SIZE, WIDTH);
				for (const [position, a] of placed.entries()) {
					for (const b of placed.slice(position + 1)) {
						const apart = Math.abs(a.x - b.x) >= half(a) + half(b) || Math.abs(a.y - b.y) >= SIZE;
						expect(apart, JSON.stringify([a, b])).toBe(true);
					}
				}
			})
		);
	});
});
