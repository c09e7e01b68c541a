/** Sheets of paper, found by their short code. */
import { z } from 'zod';
import { idRange, type SheetCode } from '../assessments/paper.ts';
import { STATUSES } from '../assessments/round.ts';
import type { Client } from './client.ts';
import { readSome } from './rows.ts';

const foundRow = z.object({
	id: z.uuid(),
	round: z.string().nullable(),
	created_at: z.string(),
	status: z.enum(STATUSES)
});
export type FoundRound = z.output<typeof foundRow>;

/**
 * The rounds that a code may be of, among those that the person sees: almost always one. What is still filled in goes
 * before what is over.
 * @throws AppError when the database does not answer or answers nonsense
 */
export async function findRounds(client: Client, code: SheetCode): Promise<FoundRound[]> {
	const [least, greatest] = idRange(code);
	const query = client
		.from('assessments')
		.select('id, round, created_at, status')
		.gte('id', least)
		.lte('id', greatest);
	const { items } = await readSome('assessments', foundRow, query.order('created_at', { ascending: false }));
	const drafts = items.filter(({ status }) => status === 'draft');
	return drafts.length > 0 ? drafts : items;
}
