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

	it('may be a table of 1 MB, as the form says, and not much more', () => {
		const groups = ['Pavisam', 'Latvieši', 'Krievi', 'Baltkrievi', 'Ukraiņi', 'Poļi'];
		const rows = (count: number) =>
			Array.from({ length: count }, (_, i) => {
				const place = Math.floor(i / 90);
				const [year, group] = [2011 + (Math.floor(i / 6) % 15), groups[i % 6] ?? ''];
				return `Parauga ${place}. pagasts;LV00${10_000 + place};${year};${group};${(i * 7919) % 3001}`;
			});
		const table = rows(24_000).join('\n');
		expect(table.length).toBeGreaterThan(1_000_000);
		expect(pack(table)).not.toBeNull();
		expect(pack(rows(100_000).join('\n'))).toBeNull();
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
