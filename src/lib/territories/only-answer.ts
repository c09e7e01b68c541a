import { normaliseName, type Place } from './names.ts';
import { placeLabel } from './place-label.ts';

/**
 * The one place that a search can only mean: it alone has this name, label or code, or it alone was found and begins
 * like what was typed. A place found only by its likeness is offered, never assumed.
 */
export function onlyAnswer(found: readonly Place[], query: string): Place | null {
	const wanted = normaliseName(query);
	const named = found.filter((place) => {
		const name = normaliseName(place.name);
		// Whoever types “Salas” may mean the neighbourhood Salas or one of the two Salas pagasti.
		const isName = name === wanted || name.startsWith(`${wanted} `);
		return (
			isName || normaliseName(placeLabel(place)) === wanted || [place.code, place.codeCurrent].includes(query)
		);
	});
	if (named.length > 0) return named.length === 1 ? (named[0] ?? null) : null;
	const [first, ...others] = found;
	return first && others.length === 0 && normaliseName(first.name).startsWith(wanted) ? first : null;
}
