import { describe, expect, it } from 'vitest';
import { answers, context, definition, item } from '../../../tests/scoring/small-checklist.ts';
import { whatLifts } from './lift.ts';

const checklist = definition(
	[
		item('1.1', 'a', { critical: true, weight: 3 }),
		item('1.2', 'a', { weight: 3 }),
		item('1.3', 'a', { weight: 3, naAllowed: true }),
		item('2.1', 'b', { weight: 3 }),
		item('2.2', 'b', { weight: 3 })
	],
	{ drillItem: '2.1' }
);
const all = { '1.1': 3, '1.2': 3, '1.3': 3, '2.1': 3, '2.2': 3 } as const;
const lifts = (values: Parameters<typeof answers>[0]) => whatLifts(checklist, answers(values), context());

describe('whatLifts', () => {
	it('names domains and weight that are still open', () => {
		expect(lifts({ '1.1': 3, '1.2': 3, '1.3': 3, '2.1': 3 })).toEqual({
			by: 'answers',
			missing: 0,
			domains: ['b']
		});
		expect(lifts({ '1.1': 3, '1.2': 3, '2.1': 3 })).toEqual({
			by: 'answers',
			missing: expect.closeTo(0.2) as number,
			domains: ['b']
		});
		expect(lifts({ '1.1': 2, '1.2': 2, '2.1': 2, '2.2': 2, '1.3': 2 })).not.toMatchObject({ by: 'answers' });
	});

	it('names the rules that hold the grade, and what it would be without them', () => {
		expect(lifts({ ...all, '1.1': 0 })).toEqual({
			by: 'limits',
			grade: 'resilient',
			limits: [{ rule: 'critical-missing', cap: 'basics', items: ['1.1'], domains: [] }]
		});
		expect(lifts({ ...all, '2.1': 2 })).toEqual({
			by: 'limits',
			grade: 'proven',
			limits: [{ rule: 'proven-requirements', cap: 'resilient', items: ['2.1'], domains: [] }]
		});
	});

	it('names the points to the next grade', () => {
		expect(lifts({ '1.1': 1, '1.2': 1, '1.3': 1, '2.1': 1, '2.2': 1 })).toEqual({
			by: 'index',
			grade: 'basics',
			points: expect.closeTo(40 - 100 / 3) as number,
			limits: []
		});
	});

	it('names the rules that would hold the grade once the points are there', () => {
		expect(lifts({ '1.1': 2, '1.2': 2, '1.3': 2, '2.1': 2, '2.2': 2 })).toEqual({
			by: 'index',
			grade: 'proven',
			points: expect.closeTo(80 - 200 / 3) as number,
			limits: [{ rule: 'proven-requirements', cap: 'resilient', items: ['2.1'], domains: [] }]
		});
		// Basics by its points, and a must-have missing that allows no more than basics.
		expect(lifts({ '1.1': 0, '1.2': 2, '1.3': 2, '2.1': 2, '2.2': 2 })).toEqual({
			by: 'index',
			grade: 'resilient',
			points: expect.closeTo(60 - 500 / 9) as number,
			limits: [{ rule: 'critical-missing', cap: 'basics', items: ['1.1'], domains: [] }]
		});
	});

	it('has nothing to say at the top, or when nothing applies', () => {
		expect(lifts(all)).toBeNull();
		const nothing = definition([item('1.1', 'a', { naAllowed: true })]);
		expect(whatLifts(nothing, answers({ '1.1': 'na' }), context())).toBeNull();
	});
});
