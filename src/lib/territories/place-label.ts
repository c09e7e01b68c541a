import type { Place } from './names.ts';

/** The name that tells a place from its namesakes: “Salas pagasts, Jēkabpils novads”. */
export function placeLabel(place: Pick<Place, 'name' | 'within'>): string {
	return place.within === null ? place.name : `${place.name}, ${place.within}`;
}
