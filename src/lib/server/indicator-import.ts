/** Loading figures of territories as imports, and taking imports back. The database asks for itself who calls. */
import { z } from 'zod';
import type { Source } from '../communities/schema.ts';
import type { ImportPlan, Reference } from '../indicators/adapters/plan.ts';
import { auditActor, auditEntrySchema } from '../people/audit.ts';
import { asJson, unwrap, type Backend, type Client } from './client.ts';
import { loadFormerUnits } from './indicators.ts';
import { sourceData, type GivenSource } from './given-source.ts';
import { parseRow, parseRows, readAll } from './rows.ts';
import { loadTerritories, territoryLabels } from './territories.ts';

/**
 * What a foreign table is matched against.
 * @throws AppError when the database does not answer or answers nonsense
 */
export async function loadImportReference(backend: Backend): Promise<Reference> {
	const [index, former] = await Promise.all([loadTerritories(backend), loadFormerUnits(backend)]);
	return { index, former, label: territoryLabels(index) };
}

/**
 * Loads the values of a plan, all or none.
 * @param known the sources there are
 * @returns id of the import
 * @throws AppError `forbidden`, `invalid_input` with the field
 */
export async function importIndicators(
	client: Client,
	plan: Pick<ImportPlan, 'values'>,
	title: string,
	source: GivenSource,
	known: readonly Pick<Source, 'id'>[]
): Promise<string> {
	const data = {
		title,
		...sourceData(source, known, 'dataset'),
		values: plan.values.map(({ territoryCode, inheritedFrom, ...value }) => ({
			...value,
			territory_code: territoryCode,
			inherited_from: inheritedFrom
		}))
	};
	const answer = await client.rpc('import_indicators', { data: asJson(data) });
	return parseRow('import_indicators', z.uuid(), unwrap(answer));
}

/**
 * Takes back all values of an import; what older imports hold is shown again.
 * @returns how many values are gone
 * @throws AppError `forbidden`, `not_found`, `already_used` (taken back before), `invalid_input` (reference data)
 */
export async function undoImport(client: Client, id: string): Promise<number> {
	const answer = await client.rpc('undo_indicator_import', { id });
	return parseRow('undo_indicator_import', z.int(), unwrap(answer));
}

const importRow = z.object({
	id: z.uuid(),
	title: z.string(),
	origin: z.enum(['seed', 'import']),
	source_id: z.string().nullable(),
	loaded_at: z.string(),
	undone_at: z.string().nullable()
});

/** An import as the list shows it. */
export interface ListedImport {
	id: string;
	title: string;
	/** `seed`: the reference data, which cannot be taken back. */
	origin: 'seed' | 'import';
	sourceId: string | null;
	/** ISO moments. */
	loadedAt: string;
	undoneAt: string | null;
	/** Who loaded it, in the words of the log; null for reference data and entries that the log no longer holds. */
	who: string | null;
}

/** Entries of the log looked through for names; older imports stay in the list without one. */
const LOG_ENTRIES = 1000;

/**
 * All imports, newest first; for national staff.
 * @throws AppError when the database does not answer or answers nonsense
 */
export async function listImports(client: Client): Promise<ListedImport[]> {
	const [rows, log] = await Promise.all([
		readAll('indicator_imports', importRow, (from, to) =>
			client
				.from('indicator_imports')
				.select('id, title, origin, source_id, loaded_at, undone_at')
				.order('loaded_at', { ascending: false })
				.order('id')
				.range(from, to)
		),
		client.rpc('audit_entries', { of_table: 'indicator_imports', max_rows: LOG_ENTRIES })
	]);
	const entries = parseRows('audit_entries', auditEntrySchema, unwrap(log));
	const loadedBy = new Map(
		entries.filter(({ action }) => action === 'insert').map((entry) => [entry.row_id, auditActor(entry)])
	);
	return rows.map((row) => ({
		id: row.id,
		title: row.title,
		origin: row.origin,
		sourceId: row.source_id,
		loadedAt: row.loaded_at,
		undoneAt: row.undone_at,
		who: row.origin === 'seed' ? null : (loadedBy.get(row.id) ?? null)
	}));
}
