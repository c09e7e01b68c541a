import { encode } from 'uqr';
import { expect, it } from 'vitest';
import { drawQr } from './qr.ts';

it('draws every dark square of the code once, inside a quiet zone', () => {
	const text = `https://example.org/invite/${'a'.repeat(43)}`;
	const { size, path } = drawQr(text);
	const drawn = Array.from({ length: size }, () => Array<number>(size).fill(0));
	for (const [, x, y, run] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g)) {
		for (let i = 0; i < Number(run); i++) {
			const row = drawn[Number(y)];
			if (row) row[Number(x) + i] = (row[Number(x) + i] ?? 0) + 1;
		}
	}
	const { data } = encode(text, { ecc: 'M', border: 4 });
	expect(drawn).toEqual(data.map((row) => row.map(Number)));
	expect(drawn.slice(0, 4).flat()).not.toContain(1);
});
