import { expect, it } from 'vitest';
import { mandateNotices } from './notices.ts';

it('says of each map why only people with a mandate see it, every sentence once', () => {
	const zone = { seesMore: true, mandate: null };
	const together = { seesMore: true, mandate: 'together' } as const;
	expect(mandateNotices([{ seesMore: false, mandate: null }])).toEqual([]);
	expect(mandateNotices([zone, zone])).toEqual([expect.stringContaining('Austrumu pierobežā')]);
	expect(mandateNotices([zone, together])).toEqual([
		expect.stringContaining('Austrumu pierobežā'),
		expect.stringContaining('kopā ar datiem par tautībām')
	]);
});
