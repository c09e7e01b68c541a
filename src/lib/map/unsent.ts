/**
 * A value that stays on the server. The page's component reads it while the server renders; it is not among
 * the data that follow the page, because serialisation passes over it. In the browser `value` is missing.
 *
 * Why: the drawn map is in the HTML already. Sent once more as data it would double the first answer.
 */
export interface Unsent<T> {
	readonly value?: T;
}

/** Wraps a value that must not be sent along with the page. */
export function unsent<T>(value: T): Unsent<T> {
	return Object.defineProperty({}, 'value', { value, enumerable: false });
}
