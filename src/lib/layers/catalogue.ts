import type { Level } from '../territories/types.ts';
import { ACTIVITY_LAYERS } from './activity.ts';
import { activityMinorityLayer } from './activity-minority.ts';
import { borderDistance } from './border.ts';
import type { Classification } from './classes.ts';
import {
	activeCommunitiesLayer,
	assessedLayer,
	assessedRecentlyLayer,
	assessedShareLayer,
	planDoneLayer,
	residentsReachedLayer,
	surveyedShareLayer
} from './coverage.ts';
import { belarusianShare, minorityShare, polishShare, russianShare, ukrainianShare } from './ethnicity.ts';
import { communitiesPer1000Layer, evidenceDays, surveyDays } from './evidence.ts';
import type { FigureRow } from './figures.ts';
import type { FillId, WindowMonths } from './fills.ts';
import { notablePattern } from './notable.ts';
import { numericLayer, type NumericDefinition } from './numeric.ts';
import { OUTLINE_LAYERS, POINT_LAYERS, type SecondLayer } from './overlays.ts';
import { population, populationDensity } from './population.ts';
import type { Layer } from './types.ts';

/** Layers that colour areas by a number. */
export const NUMERIC_LAYERS: readonly NumericDefinition[] = [
	evidenceDays,
	surveyDays,
	communitiesPer1000Layer,
	activeCommunitiesLayer,
	residentsReachedLayer,
	surveyedShareLayer,
	assessedLayer,
	assessedRecentlyLayer,
	assessedShareLayer,
	planDoneLayer,
	minorityShare,
	russianShare,
	belarusianShare,
	polishShare,
	ukrainianShare,
	population,
	populationDensity,
	borderDistance
];

/** The definition of a fill by a number; null for the others. */
export function numericDefinition(id: string): NumericDefinition | null {
	return NUMERIC_LAYERS.find((each) => each.id === id) ?? null;
}

/** Plain data from which the same layer is made on the server and in the browser. */
export interface PreparedFill {
	id: FillId;
	/** Classes that fit the values; null for fills whose classes are fixed. */
	classification: Classification | null;
	/** Keys of `data_sources` of the values, in order of first use. */
	sources: readonly string[];
	/** How many months back its values look; null = they have no such limit. */
	window: WindowMonths | null;
}

const NO_VALUES: Classification = { limits: [], extent: null, digits: 0 };

/** The layer of a fill at a level; a level that it does not know gets “no data”, never another layer. */
export function fillLayer(
	{ id, classification, sources, window }: PreparedFill,
	level: Level
): Layer<FigureRow> {
	const numeric = numericDefinition(id);
	if (numeric !== null) {
		const prepared = { classification: classification ?? NO_VALUES, sources };
		return numericLayer(numeric, prepared, { level, window });
	}
	if (id === 'activity') return ACTIVITY_LAYERS[level];
	return { ...activityMinorityLayer, sources: [...activityMinorityLayer.sources, ...sources] };
}

/** Second layers that need no data to be known. Zones come with the data (`zoneOutline`). */
export const SECOND_LAYERS: readonly SecondLayer[] = [
	...POINT_LAYERS,
	...OUTLINE_LAYERS,
	...NUMERIC_LAYERS.flatMap((definition) => notablePattern(definition) ?? [])
];

/** The second layer with an id, the zones of the data among them; null for one that is not there. */
export function secondLayer(id: string, zoneLayers: readonly SecondLayer[] = []): SecondLayer | null {
	return [...SECOND_LAYERS, ...zoneLayers].find((each) => each.id === id) ?? null;
}
