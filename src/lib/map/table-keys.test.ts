import { describe, expect, it } from 'vitest';
import { rowAfterKey } from './table-keys.ts';

describe('rowAfterKey', () => {
	it('moves between rows and stays inside the table', () => {
		expect(rowAfterKey('ArrowDown', { row: 0, control: 'name' }, 3)).toEqual({ row: 1, control: 'name' });
		expect(rowAfterKey('ArrowDown', { row: 2, control: 'map' }, 3)).toEqual({ row: 2, control: 'map' });
		expect(rowAfterKey('PageUp', { row: 4, control: 'name' }, 30)).toEqual({ row: 0, control: 'name' });
		expect(rowAfterKey('End', { row: 4, control: 'name' }, 30)).toEqual({ row: 29, control: 'name' });
	});

	it('moves between name and button', () => {
		expect(rowAfterKey('ArrowRight', { row: 1, control: 'name' }, 3)).toEqual({ row: 1, control: 'map' });
		expect(rowAfterKey('ArrowLeft', { row: 1, control: 'map' }, 3)).toEqual({ row: 1, control: 'name' });
	});

	it('leaves other keys, and an empty table, to the browser', () => {
		expect(rowAfterKey('Tab', { row: 0, control: 'name' }, 3)).toBeNull();
		expect(rowAfterKey('ArrowDown', { row: -1, control: 'name' }, 0)).toBeNull();
	});
});
