import type { Place } from '../../lib/territories/names.ts';
import type { Territory } from '../../lib/territories/types.ts';

/** The list behind the place search, in the order of the territories. */
export function buildPlaces(territories: readonly Territory[]): Place[] {
	const names = new Map(territories.map((territory) => [territory.code, territory.name]));
	return territories.map(({ code, codeCurrent, kind, name, parentCode }) => ({
		code,
		...(codeCurrent === code ? {} : { codeCurrent }),
		name,
		kind,
		// Regions need no “Latvija” to be told apart.
		within: kind === 'region' ? null : (names.get(parentCode ?? '') ?? null)
	}));
}
