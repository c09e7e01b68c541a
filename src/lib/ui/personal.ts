/** Free texts of this service must tell nothing of private persons: class X of the privacy rules. */
import { z } from 'zod';

/**
 * Free text of a form in which nobody may be named.
 * @param longest characters
 */
export function impersonal(longest: number) {
	return z
		.string()
		.trim()
		.max(longest, 'too_long')
		.refine((text) => !looksPersonal(text), 'personal');
}

/**
 * Whether a text looks as if it told a phone number, an e-mail address, a personal code or coordinates. A hint for
 * people, not a guarantee.
 */
export function looksPersonal(text: string): boolean {
	const rest = HARMLESS.reduce((left, pattern) => left.replace(pattern, ' … '), text);
	return PATTERNS.some((pattern) => pattern.test(rest));
}

/** What has eight digits like a phone number of Latvia, and is none. */
const HARMLESS = [
	// “2020–2025”, “2019 2024”, “2026-06-01”, “21-11-2026”.
	/\b(?:19|20)\d{2}(?:-\d{2}-\d{2}|(?:\s*[-–—]\s*|\s+)(?:19|20)\d{2})\b/g,
	/\b\d{1,2}([- ])\d{1,2}\1(?:19|20)\d{2}\b/g,
	// “25 000 000”, “26 500 000”: nobody has such a number, and sums of money often are such.
	/(?<![\d+])(?<!371[\s-]?)\d{2}[\s.]\d{3}[\s.]000(?!\d)/g,
	// “25 123 456 eiro”.
	/(?<![\d+])(?:\d{1,3}(?:[\s.]\d{3})+|\d+)(?:[.,]\d{1,2})?\s*(?:€|eur\b|eiro|euro|евро)/gi
];

const PATTERNS = [
	// Any number with the country's prefix; without it eight digits beginning with 2 or 6, in groups or not.
	/(?<!\d)(?:\+|00)\s?371[\s-]?\d(?:[\s-]?\d){7}(?!\d)/,
	/(?<![\d.,])(?:371[\s-]?)?[26]\d(?:[\s-]?\d){6}(?!\d)/,
	/[^\s@]+@[^\s@]+\.[a-z]{2,}/i,
	// Personal codes: the day of birth or 32, then five digits. Registers number organisations from 4 and 5 on.
	/(?<!\d)(?:(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d{2}|32\d{4})-?\d{5}(?!\d)/,
	// Degrees in Latvia: a pair of them, or one that is exact to some ten metres.
	/(?<!\d)5[5-8][.,]\d{2,}°?\s*[NnZz]?\s*[,;/]?\s*2[0-8][.,]\d{2,}/,
	/(?<!\d)2[0-8][.,]\d{2,}°?\s*[EeAa]?\s*[,;/]?\s*5[5-8][.,]\d{2,}/,
	/(?<!\d)(?:5[5-8]|2[0-8])[.,]\d{4,}/
];
