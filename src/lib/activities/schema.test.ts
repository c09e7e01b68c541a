import { describe, expect, it } from 'vitest';
import {
	activityRow,
	changesOf,
	partiesOf,
	readActivity,
	storedActivity,
	typedActivity,
	withoutParties,
	type ActivityData
} from './schema.ts';

const ID = '9c351a63-ee72-55c8-8d1b-a4b6818a1e03';
const OTHER = '109cb430-9c93-555b-81a1-134dbf22cd3c';

const talka: ActivityData = {
	...{ title: 'Talka', kind: 'talka', community_id: ID, precision: 'day' },
	...{ starts_on: '2026-04-25', ends_on: '2026-04-25', target_groups: ['youth', 'seniors'] },
	...{ participants: 40, participants_qualifier: 'about', co_authors: null, organisations: 3 },
	...{ eur_municipal: 120.5, eur_attracted: null, public: true, note: null },
	...{ territory_codes: ['0042200', '0042240'], party_community_ids: [] },
	...{ party_place_ids: [], party_territory_codes: [] }
};

/** A form as a browser sends it: several values of one name. */
function form(values: Record<string, string | string[]>): FormData {
	const data = new FormData();
	for (const [name, value] of Object.entries(values)) {
		for (const one of [value].flat()) data.append(name, one);
	}
	return data;
}

const typed = {
	...{ title: ' Talka ', kind: 'talka', community_id: ID, territory_code: '0042200' },
	...{ further_territory_codes: ['0042240', '0042200'], precision: 'day', day_from: '2026-04-25' },
	...{ participants: '40', participants_qualifier: 'about', organisations: '3' },
	...{ target_groups: ['youth', 'seniors'], eur_municipal: '120,50 €', public: 'yes' },
	expected_updated_at: '2026-01-01T00:00:00.123456+00:00'
};

describe('the form of an activity', () => {
	it('is read as the database takes it', () => {
		expect(readActivity(form(typed))).toMatchObject({
			ok: true,
			data: { ...talka, expected_updated_at: typed.expected_updated_at }
		});
	});

	it('takes numbers as people write them', () => {
		const read = readActivity(form({ ...typed, participants: '1 200', eur_attracted: '12 500.5' }));
		expect(read).toMatchObject({ ok: true, data: { participants: 1200, eur_attracted: 12_500.5 } });
	});

	it('needs no place for an agreement that has parties', () => {
		const agreement = { ...typed, kind: 'agreement', territory_code: '', further_territory_codes: [] };
		expect(readActivity(form(agreement))).toMatchObject({
			ok: false,
			problems: { territory_code: 'choose' }
		});
		expect(readActivity(form({ ...agreement, party_community_ids: [ID, OTHER] }))).toMatchObject({
			ok: true,
			data: { territory_codes: [], party_community_ids: [ID, OTHER] }
		});
	});

	it.each<[string, object, object]>([
		['title', { title: ' ' }, { title: 'required' }],
		['title', { title: 'Zvaniet 29123456' }, { title: 'personal' }],
		['kind', { kind: 'party' }, { kind: 'choose' }],
		['place', { territory_code: '' }, { territory_code: 'choose' }],
		['span', { day_from: '25.04.2026' }, { day_from: 'date' }],
		['span', { precision: 'period', period_from: '2020' }, { period_to: 'required' }],
		['participants', { participants: 'daudz' }, { participants: 'number' }],
		['participants', { participants: '' }, { participants: 'needs_number' }],
		['money', { eur_municipal: '12,505' }, { eur_municipal: 'money' }],
		['money', { eur_municipal: '-3' }, { eur_municipal: 'money' }],
		['groups', { target_groups: ['youth', 'cats'] }, { target_groups: 'choose' }],
		['note', { note: 'anna@example.org' }, { note: 'personal' }]
	])('names what is wrong with the %s', (_, more, problems) => {
		expect(readActivity(form({ ...typed, ...more }))).toMatchObject({ ok: false, problems });
	});

	it('names everything that is wrong at once, and loses nothing', () => {
		const read = readActivity(form({ ...typed, title: '', day_from: '', participants: '' }));
		expect(read).toMatchObject({
			ok: false,
			values: { further_territory_codes: '0042240 0042200', target_groups: 'youth seniors' },
			problems: { title: 'required', day_from: 'required', participants: 'needs_number' }
		});
	});
});

describe('a stored activity', () => {
	it('means the same when its form is sent back', () => {
		const read = readActivity(form(typedActivity(talka)));
		expect(read.ok && changesOf(talka, read.data)).toEqual({});
	});

	it('is read with its own place first', () => {
		const row = activityRow.parse({
			...talka,
			...{ id: OTHER, updated_at: '2026-01-01T00:00:00.123456+00:00', eur_municipal: '120.50' }
		});
		const places = [
			{ territory_code: '0042240', role: 'further' },
			{ territory_code: '0042200', role: 'own' }
		] as const;
		const party = { community_id: null, place_id: OTHER, territory_code: null };
		expect(storedActivity(row, places, [party])).toEqual({
			id: OTHER,
			updated_at: '2026-01-01T00:00:00.123456+00:00',
			data: { ...talka, party_place_ids: [OTHER] }
		});
	});
});

describe('changes', () => {
	it('are the changed fields only', () => {
		expect(changesOf(talka, { ...talka, participants: 55, note: 'Jauki' })).toEqual({
			participants: 55,
			note: 'Jauki'
		});
	});

	it('are none when only the order differs', () => {
		expect(changesOf(talka, { ...talka, target_groups: ['seniors', 'youth'] })).toEqual({});
	});

	it('are some when the own place differs', () => {
		const moved = { ...talka, territory_codes: ['0042240', '0042200'] };
		expect(changesOf(talka, moved)).toEqual({ territory_codes: moved.territory_codes });
	});

	it('leave the parties alone for somebody whose form does not show them', () => {
		const signed = { ...talka, party_place_ids: [ID] };
		const { party_place_ids: _, ...shown } = typedActivity(signed);
		const read = readActivity(form({ ...shown, participants: '55' }));
		if (!read.ok) throw new Error('refused');
		expect(changesOf(signed, { ...read.data, ...partiesOf(signed) })).toEqual({ participants: 55 });
		expect(Object.keys(withoutParties(signed)).filter((key) => key.startsWith('party'))).toEqual([]);
	});

	it('hold all parties when one of their lists changed', () => {
		expect(changesOf(talka, { ...talka, party_place_ids: [ID] })).toEqual({
			party_community_ids: [],
			party_place_ids: [ID],
			party_territory_codes: []
		});
	});
});
