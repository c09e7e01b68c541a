import { distance } from '@turf/distance';
import type { Definition, Item } from '../checklists/types.ts';
import { CRITICAL_FACTOR } from '../scoring/rules.ts';
import type { TerritoryIndex } from '../territories/hierarchy.ts';
import type { Territory } from '../territories/types.ts';
import type { AreaGaps, Standing } from './gaps.ts';
import { MIN_COMMUNITIES } from './small-numbers.ts';

/** How far people go to a training, or a municipality shares a purchase, in km. */
export const TOGETHER_KM = 25;

/** A place with communities that have not done an item yet, or only begun. */
export interface NeedyPlace {
	/** A unit; or a municipality, for those of its communities of whose units nothing is shown. */
	code: string;
	/** Communities at level 0 or 1 there. */
	communities: number;
	/** Some units of the municipality are places of their own: this is what it has besides them. */
	isRest?: true;
}

/** One step that several communities near each other could take together. */
export interface HelpTogether {
	item: Item;
	/** The place from which all others are at most `TOGETHER_KM` away. */
	centre: string;
	communities: number;
	/** The most communities first. */
	places: NeedyPlace[];
	/** Communities times what the item weighs for one of them, by effort. */
	worth: number;
}

/**
 * Which next steps help most communities at once. An item counts for a community at level 0 or 1.
 *
 * Everything comes from values that `gapsOf` shows, so it says nothing beyond them: where units of a municipality are
 * shown they are places of their own, and what the municipality has besides them stands at its middle. Around the place
 * that reaches most communities a circle is drawn, what lies in it is taken out, and so on. (Clusters by density would
 * form chains, whose ends are further apart than the sentence says.)
 * @param municipalities codes of those that the reader may see
 * @returns the most worthwhile first; only where at least three communities come together
 */
export function helpTogether(
	gaps: ReadonlyMap<string, AreaGaps>,
	{ items }: Pick<Definition, 'items'>,
	index: TerritoryIndex,
	municipalities: readonly string[]
): HelpTogether[] {
	const near = neighbours(index, municipalities);
	return items
		.flatMap((item) => {
			const needy = municipalities.flatMap((code) => needyPlaces(gaps, item.id, index, code));
			return circles(needy, near).map((circle): HelpTogether => ({
				item,
				...circle,
				worth: (circle.communities * item.weight * (item.critical ? CRITICAL_FACTOR : 1)) / item.effort
			}));
		})
		.toSorted((a, b) => b.worth - a.worth || b.communities - a.communities);
}

/** Of a municipality that is shown: its shown units, and the rest at its own point. */
function needyPlaces(
	gaps: ReadonlyMap<string, AreaGaps>,
	item: string,
	index: TerritoryIndex,
	code: string
): NeedyPlace[] {
	const standing = (area: string) => gaps.get(area)?.items.get(item);
	const units = index
		.unitsOf(code)
		.filter((unit) => unit.code !== code)
		.map((unit) => ({ code: unit.code, communities: lowIn(standing(unit.code)) }));
	const inUnits = units.reduce((sum, { communities }) => sum + communities, 0);
	const rest = {
		...{ code, communities: lowIn(standing(code)) - inUnits },
		...(inUnits > 0 && { isRest: true as const })
	};
	return [...units, rest].filter(({ communities }) => communities > 0);
}

function lowIn(standing: Standing | undefined): number {
	return standing === undefined ? 0 : standing.levels[0] + standing.levels[1];
}

/** For each municipality and unit the codes of those, itself among them, that are at most `TOGETHER_KM` away. */
function neighbours(
	index: TerritoryIndex,
	municipalities: readonly string[]
): ReadonlyMap<string, ReadonlySet<string>> {
	const places = new Map(
		municipalities
			.flatMap((code) => [index.byCode(code), ...index.unitsOf(code)])
			.flatMap((place) => (place === undefined ? [] : [[place.code, place] as const]))
	);
	const isNear = (a: Territory, b: Territory): boolean =>
		distance([a.lon, a.lat], [b.lon, b.lat], { units: 'kilometers' }) <= TOGETHER_KM;
	const all = [...places.values()];
	return new Map(
		all.map((place) => [
			place.code,
			new Set(all.filter((other) => isNear(place, other)).map(({ code }) => code))
		])
	);
}

function circles(
	needy: readonly NeedyPlace[],
	near: ReadonlyMap<string, ReadonlySet<string>>
): Pick<HelpTogether, 'centre' | 'communities' | 'places'>[] {
	const found: Pick<HelpTogether, 'centre' | 'communities' | 'places'>[] = [];
	let left = needy;
	while (left.length > 0) {
		const around = left.map(({ code: centre }) => {
			const places = left.filter(({ code }) => near.get(centre)?.has(code));
			return { centre, places, communities: sumOf(places) };
		});
		const [best] = around.toSorted((a, b) => b.communities - a.communities || (a.centre < b.centre ? -1 : 1));
		if (best === undefined || best.communities < MIN_COMMUNITIES) break;
		found.push({ ...best, places: best.places.toSorted((a, b) => b.communities - a.communities) });
		left = left.filter((place) => !best.places.includes(place));
	}
	return found;
}

function sumOf(places: readonly NeedyPlace[]): number {
	return places.reduce((sum, { communities }) => sum + communities, 0);
}
