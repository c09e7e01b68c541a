import { describe, expect, it } from 'vitest';
import { impersonal, looksPersonal } from './personal.ts';

describe('looksPersonal', () => {
	it.each([
		'Zvanīt 29123456',
		'29 123 456 pēc plkst. 18',
		'67-123-456',
		'tālr. +371 67 123 456',
		'+37191234567',
		'00371-2912-3456',
		'tālr.: 26 500 001',
		'+371 26 500 000',
		'zvanīt 29123456, 50 eiro',
		'rakstīt uz anna@example.org',
		'kods 010203-12345',
		'01020312345',
		'320000-12345',
		'56.94960, 24.10520',
		'56,949 24,105',
		'24.105; 56.949',
		'pie 56.9496'
	])('finds what must not be written: %s', (text) => {
		expect(looksPersonal(text)).toBe(true);
	});

	it.each([
		'',
		'Piedalījās 245 cilvēki no 12 pagastiem.',
		'Darbojās 2020-2025, arī 2019 2024.',
		'Saruna 2026-06-01 bibliotēkā, 14:30; nākamā 21-11-2026',
		'Budžets 25 000 eiro, 3,5 ha',
		'Budžets 25.000 eiro',
		'Novadam piešķīra 25 000 000',
		'Kopā 26 123 456 eiro',
		'Kopā 26.500.000 €',
		'Reģistrācijas numurs 40008123456',
		'Kods 0042200',
		'Platība 25,123 ha, garums 56,12 km'
	])('leaves ordinary texts alone: %s', (text) => {
		expect(looksPersonal(text)).toBe(false);
	});
});

describe('impersonal', () => {
	it('trims, and says what is wrong', () => {
		const schema = impersonal(12);
		expect(schema.parse('  Talka  ')).toBe('Talka');
		expect(schema.safeParse('Zv. 29123456').error?.issues[0]?.message).toBe('personal');
		expect(schema.safeParse('x'.repeat(13)).error?.issues[0]?.message).toBe('too_long');
	});
});
