import { m } from '../i18n/paraglide/messages.js';
import type { AreaRow } from './types.ts';
import type { MapState } from './url.ts';
import { shownText } from './words.ts';

/** What the page shows, as far as its live region speaks of it. */
export interface Announced {
	state: MapState;
	/** Rows of the shown level. */
	rows: readonly AreaRow[];
	/** Names of what colours the areas and of what lies over them. */
	layer: string;
	second: string | null;
	/** Name and status of the selected place; null = none. */
	place: { name: string; status: string } | null;
}

/**
 * What a screen reader is told after a change, or null when nothing worth saying has changed. A newly
 * selected place is said before anything else; sorting is said by the table itself.
 */
export function announcement(before: Announced, after: Announced): string | null {
	if (before.state.place !== after.state.place) {
		return after.place === null ? m.map_deselected() : m.map_selected(after.place);
	}
	const chosen = chosenLayer(before, after);
	if (chosen !== null) return `${chosen} ${shownOrNone(after.rows)}`;
	return filterKey(before.state) === filterKey(after.state) ? null : shownOrNone(after.rows);
}

/** The layer that has changed; null = none has. */
function chosenLayer(before: Announced, after: Announced): string | null {
	if (before.layer !== after.layer) return m.map_said_layer({ layer: after.layer });
	if (before.second === after.second) return null;
	return after.second === null ? m.map_said_no_second() : m.map_said_second({ layer: after.second });
}

function shownOrNone(rows: readonly AreaRow[]): string {
	return rows.some((row) => row.matches) ? shownText(rows) : m.map_shown_none();
}

function filterKey(state: MapState): string {
	const { level, year, method, limits, region, municipality, status, classes, zone, name, asOf } = state;
	return JSON.stringify([
		level,
		year,
		method,
		limits,
		region,
		municipality,
		status,
		classes,
		zone,
		name,
		asOf
	]);
}
