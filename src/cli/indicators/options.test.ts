import { describe, expect, it } from 'vitest';
import { readTask } from './options.ts';

const IMPORT = ['--from', 'a.csv', '--indicator', 'population', '--source', 'csp'];

describe('the options of indicators:import', () => {
	it('say what to load, from where, and how to read it', () => {
		const words = [
			...IMPORT,
			...['--year', '2025', '--unit', 'thousands', '--names', '2018', '--method', 'secondhand'],
			...['--year-column', 'Gads', '--of', 'Kopā', '--part', 'Krievi', '--part', 'Poļi'],
			...['--where', 'Dzimums=Visi', '--place', 'a=b=0037600', '--dry-run']
		];
		expect(readTask(words)).toMatchObject({
			kind: 'import',
			from: 'a.csv',
			source: { id: 'csp' },
			dryRun: true,
			skip: false,
			reading: {
				...{ indicator: 'population', year: 2025, unit: 'thousands', vintage: '2018', method: 'secondhand' },
				columns: { year: 'Gads', of: 'Kopā', part: ['Krievi', 'Poļi'] },
				where: [{ column: 'Dzimums', cell: 'Visi' }],
				places: { 'a=b': '0037600' }
			}
		});
	});

	it('leave out what has a good default', () => {
		const task = readTask(IMPORT);
		expect(task).toMatchObject({
			reading: { vintage: 'today', method: 'published', basis: 'stated', where: [], places: {} }
		});
		expect(task.kind === 'import' && task.reading.year).toBeUndefined();
	});

	it('name a new source', () => {
		const words = [
			'--source-title',
			'Tabula',
			'--source-publisher',
			'CSP',
			'--source-url',
			'https://example.org'
		];
		expect(readTask([...IMPORT.slice(0, 4), ...words])).toMatchObject({
			source: { title: 'Tabula', publisher: 'CSP', url: 'https://example.org' }
		});
	});

	it('take an import back', () => {
		const id = '00000000-0000-4000-8000-0000000000ff';
		expect(readTask(['--undo', id])).toEqual({ kind: 'undo', id });
	});

	it.each<[string[], RegExp]>([
		[['--bogus'], /Unknown option '--bogus'/],
		[['tabula.csv'], /Unexpected argument 'tabula.csv'/],
		[[], /--from is missing/],
		[['--from', 'a.csv'], /--indicator is missing/],
		[['--from', 'a.csv', '--indicator', 'population'], /--source is missing/],
		[['--from', 'a.csv', '--indicator', 'shoes', '--source', 'csp'], /^--indicator: /],
		[[...IMPORT, '--year', 'pērn'], /^--year: a year has four digits/],
		[[...IMPORT, '--names', '2009'], /^--names: /],
		[[...IMPORT, '--place', 'Ludza'], /--place takes two things/],
		[['--undo', 'tas'], /--undo takes the id/]
	])('%j are refused with the name of the option', (words, said) => {
		expect(() => readTask(words)).toThrow(said);
	});
});
