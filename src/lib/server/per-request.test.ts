import { expect, it } from 'vitest';
import { oncePerRequest } from './per-request.ts';

// Only its identity is looked at.
const locals = () => ({}) as App.Locals;

it('reads once for a request and a key, and anew for others', async () => {
	let reads = 0;
	const load = oncePerRequest((_locals, key: string) => Promise.resolve(`${key}${(reads += 1)}`));
	const request = locals();
	expect(await Promise.all([load(request, 'a'), load(request, 'a'), load(request, 'b')])).toEqual([
		'a1',
		'a1',
		'b2'
	]);
	expect(await load(locals(), 'a')).toBe('a3');
});

it('shares a failure', async () => {
	let reads = 0;
	const load = oncePerRequest(() => Promise.reject(new Error(String((reads += 1)))));
	const request = locals();
	for (let i = 0; i < 2; i++) await expect(load(request, null)).rejects.toThrow('1');
});
