/** What national staff write about zones. They are read by `loadZones` of `indicators.ts`. */
import type { Source } from '../communities/schema.ts';
import { bestValues } from '../indicators/best.ts';
import type { ZoneVersion } from '../territories/zones.ts';
import { asJson, unwrap, type Backend, type Client } from './client.ts';
import { sourceData, type GivenSource } from './given-source.ts';
import { loadIndicatorValues } from './indicators.ts';

/** A zone as it is from a day on. */
export type WrittenZone = Omit<ZoneVersion, 'sourceId'> & { name: string };

/**
 * Adds a zone, a version of one, or replaces the version of the same day; all of it or nothing.
 * @param known the sources there are
 * @throws AppError `forbidden` (also for `EASTERN_BORDER`, whoever asks), `invalid_input` with the field
 */
export async function saveZone(
	client: Client,
	zone: WrittenZone,
	source: GivenSource,
	known: readonly Pick<Source, 'id'>[]
): Promise<void> {
	const data = {
		id: zone.zoneId,
		name: zone.name,
		definition: zone.definition,
		...sourceData(source, known, 'document'),
		valid_from: zone.validFrom,
		valid_to: zone.validTo,
		border_km: zone.borderKm,
		territory_codes: zone.territoryCodes
	};
	unwrap(await client.rpc('save_zone', { data: asJson(data) }));
}

/**
 * Takes back a version that was wrong; with its last version the zone goes, too.
 * @throws AppError `forbidden` (also for `EASTERN_BORDER`, whoever asks), `not_found`
 */
export async function removeZoneVersion(client: Client, zoneId: string, validFrom: string): Promise<void> {
	unwrap(await client.rpc('remove_zone_version', { zone_id: zoneId, valid_from: validFrom }));
}

/**
 * How far each territory is from Russia or Belarus, in km; 0 touches.
 * @throws AppError when the database does not answer or answers nonsense
 */
export async function loadBorderDistances(backend: Backend): Promise<Map<string, number>> {
	const best = bestValues(await loadIndicatorValues(backend, 'border-distance'));
	return new Map([...best].map(([code, { value }]) => [code, value]));
}
