import { describe, expect, it } from 'vitest';
import { addMonths, todayInRiga } from '../activity/dates.ts';
import { surveyForm } from './schema.ts';

const today = todayInRiga(new Date());
const right = {
	finding: 'active',
	surveyed_on: today,
	asked_role: ' bibliotekāre ',
	note: '',
	next_step: ''
};

/** Codes of what is wrong, by field. */
function problems(more: Record<string, string>): Record<string, string> {
	const parsed = surveyForm.safeParse({ ...right, ...more });
	if (parsed.success) return {};
	return Object.fromEntries(parsed.error.issues.map(({ path, message }) => [String(path[0]), message]));
}

describe('the form of a survey', () => {
	it('takes what was found today', () => {
		expect(surveyForm.parse(right)).toEqual({ ...right, asked_role: 'bibliotekāre' });
	});

	it.each<[string, string, string]>([
		['finding', '', 'choose'],
		['finding', 'inactive', 'choose'],
		['surveyed_on', '', 'required'],
		['surveyed_on', '2026-02-30', 'date'],
		['surveyed_on', '17.05.2026', 'date'],
		['surveyed_on', '0026-05-17', 'date'],
		['surveyed_on', addMonths(today, 1), 'date_future'],
		['asked_role', 'vadītāja, 29123456', 'personal'],
		['note', 'x'.repeat(2001), 'too_long'],
		['next_step', 'Rakstīt uz anna@example.org', 'personal']
	])('refuses %s %j: %s', (field, value, problem) => {
		expect(problems({ [field]: value })).toEqual({ [field]: problem });
	});
});
