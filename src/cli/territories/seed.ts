import { communitySeed } from './community-seed.ts';
import { createNameLookup } from './name-lookup.ts';
import type { TerritoryRow } from './reference.ts';
import { documentSources, SOURCE_IDS, TERRITORY_SOURCES } from './sources.ts';
import { literal, upsert, type SqlValue } from './sql.ts';
import type { SourceTables } from './tables.ts';

const HEADER = `-- Written by \`npm run territories:build\` from the source tables (docs/data.md). Do not edit: change the tables.
-- May be run again at any time: reference rows are written anew, rows that people work on are added only when they
-- are missing.
`;

const ZONE = {
	id: 'eastern-border',
	name: 'Austrumu pierobeža',
	definition:
		'Austrumu pierobeža rīcībpolitikas izpratnē: viss Latgales plānošanas reģions un Alūksnes novads, kā to nosaka ' +
		'rīcības plāns 2025.–2027. gadam (Ministru kabineta 20.01.2025. rīkojums Nr. 32). Tā nav pierobeža vai pierobežas ' +
		'josla likuma izpratnē.'
};

/** The whole of supabase/seed.sql. Statements are safe one by one and better in one transaction. */
export function buildSeed(tables: SourceTables, territories: readonly TerritoryRow[]): string {
	const names = createNameLookup(territories);
	return [
		HEADER,
		upsert('data_sources', 'id', {
			columns: ['id', 'kind', 'title', 'publisher', 'published', 'place', 'url', 'licence', 'weaknesses'],
			values: [...TERRITORY_SOURCES, ...documentSources(tables.documents)].map((source): SqlValue[] => [
				source.id,
				source.kind,
				source.title,
				source.publisher,
				source.published,
				source.place,
				source.url,
				source.licence,
				source.weaknesses
			])
		}),
		territorySeed(territories),
		upsert('zones', 'id', {
			columns: ['id', 'name', 'definition', 'complete', 'source_id'],
			values: [[ZONE.id, ZONE.name, ZONE.definition, true, SOURCE_IDS.easternBorder]]
		}),
		zoneTerritorySeed(territories),
		...communitySeed(tables, names)
	].join('\n');
}

function territorySeed(territories: readonly TerritoryRow[]): string {
	return upsert('territories', 'code', {
		columns: [
			'code',
			'code_current',
			'kind',
			'name',
			'parent_code',
			'region',
			'lon',
			'lat',
			'area_km2',
			'code_2018',
			'municipality_2018',
			'border_russia_km',
			'border_belarus_km',
			'source_id'
		],
		values: territories.map((row): SqlValue[] => [
			row.code,
			row.codeCurrent,
			row.kind,
			row.name,
			row.parentCode,
			row.region,
			row.lon,
			row.lat,
			row.areaKm2,
			row.code2018,
			row.municipality2018,
			row.borderRussiaKm,
			row.borderBelarusKm,
			row.sourceId
		])
	});
}

/**
 * Units of the zone and the municipalities and region that lie in it as a whole; neighbourhoods follow their
 * unit. One statement, so that the zone that limits what the public sees is never empty, not even for a moment.
 */
function zoneTerritorySeed(territories: readonly TerritoryRow[]): string {
	const codes = territories
		.filter((row) => row.easternBorder && row.kind !== 'neighbourhood')
		.map((row) => `\t(${literal(ZONE.id)}, ${literal(row.code)})`);
	return `with listed (zone_id, territory_code) as (values
${codes.join(',\n')}
),
removed as (
	delete from public.zone_territories old
	where old.zone_id = ${literal(ZONE.id)}
		and old.territory_code not in (select listed.territory_code from listed)
)
insert into public.zone_territories (zone_id, territory_code)
select listed.zone_id, listed.territory_code from listed
on conflict do nothing;
`;
}
