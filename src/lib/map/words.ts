/** Words of the map page, in the language of the page. */
import type { IsoDate } from '../activity/types.ts';
import { formatDate, formatNumber, formatShare } from '../i18n/format.ts';
import { m } from '../i18n/paraglide/messages.js';
import { activityLayer, shareOf } from '../layers/activity.ts';
import type { SecondLayer } from '../layers/overlays.ts';
import type { Layer } from '../layers/types.ts';
import type { Level } from '../territories/types.ts';
import { legendModel, secondText } from '../layers/legend.ts';
import type { AreaLabel } from './svg.ts';
import type { AreaRow, LevelChoice } from './types.ts';

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

/** “Kopienu aktivitāte: pagasti un pilsētas, 2026. gada 21. novembris” */
export function pictureTitle(layer: Layer<AreaRow>, level: Level, asOf: IsoDate): string {
	return m.map_picture_title({ layer: layer.title(), level: levelWord[level](), date: formatDate(asOf) });
}

/**
 * Alternative text of the picture: how many areas have which class and pattern. The table has the areas themselves.
 */
export function pictureDescription(
	rows: readonly AreaRow[],
	layer: Layer<AreaRow>,
	second: SecondLayer | null = null
): string {
	const legend = legendModel(layer, rows, second);
	const counted = [
		...legend.classes.map(({ look, count }) => ({ label: look.label(), count })),
		...legend.overlays.map(({ overlay, count }) => ({ label: overlay.label(), count }))
	];
	const list = counted
		.filter(({ count }) => count > 0)
		.map(({ label, count }) => `${label} – ${formatNumber(count)}`)
		.join('; ');
	if (second === null) return m.map_picture_description({ list });
	const over =
		legend.second === null ? m.map_picture_over({ layer: second.title() }) : secondText(legend.second);
	return `${m.map_picture_description({ list })} ${over}`;
}

/**
 * The short text on an area of the drawn map: a state city's name and, where activity is shown, how many communities
 * it has; the value of a larger area.
 */
export function areaLabel(row: AreaRow, layer: Layer<AreaRow>, level: Level): AreaLabel | null {
	const isActivity = layer.id === activityLayer.id;
	if (row.kind === 'state_city') {
		const count = isActivity && row.communities !== null ? formatNumber(row.communities) : null;
		return count === null ? null : { name: row.label, value: count };
	}
	if (level === 'parish') return null;
	const share = shareOf(row);
	if (isActivity) return share === null ? null : { name: null, value: formatShare(share) };
	const value = layer.columns[0];
	return value === undefined || layer.classOf(row) === null ? null : { name: null, value: value.text(row) };
}

/** What tooltip and live region say of an area: its value, and below it that of the pattern over the fill. */
export function describeArea(row: AreaRow, layer: Layer<AreaRow>, second: SecondLayer | null): string {
	const value = layer.describe(row);
	return second?.draw === 'pattern'
		? m.map_describe_two({ value, second: second.title(), over: second.describe(row) })
		: value;
}

/** “Rāda 57 vietas no 592.” */
export function shownText(rows: readonly AreaRow[]): string {
	const shown = rows.filter((row) => row.matches).length;
	return m.map_shown({ shown: formatNumber(shown), total: formatNumber(rows.length) });
}
