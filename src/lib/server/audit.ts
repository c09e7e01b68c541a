import { auditEntrySchema, type AuditEntry, type AuditTable } from '../people/audit.ts';
import { unwrap, type Client } from './client.ts';
import { parseRows } from './rows.ts';

/** Entries on a page of the log. */
const SHOWN = 50;

/**
 * A page of the audit log, newest first.
 * @param before only entries older than the one with this id
 * @returns with `next`, the id after which the next page begins; null on the last one
 * @throws AppError `forbidden` for people without a right to read it
 */
export async function loadAuditPage(
	client: Client,
	{ region, table, before }: { region: string | null; table: AuditTable | null; before: number | null }
): Promise<{ entries: AuditEntry[]; next: number | null }> {
	const rows = unwrap(
		await client.rpc('audit_entries', {
			...(region === null ? {} : { of_region: region }),
			...(table === null ? {} : { of_table: table }),
			...(before === null ? {} : { before_id: before }),
			// One more tells whether there is a next page.
			max_rows: SHOWN + 1
		})
	);
	const found = parseRows('audit_entries', auditEntrySchema, rows);
	const entries = found.slice(0, SHOWN);
	return { entries, next: found.length > SHOWN ? (entries.at(-1)?.id ?? null) : null };
}
