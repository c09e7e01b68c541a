/**
 * A checklist on paper: which items stand on which sheet, and the short code of a sheet. Nothing of it is kept anywhere:
 * who has the round, the size of the print and the number of the sheet knows what stands on it.
 */
import { z } from 'zod';
import { itemsInForm, type Applicability } from '../checklists/applicability.ts';
import type { Definition, Item } from '../checklists/types.ts';
import { ANSWER_VALUES, type AnswerValue } from '../scoring/types.ts';

/** How large the print is. */
export const PRINT_SIZES = ['normal', 'large'] as const;
export type PrintSize = (typeof PRINT_SIZES)[number];

/** Items on an A4 sheet: so many fit with the longest texts of every language, at 10 and at 18 points. */
export const PER_SHEET: Record<PrintSize, number> = { normal: 3, large: 1 };

/** The items of each sheet, in the order of the definition; the same in every language. */
export function sheetsOf(definition: Definition, where: Applicability, size: PrintSize): Item[][] {
	const items = itemsInForm(definition, where);
	const count = Math.ceil(items.length / PER_SHEET[size]);
	return Array.from({ length: count }, (_, sheet) =>
		items.slice(sheet * PER_SHEET[size], (sheet + 1) * PER_SHEET[size])
	);
}

/** More sheets than a code can name. No checklist comes near. */
const SHEETS_MAX = 128;

/** Which sheet of which round, as addresses say it. Numbers count from 1. */
const sheetQuery = z.object({
	sheet: z.coerce.number().int().min(1).max(SHEETS_MAX).catch(1),
	size: z.enum(PRINT_SIZES).catch('normal')
});
export type SheetPlace = z.output<typeof sheetQuery>;

/** Reads the query of an address; what is no sheet counts as the first one. */
export function sheetPlace(query: URLSearchParams): SheetPlace {
	return sheetQuery.parse(Object.fromEntries(query));
}

/** Where a sheet is entered; a path, not yet localised. */
export function entryPath(assessment: string, { sheet, size }: SheetPlace): string {
	return `/assessments/${assessment}/enter?sheet=${sheet}${size === 'normal' ? '' : `&size=${size}`}`;
}

/**
 * Of each pair that handwriting or a bad copy confuses (0 O, 1 I L, 2 Z, 5 S, 8 B, 6 G, U V Y) at most one is here. Their
 * number is a prime: that is what makes the check character find its errors.
 */
const ALPHABET = '23456789ACEFHJKMNPRTVWX';
const BASE = ALPHABET.length;
export const CODE_LENGTH = 8;
/** The beginning of the id of a round that a code carries: 23 bits. */
const PREFIX_BITS = 23;

/** Letters of Cyrillic keyboards that look like ours. */
const CYRILLIC: Record<string, string> = {
	...{ А: 'A', С: 'C', Е: 'E', Н: 'H', К: 'K', М: 'M', Р: 'P', Т: 'T', Х: 'X' }
};

/** What a code says. */
export interface SheetCode extends SheetPlace {
	/** The first bits of the id of the round. */
	prefix: number;
}

const prefixOf = (id: string): number =>
	parseInt(id.replaceAll('-', '').slice(0, 6), 16) >> (24 - PREFIX_BITS);

/** The character that makes the weighted sum of all a multiple of the base. Different weights notice swaps, too. */
function check(data: readonly number[]): number {
	const sum = data.reduce((total, digit, n) => total + digit * (n + 2), 0);
	return (BASE - (sum % BASE)) % BASE;
}

/** The short code of a sheet, such as `7KM2-4AXE`. */
export function writeCode(assessment: string, { sheet, size }: SheetPlace): string {
	let rest = (prefixOf(assessment) * PRINT_SIZES.length + PRINT_SIZES.indexOf(size)) * SHEETS_MAX + sheet - 1;
	const data: number[] = [];
	for (let n = 1; n < CODE_LENGTH; n++) {
		data.unshift(rest % BASE);
		rest = Math.floor(rest / BASE);
	}
	const code = [...data, check(data)].map((digit) => ALPHABET.charAt(digit)).join('');
	return `${code.slice(0, 4)}-${code.slice(4)}`;
}

/**
 * Reads a code as somebody typed it: in any case, with or without spaces and dashes.
 * @returns null when it is none: a character is wrong, or two are swapped
 */
export function readCode(text: string): SheetCode | null {
	const digits = [...text.toUpperCase().replace(/[\s\p{Pd}]/gu, '')].map((letter) =>
		ALPHABET.indexOf(CYRILLIC[letter] ?? letter)
	);
	if (digits.length !== CODE_LENGTH || digits.includes(-1)) return null;
	const data = digits.slice(0, -1);
	if (check(data) !== digits.at(-1)) return null;
	const value = data.reduce((total, digit) => total * BASE + digit, 0);
	const [place, prefix] = [
		Math.floor(value / SHEETS_MAX),
		Math.floor(value / SHEETS_MAX / PRINT_SIZES.length)
	];
	const size = PRINT_SIZES[place % PRINT_SIZES.length];
	// More than any id has: nobody was given this code.
	if (size === undefined || prefix >= 2 ** PREFIX_BITS) return null;
	return { prefix, size, sheet: (value % SHEETS_MAX) + 1 };
}

/** The least and the greatest id that a code may mean. */
export function idRange({ prefix }: SheetCode): [least: string, greatest: string] {
	const step = 2 ** (24 - PREFIX_BITS);
	const six = (number: number): string => number.toString(16).padStart(6, '0');
	return [
		`${six(prefix * step)}00-0000-0000-0000-000000000000`,
		`${six((prefix + 1) * step - 1)}ff-ffff-ffff-ffff-ffffffffffff`
	];
}

/** The key with which an answer is entered; the sheets show it beside each box. */
export const ENTRY_KEYS = { 0: '0', 1: '1', 2: '2', 3: '3', dk: 'n', na: 'x' } as const satisfies Record<
	AnswerValue,
	string
>;

/** The same keys on a keyboard that writes Cyrillic: by sound, or by place. */
const CYRILLIC_KEYS: Record<string, string> = { н: 'n', т: 'n', х: 'x', ч: 'x' };

/** The answer that a character stands for; null = none. */
export function readKey(character: string): AnswerValue | null {
	const letter = character.toLowerCase();
	const key = CYRILLIC_KEYS[letter] ?? letter;
	return ANSWER_VALUES.find((value) => ENTRY_KEYS[value] === key) ?? null;
}
