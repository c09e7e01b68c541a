import type { TerritoryIndex } from './hierarchy.ts';
import type { Territory } from './types.ts';

/** The zone in which the public sees less; which places lie in it is part of the territory reference. */
export const EASTERN_BORDER = 'eastern-border';

/** What a zone is from a day on. */
export interface ZoneVersion {
	zoneId: string;
	/** First day, ISO. */
	validFrom: string;
	/** Last day, ISO; null while no end is known. The next version ends it anyway. */
	validTo: string | null;
	definition: string;
	/** For zones by distance: at most so many km from Russia or Belarus, 0 touches; null for others. */
	borderKm: number | null;
	/** Key of `data_sources`. */
	sourceId: string;
	/** Territories as listed; whatever lies inside them belongs to the zone too. */
	territoryCodes: readonly string[];
}

/**
 * The version of a zone that holds on a day: the newest that has begun. Once a version has begun, older ones are
 * over, also when its own end has come: then the zone holds no longer.
 * @param versions of one zone, in any order
 * @param day ISO date
 * @returns null before the first version and after the end of the last
 */
export function zoneVersionOn(versions: readonly ZoneVersion[], day: string): ZoneVersion | null {
	let newest: ZoneVersion | null = null;
	for (const version of versions) {
		if (version.validFrom <= day && (newest === null || version.validFrom > newest.validFrom))
			newest = version;
	}
	if (newest === null || (newest.validTo !== null && newest.validTo < day)) return null;
	return newest;
}

/**
 * The version of a zone that maps offer on a day. The zone in which the public sees less protects facts of every day, so
 * it is there on days before and after it holds, too: its newest version, as the reference knows it.
 * @returns null where the zone is not to be offered
 */
export function zoneVersionShown(
	id: string,
	versions: readonly ZoneVersion[],
	day: string
): ZoneVersion | null {
	if (id !== EASTERN_BORDER) return zoneVersionOn(versions, day);
	return versions.reduce<ZoneVersion | null>(
		(newest, version) => (newest === null || version.validFrom > newest.validFrom ? version : newest),
		null
	);
}

/** The versions that hold on a day, one for each zone at most, by zone id. */
export function zonesOn(versions: readonly ZoneVersion[], day: string): Map<string, ZoneVersion> {
	const holding = new Map<string, ZoneVersion>();
	for (const zoneId of new Set(versions.map((version) => version.zoneId))) {
		const version = zoneVersionOn(
			versions.filter((each) => each.zoneId === zoneId),
			day
		);
		if (version) holding.set(zoneId, version);
	}
	return holding;
}

/**
 * Every territory of a version: those listed, all that lies inside them, and larger ones of which every unit is
 * listed or lies inside.
 * @returns codes; what the version lists and the reference does not know is left out
 */
export function territoriesInZone(
	index: TerritoryIndex,
	version: Pick<ZoneVersion, 'territoryCodes'>
): Set<string> {
	const listed = new Set(version.territoryCodes);
	const inside = new Set<string>();
	for (const { code } of index.all) {
		if (listed.has(code) || index.ancestors(code).some((holder) => listed.has(holder.code))) inside.add(code);
	}
	for (const { code } of index.all) {
		const units = index.unitsOf(code);
		if (units.length > 0 && units.every((unit) => inside.has(unit.code))) inside.add(code);
	}
	return inside;
}

/**
 * Units for a zone “within X km of Russia or Belarus”.
 * @param distances km by territory code; 0 touches. Units without a distance are not in the zone.
 * @param km at most so far; 0 means only those that touch
 */
export function unitsWithinKm(
	index: TerritoryIndex,
	distances: ReadonlyMap<string, number>,
	km: number
): string[] {
	return index
		.atLevel('parish')
		.filter(({ code }) => (distances.get(code) ?? Infinity) <= km)
		.map(({ code }) => code);
}

/** What of a municipality or state city belongs to a zone. */
export interface ZonePart {
	municipality: Territory;
	isWhole: boolean;
	/** Its units inside the zone. */
	units: readonly Territory[];
}

/**
 * A zone by municipality, in the order of the reference, for reading it over.
 * @param inside as `territoriesInZone` tells
 */
export function partsOfZone(index: TerritoryIndex, inside: ReadonlySet<string>): ZonePart[] {
	return index.atLevel('municipality').flatMap((municipality) => {
		const all = index.unitsOf(municipality.code);
		const units = all.filter(({ code }) => inside.has(code));
		return units.length === 0 ? [] : [{ municipality, isWhole: units.length === all.length, units }];
	});
}
