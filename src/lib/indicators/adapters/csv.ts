import Papa from 'papaparse';
import { distinctHeadings, TableError, type SourceTable } from './table.ts';

/**
 * Reads CSV of any origin: comma, semicolon (as Latvian Excel writes), tab or bar between cells. Lines above the
 * heading (PxWeb puts the title there) and notes below the table are left out: they have a single cell.
 * @throws TableError `empty`, `no_rows`
 */
export function readCsv(text: string): SourceTable {
	if (text.trim() === '') throw new TableError('empty');
	const { data } = Papa.parse<string[]>(text, {
		delimitersToGuess: [';', ',', '\t', '|'],
		skipEmptyLines: 'greedy'
	});
	const isRow = (cells: readonly string[]): boolean => cells.filter((cell) => cell.trim() !== '').length > 1;
	const start = data.findIndex(isRow);
	const heading = data[start];
	if (heading === undefined) throw new TableError('no_rows');
	const width = heading.length;
	const rows = data
		.slice(start + 1)
		.filter(isRow)
		.map((cells) => Array.from({ length: width }, (_, column) => (cells[column] ?? '').trim()));
	if (rows.length === 0) throw new TableError('no_rows');
	return {
		format: 'csv',
		title: start > 0 ? (data[0]?.join(' ').trim() ?? null) : null,
		columns: distinctHeadings(heading),
		rows,
		known: {}
	};
}
