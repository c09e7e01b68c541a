import { describe, expect, it } from 'vitest';
import { answers, AS_OF, context, definition, item } from '../../../tests/scoring/small-checklist.ts';
import { checkAnswers, exposureSchema, NOTE_MAX, REASON_MAX } from './answers.ts';

const checklist = definition([
	item('1.1', 'a', { critical: true, weight: 3 }),
	item('1.2', 'a', { naAllowed: true }),
	item('1.3', 'a', { quick: false }),
	item('1.4', 'a', { only: 'border' })
]);
const good = { item: '1.1', value: 2, asOf: AS_OF, evidence: 1 };
const check = (raw: unknown[], more: Parameters<typeof context>[0] = {}) =>
	checkAnswers(checklist, raw, context(more));
const problem = (raw: unknown, more: Parameters<typeof context>[0] = {}) => check([raw], more).problems?.[0];

describe('checkAnswers', () => {
	it('takes what is right', () => {
		const given = [
			good,
			{ ...good, item: '1.2', value: 'na', reason: 'No river' },
			{ ...good, item: '1.3', value: 'dk', note: 'Ask the school' }
		];
		expect(check(given)).toEqual({ answers: given });
		expect(check([])).toEqual({ answers: [] });
		expect(check(answers({ '1.4': 3 }), { borderZone: true }).answers).toHaveLength(1);
	});

	it.each([
		['unknown_item', { ...good, item: '9.9' }, 'small 1.0.0 has no item 9.9.'],
		[
			'na_not_allowed',
			{ ...good, value: 'na', reason: 'x' },
			'Item 1.1 applies everywhere: "na" is not allowed.'
		],
		['reason_missing', { ...good, item: '1.2', value: 'na' }, 'Item 1.2: "na" needs a reason.'],
		['reason_missing', { ...good, item: '1.2', value: 'na', reason: '  ' }, 'Item 1.2: "na" needs a reason.'],
		[
			'not_in_form',
			{ ...good, item: '1.4' },
			'Item 1.4 is not asked here: it is asked only in the eastern border zone.'
		],
		[
			'date_after_as_of',
			{ ...good, asOf: '2026-11-22' },
			'Item 1.1: the day 2026-11-22 is after 2026-11-21, the day of the assessment.'
		],
		['invalid_answer', { ...good, value: 4 }, '"value" must be 0, 1, 2, 3, "dk" or "na".'],
		['invalid_answer', { ...good, value: '2' }, '"value" must be 0, 1, 2, 3, "dk" or "na".'],
		['invalid_answer', { ...good, asOf: '2026-02-30' }, '"asOf" must be a day, YYYY-MM-DD.'],
		['invalid_answer', { ...good, asOf: undefined }, '"asOf" must be a day, YYYY-MM-DD.'],
		['invalid_answer', { ...good, evidence: 4 }, '"evidence" must be 0, 1, 2 or 3.'],
		['invalid_answer', { ...good, evidence: undefined }, '"evidence" must be 0, 1, 2 or 3.'],
		['invalid_answer', { ...good, item: 1.1 }, '"item" must be the number of an item, such as "1.1".'],
		['invalid_answer', { ...good, note: 1 }, '"note" must be text.'],
		['invalid_answer', { ...good, reason: 1 }, '"reason" must be text.'],
		[
			'invalid_answer',
			{ ...good, note: 'x'.repeat(NOTE_MAX + 1) },
			`"note" must have at most ${NOTE_MAX} characters.`
		],
		[
			'invalid_answer',
			{ ...good, reason: 'x'.repeat(REASON_MAX + 1) },
			`"reason" must have at most ${REASON_MAX} characters.`
		],
		['invalid_answer', { ...good, asof: AS_OF, x: 1 }, 'Unknown field: "asof", "x".'],
		['invalid_answer', '1.1', 'An answer must be an object { item, value, asOf, evidence, reason?, note? }.']
	])('names %s', (code, raw, message) => {
		expect(problem(raw)).toMatchObject({ index: 0, code, message });
	});

	it('names what the form does not ask', () => {
		expect(problem({ ...good, item: '1.3' }, { form: 'quick' })).toEqual({
			index: 0,
			item: '1.3',
			code: 'not_in_form',
			message: 'Item 1.3 is not asked here: it is not part of the quick form.'
		});
		// In the zone, the border item is missing for another reason only if it is not quick.
		expect(problem({ ...good, item: '1.4' }, { form: 'quick', borderZone: true })).toBeUndefined();
	});

	it('names the second answer to an item, even when the first is wrong', () => {
		expect(check([good, { ...good, value: 3 }]).problems).toEqual([
			{
				index: 1,
				item: '1.1',
				code: 'duplicate_item',
				message: 'Item 1.1 is answered twice; send one answer per item.'
			}
		]);
		expect(check([{ ...good, value: 9 }, good]).problems?.map(({ code }) => code)).toEqual([
			'invalid_answer',
			'duplicate_item'
		]);
	});

	it('names items of other shapes as they can be named', () => {
		const message = '"item" must be the number of an item, such as "1.1".';
		expect(problem({ ...good, item: '' })).toMatchObject({ item: '', code: 'invalid_answer', message });
		expect(problem({ ...good, item: '1'.repeat(30) })).toMatchObject({
			item: '1'.repeat(20),
			code: 'invalid_answer',
			message
		});
		expect(problem({ ...good, item: '1'.repeat(20) })?.code).toBe('unknown_item');
		expect(problem({ ...good, item: undefined })).toMatchObject({ item: null });
	});

	it('names one problem per wrong answer, and where it stands', () => {
		const { problems, answers: none } = check([
			{ ...good, value: 9, evidence: 9 },
			{ ...good, item: '1.2' },
			null
		]);
		expect(none).toBeUndefined();
		expect(problems?.map(({ index, item: id, code }) => [index, id, code])).toEqual([
			[0, '1.1', 'invalid_answer'],
			[2, null, 'invalid_answer']
		]);
	});
});

describe('exposureSchema', () => {
	it('takes 0.5 to 1.5 for hazards', () => {
		expect(exposureSchema.safeParse({ flood: 0.5, outage: 1.5 }).success).toBe(true);
		expect(exposureSchema.safeParse({}).success).toBe(true);
		for (const wrong of [{ flood: 0.4 }, { flood: 1.6 }, { fire: 1 }, { flood: '1' }, { flood: null }])
			expect(exposureSchema.safeParse(wrong).success).toBe(false);
	});
});
