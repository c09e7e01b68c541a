import { describe, expect, it } from 'vitest';
import type { PublicStatus } from '../activity/types.ts';
import { residentsReached } from './residents.ts';

const units = [
	{ code: 'a', kind: 'parish' },
	{ code: 'b', kind: 'town' },
	{ code: 'c', kind: 'parish' },
	{ code: 'city', kind: 'state_city' }
] as const;
const status: Record<string, PublicStatus> = { a: 'emerging', b: 'not_surveyed', c: 'active' };
const people: Record<string, number> = { a: 300, b: 900, city: 20_000 };
const reached = (populations: Record<string, number>) =>
	residentsReached(
		units,
		(code) => {
			const found = status[code];
			if (found === undefined) throw new Error('State cities have no status.');
			return found;
		},
		(code) => populations[code] ?? null
	);

describe('residents reached', () => {
	it('counts those whose number is known, and leaves state cities out', () => {
		expect(reached(people)).toEqual({ reached: 300, residents: 1200, known: 2, units: 3, share: 0.25 });
	});

	it('says no share where the population of most places is not known', () => {
		expect(reached({ a: 300 })).toEqual({ reached: 300, residents: 300, known: 1, units: 3, share: null });
		expect(reached({})).toEqual({ reached: 0, residents: 0, known: 0, units: 3, share: null });
	});
});
