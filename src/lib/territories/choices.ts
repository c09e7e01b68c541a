/** Territories as things to choose in a form. */
import { isHomeKind } from './choose-place.ts';
import type { TerritoryIndex } from './hierarchy.ts';
import type { Territory, TerritoryKind } from './types.ts';

/** A place as an answer of a search. */
export interface FoundPlace {
	code: string;
	kind: TerritoryKind;
	/** A name that cannot be mistaken. */
	label: string;
}

/** Something to choose. */
export interface Choice {
	value: string;
	label: string;
}

/** Choices that belong together, e.g. the places of one municipality. */
export interface ChoiceGroup {
	label: string;
	options: Choice[];
}

/** The places of these regions about which something can be recorded. */
export function recordedPlaces(index: TerritoryIndex, regions: readonly string[]): Territory[] {
	return index.all.filter(
		({ kind, region }) => isHomeKind(kind) && region !== null && regions.includes(region)
	);
}

/**
 * Things that have a place, by municipality, both in the order of the language.
 * @param of code of the territory and label of each
 */
export function byMunicipality<T>(
	items: readonly T[],
	index: TerritoryIndex,
	of: (item: T) => Choice & { code: string },
	compare: (a: string, b: string) => number
): ChoiceGroup[] {
	const groups = new Map<string, ChoiceGroup>();
	for (const item of items) {
		const { code, value, label } = of(item);
		const municipality = index.municipalityOf(code);
		if (municipality === null) continue;
		const group = groups.get(municipality.code) ?? { label: municipality.name, options: [] };
		group.options.push({ value, label });
		groups.set(municipality.code, group);
	}
	for (const { options } of groups.values()) options.sort((a, b) => compare(a.label, b.label));
	return [...groups.values()].sort((a, b) => compare(a.label, b.label));
}
