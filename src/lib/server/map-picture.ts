import { formatNumber } from '../i18n/format.ts';
import { m } from '../i18n/paraglide/messages.js';
import { ACTIVITY_LAYERS } from '../layers/activity.ts';
import { classCounts } from '../map/counts.ts';
import { areaRows } from '../map/rows.ts';
import { renderMapSvg } from '../map/svg.ts';
import type { MapState } from '../map/url.ts';
import { areaLabel, pictureDescription, pictureTitle } from '../map/words.ts';
import type { MapFacts } from './map.ts';
import { lightPlane } from './topology.ts';

/** How the picture is used. */
export interface PictureUse {
	/** The style goes into the picture: it is a file of its own. */
	css?: string;
	/** Title, legend and these sources stand around the map: the picture leaves the site. */
	sources?: readonly string[];
}

/**
 * The drawn map of a state, in the language of the page. With level `auto` it shows parishes: a picture has no zoom.
 * @returns null when the boundaries cannot be read
 */
export function drawMap(facts: MapFacts, state: MapState, { css, sources }: PictureUse = {}): string | null {
	const plane = lightPlane();
	if (plane === null) return null;
	const level = state.level === 'auto' ? 'parish' : state.level;
	const layer = ACTIVITY_LAYERS[level];
	const rows = areaRows(facts, level, state);
	const title = pictureTitle(layer, level, facts.asOf);
	const sheet = sources && {
		title,
		entries: classCounts(rows, layer).map(({ look, count }) => ({
			look,
			text: `${look.label()}: ${formatNumber(count)}`
		})),
		notes: [`${m.legend_sources_label()} ${m.site_name()};`, ...sources]
	};
	return renderMapSvg(
		plane,
		{
			level,
			rows,
			layer,
			points: facts.points,
			selected: state.place,
			labelOf: areaLabel,
			title,
			description: pictureDescription(rows, layer)
		},
		{ css, sheet }
	);
}
