import type { IsoDate } from '../activity/types.ts';
import {
	publicBands,
	publicSteps,
	publishedBy,
	type Arrived,
	type Month,
	type Standing,
	type YearBand
} from './public-series.ts';
import { COUNTRY_CODE, REGION_CODES, type RegionCode } from '../territories/types.ts';

/** What everybody may know of the self-assessments of an area. */
export interface Published {
	/** Null: nothing is published, which does not mean none. Groups begin at three. */
	assessedCommunities: number | null;
	/** Oldest first; the country has none of its own. */
	bands: YearBand[];
}

/**
 * Says of regions and the country what stood published on a day.
 * @param asOf that day; what was published after it is left out
 * @param today a month is published when it is over
 */
export function publishedOn(
	{ arrived, standings }: { arrived: readonly Arrived[]; standings: readonly Standing[] },
	asOf: IsoDate,
	today: IsoDate
): (area: RegionCode | typeof COUNTRY_CODE) => Published {
	const [month, now] = [asOf, today].map((day): Month => day.slice(0, 7)) as [Month, Month];
	const of = <T extends { region: string }>(rows: readonly T[], region: string): T[] =>
		rows.filter((row) => row.region === region);
	const stepsOf = (region: RegionCode) => publicSteps(of(arrived, region), now);
	return (area) => {
		if (area === COUNTRY_CODE)
			return { assessedCommunities: publishedBy(REGION_CODES.map(stepsOf), month) || null, bands: [] };
		const steps = stepsOf(area);
		const bands = publicBands(of(standings, area), steps, now);
		return {
			assessedCommunities: publishedBy([steps], month) || null,
			bands: bands.filter(({ year }) => `${year}-12` < month)
		};
	};
}
