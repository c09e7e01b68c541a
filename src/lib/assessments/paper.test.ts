import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { itemsInForm } from '../checklists/applicability.ts';
import { FORMS, type Definition } from '../checklists/types.ts';
import { ANSWER_VALUES } from '../scoring/types.ts';
import {
	CODE_LENGTH,
	ENTRY_KEYS,
	entryPath,
	idRange,
	PER_SHEET,
	PRINT_SIZES,
	readCode,
	readKey,
	sheetPlace,
	sheetsOf,
	writeCode
} from './paper.ts';

const definition = JSON.parse(
	readFileSync(new URL('../../../checklists/drosa-kopiena/1.0.0/definition.json', import.meta.url), 'utf8')
) as Definition;

const place = fc.record({ sheet: fc.integer({ min: 1, max: 128 }), size: fc.constantFrom(...PRINT_SIZES) });
const ALPHABET = '23456789ACEFHJKMNPRTVWX';
const plain = (code: string): string => code.replace('-', '');

describe('the sheets', () => {
	it('have every item that is asked once, in the order of the checklist, and never too many', () => {
		for (const form of FORMS)
			for (const borderZone of [true, false])
				for (const size of PRINT_SIZES) {
					const sheets = sheetsOf(definition, { form, borderZone }, size);
					expect(sheets.flat()).toEqual(itemsInForm(definition, { form, borderZone }));
					expect(Math.max(...sheets.map((items) => items.length))).toBeLessThanOrEqual(PER_SHEET[size]);
					expect(Math.min(...sheets.map((items) => items.length))).toBeGreaterThan(0);
					expect(sheets.length).toBeLessThanOrEqual(128);
				}
	});

	it('are named in addresses, and what is no sheet is the first one', () => {
		fc.assert(
			fc.property(fc.uuid(), place, (id, where) => {
				const { searchParams } = new URL(entryPath(id, where), 'https://example.org');
				expect(sheetPlace(searchParams)).toEqual(where);
			})
		);
		for (const query of ['', 'sheet=0', 'sheet=2.5', 'sheet=x', 'sheet=1000', 'size=huge'])
			expect(sheetPlace(new URLSearchParams(query))).toEqual({ sheet: 1, size: 'normal' });
	});
});

describe('the short code', () => {
	it('leads back to its sheet and its round, however it is typed', () => {
		fc.assert(
			fc.property(fc.uuid(), place, fc.constantFrom('', ' ', '-', '–', '\u00a0'), (id, where, between) => {
				const code = writeCode(id, where);
				expect(plain(code)).toHaveLength(CODE_LENGTH);
				const typed = ` ${[...plain(code).toLowerCase()].join(between)}\n`;
				for (const text of [code, typed]) {
					const read = readCode(text);
					expect(read).toMatchObject(where);
					if (read === null) throw new Error('unreadable');
					const [least, greatest] = idRange(read);
					expect(id >= least && id <= greatest).toBe(true);
				}
			})
		);
	});

	it('is read from a Cyrillic keyboard, too', () => {
		const code = 'ACEHKMPTX';
		const twin = 'АСЕНКМРТХ';
		fc.assert(
			fc.property(fc.uuid(), place, (id, where) => {
				const typed = [...writeCode(id, where)].map((letter) => twin[code.indexOf(letter)] ?? letter);
				expect(readCode(typed.join(''))).toEqual(readCode(writeCode(id, where)));
			})
		);
	});

	it('is refused with one wrong character, and with any two swapped', () => {
		fc.assert(
			fc.property(fc.uuid(), place, (id, where) => {
				const code = [...plain(writeCode(id, where))];
				for (let n = 0; n < CODE_LENGTH; n++) {
					for (const other of ALPHABET) {
						if (other !== code[n]) expect(readCode(code.with(n, other).join(''))).toBeNull();
					}
					for (let k = 0; k < n; k++) {
						const swapped = code.with(n, code[k] ?? '').with(k, code[n] ?? '');
						if (code[k] !== code[n]) expect(readCode(swapped.join(''))).toBeNull();
					}
				}
			}),
			{ numRuns: 50 }
		);
	});

	it('is of one round: another beginning of the id is another code', () => {
		fc.assert(
			fc.property(fc.uuid(), fc.uuid(), place, (one, other, where) => {
				const code = readCode(writeCode(one, where));
				if (code === null) throw new Error('unreadable');
				const [least, greatest] = idRange(code);
				const isSame = readCode(writeCode(other, where))?.prefix === code.prefix;
				expect(isSame).toBe(other >= least && other <= greatest);
			})
		);
	});

	it('is nothing but a code', () => {
		for (const text of ['', '2222', '2222-2222-2', 'OOOO-OOOO', '1111-1111', 'XXXX-XXXX', '????-????'])
			expect(readCode(text), text).toBeNull();
		fc.assert(fc.property(fc.string(), (text) => void readCode(text)));
	});
});

describe('the keys', () => {
	it('are one for each answer, in any case and on a Cyrillic keyboard', () => {
		for (const value of ANSWER_VALUES) {
			expect(readKey(ENTRY_KEYS[value])).toBe(value);
			expect(readKey(ENTRY_KEYS[value].toUpperCase())).toBe(value);
		}
		expect(['н', 'Т', 'х', 'Ч'].map(readKey)).toEqual(['dk', 'dk', 'na', 'na']);
	});

	it('are no others', () => {
		for (const key of ['', '4', '9', 'a', ' ', 'Enter', '-', '٣']) expect(readKey(key), key).toBeNull();
	});
});
