import type { PublicStatus } from '../../../src/lib/activity/types.ts';
import { fillLayer } from '../../../src/lib/layers/catalogue.ts';
import { indicatorFigure } from '../../../src/lib/layers/figures.ts';
import type { FillId } from '../../../src/lib/layers/fills.ts';
import { prepareFill } from '../../../src/lib/layers/prepare.ts';
import type { AreaData } from '../../../src/lib/map/area-map.ts';
import { boundsOf, type AreaFeature, type Geometry } from '../../../src/lib/map/geometry.ts';
import { labelFeatures, type Labels } from '../../../src/lib/map/labels.ts';
import { OBJECT_OF_LEVEL } from '../../../src/lib/map/levels.ts';
import type { AreaRow } from '../../../src/lib/map/types.ts';
import type { Level } from '../../../src/lib/territories/types.ts';

const STATUSES: readonly PublicStatus[] = ['active', 'emerging', 'dormant', 'not_surveyed', 'no_news'];

/**
 * A row for each area of the boundaries. Names, statuses and numbers are made up by a fixed rule from its position:
 * the times hang on how many areas there are and how their classes mix, not on what is true.
 */
export function madeUpRows(geometry: Geometry): Record<Level, readonly AreaRow[]> {
	const municipalities = new Set(geometry.areas.municipalities.features.map(codeOf));
	const units = new Set(geometry.areas.units.features.map(codeOf));
	const rowOf = (level: Level, area: AreaFeature, position: number): AreaRow => {
		const code = codeOf(area);
		const isCity = level !== 'region' && municipalities.has(code) && units.has(code);
		const isUnit = level === 'parish';
		const [west, south, east, north] = boundsOf([area]) ?? [0, 0, 0, 0];
		return {
			code,
			label: `Vieta ${position}`,
			kind: isCity ? 'state_city' : level,
			municipalityCode: null,
			municipality: null,
			region: 'vidzeme',
			easternBorder: false,
			lon: (west + east) / 2,
			lat: (south + north) / 2,
			status: isUnit && !isCity ? (STATUSES[(position * 7) % STATUSES.length] ?? null) : null,
			unitCounts: isUnit ? null : { active: position % 7, not_surveyed: 6 },
			communities: position % 4,
			activities: isUnit ? position % 9 : null,
			lastEvidence: null,
			figures: {
				'minority-share': madeUpFigure((position * 37) % 101, position),
				'border-distance': madeUpFigure((position * 53) % 300, position)
			},
			matches: true
		};
	};
	const rowsOf = (level: Level) =>
		geometry.areas[OBJECT_OF_LEVEL[level]].features.map((area, position) => rowOf(level, area, position));
	return { parish: rowsOf('parish'), municipality: rowsOf('municipality'), region: rowsOf('region') };
}

function codeOf(area: AreaFeature): string {
	return area.properties.code;
}

/** Every fifth value is inherited, so that the pattern over the fill changes, too. */
function madeUpFigure(value: number, position: number) {
	return indicatorFigure({
		value,
		year: 2021,
		method: position % 5 === 0 ? 'inherited' : 'derived',
		inheritedFrom: null,
		basis: null,
		sourceId: 'made-up'
	});
}

/** What the page hands to its map for a layer. */
export interface View {
	data: AreaData;
	labels: Labels;
	counts: boolean;
}

/** A fill of the catalogue, with its classes computed as the server does. */
export function viewOf(id: FillId, rowsOfAll: AreaData['rowsByLevel']): View {
	const counts = id === 'activity';
	// Other layers come without communities, as those about ethnicity do for the public (`map/rights.ts`).
	const rowsAt = (level: Level) =>
		counts ? rowsOfAll[level] : rowsOfAll[level].map((row) => ({ ...row, communities: null }));
	const rowsByLevel = {
		parish: rowsAt('parish'),
		municipality: rowsAt('municipality'),
		region: rowsAt('region')
	};
	const layerAt = (level: Level) => fillLayer(prepareFill(id, rowsByLevel[level]), level);
	const layerByLevel = {
		parish: layerAt('parish'),
		municipality: layerAt('municipality'),
		region: layerAt('region')
	};
	return {
		data: { rowsByLevel, layerByLevel, second: null },
		labels: labelFeatures(rowsByLevel, String),
		counts
	};
}
