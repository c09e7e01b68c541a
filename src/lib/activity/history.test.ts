import { describe, expect, it } from 'vitest';
import { factsOnDays, monthEnds } from './history.ts';
import type { ActivityFacts } from './types.ts';

describe('month ends', () => {
	it('are the last days of full months, and today', () => {
		expect(monthEnds('2024-03-31', 3)).toEqual(['2023-12-31', '2024-01-31', '2024-02-29', '2024-03-31']);
		expect(monthEnds('2026-11-22', 1)).toEqual(['2026-10-31', '2026-11-22']);
	});
});

describe('facts on days', () => {
	const facts = { communities: 1 } as ActivityFacts;
	const later = { communities: 2 } as ActivityFacts;
	const days = ['2026-01-31', '2026-02-28', '2026-03-31'];

	it('hold until the next change', () => {
		const known = factsOnDays(
			[
				{ day: '2026-01-31', territoryCode: 'a', facts },
				{ day: '2026-02-28', territoryCode: 'b', facts },
				{ day: '2026-03-31', territoryCode: 'a', facts: later },
				{ day: '2026-03-31', territoryCode: 'b', facts: null }
			],
			days
		);
		expect([...known].map(([day, units]) => [day, ...units])).toEqual([
			['2026-01-31', ['a', facts]],
			['2026-02-28', ['a', facts], ['b', facts]],
			['2026-03-31', ['a', later]]
		]);
	});
});
