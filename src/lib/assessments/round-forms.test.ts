import { describe, expect, it } from 'vitest';
import { readForm } from '../ui/forms.ts';
import { correctForm, detailsForm, detailsOf, detailValues, startForm } from './round-forms.ts';

const ID = '00000000-0000-4000-8000-000000000001';

function form(fields: Record<string, string>): FormData {
	const data = new FormData();
	for (const [name, value] of Object.entries(fields)) data.set(name, value);
	return data;
}

describe('details of a draft', () => {
	it('go through the form and back unchanged', () => {
		const draft = {
			round: '2026. gada rudens',
			mode: 'individual' as const,
			composition: { people: 12, age_65_over: 0 },
			exposure: { flood: 1.5 },
			updated_at: '2026-05-01T10:00:00+00:00'
		};
		const { expected_updated_at, ...values } = detailValues(draft);
		const read = readForm(detailsForm, form({ ...values, expected_updated_at: expected_updated_at ?? '' }));
		if (!read.ok) throw new Error(JSON.stringify(read.problems));
		const { round, mode, composition, exposure } = draft;
		expect(detailsOf(read.data)).toEqual({ round, mode, composition, exposure });
	});

	it.each(['Anna', '-1', '1.5', '12345'])('take no %s for a number of people', (people) => {
		const read = readForm(detailsForm, form({ mode: 'together', people }));
		expect(!read.ok && read.problems).toEqual({ people: 'number' });
		expect(read.values.people).toBe(people);
	});
});

describe('a new round', () => {
	const fields = { id: ID, form: 'quick', mode: 'together', source: 'screen', round: '  ' };

	it('needs no name', () => {
		const read = readForm(startForm, form(fields));
		expect(read.ok && read.data.round).toBeNull();
	});

	it('bears no phone number', () => {
		const read = readForm(startForm, form({ ...fields, round: 'Zvanīt 29 123 456' }));
		expect(!read.ok && read.problems).toEqual({ round: 'personal' });
	});

	it('that corrects another says why', () => {
		const read = readForm(correctForm, form({ id: ID, revision_reason: ' ' }));
		expect(!read.ok && read.problems).toEqual({ revision_reason: 'required' });
	});
});
