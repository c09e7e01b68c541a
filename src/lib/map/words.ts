/** Words of the map page, in the language of the page. */
import type { IsoDate } from '../activity/types.ts';
import { formatDate, formatNumber, formatShare } from '../i18n/format.ts';
import { m } from '../i18n/paraglide/messages.js';
import { shareOf } from '../layers/activity.ts';
import type { Layer } from '../layers/types.ts';
import type { Level } from '../territories/types.ts';
import { classCounts } from './counts.ts';
import type { AreaLabel } from './svg.ts';
import type { AreaRow, LevelChoice } from './types.ts';
import type { AsOfProblem } from './url.ts';

export const levelWord: Record<LevelChoice, () => string> = {
	parish: m.map_level_parish,
	municipality: m.map_level_municipality,
	region: m.map_level_region,
	auto: m.map_level_auto
};

/** The same in one word, for the choice of level. */
export const levelShortWord: Record<LevelChoice, () => string> = {
	parish: m.map_level_short_parish,
	municipality: m.map_level_short_municipality,
	region: m.map_level_short_region,
	auto: m.map_level_short_auto
};

/** What was wrong with the day that was asked for. */
export const asOfProblemWord: Record<AsOfProblem, (inputs: { value: string }) => string> = {
	not_a_date: m.map_as_of_not_a_date,
	future: m.map_as_of_future,
	too_early: m.map_as_of_too_early
};

/** “Kopienu aktivitāte: pagasti un pilsētas, 2026. gada 21. novembris” */
export function pictureTitle(layer: Layer<AreaRow>, level: Level, asOf: IsoDate): string {
	return m.map_picture_title({ layer: layer.title(), level: levelWord[level](), date: formatDate(asOf) });
}

/** Alternative text of the picture: how many areas have which class. The table has the areas themselves. */
export function pictureDescription(rows: readonly AreaRow[], layer: Layer<AreaRow>): string {
	const classes = classCounts(rows, layer).filter(({ count }) => count > 0);
	const list = classes.map(({ look, count }) => `${look.label()} – ${formatNumber(count)}`).join('; ');
	return m.map_picture_description({ list });
}

/**
 * The short text on an area of the drawn map: a state city's name and number of communities, the share of a
 * larger area.
 */
export function areaLabel(row: AreaRow): AreaLabel | null {
	if (row.kind === 'state_city') return { name: row.label, value: formatNumber(row.communities) };
	const share = shareOf(row);
	return share === null ? null : { name: null, value: formatShare(share) };
}

/** “Rāda 57 vietas no 592.” */
export function shownText(rows: readonly AreaRow[]): string {
	const shown = rows.filter((row) => row.matches).length;
	return m.map_shown({ shown: formatNumber(shown), total: formatNumber(rows.length) });
}
