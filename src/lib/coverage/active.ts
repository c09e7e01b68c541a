import { addMonths } from '../activity/dates.ts';
import { freshDay, type Dated } from '../activity/fresh.ts';
import type { IsoDate } from '../activity/types.ts';

/** A community that was known on the day asked for. */
export interface KnownCommunity {
	id: string;
	/** The first news of it. */
	knownSince: IsoDate;
	/** Last day on which somebody confirmed that it is there; null = nobody has. */
	confirmedOn: IsoDate | null;
}

/** Something that communities did. */
export interface CommunityActivity extends Dated {
	/** Whose activity it is, and who took part. */
	communityIds: readonly string[];
}

/**
 * The communities of which there is news within so many months: they did something, took part in something, or somebody
 * said that they are there, for the first time or again. As with the status rule, whose facts these are, a day exactly so
 * many calendar months ago is within.
 * @param asOf what is later is not known yet
 */
export function activeCommunities<Community extends KnownCommunity>(
	communities: readonly Community[],
	activities: readonly CommunityActivity[],
	asOf: IsoDate,
	months: number
): Community[] {
	const from = addMonths(asOf, -months);
	const busy = new Set(
		activities.flatMap((activity) => {
			const day = freshDay(activity, asOf);
			return day !== null && day >= from ? activity.communityIds : [];
		})
	);
	const isWithin = (day: IsoDate | null) => day !== null && day >= from && day <= asOf;
	return communities.filter(
		({ id, knownSince, confirmedOn }) => busy.has(id) || isWithin(knownSince) || isWithin(confirmedOn)
	);
}

/** What the programme “Drošas kopienas” aims at: so many communities in each municipality within so many months. */
export const PROGRAMME_TARGET = { communities: 5, months: 36 } as const;
