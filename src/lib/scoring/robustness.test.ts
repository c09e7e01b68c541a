import { describe, expect, it } from 'vitest';
import { answers, context, definition, item } from '../../../tests/scoring/small-checklist.ts';
import { mulberry32, robustness } from './robustness.ts';

const checklist = definition([
	item('1.1', 'a', { weight: 3 }),
	item('1.2', 'a', { weight: 2 }),
	item('1.3', 'a', { weight: 1 })
]);

describe('mulberry32', () => {
	it('gives the published sequence of seed 1', () => {
		const random = mulberry32(1);
		expect([random(), random(), random()]).toEqual([
			0.6270739405881613, 0.002735721180215478, 0.5274470399599522
		]);
	});

	it('differs by seed', () => {
		expect(mulberry32(2)()).not.toBe(mulberry32(1)());
	});
});

describe('robustness', () => {
	it('is 1 when weights do not matter', () => {
		expect(robustness(checklist, answers({ '1.1': 2, '1.2': 2, '1.3': 2 }), context())).toBe(1);
	});

	it('is the share of draws, worked out here once more, in which a close grade stays', () => {
		// 3·3 of 18 is 50; with 2 at 1.2 and 0 at 1.3 it is 13 of 18, 72. Close to 60: 3·3 + 1·2 = 11 of 18, 61.
		const given = answers({ '1.1': 3, '1.2': 1, '1.3': 0 });
		const random = mulberry32(1);
		const draw = (weight: number): number => weight * (0.75 + random() / 2);
		let same = 0;
		for (let n = 0; n < 1000; n++) {
			const [a, b, c] = [draw(3), draw(2), draw(1)];
			if ((100 * (3 * a + b)) / (3 * (a + b + c)) >= 60) same++;
		}
		expect(same).toBeGreaterThan(500);
		expect(same).toBeLessThan(1000);
		expect(robustness(checklist, given, context())).toBe(same / 1000);
		expect(robustness(checklist, given, context(), 100)).not.toBeNull();
	});

	it('is nothing without a grade', () => {
		expect(robustness(checklist, answers({ '1.3': 2 }), context())).toBeNull();
	});
});
