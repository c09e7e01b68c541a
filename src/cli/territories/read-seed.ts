/** The value of a cell as it stands in the seed: text, number, truth value or nothing. Arrays stay text (`{a,b}`). */
export type SeedValue = string | number | boolean | null;
export type SeedRow = Record<string, SeedValue>;

const CELL = /'((?:[^']|'')*)'|(null)|(true|false)|(-?\d+(?:\.\d+)?)/g;

function readTuple(line: string): SeedValue[] {
	return [...line.matchAll(CELL)].map(([, text, nothing, truth, number]) => {
		if (nothing !== undefined) return null;
		if (truth !== undefined) return truth === 'true';
		if (number !== undefined) return Number(number);
		return (text ?? '').replaceAll("''", "'");
	});
}

/**
 * Rows of one table as `sql.ts` writes them, one line each. For checks on the written file: it reads
 * our own seed, not SQL in general.
 * @throws RangeError when the seed fills no such table or a row has too few values.
 */
export function readSeed(sql: string, table: string): SeedRow[] {
	const start = sql.indexOf(`insert into public.${table} (`);
	if (start === -1) throw new RangeError(`The seed does not fill ${table}.`);
	const statement = sql.slice(start);
	const columns = statement.slice(statement.indexOf('(') + 1, statement.indexOf(')')).split(', ');
	const rows: SeedRow[] = [];
	for (const line of statement.slice(statement.indexOf('values\n') + 'values\n'.length).split('\n')) {
		if (!line.startsWith('\t(')) break;
		const values = readTuple(line);
		if (values.length !== columns.length) throw new RangeError(`Wrong number of values in: ${line}`);
		rows.push(Object.fromEntries(columns.map((column, index) => [column, values[index] ?? null])));
	}
	return rows;
}
