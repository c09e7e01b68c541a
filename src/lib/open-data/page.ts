/** One page of records, and where the next one begins; null: this is the last. */
export interface Page<T> {
	rows: T[];
	next: string | null;
}

/**
 * One page of everything that was found, in the order of its keys: a page does not move when something before it
 * comes or goes.
 * @param keyOf unique
 * @param asked without a limit of its own (another format than JSON) the page is everything
 */
export function pageOf<T>(
	all: readonly T[],
	keyOf: (record: T) => string,
	asked: { limit: number; after?: string | undefined; format?: string }
): Page<T> {
	const sorted = all.toSorted((a, b) => compare(keyOf(a), keyOf(b)));
	if (asked.format !== undefined && asked.format !== 'json') return { rows: sorted, next: null };
	const { after } = asked;
	const rest = after === undefined ? sorted : sorted.filter((record) => keyOf(record) > after);
	const rows = rest.slice(0, asked.limit);
	const last = rows.at(-1);
	return { rows, next: last === undefined || rest.length === rows.length ? null : keyOf(last) };
}

function compare(a: string, b: string): number {
	return a === b ? 0 : a < b ? -1 : 1;
}
