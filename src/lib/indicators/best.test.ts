import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestValues, compareValues, yearsOf } from './best.ts';
import { METHODS, type LoadedValue } from './types.ts';

function value(change: Partial<LoadedValue>): LoadedValue {
	return {
		territoryCode: '0037460',
		indicator: 'minority-share',
		year: 2011,
		value: 80.33,
		method: 'secondhand',
		inheritedFrom: change.method === 'inherited' ? 'Ludzas novads' : null,
		basis: 'census',
		caveat: null,
		sourceId: 'source',
		importId: 'a',
		loadedAt: '2026-11-21T00:00:00Z',
		...change
	};
}

describe('bestValues', () => {
	it('takes a parish’s own value, even an older one, before its municipality’s', () => {
		const own = value({ year: 2011 });
		const inherited = value({ year: 2025, method: 'inherited' });
		expect(bestValues([inherited, own]).get('0037460')).toBe(own);
	});

	it('takes the newer year', () => {
		const [older, newer] = [value({ year: 2011 }), value({ year: 2021 })];
		expect(bestValues([newer, older]).get('0037460')).toBe(newer);
	});

	it('takes the office’s own figure before one quoted, and a quoted one before a computed one', () => {
		const [published, secondhand, derived] = (['published', 'secondhand', 'derived'] as const).map((method) =>
			value({ method })
		);
		expect(bestValues([derived, secondhand, published].flatMap((each) => each ?? [])).get('0037460')).toBe(
			published
		);
		expect(bestValues([derived, secondhand].flatMap((each) => each ?? [])).get('0037460')).toBe(secondhand);
	});

	it('takes what was loaded later, and what was there before once that is gone', () => {
		const first = value({ value: 80 });
		const second = value({ value: 81, importId: 'b', loadedAt: '2026-12-01T00:00:00Z' });
		expect(bestValues([second, first]).get('0037460')).toBe(second);
		expect(bestValues([first]).get('0037460')).toBe(first);
	});

	it('looks only at what was known for a year', () => {
		const [older, newer] = [value({ year: 2011 }), value({ year: 2021 })];
		expect(bestValues([older, newer], 2020).get('0037460')).toBe(older);
		expect(bestValues([older, newer], 2021).get('0037460')).toBe(newer);
		expect(bestValues([older, newer], 2010).has('0037460')).toBe(false);
	});

	it('has no entry where there is nothing, and keeps a true 0', () => {
		const touches = value({ indicator: 'border-distance', value: 0, territoryCode: '0037540' });
		const best = bestValues([touches]);
		expect(best.get('0037540')?.value).toBe(0);
		expect(best.has('0037460')).toBe(false);
	});

	it('does not depend on the order of the rows', () => {
		const some = fc.record({
			year: fc.integer({ min: 2009, max: 2012 }),
			method: fc.constantFrom(...METHODS),
			loadedAt: fc.constantFrom('2026-11-21T00:00:00Z', '2026-12-01T00:00:00Z'),
			importId: fc.constantFrom('a', 'b'),
			territoryCode: fc.constantFrom('1', '2')
		});
		const key = (each: LoadedValue): unknown => ({ ...each });
		fc.assert(
			fc.property(fc.array(some, { maxLength: 12 }), fc.integer({ min: 2009, max: 2013 }), (rows, year) => {
				const values = rows.map(value);
				const forwards = bestValues(values, year);
				const backwards = bestValues([...values].reverse(), year);
				expect([...forwards.keys()].sort()).toEqual([...backwards.keys()].sort());
				for (const [code, best] of forwards) {
					expect(key(best)).toEqual(key(backwards.get(code) ?? best));
					for (const other of values) {
						if (other.territoryCode === code && other.year <= year)
							expect(compareValues(best, other)).toBeLessThanOrEqual(0);
					}
				}
			})
		);
	});
});

describe('history', () => {
	const values = [
		value({ year: 2021 }),
		value({ year: 2011, method: 'inherited' }),
		value({ year: 2011 }),
		value({ year: 2015, territoryCode: '0037210' })
	];

	it('knows the years', () => {
		expect(yearsOf(values)).toEqual([2011, 2015, 2021]);
	});
});
