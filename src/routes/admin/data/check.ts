/** The steps between a sent form and what would be loaded. Server only. */
import { createHash } from 'node:crypto';
import { planImport, type ImportPlan } from '$lib/indicators/adapters/plan.ts';
import { decode, readTable } from '$lib/indicators/adapters/read.ts';
import { TableError } from '$lib/indicators/adapters/table.ts';
import { m } from '$lib/i18n/paraglide/messages.js';
import { pack, unpack } from '$lib/server/carried.ts';
import type { Backend } from '$lib/server/client.ts';
import { loadImportReference } from '$lib/server/indicator-import.ts';
import { fetchFile, RemoteFileError } from '$lib/server/remote-file.ts';
import { readForm, type Refused } from '$lib/ui/forms.ts';
import { importForm, placesOf, readingOf, type ImportForm } from './form.ts';
import { remoteSentence, tableSentence } from './words.ts';

/** A table that came in, packed for the next step. */
interface Carried {
	text: string;
	packed: string;
	name: string;
}

/** A form with a table that can be read. */
export interface Checked {
	form: ImportForm;
	values: Record<string, string>;
	plan: ImportPlan;
	/** Tells one set of values from another. */
	mark: string;
}

export type CheckOutcome = ({ ok: true } & Checked) | ({ ok: false } & Refused);

/**
 * Reads form and table. What was typed comes back whatever happens, the table too, so that nobody chooses the file
 * twice.
 * @param mayFetch spends the limit on fetching, before an address is asked
 */
export async function check(
	backend: Backend,
	formData: FormData,
	mayFetch: () => Promise<void>
): Promise<CheckOutcome> {
	const read = readForm(importForm, formData);
	const places = placesOf(formData);
	const table = await tableOf(formData, mayFetch);
	const values = {
		...read.values,
		...places,
		...(typeof table === 'string'
			? { table: '', tableName: '' }
			: { table: table.packed, tableName: table.name })
	};
	if (!read.ok) return { ...read, values };
	if (typeof table === 'string') return { ok: false, values, problems: {}, message: table };
	try {
		const reading = readingOf(read.data, places);
		const source = readTable(table.text, reading.columns.code ?? reading.columns.name);
		const plan = planImport(source, reading, await loadImportReference(backend));
		return { ok: true, form: read.data, values, plan, mark: markOf(plan) };
	} catch (error) {
		if (!(error instanceof TableError)) throw error;
		return { ok: false, values, problems: {}, message: tableSentence(error) };
	}
}

function markOf({ values }: ImportPlan): string {
	return createHash('sha256').update(JSON.stringify(values)).digest('base64url');
}

/** The table of a form: a chosen file, else that of an address, else the one carried from the step before. */
async function tableOf(formData: FormData, mayFetch: () => Promise<void>): Promise<Carried | string> {
	const text = (name: string): string => {
		const value = formData.get(name);
		return typeof value === 'string' ? value.trim() : '';
	};
	const [file, address] = [formData.get('file'), text('address')];
	try {
		if (file instanceof File && file.size > 0) {
			return carried(decode(new Uint8Array(await file.arrayBuffer())), file.name);
		}
		const kept = unpack(text('table'));
		if (kept !== null && (address === '' || address === text('tableName'))) {
			return { text: kept, packed: text('table'), name: text('tableName') };
		}
		if (address === '') return m.import_file_missing();
		await mayFetch();
		return carried(decode(await fetchFile(address)), address);
	} catch (error) {
		if (error instanceof TableError) return tableSentence(error);
		if (error instanceof RemoteFileError) return remoteSentence(error);
		throw error;
	}
}

function carried(text: string, name: string): Carried | string {
	const packed = pack(text);
	return packed === null ? m.import_file_too_large() : { text, packed, name: name.slice(0, 500) };
}
