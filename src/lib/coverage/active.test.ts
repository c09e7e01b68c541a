import { describe, expect, it } from 'vitest';
import { activeCommunities, type CommunityActivity } from './active.ts';

const event = (on: string, ...communityIds: string[]): CommunityActivity => ({
	isAgreement: false,
	startsOn: on,
	endsOn: on,
	precision: 'day',
	communityIds
});
const community = (id: string, confirmedOn: string | null = null, knownSince = '2019-05-01') => ({
	...{ id, knownSince, confirmedOn }
});
const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id);

describe('activeCommunities', () => {
	it('counts who did something, took part, was confirmed or has become known, and nobody else', () => {
		const known = [
			community('own'),
			community('party'),
			community('confirmed', '2026-01-01'),
			community('new', null, '2026-03-01'),
			community('silent')
		];
		const activities = [event('2026-02-01', 'own', 'party'), event('2026-02-01', 'unknown')];
		expect(ids(activeCommunities(known, activities, '2026-11-22', 12))).toEqual([
			'own',
			'party',
			'confirmed',
			'new'
		]);
	});

	it('has a day exactly so many months ago within, and one day earlier outside', () => {
		const known = [community('own'), community('confirmed', '2025-11-21')];
		expect(ids(activeCommunities(known, [event('2025-11-22', 'own')], '2026-11-22', 12))).toEqual(['own']);
		expect(ids(activeCommunities(known, [], '2026-11-22', 24))).toEqual(['confirmed']);
	});

	it('does not know of later days', () => {
		const known = [community('own'), community('confirmed', '2026-11-23')];
		expect(activeCommunities(known, [event('2026-11-23', 'own')], '2026-11-22', 36)).toEqual([]);
	});
});
