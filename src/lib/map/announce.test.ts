import { describe, expect, it } from 'vitest';
import { SMALL_FACTS } from '../../../tests/fixtures/small-country.ts';
import { announcement, type Announced } from './announce.ts';
import { areaRows } from './rows.ts';
import { DEFAULT_MAP_STATE, type MapState } from './url.ts';

function shown(change: Partial<MapState> = {}, place: Announced['place'] = null): Announced {
	const state = { ...DEFAULT_MAP_STATE, ...change };
	return { state, rows: areaRows(SMALL_FACTS, 'parish', state), place };
}
const alfa = { name: 'Alfas pagasts', status: 'Ziņu vēl nav' };

describe('announcement', () => {
	it('says nothing when nothing has changed', () => {
		expect(announcement(shown(), shown())).toBeNull();
	});

	it('says the selected place with its status, and that it is left', () => {
		const selected = shown({ place: '0010010' }, alfa);
		expect(announcement(shown(), selected)).toBe('Atlasīts: Alfas pagasts. Ziņu vēl nav.');
		expect(announcement(selected, shown())).toBe('Vieta vairs nav atlasīta.');
	});

	it('says how many places a filter leaves', () => {
		expect(announcement(shown(), shown({ status: ['emerging'] }))).toBe('Rāda 1 vietas no 4.');
		expect(announcement(shown({ border: true }), shown())).toBe('Rāda 4 vietas no 4.');
		expect(announcement(shown(), shown({ status: ['active'] }))).toBe(
			'Šādiem nosacījumiem neatbilst neviena vieta.'
		);
	});

	it('speaks of another day or level, not of sorting', () => {
		expect(announcement(shown(), shown({ asOf: '2025-01-01' }))).not.toBeNull();
		expect(announcement(shown(), shown({ level: 'region' }))).not.toBeNull();
		expect(announcement(shown(), shown({ sort: { by: 'status', descending: true } }))).toBeNull();
	});
});
