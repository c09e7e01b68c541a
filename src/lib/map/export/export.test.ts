import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { smallTopology } from '../../../../tests/fixtures/small-country.ts';
import { smallMap } from '../../../../tests/fixtures/small-map.ts';
import { readWorkbook } from '../../../../tests/fixtures/workbook.ts';
import type { LayerAccess } from '../../layers/types.ts';
import { secondLayer } from '../../layers/catalogue.ts';
import { decodeTopology } from '../geometry.ts';
import { aboutExport } from './about.ts';
import { exportColumns } from './columns.ts';
import { csvCell, toCsv } from './csv.ts';
import type { PlacePoint } from '../types.ts';
import { exportFileName } from './file-name.ts';
import { toGeoJson } from './geojson.ts';
import type { ExportedMap } from './types.ts';
import { toSheets } from './xlsx.ts';

const origin = { address: 'https://example.org/map?layer=minority-share', funding: 'Finansē fonds' };

function csvRows(map: ExportedMap): Record<string, string>[] {
	const text = toCsv(exportColumns(map), map.rows);
	expect(text.startsWith('\uFEFF')).toBe(true);
	return Papa.parse<Record<string, string>>(text.slice(1), { header: true, skipEmptyLines: true }).data;
}

function geoJson(map: ExportedMap) {
	const light = smallTopology();
	const areas = decodeTopology({
		...light,
		objects: { ...light.objects, neighbourhoods: { type: 'GeometryCollection', geometries: [] } }
	}).areas;
	return toGeoJson(exportColumns(map), map, areas.units, aboutExport(map, origin));
}

/** The sheets of a workbook as rows of texts and numbers, read back from the file. */
async function workbook(map: ExportedMap) {
	const sheets = toSheets(exportColumns(map), map, aboutExport(map, origin));
	return readWorkbook(await writeXlsxFile(sheets).toBuffer()).map(({ rows }) => rows);
}

describe('the columns', () => {
	it('of an ethnic layer say nothing of activity to the public, and do to the mandated', () => {
		const ids = (reader: LayerAccess) =>
			exportColumns(smallMap('minority-share', reader)).map(({ id }) => id);
		const silent = ['status', 'communities', 'activities', 'last-evidence'];
		expect(ids('public').filter((id) => silent.includes(id))).toEqual([]);
		expect(ids('mandated').filter((id) => silent.includes(id))).toHaveLength(silent.length);
	});

	it('have headings that occur once', () => {
		for (const map of [
			smallMap('activity'),
			smallMap('minority-share'),
			smallMap('activity-minority', 'mandated')
		]) {
			const ids = exportColumns(map).map(({ id }) => id);
			expect(new Set(ids).size).toBe(ids.length);
		}
	});
});

describe('toCsv', () => {
	it('has value, year, method and source of each row, and says why one is missing', () => {
		const [alfa, beta, delta] = csvRows(smallMap('minority-share'));
		expect(alfa).toMatchObject({
			code: '0010010',
			name: 'Alfas pagasts',
			'minority-share': '43.251',
			'minority-share-year': '2011',
			'minority-share-method': 'inherited',
			'minority-share-source': 'census',
			'as-of': '2026-11-22',
			sources: 'census'
		});
		expect(alfa?.note).toContain('Mazais novads');
		expect(beta).toMatchObject({ 'minority-share': '0', note: '' });
		expect(delta).toMatchObject({ 'minority-share': '', class: 'no_data' });
		expect(delta?.note).toContain('Nav datu');
	});

	it('reads back what it wrote, whatever a name is', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme' }), (text) => {
				const [[cell = ''] = []] = Papa.parse<string[]>(`${csvCell(text)},x`, { delimiter: ',' }).data;
				expect(/^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text).toBe(cell);
			})
		);
	});

	it('guards against formulas in texts and leaves numbers alone', () => {
		expect(
			['=1+1', '+a', '-a', '@a', '\ta', '\ra'].map((text) => csvCell(text).replaceAll('"', '')[0])
		).toEqual(Array(6).fill("'"));
		expect(csvCell(-3.5)).toBe('-3.5');
		expect(csvCell('a "b", c')).toBe('"a ""b"", c"');
	});
});

