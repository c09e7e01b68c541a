/** What PKC decides: its queue of registered communities, and each decision. */
import { z } from 'zod';
import { DECISIONS, waitingRow, type OPEN_DECISIONS, type Waiting } from '../communities/inside.ts';
import type { TerritoryIndex } from '../territories/hierarchy.ts';
import { expectDone, type Client } from './client.ts';
import { readAll, readSome } from './rows.ts';

const SHOWN_DECISIONS = 20;

/** A decision of the last time, with the community as it is called now. */
const decidedRow = z
	.object({
		id: z.string(),
		decision: z.enum(DECISIONS),
		at: z.string(),
		communities: z.object({ id: z.string(), name: z.string(), territory_code: z.string() })
	})
	.transform(({ communities, ...review }) => ({ ...review, community: communities }));
export type Decided = z.output<typeof decidedRow>;

/**
 * Communities of a region that are not decided on: those that wait for PKC first, and of them the oldest.
 * @throws AppError when the database does not answer or answers nonsense
 */
export async function loadQueue(client: Client, index: TerritoryIndex, region: string): Promise<Waiting[]> {
	const rows = await readAll('communities', waitingRow, (from, to) =>
		client
			.from('communities')
			.select('id, name, kind, territory_code, created_at, community_reviews(decision, at)')
			.eq('status', 'pending')
			.order('id')
			.range(from, to)
	);
	const turn = ({ state }: Waiting) => (state === 'asked' ? 1 : 0);
	return rows
		.filter(({ territory_code }) => index.byCode(territory_code)?.region === region)
		.sort((a, b) => turn(a) - turn(b) || Date.parse(a.since) - Date.parse(b.since));
}

/**
 * What was decided lately on communities of a region, newest first.
 * @throws AppError when the database does not answer or answers nonsense
 */
export async function loadDecided(client: Client, index: TerritoryIndex, region: string): Promise<Decided[]> {
	const { items } = await readSome(
		'community_reviews',
		decidedRow,
		client
			.from('community_reviews')
			.select('id, decision, at, communities!inner(id, name, territory_code)')
			.neq('decision', 'resubmitted')
			.order('at', { ascending: false })
			.limit(SHOWN_DECISIONS)
	);
	return items.filter(({ community }) => index.byCode(community.territory_code)?.region === region);
}

/**
 * Approves, asks back, rejects or merges.
 * @throws AppError `forbidden`, `not_found`, `already_used`, `changed`, `invalid_input` with the field
 */
export async function reviewCommunity(
	client: Client,
	id: string,
	{
		decision,
		message,
		merge_into,
		expected_updated_at
	}: {
		decision: (typeof OPEN_DECISIONS)[number];
		message: string;
		merge_into: string;
		expected_updated_at: string;
	}
): Promise<void> {
	expectDone(
		await client.rpc('review_community', {
			...{ id, decision, message },
			...(expected_updated_at === '' ? {} : { expected_updated_at }),
			...(decision === 'merged' ? { merge_into } : {})
		})
	);
}

const targetRow = z.object({ id: z.string(), name: z.string(), territory_code: z.string() });

/**
 * Approved communities of a region, by name: with which another may be one.
 * @throws AppError when the database does not answer or answers nonsense
 */
export async function loadMergeTargets(
	client: Client,
	index: TerritoryIndex,
	region: string,
	except: string
): Promise<z.output<typeof targetRow>[]> {
	const rows = await readAll('public_communities', targetRow, (from, to) =>
		client.from('public_communities').select('id, name, territory_code').order('id').range(from, to)
	);
	return rows.filter(
		({ id, territory_code }) => id !== except && index.byCode(territory_code)?.region === region
	);
}
