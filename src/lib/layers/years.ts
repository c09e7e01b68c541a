/** Years as a span: “2011”, “2011–2020”; null without any. No number of our own: all languages write a year alike. */
export function yearsText(years: readonly number[]): string | null {
	if (years.length === 0) return null;
	const [first, last] = years.reduce(
		([from, to], year) => [Math.min(from, year), Math.max(to, year)],
		[Infinity, -Infinity]
	);
	return first === last ? String(first) : `${first}–${last}`;
}
