import { describe, expect, it } from 'vitest';
import { freshDay, type Dated } from './fresh.ts';

const activity = (change: Partial<Dated>): Dated => ({
	isAgreement: false,
	startsOn: '2024-02-01',
	endsOn: '2024-02-10',
	precision: 'day',
	...change
});

describe('freshDay', () => {
	it('is the last day, no later than the day asked for', () => {
		expect(freshDay(activity({}), '2026-11-22')).toBe('2024-02-10');
		expect(freshDay(activity({}), '2024-02-05')).toBe('2024-02-05');
		expect(freshDay(activity({}), '2024-01-31')).toBeNull();
	});

	it('is the end of a month or year of which no day is known', () => {
		expect(freshDay(activity({ precision: 'month' }), '2026-11-22')).toBe('2024-02-29');
		expect(freshDay(activity({ precision: 'year' }), '2026-11-22')).toBe('2024-12-31');
	});

	it('is the first day of a period longer than a year, and of an agreement', () => {
		const long = activity({ precision: 'period', endsOn: '2025-02-02' });
		expect(freshDay(long, '2026-11-22')).toBe('2024-02-01');
		expect(freshDay({ ...long, endsOn: '2025-02-01' }, '2026-11-22')).toBe('2025-02-01');
		expect(freshDay(activity({ isAgreement: true }), '2026-11-22')).toBe('2024-02-01');
	});
});
