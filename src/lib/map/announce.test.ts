import { describe, expect, it } from 'vitest';
import { SMALL_FACTS } from '../../../tests/fixtures/small-country.ts';
import { FILL_TITLES } from '../layers/titles.ts';
import { announcement, type Announced } from './announce.ts';
import { areaRows } from './rows.ts';
import { DEFAULT_MAP_STATE, type MapState } from './url.ts';

function shown(change: Partial<MapState> = {}, place: Announced['place'] = null): Announced {
	const state = { ...DEFAULT_MAP_STATE, ...change };
	const layer = FILL_TITLES[state.layer]();
	return { state, rows: areaRows(SMALL_FACTS, 'parish', state), layer, second: state.second, place };
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
		expect(announcement(shown({ zone: 'eastern-border' }), shown())).toBe('Rāda 4 vietas no 4.');
		expect(announcement(shown(), shown({ status: ['active'] }))).toBe(
			'Šādiem nosacījumiem neatbilst neviena vieta.'
		);
	});

	it('says what the map shows after another layer was chosen, then how many places', () => {
		expect(announcement(shown(), shown({ layer: 'population' }))).toBe(
			'Kartē: Iedzīvotāju skaits. Rāda 4 vietas no 4.'
		);
		expect(announcement(shown(), shown({ second: null }))).toMatch(/^Virs kartes vairs nekā nav\./);
		expect(announcement(shown(), shown({ second: 'regions' }))).toMatch(/^Virs kartes: regions\./);
	});

	it('speaks of another day or level, not of sorting', () => {
		expect(announcement(shown(), shown({ asOf: '2025-01-01' }))).not.toBeNull();
		expect(announcement(shown(), shown({ level: 'region' }))).not.toBeNull();
		expect(announcement(shown(), shown({ sort: { by: 'status', descending: true } }))).toBeNull();
	});
});
