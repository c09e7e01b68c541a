import { describe, expect, test } from 'vitest';
import { activityCard, communityCard, isImpreciseSpan, placeCard, type Names } from './cards.ts';
import { activityRow, communityRow, numeric, placeRow, sourceRow } from './schema.ts';

const names: Names = {
	territory: (code) => (code === '0042200' ? 'Preiļi' : code === '0042000' ? 'Preiļu novads' : null),
	community: (id) => (id === 'c1' ? 'Vārkavas kopiena' : null),
	place: (id) => (id === 'p1' ? 'Preiļu Kopienas resursu centrs' : null),
	source: (id) => (id === 's1' ? 'Memorands' : null)
};

const activity = activityRow.parse({
	id: 'a1',
	title: 'Talka',
	kind: 'talka',
	territory_codes: ['0042200', '9999999'],
	community_id: 'c1',
	starts_on: '2019-01-01',
	ends_on: '2025-10-29',
	precision: 'period',
	participants: 200,
	participants_qualifier: 'about',
	co_authors: null,
	organisations: null,
	eur_municipal: '1250.50',
	eur_attracted: null,
	party_community_ids: ['c1', 'hidden'],
	party_place_ids: ['p1'],
	party_territory_codes: ['0042000'],
	source_id: 's1'
});

describe('a span is imprecise', () => {
	test.each([
		['2019-01-01', '2025-10-29', 'period', true],
		['2024-02-29', '2025-02-28', 'period', false],
		['2024-02-29', '2025-03-01', 'period', true],
		['2024-01-01', '2025-01-01', 'period', false],
		['2024-01-01', '2025-01-02', 'period', true],
		['2019-01-01', '2025-10-29', 'year', false],
		['2025-10-29', '2025-10-29', 'day', false]
	] as const)('%s … %s known as %s: %s', (startsOn, endsOn, precision, imprecise) => {
		expect(isImpreciseSpan(startsOn, endsOn, precision)).toBe(imprecise);
	});
});

describe('cards', () => {
	test('an activity gets names for its codes and ids, and numbers as numbers', () => {
		expect(activityCard(activity, names)).toMatchObject({
			territories: [
				{ code: '0042200', label: 'Preiļi' },
				{ code: '9999999', label: '9999999' }
			],
			community: { id: 'c1', name: 'Vārkavas kopiena' },
			imprecise: true,
			eurMunicipal: 1250.5,
			source: { id: 's1', title: 'Memorands' }
		});
	});

	test('a party that is not public is left out, it does not appear as an id', () => {
		expect(activityCard(activity, names).parties).toEqual([
			'Preiļu novads',
			'Preiļu Kopienas resursu centrs',
			'Vārkavas kopiena'
		]);
	});

	test('a place of a community that is not public names no community', () => {
		const place = placeRow.parse({
			id: 'p1',
			name: 'Zāle',
			kind: 'hall',
			territory_code: '0042200',
			place: null,
			outdoor: false,
			lon: null,
			lat: null,
			community_id: 'hidden',
			source_id: null,
			known_since: '2024-12-31'
		});
		expect(placeCard(place, names)).toMatchObject({ community: null, source: null });
	});

	test('a community keeps its territories as links', () => {
		const community = communityRow.parse({
			id: 'c1',
			name: 'Vārkavas kopiena',
			kind: 'informal_group',
			territory_code: '0042200',
			place: null,
			further_territory_codes: null,
			web: 'https://example.lv/kopiena',
			known_since: '2024-12-31',
			confirmed_on: null,
			source_id: null
		});
		expect(communityCard(community, names)).toMatchObject({
			territory: { code: '0042200', label: 'Preiļi' },
			furtherTerritories: []
		});
	});
});

describe('rows', () => {
	const source = {
		id: 's1',
		kind: 'document',
		title: 'T',
		publisher: 'P',
		published: '2024',
		place: null,
		url: null,
		licence: null,
		weaknesses: null
	};

	test.each(['javascript:alert(1)', 'data:text/html,x', 'ftp://example.lv', 'example.lv'])(
		'an address %s never reaches a link',
		(url) => {
			expect(sourceRow.safeParse({ ...source, url }).success).toBe(false);
			expect(sourceRow.safeParse({ ...source, url: 'https://example.lv/' }).success).toBe(true);
		}
	);

	test.each(['', ' ', '12,5', '1e3', 'NaN'])('“%s” is no number', (text) => {
		expect(numeric.safeParse(text).success).toBe(false);
	});
});
