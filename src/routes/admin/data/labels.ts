import { m } from '$lib/i18n/paraglide/messages.js';
import { sourceLabels } from '../source-fields.ts';
import type { ImportForm } from './form.ts';

/** Names of the fields as people see them. */
export function importLabels(): Partial<Record<keyof ImportForm | 'file', string>> & Record<string, string> {
	return {
		file: m.import_file(),
		address: m.import_address(),
		indicator: m.import_indicator(),
		year: m.import_year(),
		unit: m.import_unit(),
		vintage: m.import_vintage(),
		method: m.import_method(),
		basis: m.import_basis(),
		...sourceLabels(),
		code: m.import_column_code(),
		name: m.import_column_name(),
		municipality: m.import_column_municipality(),
		yearColumn: m.import_column_year(),
		category: m.import_column_category(),
		value: m.import_column_value(),
		of: m.import_column_of(),
		part: m.import_column_part(),
		without: m.import_column_without(),
		where: m.import_where(),
		title: m.import_name()
	};
}
