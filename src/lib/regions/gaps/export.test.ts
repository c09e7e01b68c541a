import { describe, expect, it } from 'vitest';
import { SMALL_COUNTRY } from '../../../../tests/fixtures/small-country.ts';
import { assessedUnit, SMALL_CHECKLIST, smallGaps } from '../../../../tests/fixtures/small-gaps.ts';
import { askedOf } from '../../coverage/matrix.ts';
import { aboutExport } from '../../map/export/about.ts';
import { toCsv } from '../../map/export/csv.ts';
import { exportFileName } from '../../map/export/file-name.ts';
import type { AreaRow } from '../../map/types.ts';
import { exportedGaps, gapExportColumns } from './export.ts';
import type { RegionGaps } from './view.ts';

const row = (code: string, more: Partial<AreaRow> = {}) =>
	({ code, label: SMALL_COUNTRY.byCode(code)?.name, region: 'latgale', matches: true, ...more }) as AreaRow;

const view: RegionGaps = {
	...{ region: { code: 'latgale', name: 'Latgale' }, asOf: '2026-11-22', asked: askedOf(SMALL_CHECKLIST) },
	...{ usual: { level: 'municipality' }, showsFew: false, help: [], sources: [], total: row('0010000') },
	state: {
		...{ of: null, measure: 'low', level: 'parish', second: 'touches' },
		sort: { by: '1.1', descending: false }
	},
	gaps: smallGaps([
		assessedUnit('0010010', { '1.1': [1, 0, 2, 0] }),
		assessedUnit('0010200', { '2.1': [0, 0, 3, 0] })
	]),
	rows: [row('0010010'), row('0010200'), row('0020010', { isOutside: true, matches: false })],
	zones: [{ id: 'touches', name: 'Pie robežas', sourceId: 'zones', isBorder: true, units: ['0010200'] }],
	inZone: new Map([['0010200', 'whole']])
};

describe('gaps as files', () => {
	it('have the rows of the table, the sum last, and say why a value is missing', () => {
		const csv = toCsv(gapExportColumns(view), exportedGaps(view).rows);
		expect(csv.replace('\uFEFF', '').trim().split('\r\n')).toEqual([
			'code,name,communities,within-year,confirmed,zone-touches,water,water-answers,water-state,contacts,contacts-answers,contacts-state',
			`0010010,Alfas pagasts,3,3,3,outside,${1 / 3},3,shown,,,few`,
			'0010200,Beta,3,3,3,whole,,,few,0,3,shown',
			`0010000,Mazais novads,6,6,6,,${1 / 3},3,shown,0,3,shown`
		]);
	});

	it('are of class M, named by region, and say what they mean', () => {
		const map = exportedGaps(view);
		expect(exportFileName(map, 'csv')).toBe('drosa-kopiena-gaps-all-low-latgale-parish-M-2026-11-22.csv');
		const about = aboutExport(map, { address: 'https://example.org', funding: null });
		const text = about.facts.map((fact) => `${fact.term}: ${fact.text}`).join('\n');
		expect(text).toMatch(/M – tikai tiem, kam ir pilnvara/);
		expect(text).toMatch(/Latgale/);
		expect(text).toMatch(/0\. vai 1\. līmenis/);
	});
});
