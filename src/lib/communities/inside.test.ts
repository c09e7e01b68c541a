import { describe, expect, it } from 'vitest';
import { readForm } from '../ui/forms.ts';
import { byTime, reviewForm, waitingRow } from './inside.ts';

const waiting = (...reviews: [string, string][]) =>
	waitingRow.parse({
		...{
			id: 'c1',
			name: 'Sala',
			kind: 'other',
			territory_code: '0010010',
			created_at: '2026-11-01T08:00:00Z'
		},
		community_reviews: reviews.map(([decision, at]) => ({ decision, at }))
	});

describe('a community that waits', () => {
	it('is new, asked, or mended by what happened last', () => {
		expect(waiting()).toMatchObject({ state: 'new', since: '2026-11-01T08:00:00Z' });
		expect(waiting(['asked_back', '2026-11-02T08:00:00Z'])).toMatchObject({ state: 'asked' });
		expect(
			waiting(['resubmitted', '2026-11-03T08:00:00+00:00'], ['asked_back', '2026-11-02T08:00:00+00:00'])
		).toMatchObject({ state: 'mended', since: '2026-11-03T08:00:00+00:00' });
	});

	it('orders moments by time, not by how they are written', () => {
		const events = [
			{ at: '2026-11-02T08:00:00+02:00' },
			{ at: '2026-11-02T07:00:00Z' },
			{ at: '2026-11-02T05:00:00Z' }
		];
		expect(byTime(events).map(({ at }) => at.slice(11, 13))).toEqual(['05', '08', '07']);
	});
});

describe('reviewForm', () => {
	const read = (fields: Record<string, string>) => {
		const form = new FormData();
		for (const [name, value] of Object.entries(fields)) form.set(name, value);
		return readForm(reviewForm, form);
	};

	it.each([
		[{}, { decision: 'choose' }],
		[{ decision: 'resubmitted' }, { decision: 'choose' }],
		[{ decision: 'asked_back' }, { message: 'required' }],
		[{ decision: 'rejected', message: ' ' }, { message: 'required' }],
		[{ decision: 'merged' }, { merge_into: 'choose' }]
	])('refuses %j', (fields, problems) => {
		expect(read(fields)).toMatchObject({ ok: false, problems });
	});

	it('approves without a word', () => {
		expect(read({ decision: 'approved' }).ok).toBe(true);
	});
});
