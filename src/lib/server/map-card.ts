import type { PlaceDetails, Shown } from '../communities/cards.ts';
import { reachedUnits } from '../coverage/shares.ts';
import { formatNumber } from '../i18n/format.ts';
import { m } from '../i18n/paraglide/messages.js';
import { ACTIVITY_LAYERS, whySentence } from '../layers/activity.ts';
import { areaRow } from '../map/rows.ts';
import type { AreaRow } from '../map/types.ts';
import { DEFAULT_MAP_STATE } from '../map/url.ts';
import { levelOf } from '../territories/hierarchy.ts';
import type { Level } from '../territories/types.ts';
import { seesMore } from './activity.ts';
import type { Backend } from './client.ts';
import { loadPlaceDetails } from './communities.ts';
import type { MapFacts } from './map.ts';

/** Entries of each kind on the card; all of them are on the page of the territory. */
const SHOWN_ON_CARD = 5;

/** What the card of a selected place shows. */
export interface CardData {
	row: AreaRow;
	/** The level whose layer speaks of the place. */
	level: Level;
	/** The sentence that says why it has its status or share. */
	why: string;
	regionLabel: string;
	/** The public sees less of this place. */
	seesMore: boolean;
	details: Pick<PlaceDetails, 'communities' | 'places' | 'activities' | 'agreements' | 'surveys'>;
}

/**
 * The card of a place; null for a territory that the map does not draw.
 * @throws AppError when the database does not answer or answers nonsense
 */
export async function loadCard(backend: Backend, facts: MapFacts, code: string): Promise<CardData | null> {
	const territory = facts.index.byCode(code);
	const row = territory ? areaRow(facts, territory, DEFAULT_MAP_STATE) : null;
	if (!territory || !row) return null;
	const level = levelOf(territory.kind);
	const details = await loadPlaceDetails(backend, facts.index, code, facts.asOf);
	return {
		row,
		level,
		why: whyOf(facts, row),
		regionLabel: facts.label(row.region) ?? row.region,
		seesMore: seesMore(facts.index, facts.reader, code),
		details: {
			communities: firstOf(details.communities),
			places: firstOf(details.places),
			activities: firstOf(details.activities),
			agreements: details.agreements.slice(0, SHOWN_ON_CARD),
			surveys: firstOf(details.surveys)
		}
	};
}

function whyOf(facts: MapFacts, row: AreaRow): string {
	if (row.kind === 'state_city') return m.why_city();
	if (row.unitCounts !== null) {
		return m.why_share({
			reached: formatNumber(reachedUnits(row.unitCounts)),
			units: formatNumber(Object.values(row.unitCounts).reduce((sum, count) => sum + count, 0))
		});
	}
	const status = facts.statuses.get(row.code);
	return status ? whySentence(status.result) : ACTIVITY_LAYERS.parish.noData.explain();
}

function firstOf<T>({ items, total }: Shown<T>): Shown<T> {
	return { items: items.slice(0, SHOWN_ON_CARD), total };
}
