import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { parseRows, readAll, readSome } from './rows.ts';

const row = z.object({ n: z.number() });
const answer = (data: unknown, count?: number) => Promise.resolve({ data, error: null, count, status: 200 });
const refusal = (code: string, status: number) =>
	Promise.resolve({ data: null, error: { code, message: 'relation "secret" does not exist' }, status });

describe('reading rows', () => {
	test('all pages are read, each once', async () => {
		const all = Array.from({ length: 1234 }, (_, n) => ({ n }));
		const asked: number[] = [];
		const read = await readAll('view', row, (from, to) => {
			asked.push(from);
			return answer(all.slice(from, to + 1));
		});
		expect(read).toEqual(all);
		expect(asked).toEqual([0, 500, 1000]);
	});

	test('a full last page is followed by an empty one, not by an endless loop', async () => {
		const all = Array.from({ length: 500 }, (_, n) => ({ n }));
		expect(await readAll('view', row, (from, to) => answer(all.slice(from, to + 1)))).toHaveLength(500);
	});

	test('the total is the count that was asked for, else the rows themselves', async () => {
		expect((await readSome('view', row, answer([{ n: 1 }], 27))).total).toBe(27);
		expect((await readSome('view', row, answer([{ n: 1 }]))).total).toBe(1);
	});

	test('a row of another shape is an error that names the place and not the value', () => {
		expect(() => parseRows('view', row, [{ n: 1 }, { n: 'secret' }])).toThrow(
			expect.objectContaining({ code: 'database', message: 'view answered with an unexpected shape at 1.n.' })
		);
	});

	test.each([
		['42P01', 500, 'database'],
		['42501', 401, 'forbidden'],
		['', 0, 'unavailable']
	])('an answer %s/%i becomes the error %s', async (code, status, expected) => {
		await expect(readSome('view', row, refusal(code, status))).rejects.toMatchObject({ code: expected });
	});
});
