import { expect, test } from 'vitest';
import { publishedSpan } from './published.ts';

test.each([
	['2024', { date: '2024-01-01', precision: 'year' }],
	['2025-07', { date: '2025-07-01', precision: 'month' }],
	['2025-10-29', { date: '2025-10-29', precision: 'day' }]
])('%s is as exact as it is written', (published, span) => {
	expect(publishedSpan(published)).toEqual(span);
});
