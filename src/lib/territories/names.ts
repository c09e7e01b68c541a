import { editDistance, prefixDistance } from './edit-distance.ts';
import { placeLabel } from './place-label.ts';
import type { Territory, TerritoryKind } from './types.ts';

/** One entry of the place search (`static/geo/places.json` is a list of these). */
export interface Place {
	/** Stable code of the territory. */
	code: string;
	/** The code in force today, only where it differs. */
	codeCurrent?: string;
	name: string;
	kind: TerritoryKind;
	/** Name of what it lies in: a unit's municipality, a municipality's region; null where nothing is needed. */
	within: string | null;
}

/** The entries of the place search for these territories, in their order. */
export function placesOf(territories: readonly Territory[]): Place[] {
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

/**
 * A name as it is compared: lower case, Latin letters without marks (ā → a, ŗ → r, ō → o), everything
 * that is neither letter nor digit as one space. Cyrillic is left as it is: its й and ё are letters of their own.
 */
export function normaliseName(text: string): string {
	return text
		.normalize('NFD')
		.replace(/(?<=\p{Script=Latin}\p{M}*)\p{M}+/gu, '')
		.normalize('NFC')
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim();
}

/** Letters of a key before a number is put behind it. */
const KEY_LENGTH = 50;

/**
 * A key out of what something is called: plain letters and digits, with a number where it is taken.
 * @returns `^[a-z0-9]+(-[a-z0-9]+)*$`, at most 60 letters
 */
export function plainId(text: string, taken: readonly string[]): string {
	const plain = normaliseName(text)
		.replace(/[^a-z0-9]+/g, '-')
		.slice(0, KEY_LENGTH)
		.replace(/^-+|-+$/g, '');
	const base = plain === '' ? 'id' : plain;
	let id = base;
	for (let number = 2; taken.includes(id); number++) id = `${base}-${number}`;
	return id;
}

/** Words that say what kind of place it is; nobody types them to tell places apart. */
const KIND_WORDS = / (?:pagasts|novads|apkaime|planosanas regions)$/;

function stem(normalisedName: string): string {
	return normalisedName.replace(KIND_WORDS, '');
}

/** Edits allowed before a text counts as something else; short texts would match everything. */
function tolerance(text: string): number {
	if (text.length < 4) return 0;
	return text.length < 8 ? 1 : 2;
}

const NO_MATCH = Number.POSITIVE_INFINITY;

/** How well a place answers a normalised query: 0 is best. */
function rank(place: Place, query: string): number {
	const name = normaliseName(place.name);
	if (name === query || stem(name) === query) return 0;
	if (name.startsWith(query)) return 1;
	if (` ${name}`.includes(` ${query}`)) return 2;
	// “salas jekabpils”: every word begins a word of the full label, in any order.
	const label = ` ${normaliseName(placeLabel(place))}`;
	if (query.includes(' ') && query.split(' ').every((word) => label.includes(` ${word}`))) return 3;
	if (name.includes(query)) return 4;
	// Latvian inflects: who looks for “Līvāni” may mean Līvānu novads. So near names always follow, last.
	const edits = prefixDistance(query, stem(name));
	return edits <= tolerance(query) ? 4 + edits : NO_MATCH;
}

/** With equal rank the place more people look for comes first. */
const KIND_ORDER: Record<TerritoryKind, number> = {
	state_city: 0,
	town: 1,
	municipality: 2,
	parish: 3,
	region: 4,
	country: 5,
	neighbourhood: 6
};

function compareText(a: string, b: string): number {
	if (a === b) return 0;
	return a < b ? -1 : 1;
}

function comparePlaces(a: Place, b: Place): number {
	return (
		KIND_ORDER[a.kind] - KIND_ORDER[b.kind] ||
		compareText(normaliseName(placeLabel(a)), normaliseName(placeLabel(b))) ||
		compareText(a.code, b.code)
	);
}

function codesOf(place: Place): string[] {
	return place.codeCurrent === undefined ? [place.code] : [place.code, place.codeCurrent];
}

/**
 * Places for what somebody typed, best first: exact name, beginning of the name, beginning of a word, several
 * words of the label, part of a word, small typing errors. Diacritics and case do not matter. Three or more
 * digits are looked up as the beginning of a code. An empty query finds nothing.
 */
export function searchPlaces(places: readonly Place[], query: string, limit = 8): Place[] {
	const wanted = normaliseName(query);
	if (wanted === '') return [];
	const isCode = /^(?:lv)?\d{3,}$/.test(wanted);
	const found: { place: Place; rank: number }[] = [];
	for (const place of places) {
		const placeRank = isCode
			? codesOf(place).some((code) => code.startsWith(wanted.replace('lv', '')))
				? 0
				: NO_MATCH
			: rank(place, wanted);
		if (placeRank !== NO_MATCH) found.push({ place, rank: placeRank });
	}
	return found
		.sort((a, b) => a.rank - b.rank || comparePlaces(a.place, b.place))
		.slice(0, limit)
		.map((entry) => entry.place);
}

function commonBeginning(a: string, b: string): number {
	let length = 0;
	while (length < a.length && a[length] === b[length]) length++;
	return length;
}

/** The share of a text that may differ for a name to be offered instead of it. */
const NEAREST_SHARE = 0.5;

/**
 * What somebody may have meant by a code or name that does not exist, nearest first (for a 404 page).
 * Codes are compared digit by digit, names without the words pagasts and novads; nothing at all
 * alike gives an empty list.
 */
export function nearestNames(places: readonly Place[], text: string, limit = 5): Place[] {
	const wanted = normaliseName(text);
	if (wanted === '') return [];
	const isCode = /\d/.test(wanted);
	const candidates = places.map((place) => {
		const names = isCode
			? codesOf(place).map((code) => code.toLowerCase())
			: [stem(normaliseName(place.name))];
		const target = isCode ? wanted.replaceAll(' ', '') : stem(wanted);
		return {
			place,
			distance: Math.min(...names.map((name) => editDistance(target, name))),
			// Codes of one municipality begin alike: an unknown code is nearest to its own neighbourhood.
			shared: Math.max(...names.map((name) => commonBeginning(target, name))),
			most: Math.max(1, Math.floor(target.length * NEAREST_SHARE))
		};
	});
	return candidates
		.filter((candidate) => candidate.distance <= candidate.most)
		.sort((a, b) => a.distance - b.distance || b.shared - a.shared || comparePlaces(a.place, b.place))
		.slice(0, limit)
		.map((candidate) => candidate.place);
}
