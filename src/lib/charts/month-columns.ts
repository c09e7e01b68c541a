/** A part of a stacked column. */
export interface ColumnPart<Look> {
	look: Look;
	/** Its upper edge from the top of the chart. */
	y: number;
	height: number;
}

/**
 * Stacked columns of equal height, one a month: the first class stands at the bottom. A month of nothing is empty.
 * @param height of the chart, in its own units
 */
export function monthColumns<Look extends { id: string }>(
	classes: readonly Look[],
	months: readonly Readonly<Record<string, number>>[],
	height: number
): ColumnPart<Look>[][] {
	return months.map((counts) => {
		const total = classes.reduce((sum, { id }) => sum + (counts[id] ?? 0), 0);
		let below = 0;
		return classes.flatMap((look) => {
			const count = counts[look.id] ?? 0;
			if (count === 0) return [];
			below += count;
			return [{ look, y: height * (1 - below / total), height: (height * count) / total }];
		});
	});
}
