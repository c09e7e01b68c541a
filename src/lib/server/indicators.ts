/** Figures of territories and zones by date, as the public may read them. */
import { z } from 'zod';
import { numeric } from '../communities/schema.ts';
import { createFormerUnits, type FormerUnits } from '../indicators/former.ts';
import {
	BASES,
	INDICATOR_IDS,
	MEASURES,
	METHODS,
	type IndicatorId,
	type LoadedValue,
	type Measure
} from '../indicators/types.ts';
import type { ZoneVersion } from '../territories/zones.ts';
import type { Backend } from './client.ts';
import { readAll, readSome } from './rows.ts';

/** An indicator with its name and unit as they stand in the data: Latvian. */
export interface Indicator {
	id: IndicatorId;
	name: string;
	measure: Measure;
	unit: string;
}

const indicatorRow = z.object({
	id: z.string().min(1),
	name: z.string().min(1),
	measure: z.enum(MEASURES),
	unit: z.string().min(1)
});

/**
 * The indicators that the database knows and this version of the product, too.
 * @throws AppError when the database does not answer or answers nonsense
 */
export async function loadIndicators(backend: Backend): Promise<Indicator[]> {
	const query = backend
		.publicClient()
		.from('public_indicators')
		.select('id, name, measure, unit')
		.order('id');
	const { items } = await readSome('public_indicators', indicatorRow, query);
	return items.flatMap((row) => {
		const id = INDICATOR_IDS.find((known) => known === row.id);
		return id ? [{ ...row, id }] : [];
	});
}

const valueRow = z
	.object({
		territory_code: z.string().min(1),
		indicator: z.enum(INDICATOR_IDS),
		year: z.number().int(),
		value: numeric,
		method: z.enum(METHODS),
		inherited_from: z.string().nullable(),
		basis: z.enum(BASES).nullable(),
		caveat: z.string().nullable(),
		source_id: z.string().min(1),
		import_id: z.uuid(),
		loaded_at: z.string().min(1)
	})
	.transform((row): LoadedValue => ({
		territoryCode: row.territory_code,
		indicator: row.indicator,
		year: row.year,
		value: row.value,
		method: row.method,
		inheritedFrom: row.inherited_from,
		basis: row.basis,
		caveat: row.caveat,
		sourceId: row.source_id,
		importId: row.import_id,
		loadedAt: row.loaded_at
	}));

const VALUE_COLUMNS =
	'territory_code, indicator, year, value, method, inherited_from, basis, caveat, source_id, import_id, loaded_at';

/**
 * Every value of one indicator: all territories, years and imports. Which of them to show says `bestValues`.
 * @throws AppError when the database does not answer or answers nonsense
 */
export function loadIndicatorValues(backend: Backend, indicator: IndicatorId): Promise<LoadedValue[]> {
	const client = backend.publicClient();
	return readAll('public_indicator_values', valueRow, (from, to) =>
		client
			.from('public_indicator_values')
			.select(VALUE_COLUMNS)
			.eq('indicator', indicator)
			.order('territory_code')
			.order('year')
			.order('import_id')
			.range(from, to)
	);
}

/**
 * Every value of one territory, for its card.
 * @throws AppError when the database does not answer or answers nonsense
 */
export function loadTerritoryValues(backend: Backend, territoryCode: string): Promise<LoadedValue[]> {
	const client = backend.publicClient();
	return readAll('public_indicator_values', valueRow, (from, to) =>
		client
			.from('public_indicator_values')
			.select(VALUE_COLUMNS)
			.eq('territory_code', territoryCode)
			.in('indicator', INDICATOR_IDS)
			.order('indicator')
			.order('year')
			.order('import_id')
			.range(from, to)
	);
}

const formerRow = z
	.object({
		code: z.string().min(1),
		code_2018: z.string().nullable(),
		municipality_2018: z.string().nullable()
	})
	.transform((row) => ({
		code: row.code,
		code2018: row.code_2018,
		municipality2018: row.municipality_2018
	}));

/**
 * What today's units were before the reform of 2021, for reading older tables.
 * @throws AppError when the database does not answer or answers nonsense
 */
export async function loadFormerUnits(backend: Backend): Promise<FormerUnits> {
	const client = backend.publicClient();
	const units = await readAll('public_former_territories', formerRow, (from, to) =>
		client
			.from('public_former_territories')
			.select('code, code_2018, municipality_2018')
			.order('code')
			.range(from, to)
	);
	return createFormerUnits(units);
}

/** A published zone with all its versions, oldest first. */
export interface DatedZone {
	id: string;
	/** As it stands in the data: Latvian. */
	name: string;
	versions: ZoneVersion[];
}

const zoneNameRow = z.object({ id: z.string().min(1), name: z.string().min(1) });
const versionRow = z.object({
	zone_id: z.string().min(1),
	valid_from: z.iso.date(),
	valid_to: z.iso.date().nullable(),
	definition: z.string().min(1),
	border_km: numeric.nullable(),
	source_id: z.string().min(1)
});
const listedRow = z.object({
	zone_id: z.string().min(1),
	valid_from: z.iso.date(),
	territory_code: z.string().min(1)
});

/**
 * The zones for maps and filters, by id. Which version holds on a day says `zoneVersionOn`. What the public may see
 * inside the eastern border does not depend on this: it hangs on `Territory.easternBorder`, on every day alike.
 * @throws AppError when the database does not answer or answers nonsense
 */
export async function loadZones(backend: Backend): Promise<DatedZone[]> {
	const client = backend.publicClient();
	const [names, versions, listed] = await Promise.all([
		readAll('public_zones', zoneNameRow, (from, to) =>
			client.from('public_zones').select('id, name').order('id').range(from, to)
		),
		readAll('public_zone_versions', versionRow, (from, to) =>
			client
				.from('public_zone_versions')
				.select('zone_id, valid_from, valid_to, definition, border_km, source_id')
				.order('zone_id')
				.order('valid_from')
				.range(from, to)
		),
		readAll('public_zone_version_territories', listedRow, (from, to) =>
			client
				.from('public_zone_version_territories')
				.select('zone_id, valid_from, territory_code')
				.order('zone_id')
				.order('valid_from')
				.order('territory_code')
				.range(from, to)
		)
	]);
	return names.map(({ id, name }) => ({
		id,
		name,
		versions: versions
			.filter((version) => version.zone_id === id)
			.map((version) => ({
				zoneId: id,
				validFrom: version.valid_from,
				validTo: version.valid_to,
				definition: version.definition,
				borderKm: version.border_km,
				sourceId: version.source_id,
				territoryCodes: listed
					.filter((row) => row.zone_id === id && row.valid_from === version.valid_from)
					.map((row) => row.territory_code)
			}))
	}));
}
