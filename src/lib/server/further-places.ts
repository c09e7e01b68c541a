/** Places in which a community may work besides its home. */
import type { Choice } from '../territories/choices.ts';
import { compareText } from '../i18n/format.ts';
import { isHomeKind } from '../territories/choose-place.ts';
import type { TerritoryIndex } from '../territories/hierarchy.ts';
import { territoryLabels } from './territories.ts';

/**
 * The parishes, towns and neighbourhoods of the same municipality, and what was chosen before; by name.
 * @param home code of the home, which is not one of them
 */
export function furtherPlaces(index: TerritoryIndex, home: string, chosen: readonly string[] = []): Choice[] {
	const label = territoryLabels(index);
	const municipality = index.municipalityOf(home);
	const inside = index.all.filter(
		({ code, kind }) =>
			(isHomeKind(kind) && index.municipalityOf(code)?.code === municipality?.code) || chosen.includes(code)
	);
	return inside
		.filter(({ code }) => code !== home)
		.map(({ code, name }) => ({ value: code, label: label(code) ?? name }))
		.sort((a, b) => compareText(a.label, b.label));
}
