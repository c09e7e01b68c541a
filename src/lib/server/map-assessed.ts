import { z } from 'zod';
import type { IsoDate } from '../activity/types.ts';
import { countCommunities } from '../map/rows.ts';
import type { TerritoryIndex } from '../territories/hierarchy.ts';
import type { Backend } from './client.ts';
import { loadCommunityPlacements } from './map.ts';
import { readAll } from './rows.ts';

const assessedRow = z.object({ community_id: z.string().min(1) }).transform((row) => row.community_id);

/**
 * How many communities of each territory have finished a self-assessment by a day. Read past every policy, because who
 * has a mandate need not see the assessments themselves; what is made of it is for their areas only (`map/rights.ts`)
 * and says nothing of few communities (`assessedShare`).
 * @throws AppError when the database does not answer or answers nonsense
 */
export async function loadAssessed(
	backend: Backend,
	index: TerritoryIndex,
	asOf: IsoDate
): Promise<Map<string, number>> {
	const client = backend.serviceClient();
	const [assessed, placements] = await Promise.all([
		readAll('assessments', assessedRow, (from, to) =>
			client
				.from('assessments')
				.select('community_id')
				.neq('status', 'draft')
				.lte('as_of', asOf)
				.order('id')
				.range(from, to)
		),
		loadCommunityPlacements(backend, asOf)
	]);
	const done = new Set(assessed);
	return countCommunities(
		index,
		placements.filter(({ id }) => done.has(id)).map(({ territoryCodes }) => territoryCodes)
	);
}
