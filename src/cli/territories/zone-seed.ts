import { createTerritoryIndex } from '../../lib/territories/hierarchy.ts';
import { EASTERN_BORDER, unitsWithinKm, type ZoneVersion } from '../../lib/territories/zones.ts';
import type { TerritoryRow } from './reference.ts';
import { SOURCE_IDS } from './sources.ts';
import { insertNew, literal, upsert, type SqlValue } from './sql.ts';

/** A zone of the reference data: its name and its one version. */
interface Zone extends ZoneVersion {
	name: string;
}

/** Distance, in km, of the zone “near the border”. */
const NEAR_KM = 30;

function zones(territories: readonly TerritoryRow[], distances: ReadonlyMap<string, number>): Zone[] {
	const index = createTerritoryIndex(territories);
	return [
		{
			zoneId: EASTERN_BORDER,
			name: 'Austrumu pierobeža',
			definition:
				'Austrumu pierobeža rīcībpolitikas izpratnē: viss Latgales plānošanas reģions un Alūksnes novads, kā to nosaka ' +
				'rīcības plāns 2025.–2027. gadam (Ministru kabineta 20.01.2025. rīkojums Nr. 32). Tā nav pierobeža vai pierobežas ' +
				'josla likuma izpratnē.',
			validFrom: '2025-01-20',
			validTo: null,
			borderKm: null,
			sourceId: SOURCE_IDS.easternBorder,
			// Units of the zone and the municipalities and region that lie in it as a whole; neighbourhoods follow their unit.
			territoryCodes: territories
				.filter((row) => row.easternBorder && row.kind !== 'neighbourhood')
				.map(({ code }) => code)
		},
		{
			zoneId: 'touches-eastern-neighbours',
			name: 'Robežojas ar Krieviju vai Baltkrieviju',
			definition:
				'Pagasti un pilsētas, kuru robeža ir arī Latvijas robeža ar Krieviju vai Baltkrieviju. Aprēķināts pēc ' +
				'vispārinātām robežlīnijām.',
			validFrom: '2022-07-01',
			validTo: null,
			borderKm: 0,
			sourceId: SOURCE_IDS.borderDistance,
			territoryCodes: unitsWithinKm(index, distances, 0)
		},
		{
			zoneId: `border-${NEAR_KM}-km`,
			name: `Līdz ${NEAR_KM} km no Krievijas vai Baltkrievijas robežas`,
			definition:
				`Pagasti un pilsētas, kuru tuvākais punkts ir ne tālāk kā ${NEAR_KM} km no Latvijas robežas ar Krieviju vai ` +
				'Baltkrieviju. Aprēķināts pēc vispārinātām robežlīnijām; tā nav pierobeža vai pierobežas josla likuma izpratnē.',
			validFrom: '2022-07-01',
			validTo: null,
			borderKm: NEAR_KM,
			sourceId: SOURCE_IDS.borderDistance,
			territoryCodes: unitsWithinKm(index, distances, NEAR_KM)
		}
	];
}

/** Zones, the list that protects the eastern border, and the versions of all zones. */
export function zoneSeed(
	territories: readonly TerritoryRow[],
	distances: ReadonlyMap<string, number>
): string[] {
	const all = zones(territories, distances);
	return [
		upsert('zones', 'id', {
			columns: ['id', 'name', 'definition', 'complete', 'source_id'],
			values: all.map((zone): SqlValue[] => [zone.zoneId, zone.name, zone.definition, true, zone.sourceId])
		}),
		...all.filter((zone) => zone.zoneId === EASTERN_BORDER).map(protectedTerritories),
		upsert('zone_versions', 'zone_id, valid_from', {
			columns: ['zone_id', 'valid_from', 'valid_to', 'definition', 'border_km', 'source_id'],
			values: all.map((zone): SqlValue[] => [
				zone.zoneId,
				zone.validFrom,
				zone.validTo,
				zone.definition,
				zone.borderKm,
				zone.sourceId
			])
		}),
		...all.map(
			({ zoneId, validFrom }) =>
				`delete from public.zone_version_territories where zone_id = ${literal(zoneId)} and valid_from = ${literal(validFrom)};\n`
		),
		insertNew('zone_version_territories', {
			columns: ['zone_id', 'valid_from', 'territory_code'],
			values: all.flatMap(({ zoneId, validFrom, territoryCodes }) =>
				territoryCodes.map((code): SqlValue[] => [zoneId, validFrom, code])
			)
		})
	];
}

/** One statement, so that the zone that limits what the public sees is never empty, not even for a moment. */
function protectedTerritories({ zoneId, territoryCodes }: Zone): string {
	const codes = territoryCodes.map((code) => `\t(${literal(zoneId)}, ${literal(code)})`);
	return `with listed (zone_id, territory_code) as (values
${codes.join(',\n')}
),
removed as (
	delete from public.zone_territories old
	where old.zone_id = ${literal(zoneId)}
		and old.territory_code not in (select listed.territory_code from listed)
)
insert into public.zone_territories (zone_id, territory_code)
select listed.zone_id, listed.territory_code from listed
on conflict do nothing;
`;
}
