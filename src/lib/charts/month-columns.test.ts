import { expect, it } from 'vitest';
import { monthColumns } from './month-columns.ts';

const classes = [{ id: 'active' }, { id: 'dormant' }];

it('stacks the classes from the bottom, to the same height whatever the number', () => {
	const [first, second, empty] = monthColumns(
		classes,
		[{ active: 1, dormant: 3 }, { active: 5 }, { other: 2 }],
		100
	);
	expect(first).toEqual([
		{ look: { id: 'active' }, y: 75, height: 25 },
		{ look: { id: 'dormant' }, y: 0, height: 75 }
	]);
	expect(second).toEqual([{ look: { id: 'active' }, y: 0, height: 100 }]);
	expect(empty).toEqual([]);
});
