import { createHash } from 'node:crypto';

/** Namespace of the ids below. Changing it gives every seeded row a new identity: never change it. */
const NAMESPACE = '5d0b0f3c-7f4e-5c1a-9a51-6f1d2c8e4b70';

/**
 * A UUID of version 5 (RFC 9562): the same key always gives the same id, so that running the seed again
 * finds the rows of the last time. `key` is `table:natural key`.
 */
export function stableUuid(key: string): string {
	const hash = createHash('sha1')
		.update(Buffer.from(NAMESPACE.replaceAll('-', ''), 'hex'))
		.update(key, 'utf8')
		.digest()
		.subarray(0, 16);
	hash.writeUInt8((hash.readUInt8(6) & 0x0f) | 0x50, 6);
	hash.writeUInt8((hash.readUInt8(8) & 0x3f) | 0x80, 8);
	const hex = hash.toString('hex');
	return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** What a cell of the seed may hold. */
export type SqlValue = string | number | boolean | null | readonly string[];

/** A literal of PostgreSQL; arrays are arrays of text. */
export function literal(value: SqlValue): string {
	if (value === null) return 'null';
	if (typeof value === 'boolean') return value ? 'true' : 'false';
	if (typeof value === 'number') {
		if (!Number.isFinite(value)) throw new RangeError('Only finite numbers can be written.');
		return String(value);
	}
	if (typeof value === 'string') return `'${value.replaceAll("'", "''")}'`;
	const elements = value.map((element) => `"${element.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`);
	return literal(`{${elements.join(',')}}`);
}

/** Rows of one table: column names and, in the same order, values. */
export interface Rows {
	columns: readonly string[];
	values: readonly (readonly SqlValue[])[];
}

/** One line per row, so that the difference between two builds can be read. */
function tuples(rows: Rows): string {
	return rows.values.map((row) => `\t(${row.map(literal).join(', ')})`).join(',\n');
}

/** Reference rows: written anew each time, found by `key`. */
export function upsert(table: string, key: string, rows: Rows): string {
	const updates = rows.columns
		.filter((column) => column !== key)
		.map((column) => `\t${column} = excluded.${column}`)
		.join(',\n');
	return `insert into public.${table} (${rows.columns.join(', ')}) values
${tuples(rows)}
on conflict (${key}) do update set
${updates};
`;
}

/** Rows that people work on: only those that are not there yet are added. */
export function insertNew(table: string, rows: Rows): string {
	return `insert into public.${table} (${rows.columns.join(', ')}) values
${tuples(rows)}
on conflict do nothing;
`;
}

/** Rows of another table that belong to a new parent row; `key` is their column with the parent's id. */
export interface Dependent extends Rows {
	table: string;
	key: string;
	/** Types of the columns that are not text. */
	types: Readonly<Record<string, string>>;
}

/**
 * As `insertNew`, with dependent rows that are added only together with their parent. So what people
 * removed from a parent that they have corrected does not come back with the next seed.
 */
export function insertNewWithDependents(table: string, rows: Rows, dependents: readonly Dependent[]): string {
	const parts = dependents.map((dependent) => {
		const columns = dependent.columns.map((column) => {
			const type = dependent.types[column];
			return `\t\t${type === undefined ? `item.${column}` : `item.${column}::${type}`}`;
		});
		return `insert into public.${dependent.table} (${dependent.columns.join(', ')})
	select
${columns.join(',\n')}
	from (values
${tuples(dependent)}
	) as item (${dependent.columns.join(', ')})
	join fresh on fresh.id = item.${dependent.key}::uuid
	on conflict do nothing`;
	});
	const last = parts.pop();
	if (last === undefined) throw new RangeError('There are no dependents; use insertNew.');
	const named = parts.map((part, index) => `,\npart_${index + 1} as (\n\t${part}\n)`).join('');
	return `with fresh as (
	insert into public.${table} (${rows.columns.join(', ')}) values
${tuples(rows)}
	on conflict do nothing
	returning id
)${named}
${last};
`;
}
