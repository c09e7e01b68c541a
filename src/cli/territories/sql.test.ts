import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSeed } from './read-seed.ts';
import { insertNew, insertNewWithDependents, literal, stableUuid, upsert } from './sql.ts';

describe('stableUuid', () => {
	it('is a UUID of version 5, the same for the same key only', () => {
		const id = stableUuid('communities:nautreni');
		expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
		expect(stableUuid('communities:nautreni')).toBe(id);
		expect(stableUuid('places:nautreni')).not.toBe(id);
	});

	it('never changes: databases in use know these ids', () => {
		expect(stableUuid('communities:nautreni')).toBe('9c351a63-ee72-55c8-8d1b-a4b6818a1e03');
	});
});

describe('literal', () => {
	it('writes each kind of value', () => {
		expect(literal(null)).toBe('null');
		expect(literal(true)).toBe('true');
		expect(literal(-1.5)).toBe('-1.5');
		expect(literal("bij' man")).toBe("'bij'' man'");
		expect(literal('0001000')).toBe("'0001000'");
		expect(literal(['all', 'less_active'])).toBe(`'{"all","less_active"}'`);
	});

	it('refuses what is no number', () => {
		expect(() => literal(Number.NaN)).toThrow(RangeError);
	});
});

describe('statements', () => {
	const rows = { columns: ['code', 'name', 'area'], values: [['01', "O'Hara (a), b", 2.5]] };

	it('update reference rows and leave other rows alone', () => {
		expect(upsert('territories', 'code', rows)).toContain('name = excluded.name');
		expect(upsert('territories', 'code', rows)).not.toContain('code = excluded.code');
		expect(insertNew('communities', rows)).toMatch(/on conflict do nothing;\n$/);
	});

	it('can be read back whatever the texts say', () => {
		const cell = fc.oneof(
			fc.constant(null),
			fc.boolean(),
			fc.integer(),
			fc.string({ unit: 'grapheme' }).map((text) => text.replaceAll(/[\r\n]/g, ' '))
		);
		const table = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 5 });
		fc.assert(
			fc.property(table, (values) => {
				const sql = upsert('things', 'a', { columns: ['a', 'b', 'c'], values });
				expect(readSeed(sql, 'things')).toEqual(values.map(([a, b, c]) => ({ a, b, c })));
			})
		);
	});

	it('add dependent rows only to new parents', () => {
		const sql = insertNewWithDependents('activities', { columns: ['id'], values: [['x']] }, [
			{
				table: 'activity_territories',
				key: 'activity_id',
				columns: ['activity_id', 'role'],
				types: { activity_id: 'uuid' },
				values: [['x', 'own']]
			}
		]);
		expect(sql).toContain('join fresh on fresh.id = item.activity_id::uuid');
		expect(readSeed(sql, 'activity_territories')).toEqual([{ activity_id: 'x', role: 'own' }]);
	});
});
