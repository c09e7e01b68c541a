import { normaliseName, type Place } from '../territories/names.ts';
import { TERRITORY_KINDS } from '../territories/types.ts';

export { searchPlaces } from '../territories/names.ts';

function isPlace(value: unknown): value is Place {
	if (typeof value !== 'object' || value === null) return false;
	const { code, name, kind, within } = value as Record<string, unknown>;
	const isText = (text: unknown) => typeof text === 'string';
	return (
		isText(code) &&
		isText(name) &&
		TERRITORY_KINDS.some((known) => known === kind) &&
		(within === null || isText(within))
	);
}

/**
 * Fetches the names of all places (`static/geo/places.json`). Throws on network failure, HTTP error, and
 * anything that is no list of places. Checked by hand: zod would weigh more than all of the search.
 */
export async function loadPlaces(url: string): Promise<readonly Place[]> {
	const response = await fetch(url);
	if (!response.ok) throw new Error(`places: HTTP ${response.status}`);
	const data: unknown = await response.json();
	if (!Array.isArray(data) || !data.every(isPlace)) throw new TypeError('not a list of places');
	return data;
}

/** A piece of a text; `hit` = it is what was typed. */
export interface Piece {
	text: string;
	hit: boolean;
}

/** A letter as it is compared; what is neither letter nor digit parts words. */
function fold(letter: string): string {
	return normaliseName(letter) || ' ';
}

/**
 * Cuts a label into pieces so that what was typed can be shown in bold: “Mērdzenes” for “merdzene”. The typed
 * text as a whole at the beginning of a word, else anywhere; several words each by itself. A place found by its
 * likeness has no hits.
 */
export function highlight(label: string, query: string): Piece[] {
	const letters = Array.from(label.normalize('NFC'));
	// One folded letter per letter, so that positions stay the same.
	const folded = letters.map((letter) => fold(letter).charAt(0)).join('');
	const wanted = normaliseName(query);
	const find = (text: string): number => {
		const atWord = ` ${folded}`.indexOf(` ${text}`);
		return atWord >= 0 ? atWord : folded.indexOf(text);
	};
	const texts = find(wanted) >= 0 ? [wanted] : wanted.split(' ');
	const hits = letters.map(() => false);
	for (const text of texts) {
		const start = find(text);
		if (text !== '' && start >= 0) hits.fill(true, start, start + text.length);
	}
	const pieces: Piece[] = [];
	for (const [index, letter] of letters.entries()) {
		const hit = hits[index] ?? false;
		const last = pieces.at(-1);
		if (last?.hit === hit) last.text += letter;
		else pieces.push({ text: letter, hit });
	}
	return pieces;
}
