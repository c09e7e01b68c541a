import type { IndicatorValue } from '../../lib/indicators/types.ts';
import { communitySeed } from './community-seed.ts';
import { indicatorSeed } from './indicator-seed.ts';
import { createNameLookup } from './name-lookup.ts';
import type { TerritoryRow } from './reference.ts';
import { documentSources, TERRITORY_SOURCES } from './sources.ts';
import { upsert, type SqlValue } from './sql.ts';
import type { SourceTables } from './tables.ts';
import { zoneSeed } from './zone-seed.ts';

const HEADER = `-- Written by \`npm run territories:build\` from the source tables (docs/data.md). Do not edit: change the tables.
-- May be run again at any time: reference rows are written anew, rows that people work on are added only when they
-- are missing.
`;

/** What is computed from tables and boundaries besides the territories themselves. */
export interface Computed {
	values: readonly IndicatorValue[];
	/** km to the border with Russia or Belarus by unit. */
	distances: ReadonlyMap<string, number>;
}

/** The whole of supabase/seed.sql. Statements are safe one by one and better in one transaction. */
export function buildSeed(
	tables: SourceTables,
	territories: readonly TerritoryRow[],
	{ values, distances }: Computed
): string {
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
		...zoneSeed(territories, distances),
		...indicatorSeed(values),
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
