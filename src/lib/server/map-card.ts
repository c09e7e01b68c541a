import type { PlaceDetails, Shown } from '../communities/cards.ts';
import { reachedUnits } from '../coverage/shares.ts';
import { formatNumber } from '../i18n/format.ts';
import { m } from '../i18n/paraglide/messages.js';
import { whySentence } from '../layers/activity-words.ts';
import { ACTIVITY_LAYERS } from '../layers/activity.ts';
import { sayable, withinRights } from '../map/rights.ts';
import { areaRow } from '../map/rows.ts';
import type { AreaRow } from '../map/types.ts';
import { DEFAULT_MAP_STATE } from '../map/url.ts';
import { levelOf } from '../territories/hierarchy.ts';
import type { Level } from '../territories/types.ts';
import { seesMore } from './activity.ts';
import { loadPlaceDetails } from './communities.ts';
import { loadFigures } from './map-figures.ts';
import type { MapView } from './map-view.ts';
import type { MapFacts } from './map.ts';
import { figuresText, placeFigures, shownFigures, type PlaceFigure } from './place-figures.ts';

/** Entries of each kind on the card; all of them are on the page of the territory. */
const SHOWN_ON_CARD = 5;

/** What the card of a selected place shows: what the map shows of it, and what is known of its communities. */
export interface CardData {
	/** Without anything that the reader may not see beside the chosen layers. */
	row: AreaRow;
	/** What the map shows of the place, in one line. */
	summary: string;
	/** The level whose layer speaks of the place. */
	level: Level;
	regionLabel: string;
	/** The numbers of the chosen layers; empty where the map shows activity alone. */
	figures: PlaceFigure[];
	/** Null where activity must not stand beside what the map shows. */
	activity: CardActivity | null;
}

export interface CardActivity {
	/** The sentence that says why the place has its status or share. */
	why: string;
	/** The public sees less of this place. */
	seesMore: boolean;
	details: Pick<PlaceDetails, 'communities' | 'places' | 'activities' | 'agreements' | 'surveys'>;
}

/**
 * The card of a place; null for a territory that the map does not draw. It says what the map may say (`sayable`): beside
 * a map of ethnicity the public reads of activity on the page of the place, where no ethnicity stands.
 * @throws AppError when the database does not answer or answers nonsense
 */
export async function loadCard(locals: App.Locals, view: MapView, code: string): Promise<CardData | null> {
	const { facts, state } = view;
	const territory = facts.index.byCode(code);
	const row = territory ? areaRow(facts, territory, DEFAULT_MAP_STATE) : null;
	if (!territory || !row) return null;
	const reached = facts.reaches(code);
	const may = sayable(state, reached);
	const [figures, details] = await Promise.all([
		may.figures ? loadPlaceFigures(locals, view, code) : [],
		may.activity ? loadPlaceDetails(locals.backend, facts.index, code, facts.asOf) : null
	]);
	const level = levelOf(territory.kind);
	return {
		row: withinRights([row], state, () => reached)[0] ?? row,
		summary: figures.length > 0 ? figuresText(figures) : ACTIVITY_LAYERS[level].describe(row),
		level,
		regionLabel: facts.label(row.region) ?? row.region,
		figures,
		activity: details && {
			why: whyOf(facts, row),
			seesMore: seesMore(facts.index, facts.reader, code),
			details: {
				communities: firstOf(details.communities),
				places: firstOf(details.places),
				activities: firstOf(details.activities),
				agreements: details.agreements.slice(0, SHOWN_ON_CARD),
				surveys: firstOf(details.surveys)
			}
		}
	};
}

/** The map reads only what it shows; a comparison also needs the population that weighs it. */
async function loadPlaceFigures(
	locals: App.Locals,
	{ facts, state, sources }: MapView,
	code: string
): Promise<PlaceFigure[]> {
	const wanted = shownFigures(state);
	if (wanted.length === 0) return [];
	const year = state.year ?? Number(facts.asOf.slice(0, 4));
	const { byTerritory } = await loadFigures(locals, [...wanted, 'population'], year);
	return placeFigures({ ...facts, indicators: byTerritory }, code, wanted, sources);
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