describe('toGeoJson', () => {
	it('has the same values as the table, with the shapes of the level', () => {
		const map = smallMap('minority-share');
		const { features, about } = geoJson(map);
		const rows = csvRows(map);
		expect(features.map(({ id }) => id)).toEqual(rows.map(({ code }) => code));
		for (const [position, { properties }] of features.entries()) {
			const asText = Object.entries(properties).map(([id, value]) => [
				id,
				value === null ? '' : String(value)
			]);
			expect(Object.fromEntries(asText)).toEqual(rows[position]);
		}
		expect(about.facts.map(({ text }) => text)).toContain(origin.address);
	});

	it('runs outer rings against the clock and closes them', () => {
		for (const { geometry } of geoJson(smallMap('activity')).features) {
			if (geometry.type === 'Point') continue;
			const ring = geometry.type === 'Polygon' ? geometry.coordinates[0] : geometry.coordinates[0]?.[0];
			const points = ring ?? [];
			expect(points.at(-1)).toEqual(points[0]);
			const area = points.slice(1).reduce((sum, [x = 0, y = 0], position) => {
				const [beforeX = 0, beforeY = 0] = points[position] ?? [];
				return sum + beforeX * y - x * beforeY;
			}, 0);
			expect(area).toBeGreaterThan(0);
		}
	});
});

describe('toSheets', () => {
	it('writes numbers as numbers, missing ones not at all, and words in the language of the page', async () => {
		const map = smallMap('minority-share');
		const [data = []] = await workbook(map);
		const [headings = {}, alfa = {}, , delta = {}] = data;
		const column = (label: string) => Object.entries(headings).find(([, word]) => word === label)?.[0] ?? '';
		expect(alfa[column('Mazākumtautību daļa')]).toBe(43.251);
		expect(alfa[column('Kods')]).toBe('0010010');
		expect(alfa[column('Veids')]).toBe('Pagasts');
		expect(column('Mazākumtautību daļa') in delta).toBe(false);
	});

	it('says on the second sheet where the data are from and what they mean', async () => {
		const [, about = []] = await workbook(smallMap('minority-share'));
		const said = about.map(({ A, B }) => `${A}: ${B}`).join('\n');
		expect(said).toContain('Tautas skaitīšana (CSP)');
		expect(said).toContain('P – publisks');
		expect(said).toContain('Finansē fonds');
		expect(said).toContain('Nav datu (2)');
		expect(said).toContain(smallMap('minority-share').layer.note?.() ?? 'a note');
	});
});

describe('points over the areas', () => {
	const place: PlacePoint = {
		...{ id: 'krc', kind: 'resource-centres', name: 'Betas centrs', place: 'Skola', sourceId: 'memorandum' },
		...{ territoryCode: '0010200', territory: 'Beta', within: ['LV', '0010200'], lon: 25.5, lat: 56.5 }
	};
	const map = smallMap('activity', 'public', 'parish', {
		second: secondLayer('resource-centres'),
		points: [place]
	});

	it('are features of their own, and counted in their area', () => {
		const { features } = geoJson(map);
		expect(features).toHaveLength(map.rows.length + 1);
		expect(features.at(-1)).toEqual({
			...{ type: 'Feature', id: 'krc', geometry: { type: 'Point', coordinates: [25.5, 56.5] } },
			properties: expect.objectContaining({
				name: 'Betas centrs',
				'territory-code': '0010200',
				lat: 56.5
			}) as unknown
		});
		const [alfa, beta] = csvRows(map);
		expect([alfa?.['resource-centres'], beta?.['resource-centres']]).toEqual(['0', '1']);
	});

	it('have a sheet of their own, and none where there are no points', () => {
		const sheets = toSheets(exportColumns(map), map, aboutExport(map, origin));
		expect(sheets.map(({ sheet }) => sheet)).toEqual(['Dati', 'Par datiem', 'Kopienas resursu centrs']);
		expect(sheets[2]?.data).toHaveLength(2);
		expect(JSON.stringify(sheets[2])).toContain('Betas centrs');
		expect(toSheets(exportColumns(map), { ...map, points: [] }, aboutExport(map, origin))).toHaveLength(2);
	});
});

it('names files by layer, level, class and day', () => {
	expect(exportFileName(smallMap('activity', 'mandated'), 'csv')).toBe(
		'drosa-kopiena-activity-parish-M-2026-11-22.csv'
	);
});
