import { afterEach, describe, expect, it } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { smallRegion } from '../../../tests/fixtures/small-region.ts';
import { readWorkbook } from '../../../tests/fixtures/workbook.ts';
import { locales, overwriteGetLocale } from '../i18n/paraglide/runtime.js';
import { plainLegend } from './figures.ts';
import { drawMonths, monthClasses } from './months.ts';
import { aboutReport, reportFileName, reportTables, type RegionDocument } from './report.ts';
import { tableSheets } from './workbook.ts';

const origin = { address: 'https://example.org/regions/latgale/report', funding: 'Finansē fonds' };
const readers = ['public', 'mandated'] as const;

afterEach(() => overwriteGetLocale(() => 'lv'));

async function workbook(report: RegionDocument) {
	const sheets = tableSheets(reportTables(report), aboutReport(report, origin));
	return readWorkbook(await writeXlsxFile(sheets).toBuffer());
}

describe.each(readers)('the workbook of a report (%s)', (reader) => {
	it('has a sheet for each table of the page, with the same numbers, and what is missing is empty', async () => {
		const report = smallRegion(reader);
		const [, ...sheets] = await workbook(report);
		const tables = reportTables(report);
		expect(sheets).toHaveLength(tables.length);
		for (const [at, { columns, rows }] of tables.entries()) {
			const [headings, ...lines] = sheets[at]?.rows ?? [];
			expect(Object.values(headings ?? {})).toEqual(columns.map(({ label }) => label));
			expect(lines.map((line) => columns.map((_, column) => line[letter(column)] ?? null))).toEqual(
				rows.map(({ cells }) =>
					cells.map(({ text, value }) => (value === null ? null : typeof value === 'number' ? value : text))
				)
			);
		}
	});

	it('says first what it is: day, class, what each table counts, sources with licence', async () => {
		const report = smallRegion(reader);
		const [about] = await workbook(report);
		const said = (about?.rows ?? []).map(({ A, B }) => [A, B]);
		expect(said).toContainEqual(['Stāvokļa diena', '2026. gada 22. novembris']);
		expect(said).toContainEqual([
			'Privātuma klase',
			expect.stringMatching(reader === 'public' ? /^P/ : /^M/)
		]);
		expect(said).toContainEqual(['Avots', 'census: Tautas skaitīšana (CSP). CC BY 4.0']);
		for (const { title, definition } of reportTables(report))
			expect(said).toContainEqual([title, definition]);
	});

	it('has names that spreadsheets take, in every language', async () => {
		for (const locale of locales) {
			overwriteGetLocale(() => locale);
			const names = (await workbook(smallRegion(reader))).map(({ name }) => name);
			expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
			for (const name of names) expect(name).toMatch(/^[^[\]:*?/\\']{1,31}$/);
		}
	});
});

it('takes no name for a formula', async () => {
	const sheets = tableSheets(reportTables(smallRegion('public')), { title: '', facts: [] });
	const cells = sheets.flatMap(({ data }) => data.flat());
	expect(cells).toContainEqual({ value: '=1+1 novads', wrap: true });
	const read = (await workbook(smallRegion('public'))).flatMap(({ rows }) => rows);
	expect(read.some((row) => row.A === '=1+1 novads')).toBe(true);
});

it('gives the public nothing that needs a mandate', async () => {
	const told = (report: RegionDocument) => JSON.stringify(reportTables(report));
	expect(told(smallRegion('mandated'))).toContain('47.5');
	expect(told(smallRegion('mandated'))).toContain('Kontakti');
	const open = JSON.stringify(await workbook(smallRegion('public')));
	for (const secret of ['47.5', 'Kontakti', 'Punktu vidus', 'Maz datu']) expect(open).not.toContain(secret);
});

it('says of places with few communities that they are few, and nothing else', () => {
	const table = reportTables(smallRegion('mandated')).find(({ id }) => id === 'gaps');
	const told = Object.fromEntries(
		(table?.rows ?? []).map(({ id, cells: [, communities, water] }) => [id, [communities?.value, water]])
	);
	expect(told['0020000']).toEqual([2, { text: 'Maz datu', value: null }]);
	// Taken from the sum, the others would tell of those two.
	expect(told['0010000']).toEqual([4, { text: 'Maz datu', value: null }]);
	expect(told.latgale).toEqual([6, { text: '50\u00a0%', value: 0.5, isShare: true }]);
	expect(reportTables(smallRegion('public')).map(({ id }) => id)).not.toContain('gaps');
});

it('names files by region, class and day', () => {
	const { view } = smallRegion('mandated');
	expect(reportFileName('tables', view, 'xlsx')).toBe('drosa-kopiena-latgale-tables-M-2026-11-22.xlsx');
});

it('makes of classes a legend that can follow a page, and says nothing twice', () => {
	const looks = monthClasses(smallRegion('public').history).map((look, count) => ({ look, count }));
	const { legend, explained } = plainLegend(looks, [looks[0]?.look.explain() ?? '']);
	expect(legend.map(({ id, count }) => [id, count])).toEqual([
		['active', '0'],
		['no_news', '1']
	]);
	expect(JSON.parse(JSON.stringify(legend))).toEqual(legend);
	expect(explained.map(({ names }) => names)).toEqual(['Ziņu vēl nav']);
});

describe('the picture of the months', () => {
	const { history } = smallRegion('public');
	const sheet = {
		...{ title: 'Latgale & <draugi>', subtitle: '', entries: [], grid: null, scale: null },
		notes: ['P – publisks']
	};
	const svg = drawMonths(history, { css: '.fill{}', sheet });

	it('has a column for each month, as high as its places are many', () => {
		const bars = [
			...svg.matchAll(/<rect class="fill" x="([\d.]+)" y="[\d.]+" width="[\d.]+" height="([\d.]+)"/g)
		];
		const heights = new Map<string, number[]>();
		for (const [, x = '', height = ''] of bars) heights.set(x, [...(heights.get(x) ?? []), Number(height)]);
		const columns = [...heights.values()];
		expect(columns).toHaveLength(history.days.length);
		expect(columns.map((parts) => parts.length)).toEqual([1, 2, 2]);
		const [first = [], second = []] = columns;
		const whole = first[0] ?? 0;
		// One of three places is active.
		expect(second.map((height) => Math.round((height / whole) * 300) / 100)).toEqual([1, 2]);
	});

	it('says where a year begins, what it is and of which class, and escapes every text', () => {
		expect(svg).toContain('>2026</text>');
		expect(svg).not.toContain('>2025</text>');
		expect(svg).toContain('P – publisks');
		expect(svg).toContain('Latgale &amp; &lt;draugi&gt;');
		expect(svg).not.toContain('<draugi>');
		expect(svg).not.toMatch(/NaN|undefined/);
	});
});

function letter(column: number): string {
	return String.fromCharCode('A'.charCodeAt(0) + column);
}
