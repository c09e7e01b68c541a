import { describe, expect, it } from 'vitest';
import { steadily } from './steady.ts';

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

async function time(work: () => Promise<unknown>): Promise<number> {
	const began = performance.now();
	await steadily(work, 100).catch(() => undefined);
	return performance.now() - began;
}

describe('steadily', () => {
	it('takes the same time for quick and slow work, done or failed', async () => {
		const times = await Promise.all([
			time(() => Promise.resolve()),
			time(() => wait(60)),
			time(() => wait(30).then(() => Promise.reject(new Error('no'))))
		]);
		for (const ms of times) {
			expect(ms).toBeGreaterThanOrEqual(98);
			expect(ms).toBeLessThan(160);
		}
	});

	it('takes whole steps for work that is longer than one', async () => {
		expect(await time(() => wait(120))).toBeGreaterThanOrEqual(198);
	});

	it('gives what the work gives', async () => {
		expect(await steadily(() => Promise.resolve(7), 5)).toBe(7);
		await expect(steadily(() => Promise.reject(new Error('no')), 5)).rejects.toThrow('no');
	});
});
