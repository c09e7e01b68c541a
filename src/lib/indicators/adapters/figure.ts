/** Figures and years as statistical offices and spreadsheets write them. */

/** Signs that stand for “not known”. CSP writes … for it and – for “none”; neither becomes a 0 here. */
const MISSING = new Set(['', '-', '–', '—', '…', '...', '..', '.', ':', 'x', 'n/a', 'na', 'nav', 'nav datu']);

/**
 * What a single comma or dot before exactly three digits is: `21.000` people are 21 thousand, `12,345` per cent a little
 * more than 12, and `1.234` people per km² may be either.
 */
export type LoneSign = 'grouping' | 'decimal' | 'unclear';

/**
 * A figure out of a cell: `1 234,5`, `1234.5`, `12,3 %`. Spaces group digits; of comma and dot the last one that
 * stands there once is the decimal sign, as Latvian tables write `1.234,5` and English ones `1,234.5`.
 * @returns null where the table says that there is none, undefined where the cell is no figure or may be two
 */
export function readFigure(text: string, lone: LoneSign): number | null | undefined {
	const bare = text.trim().toLowerCase();
	if (MISSING.has(bare)) return null;
	const digits = bare.replace(/\s*%$/, '').replace(/[\s\u00a0\u202f']/g, '');
	if (!/^[+-]?\d[\d.,]*$/.test(digits)) return undefined;
	const decimal = Math.max(digits.lastIndexOf(','), digits.lastIndexOf('.'));
	const sign = digits.charAt(decimal);
	const isLone = /^[+-]?[1-9]\d{0,2}[.,]\d{3}$/.test(digits);
	if (isLone && lone === 'unclear') return undefined;
	const isGrouping = decimal === -1 || digits.split(sign).length > 2 || (isLone && lone === 'grouping');
	const whole = isGrouping ? digits : digits.slice(0, decimal);
	const rest = isGrouping ? '' : digits.slice(decimal + 1);
	if (/[.,]/.test(rest) || !isGrouped(whole)) return undefined;
	const value = Number(`${whole.replace(/[.,]/g, '')}.${rest === '' ? '0' : rest}`);
	return Number.isFinite(value) ? value : undefined;
}

/** Where signs group digits, they do so by three. */
function isGrouped(whole: string): boolean {
	return !/[.,]/.test(whole) || /^[+-]?\d{1,3}([.,]\d{3})+$/.test(whole);
}

/** The year in `2025`, `01.01.2025`, `2025-01-01` or `2025. gada sākumā`; null without one, or with two. */
export function yearIn(text: string): number | null {
	const found = new Set(text.match(/(?<!\d)(?:19|20)\d{2}(?!\d)/g) ?? []);
	const [only] = found;
	return found.size === 1 && only !== undefined ? Number(only) : null;
}
