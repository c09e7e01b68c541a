/** Limits of classes as people type them into the form. The address has its own way of writing them (`url.ts`). */
import { readFigure } from '../indicators/adapters/figure.ts';
import { MAX_CLASSES, printedValue } from '../layers/classes.ts';

/** Five limits of millions fit, however they are spaced. */
export const LONGEST_LIMITS = 80;

/**
 * Limits with semicolons between them, or spaces: `10; 25,5; 50`, `10 25.5 50`. Comma and dot are both the decimal
 * sign; with semicolons spaces may group digits.
 * @param digits decimals with which the layer prints its values
 * @returns ascending, each once; null where a part is no number, may be two, or where there are too many
 */
export function readLimits(text: string, digits: number): number[] | null {
	if (text.length > LONGEST_LIMITS) return null;
	// A space that does not break groups digits; a comma before one that does is a comma between numbers.
	const parts = text.includes(';') ? text.split(';') : text.split(/,?[ \t\n]+/);
	const figures = parts
		.filter((part) => part.trim() !== '')
		// `0500` is the rest of a number that spaces have torn apart.
		.map((part) => (/^\s*0\d/.test(part) ? undefined : readFigure(part, 'unclear')));
	const limits = figures.flatMap((figure) => figure ?? []);
	if (limits.length === 0 || limits.length < figures.length) return null;
	const different = [...new Set(limits.map((limit) => printedValue(limit, digits)))].sort((a, b) => a - b);
	return different.length < MAX_CLASSES ? different : null;
}
