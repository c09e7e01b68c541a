import fc from 'fast-check';
import { encode } from 'uqr';
import { expect, it } from 'vitest';
import { readQr } from '../e2e/drivers/qr-reader.ts';

/** A code as a picture: every module so many points wide. */
function drawn(text: string, scale: number): boolean[][] {
	const { data } = encode(text, { ecc: 'M', border: 4 });
	return data.flatMap((row) =>
		Array.from({ length: scale }, () => row.flatMap((dark) => Array<boolean>(scale).fill(dark)))
	);
}

it('reads what was written, of every length that it knows', () => {
	for (let length = 1; length <= 170; length += 3) {
		const text = `https://example.org/${'aāb-7'.repeat(40)}`.slice(0, length);
		expect(readQr(drawn(text, 1 + (length % 4)))).toBe(text);
	}
	fc.assert(
		fc.property(fc.uuid(), fc.integer({ min: 1, max: 128 }), (id, sheet) => {
			const text = `http://localhost:4173/ru/assessments/${id}/enter?sheet=${sheet}&size=large`;
			expect(readQr(drawn(text, 3))).toBe(text);
		}),
		{ numRuns: 20 }
	);
});

it('does not read a code in which a part of the text is wrong', () => {
	const text = 'https://example.org/assessments';
	const picture = drawn(text, 1);
	const size = picture.length;
	// Where the text begins: at the lower right corner.
	const row = picture[size - 5 - 4];
	if (row === undefined) throw new Error('too small');
	row[size - 5] = !row[size - 5];
	expect(readQr(picture)).not.toBe(text);
});

it('says that there is none', () => {
	expect(() => readQr([[false, false]])).toThrow('nothing dark');
	expect(() => readQr([[true, false]])).toThrow();
});
