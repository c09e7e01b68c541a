/**
 * Optimal string alignment distance: insertions, deletions, replacements and swaps of neighbours count 1
 * each. The matrix is returned as its last row, so that a caller can also read the distance to every
 * beginning of `target` (`row[n]` = distance from `source` to the first n characters of `target`).
 */
function lastRow(source: string, target: string): number[] {
	let beforePrevious: number[] = [];
	let previous = Array.from({ length: target.length + 1 }, (_, column) => column);
	for (let row = 1; row <= source.length; row++) {
		const current = [row];
		for (let column = 1; column <= target.length; column++) {
			const same = source[row - 1] === target[column - 1];
			let best = Math.min(
				at(previous, column) + 1,
				at(current, column - 1) + 1,
				at(previous, column - 1) + (same ? 0 : 1)
			);
			const swapped = source[row - 1] === target[column - 2] && source[row - 2] === target[column - 1];
			if (row > 1 && column > 1 && swapped) best = Math.min(best, at(beforePrevious, column - 2) + 1);
			current.push(best);
		}
		beforePrevious = previous;
		previous = current;
	}
	return previous;
}

function at(row: readonly number[], column: number): number {
	return row[column] ?? Number.POSITIVE_INFINITY;
}

/** Number of single-character edits (a swap of neighbours is one) that turn one text into the other. */
export function editDistance(a: string, b: string): number {
	return at(lastRow(a, b), b.length);
}

/** Smallest `editDistance` between `text` and any beginning of `target`: for words still being typed. */
export function prefixDistance(text: string, target: string): number {
	return Math.min(...lastRow(text, target));
}
