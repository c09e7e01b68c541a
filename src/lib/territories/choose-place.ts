/** From what somebody wrote as “where” to the one parish, town or neighbourhood they mean. Works without script. */
import { isUnitKind, type TerritoryIndex } from './hierarchy.ts';
import { nearestNames, normaliseName, placesOf, searchPlaces, type Place } from './names.ts';
import { onlyAnswer } from './only-answer.ts';
import type { Territory } from './types.ts';

/** What a form about a place sends. */
export interface PlaceAsked {
	/** As typed. */
	text: string;
	/** The text for which `code` was chosen: a code counts only as long as the text has not changed since. */
	asked: string;
	code: string;
}

export type MeantPlace =
	| { ok: true; code: string }
	/** `choices` are offered; empty when nothing is like it. */
	| { ok: false; problem: 'required' | 'place_unknown' | 'place_which'; choices: Place[] };

/** As many as can be read over before choosing. */
const MOST_CHOICES = 30;

/** Whether something of this kind can be a community's home: a parish, town, state city or neighbourhood. */
export function isHomeKind(kind: Territory['kind']): boolean {
	return isUnitKind(kind) || kind === 'neighbourhood';
}

/**
 * The place that is meant, or the places among which to choose. A municipality stands for its parishes and towns.
 */
export function meantPlace(index: TerritoryIndex, { text, asked, code }: PlaceAsked): MeantPlace {
	const chosen = index.byCode(code);
	if (chosen && isHomeKind(chosen.kind) && normaliseName(text) === normaliseName(asked)) {
		return { ok: true, code: chosen.code };
	}
	if (text.trim() === '') return { ok: false, problem: 'required', choices: [] };

	const places = placesOf(index.all);
	const homes = places.filter(({ kind }) => isHomeKind(kind));
	const candidates = places.filter((place) => isHomeKind(place.kind) || place.kind === 'municipality');
	const found = searchPlaces(candidates, text, MOST_CHOICES);
	const only = onlyAnswer(found, text);
	if (only && isHomeKind(only.kind)) return { ok: true, code: only.code };
	const direct = found.filter(({ kind }) => isHomeKind(kind));
	const municipality = only ?? (direct.length > 0 ? undefined : found[0]);
	const inside = municipality === undefined ? [] : index.unitsOf(municipality.code).map((unit) => unit.code);
	const choices = municipality === undefined ? direct : homes.filter((place) => inside.includes(place.code));
	if (choices.length > 0) return { ok: false, problem: 'place_which', choices };
	return { ok: false, problem: 'place_unknown', choices: nearestNames(homes, text) };
}
