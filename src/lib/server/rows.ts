/**
 * Reading rows: every answer of the database is checked for errors and for its shape before a page sees it.
 */
import { z } from 'zod';
import { unwrap } from './client.ts';
import { AppError } from './errors.ts';

/** The answer of a supabase-js query, as far as it is read here. */
interface Answer {
	data: unknown;
	error: { code?: string; message: string } | null;
	status?: number;
	count?: number | null;
}

/** Rows asked for at once. Below the limit of 1,000 that Supabase puts on every answer. */
const PAGE_SIZE = 500;

/**
 * Checks rows against the shape that a view promises.
 * @param what name of the view or function, for the log
 * @throws AppError `database` when a row has another shape; the rows themselves are not repeated in it
 */
export function parseRows<T>(what: string, schema: z.ZodType<T>, rows: unknown): T[] {
	const parsed = z.array(schema).safeParse(rows);
	if (parsed.success) return parsed.data;
	const where = parsed.error.issues[0]?.path.join('.') ?? 'rows';
	throw new AppError('database', `${what} answered with an unexpected shape at ${where}.`);
}

/**
 * Checks the one object that a function answers with; as `parseRows`.
 * @throws AppError `database` when it has another shape
 */
export function parseRow<T>(what: string, schema: z.ZodType<T>, row: unknown): T {
	const [parsed] = parseRows(what, schema, [row]);
	if (parsed === undefined) throw new AppError('database', `${what} answered with nothing.`);
	return parsed;
}

/**
 * One answer, and how many rows there are in all where the query asked for a count.
 * @throws AppError when the query failed or a row has an unexpected shape
 */
export async function readSome<T>(
	what: string,
	schema: z.ZodType<T>,
	query: PromiseLike<Answer>
): Promise<{ items: T[]; total: number }> {
	const answer = await query;
	const items = parseRows(what, schema, unwrap(answer));
	return { items, total: answer.count ?? items.length };
}

/**
 * Every row of a query, read in pages. The query must be ordered by something unique, else pages overlap.
 * @param page asks for the rows `from` to `to`, both included, counted from 0
 * @throws AppError when a query failed or a row has an unexpected shape
 */
export async function readAll<T>(
	what: string,
	schema: z.ZodType<T>,
	page: (from: number, to: number) => PromiseLike<Answer>
): Promise<T[]> {
	const all: T[] = [];
	for (let from = 0; ; from += PAGE_SIZE) {
		const { items } = await readSome(what, schema, page(from, from + PAGE_SIZE - 1));
		all.push(...items);
		if (items.length < PAGE_SIZE) return all;
	}
}
