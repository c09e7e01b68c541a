import { readCsv } from './csv.ts';
import { readJsonStat } from './json-stat.ts';
import { TableError, type SourceTable } from './table.ts';

/**
 * The text of a file: UTF-8, else Windows-1257, in which older Latvian tables are written.
 * @throws TableError `spreadsheet`, when it is none
 */
export function decode(bytes: Uint8Array): string {
	// XLSX, ODS and ZIP begin with PK, XLS with the mark of an OLE file.
	const start = [...bytes.subarray(0, 4)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
	if (start.startsWith('504b') || start === 'd0cf11e0') throw new TableError('spreadsheet');
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		return new TextDecoder('windows-1257').decode(bytes);
	}
}

/**
 * Reads a table, whatever its format: JSON-stat 2 or CSV.
 * @param placeColumn the column or dimension of places, where its name does not tell
 * @throws TableError
 */
export function readTable(text: string, placeColumn?: string): SourceTable {
	const start = text.trimStart().slice(0, 200).toLowerCase();
	if (start === '') throw new TableError('empty');
	if (start.startsWith('<')) throw new TableError('web_page');
	return start.startsWith('{') || start.startsWith('[') ? readJsonStat(text, placeColumn) : readCsv(text);
}
