/** How far the work has come, for layers of the map: what communities did, who has assessed themselves, plans. */
import { z } from 'zod';
import { DATE_PRECISIONS, type IsoDate } from '../activity/types.ts';
import { activeCommunities, type CommunityActivity } from '../coverage/active.ts';
import { planProgress, type PlanUnit } from '../coverage/plans.ts';
import { areaSums } from '../coverage/sums.ts';
import type { FigureId } from '../layers/figures.ts';
import type { WindowMonths } from '../layers/fills.ts';
import type { RowFacts } from '../map/row-facts.ts';
import { countCommunities } from '../map/rows.ts';
import type { Backend } from './client.ts';
import { loadAssessedUnits } from './coverage.ts';
import type { MapFacts } from './map.ts';
import { readAll, readSome } from './rows.ts';

/**
 * What the wanted numbers are made of, and nothing else. Active communities come from public rows alone, whoever asks.
 * Assessments and plans are read with the server's key; only layers for mandated readers want them, and they get them of
 * their own areas (`map/rights.ts`).
 * @throws AppError when the database does not answer or answers nonsense
 */
export async function loadCoverage(
	backend: Backend,
	{ index, asOf, placements }: Pick<MapFacts, 'index' | 'asOf' | 'placements'>,
	wanted: readonly FigureId[],
	window: WindowMonths | null
): Promise<Pick<RowFacts, 'active' | 'assessed' | 'atHome' | 'plans'>> {
	const want = (...ids: FigureId[]) => ids.some((id) => wanted.includes(id));
	const isActive = want('active-communities') && window !== null;
	const [activities, assessed, plans] = await Promise.all([
		isActive ? loadActivities(backend, asOf) : null,
		want('assessed', 'assessed-recently', 'assessed-share') ? loadAssessedUnits(backend, asOf) : null,
		want('plan-done') ? loadPlans(backend) : null
	]);
	/** @param places how many of the territories of each, the own one first */
	const count = (list: MapFacts['placements'], places = Infinity) =>
		countCommunities(
			index,
			list.map(({ territoryCodes }) => territoryCodes.slice(0, places))
		);
	return {
		...(isActive && activities && { active: count(activeCommunities(placements, activities, asOf, window)) }),
		...(assessed && {
			assessed: areaSums(assessed, index, ['communities', 'withinYear']),
			atHome: count(placements, 1)
		}),
		...(plans && { plans: planProgress(plans, index) })
	};
}

const activityRow = z
	.object({
		kind: z.string(),
		community_id: z.string().nullable(),
		party_community_ids: z.array(z.string()).nullable(),
		starts_on: z.iso.date(),
		ends_on: z.iso.date(),
		precision: z.enum(DATE_PRECISIONS)
	})
	.transform((row): CommunityActivity => ({
		isAgreement: row.kind === 'agreement',
		startsOn: row.starts_on,
		endsOn: row.ends_on,
		precision: row.precision,
		communityIds: [
			...(row.community_id === null ? [] : [row.community_id]),
			...(row.party_community_ids ?? [])
		]
	}));

/** Public activities that had begun by a day. */
function loadActivities(backend: Backend, asOf: IsoDate): Promise<CommunityActivity[]> {
	const client = backend.publicClient();
	return readAll('public_activities', activityRow, (from, to) =>
		client
			.from('public_activities')
			.select('kind, community_id, party_community_ids, starts_on, ends_on, precision')
			.lte('starts_on', asOf)
			.order('id')
			.range(from, to)
	);
}

const count = z.int().nonnegative();
const planRow = z
	.object({ territory_code: z.string(), communities: count, items: count, done: count })
	.transform(({ territory_code: code, ...rest }): PlanUnit => ({ code, ...rest }));

/** Plans added up by unit; what of them may be said decides `planProgress`. */
async function loadPlans(backend: Backend): Promise<PlanUnit[]> {
	// Fewer than a thousand rows, the most that one answer holds: there are 592 units.
	return (await readSome('plan_progress', planRow, backend.serviceClient().rpc('plan_progress'))).items;
}
