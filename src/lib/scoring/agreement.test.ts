import { describe, expect, it } from 'vitest';
import { answers, context, definition, item } from '../../../tests/scoring/small-checklist.ts';
import { agreement } from './agreement.ts';
import type { AnswerValue } from './types.ts';

const one = definition([item('1.1', 'a', { naAllowed: true })]);
/** One item, answered by so many people; null = has not answered. */
const of = (...values: (AnswerValue | null)[]) =>
	agreement(
		one,
		values.map((value) => (value === null ? [] : answers({ '1.1': value }))),
		context()
	)[0];

describe('agreement', () => {
	it('counts who chose what', () => {
		expect(of(0, 1, 1, 2, 3, 'na', null, null)).toEqual({
			item: '1.1',
			levels: [1, 2, 1, 1],
			dk: 0,
			na: 1,
			open: 2,
			median: 1,
			deviation: 4 / 5,
			spread: 3,
			discuss: true
		});
	});

	it('takes the lower middle of an even number', () => {
		expect(of(0, 0, 1, 2, 2, 2)?.median).toBe(1);
		expect(of(1, 1, 1, 2, 2, 2)?.median).toBe(1);
		expect(of(2, 2, 2, 1, 1)?.median).toBe(2);
	});

	it('does not depend on the order of people', () => {
		expect(of(3, 0, 2, 1, 1)).toEqual(of(0, 1, 1, 2, 3));
		expect(of(3, 0, 2, 1, 1)).toMatchObject({ median: 1, spread: 3 });
	});

	it('shows no statistic with fewer than five levels', () => {
		expect(of(2, 2, 2, 2)).toMatchObject({
			median: null,
			deviation: null,
			spread: null,
			levels: [0, 0, 4, 0]
		});
		expect(of(2, 2, 2, 2, 'dk')?.median).toBeNull();
		expect(of(2, 2, 2, 2, 2)).toMatchObject({ median: 2, deviation: 0, spread: 0, discuss: false });
	});

	it('asks for a talk at a spread of two, however many answered', () => {
		expect(of(1, 2)?.discuss).toBe(false);
		expect(of(1, 3)?.discuss).toBe(true);
		// One who sees it otherwise is enough, although the others agree.
		expect(of(1, 1, 1, 3)?.discuss).toBe(true);
	});

	it('asks for a talk when somebody does not know', () => {
		expect(of('dk')?.discuss).toBe(true);
		expect(of(2, 2, 2, 'dk')).toMatchObject({ dk: 1, discuss: true });
	});

	it('does not ask at a mean distance of two thirds or less', () => {
		expect(of(1, 2, 1)?.discuss).toBe(false);
		expect(of(null)?.discuss).toBe(false);
		expect(of('na')?.discuss).toBe(false);
		expect(of()).toMatchObject({ levels: [0, 0, 0, 0], open: 0, discuss: false });
	});

	it('asks about the items in form only, in their order', () => {
		const checklist = definition([
			item('1.1', 'a'),
			item('1.2', 'a', { quick: false }),
			item('1.3', 'a', { only: 'border' })
		]);
		const ids = (form: 'quick' | 'full', borderZone: boolean) =>
			agreement(checklist, [], { form, borderZone }).map((each) => each.item);
		expect(ids('full', true)).toEqual(['1.1', '1.2', '1.3']);
		expect(ids('quick', false)).toEqual(['1.1']);
	});
});
