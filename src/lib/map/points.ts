import { COUNTRY_CODE } from '../territories/types.ts';
import type { AreaRow, PlacePoint } from './types.ts';

/**
 * The points that the reader's filter keeps: those that lie in an area that is shown, and those of a larger territory
 * of which any area is shown.
 * @param rows areas of the level shown
 */
export function pointsInFilter<Point extends Pick<PlacePoint, 'territoryCode' | 'within'>>(
	points: readonly Point[],
	rows: readonly Pick<AreaRow, 'code' | 'municipalityCode' | 'region' | 'matches'>[]
): Point[] {
	const shown = rows.filter(({ matches }) => matches);
	const areas = new Set(shown.map(({ code }) => code));
	const holders = new Set<string | null>(
		shown.flatMap(({ municipalityCode, region }) => [municipalityCode, region, COUNTRY_CODE])
	);
	return points.filter(
		({ territoryCode, within }) => holders.has(territoryCode) || within.some((code) => areas.has(code))
	);
}
