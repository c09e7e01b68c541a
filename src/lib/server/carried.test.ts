import { randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { pack, unpack } from './carried.ts';

describe('a carried text', () => {
	it('comes back as it was', () => {
		const text = 'kods;vērtība\n0037600;1 234,5 …\n'.repeat(2000);
		const packed = pack(text) ?? '';
		expect(packed).toMatch(/^[\w-]+$/);
		expect(packed.length).toBeLessThan(text.length / 10);
		expect(unpack(packed)).toBe(text);
	});

	it('that is too long is not carried', () => {
		expect(pack(randomBytes(600_000).toString('hex'))).toBeNull();
	});

	it.each([
		['nothing', ''],
		['nonsense', 'abc'],
		['a bomb', gzipSync(Buffer.alloc(9 * 1024 * 1024)).toString('base64url')]
	])('that is %s is no text', (_, packed) => {
		expect(unpack(packed)).toBeNull();
	});
});
