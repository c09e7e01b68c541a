import { describe, expect, it } from 'vitest';
import {
	choicesIn,
	choicesSchema,
	optionsIn,
	paperForm,
	pollForm,
	QUESTIONS_MAX,
	questionsIn,
	questionValues,
	type PollQuestion
} from './poll.ts';
import { readyQuestions } from './poll-words.ts';
import { readForm } from '../ui/forms.ts';

const FORM = pollForm({ first: '2026-05-01', last: '2026-06-30' });
const question = (n: number): PollQuestion => ({ text: `Vai ${n}?`, options: ['Jā', 'Nē'] });
const five = [0, 1, 2, 3, 4].map(question);

function typed(
	questions: readonly PollQuestion[],
	more: Record<string, string> = {}
): Record<string, string> {
	const places = Array.from({ length: QUESTIONS_MAX }, (_, n) => n);
	const empty: Record<string, string> = {};
	for (const n of places) Object.assign(empty, { [`question_${n}`]: '', [`options_${n}`]: '' });
	return {
		...{ id: '3f0e1f0c-8a3e-4b53-9a53-0c53c9b0a111', token: 'a'.repeat(43) },
		...{ closes_on: '2026-05-20', assessment_id: '' },
		...empty,
		...questionValues(questions),
		...more
	};
}

/** Fields with the code of what is wrong. */
function problems(fields: Record<string, string>): Record<string, string | undefined> {
	const form = new FormData();
	for (const [name, value] of Object.entries(fields)) form.set(name, value);
	const read = readForm(FORM, form);
	return read.ok ? {} : read.problems;
}

describe('the form of a poll', () => {
	it('gives the questions that were typed, in their order, and leaves out empty places', () => {
		const questions = [question(0), question(1), question(2), question(3), question(7)];
		const fields = typed(questions.slice(0, 4), { question_7: 'Vai 7?', options_7: ' Jā \r\n\n Nē ' });
		const read = FORM.parse(fields);
		expect(questionsIn(read)).toEqual(questions);
		expect(read.assessment_id).toBeNull();
	});

	it('asks for five questions, and names the first empty place', () => {
		expect(problems(typed(five))).toEqual({});
		expect(problems(typed(five.slice(1)))).toEqual({ question_4: 'required' });
		expect(problems(typed([]))).toEqual({ question_0: 'required' });
	});

	it.each<[string, Record<string, string>, Record<string, string>]>([
		['a question without words', { question_0: '' }, { question_0: 'required' }],
		['one answer', { options_1: 'Jā' }, { options_1: 'invalid' }],
		['no answer', { options_1: '' }, { options_1: 'invalid' }],
		['seven answers', { options_1: '1\n2\n3\n4\n5\n6\n7' }, { options_1: 'invalid' }],
		['a long answer', { options_1: `Jā\n${'x'.repeat(101)}` }, { options_1: 'too_long' }],
		['a long question', { question_2: 'x'.repeat(301) }, { question_2: 'too_long' }],
		['a phone number', { question_2: 'Vai zvanāt 29123456?' }, { question_2: 'personal' }],
		['a day gone by', { closes_on: '2026-04-30' }, { closes_on: 'date_past' }],
		['a day too far', { closes_on: '2026-07-01' }, { closes_on: 'invalid' }],
		['no day', { closes_on: '' }, { closes_on: 'date' }],
		['a round that is none', { assessment_id: 'x' }, { assessment_id: 'choose' }],
		['a token that is none', { token: 'short' }, { token: 'invalid' }]
	])('refuses %s', (_, change, expected) => {
		expect(problems(typed(five, change))).toEqual(expected);
	});

	it('takes the questions that are offered, as they are', () => {
		const ready = readyQuestions();
		expect(problems(typed(ready))).toEqual({});
		expect(questionsIn(FORM.parse(typed(ready)))).toEqual(ready);
	});
});

describe('a ballot', () => {
	it('from paper leaves out what was skipped', () => {
		const fields = Object.fromEntries(
			Array.from({ length: QUESTIONS_MAX }, (_, n) => [`choice_${n}`, n === 1 ? '0' : n === 3 ? '5' : ''])
		);
		const read = paperForm.parse({ id: '3f0e1f0c-8a3e-4b53-9a53-0c53c9b0a111', ...fields });
		expect(choicesIn(read)).toEqual({ 1: 0, 3: 5 });
		expect(paperForm.safeParse({ ...read, choice_0: '6' }).success).toBe(false);
	});

	it.each<[unknown, boolean]>([
		[{ 0: 0, 7: 5 }, true],
		[{}, false],
		[{ 8: 0 }, false],
		[{ 0: 6 }, false],
		[{ 0: '1' }, false],
		[{ '00': 1 }, false],
		[[1], false]
	])('%j is one: %s', (choices, good) => {
		expect(choicesSchema.safeParse(choices).success).toBe(good);
	});

	it('answers stand one on a line', () => {
		expect(optionsIn('Jā\r\n\r\n  Nē\n')).toEqual(['Jā', 'Nē']);
	});
});
