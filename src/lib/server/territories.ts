import { z } from 'zod';
import { numeric } from '../communities/schema.ts';
import { createTerritoryIndex, type TerritoryIndex } from '../territories/hierarchy.ts';
import { placesOf, type Place } from '../territories/names.ts';
import { REGION_CODES, TERRITORY_KINDS, type Territory } from '../territories/types.ts';
import type { Backend } from './client.ts';
import { readAll } from './rows.ts';

const territoryRow = z
	.object({
		code: z.string().min(1),
		code_current: z.string().min(1),
		kind: z.enum(TERRITORY_KINDS),
		name: z.string().min(1),
		parent_code: z.string().nullable(),
		region: z.enum(REGION_CODES).nullable(),
		lon: z.number(),
		lat: z.number(),
		area_km2: numeric,
		eastern_border: z.boolean()
	})
	.transform((row): Territory => ({
		code: row.code,
		codeCurrent: row.code_current,
		kind: row.kind,
		name: row.name,
		parentCode: row.parent_code,
		region: row.region,
		lon: row.lon,
		lat: row.lat,
		areaKm2: row.area_km2,
		easternBorder: row.eastern_border
	}));

/**
 * Territories change only with a migration or a new seed, and both are applied before a backend answers. So each
 * backend reads them once and every request shares the index; it holds nothing of a visitor.
 */
const indexes = new WeakMap<Backend, Promise<TerritoryIndex>>();

/**
 * The territory reference: 718 rows with their hierarchy.
 * @throws AppError when the database does not answer or answers nonsense; the next call asks again
 */
export function loadTerritories(backend: Backend): Promise<TerritoryIndex> {
	const known = indexes.get(backend);
	if (known) return known;
	const index = readTerritories(backend).then(createTerritoryIndex);
	indexes.set(backend, index);
	index.catch(() => indexes.delete(backend));
	return index;
}

function readTerritories(backend: Backend): Promise<Territory[]> {
	const client = backend.publicClient();
	return readAll('public_territories', territoryRow, (from, to) =>
		client
			.from('public_territories')
			.select('code, code_current, kind, name, parent_code, region, lon, lat, area_km2, eastern_border')
			.order('code')
			.range(from, to)
	);
}

/** What the place search and the 404 page look through. */
export function searchablePlaces(index: TerritoryIndex): Place[] {
	return placesOf(index.all);
}

/**
 * Names that cannot be mistaken: `Preiļi`, but `Salas pagasts, Jēkabpils novads`, because there are two.
 * @returns null for an unknown code
 */
export function territoryLabels(index: TerritoryIndex): (code: string) => string | null {
	const seen = new Set<string>();
	const doubled = new Set<string>();
	for (const { name } of index.all) (seen.has(name) ? doubled : seen).add(name);
	return (code) => {
		const territory = index.byCode(code);
		if (!territory) return null;
		const parent = nameOf(index, territory.parentCode);
		return doubled.has(territory.name) && parent !== null ? `${territory.name}, ${parent}` : territory.name;
	};
}

function nameOf(index: TerritoryIndex, code: string | null): string | null {
	return (code === null ? undefined : index.byCode(code))?.name ?? null;
}
