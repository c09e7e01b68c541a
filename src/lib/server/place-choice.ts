/** Choosing a place in the first step of a form, and lists of places to choose from. */
import { redirect } from '@sveltejs/kit';
import { compareText } from '../i18n/format.ts';
import { byMunicipality, recordedPlaces, type ChoiceGroup, type FoundPlace } from '../territories/choices.ts';
import type { TerritoryIndex } from '../territories/hierarchy.ts';
import { placesOf, searchPlaces } from '../territories/names.ts';
import { placeLabel } from '../territories/place-label.ts';
import { onlyAnswer } from '../territories/only-answer.ts';

const LONGEST_QUERY = 80;
const SHOWN = 20;

/** What the first step shows; see `ui/PlacePicker.svelte`. */
export interface PlaceChoice {
	codes: string[];
	query: string;
	found: FoundPlace[];
}

/**
 * The first step without script: answers `?q=`. The only place that was found is taken at once.
 * @param path address of the form, in the language of the page
 * @param regions places of these regions are offered
 */
export function choosePlace(
	url: URL,
	path: string,
	index: TerritoryIndex,
	regions: readonly string[]
): PlaceChoice {
	const codes = recordedPlaces(index, regions).map(({ code }) => code);
	const wanted = new Set(codes);
	const places = placesOf(index.all).filter(({ code }) => wanted.has(code));
	const query = (url.searchParams.get('q') ?? '').trim().slice(0, LONGEST_QUERY);
	const found = searchPlaces(places, query, SHOWN);
	const only = onlyAnswer(found, query);
	if (only) redirect(303, `${path}?place=${only.code}`);
	return {
		codes,
		query,
		found: found.map((place) => ({ code: place.code, kind: place.kind, label: placeLabel(place) }))
	};
}

/** Every place of these regions about which something can be recorded, by municipality. */
export function placeGroups(index: TerritoryIndex, regions: readonly string[]): ChoiceGroup[] {
	const of = ({ code, name }: { code: string; name: string }) => ({ code, value: code, label: name });
	return byMunicipality(recordedPlaces(index, regions), index, of, compareText);
}
