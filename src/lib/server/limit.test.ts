import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createLimiter, LimitError, networkOf } from './limit.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const from = (
	subject?: string,
	address = '192.0.2.1'
): { address: string; subject?: string | undefined } => ({
	address,
	subject
});

async function spendTimes(times: number, spend: () => Promise<unknown>): Promise<void> {
	for (let i = 0; i < times; i++) await spend();
}

describe('createLimiter', () => {
	it('lets a person try a few times, then says when to come back', async () => {
		const limiter = createLimiter();
		await spendTimes(5, () => limiter.spend('code', from('a@example.org')));
		const error: unknown = await limiter
			.spend('code', from('a@example.org'))
			.catch((reason: unknown) => reason);
		expect(error).toBeInstanceOf(LimitError);
		expect(error).toMatchObject({ code: 'too_many_requests', status: 429 });
		expect((error as LimitError).retryAfter).toBeGreaterThan(14 * 60);
		expect((error as LimitError).retryAfter).toBeLessThanOrEqual(15 * 60);
	});

	it('says what an address has left', async () => {
		const limiter = createLimiter(0.005);
		expect(await limiter.spend('open_data', from())).toEqual({
			...{ times: 3, seconds: 600, remaining: 2, reset: 600 }
		});
		await spendTimes(2, () => limiter.spend('open_data', from()));
		const error: unknown = await limiter.spend('open_data', from()).catch((reason: unknown) => reason);
		expect((error as LimitError).allowance).toMatchObject({ times: 3, remaining: 0 });
		expect(await limiter.spend('open_data', from(undefined, '198.51.100.7'))).toMatchObject({ remaining: 2 });
	});

	it('counts addresses of one person together, however they are written and wherever they come from', async () => {
		const limiter = createLimiter();
		await spendTimes(5, () => limiter.spend('code', from('a@example.org')));
		await expect(limiter.spend('code', from(' A@Example.org ', '198.51.100.7'))).rejects.toThrow(LimitError);
	});

	it('counts people and purposes apart', async () => {
		const limiter = createLimiter();
		await spendTimes(5, () => limiter.spend('code', from('a@example.org')));
		await limiter.spend('code', from('b@example.org'));
		await limiter.spend('password', from('a@example.org'));
	});

	it('counts a network address over all people', async () => {
		const limiter = createLimiter();
		let person = 0;
		await spendTimes(100, () => limiter.spend('code', from(`${person++}@example.org`)));
		await expect(limiter.spend('code', from('z@example.org'))).rejects.toThrow(LimitError);
		await limiter.spend('code', from('z@example.org', '198.51.100.7'));
	});

	it('forgets with time, and when it was the right person', async () => {
		const limiter = createLimiter();
		await spendTimes(8, () => limiter.spend('password', from('a@example.org')));
		await limiter.forgive('password', 'a@example.org');
		await spendTimes(8, () => limiter.spend('password', from('a@example.org')));
		await expect(limiter.spend('password', from('a@example.org'))).rejects.toThrow(LimitError);
		vi.advanceTimersByTime(15 * 60_000 + 1);
		await limiter.spend('password', from('a@example.org'));
	});

	it('says of what there was too much: a mailbox gets five invitations a day, whoever sends them', async () => {
		const limiter = createLimiter();
		let sender = 0;
		const write = () => limiter.spend('letter', from('a@example.org', `192.0.2.${sender++}`));
		await spendTimes(5, write);
		await expect(write()).rejects.toMatchObject({ what: 'letter', status: 429 });
		vi.advanceTimersByTime(24 * 60 * 60_000 + 1);
		await write();
	});

	it('is more generous by a factor', async () => {
		const limiter = createLimiter(2);
		await spendTimes(10, () => limiter.spend('code', from('a@example.org')));
		await expect(limiter.spend('code', from('a@example.org'))).rejects.toThrow(LimitError);
	});
});

describe('networkOf', () => {
	it.each([
		['192.0.2.1', '192.0.2.1'],
		['::ffff:192.0.2.1', '192.0.2.1'],
		['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
		['2001:0DB8:0001:0002::1', '2001:db8:1:2::/64'],
		['2001:db8::1', '2001:db8:0:0::/64'],
		['::1', '0:0:0:0::/64'],
		['fe80::1%eth0', 'fe80:0:0:0::/64']
	])('%s counts as %s', (address, network) => expect(networkOf(address)).toBe(network));
});
