/** Where the focus is in the table of areas: on the name of a row, or on its button “show on the map”. */
export interface TablePlace {
	/** Position among the shown rows. */
	row: number;
	control: 'name' | 'map';
}

/** About as many rows as the table shows at once. */
const PAGE = 10;

/**
 * Where a key leads to. The table is one stop of the Tab key however long it is; arrows move inside it, and never
 * leave it.
 * @param rows how many rows are shown
 * @returns null when the key means nothing here
 */
export function rowAfterKey(key: string, { row, control }: TablePlace, rows: number): TablePlace | null {
	const to = (wanted: number) => ({ row: Math.min(Math.max(wanted, 0), rows - 1), control });
	if (rows === 0) return null;
	switch (key) {
		case 'ArrowDown':
			return to(row + 1);
		case 'ArrowUp':
			return to(row - 1);
		case 'PageDown':
			return to(row + PAGE);
		case 'PageUp':
			return to(row - PAGE);
		case 'Home':
			return to(0);
		case 'End':
			return to(rows - 1);
		case 'ArrowRight':
			return { row, control: 'map' };
		case 'ArrowLeft':
			return { row, control: 'name' };
		default:
			return null;
	}
}
