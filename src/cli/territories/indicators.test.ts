import { describe, expect, it } from 'vitest';
import type { TerritoryKind } from '../../lib/territories/types.ts';
import { SourceError } from './errors.ts';
import { buildIndicators } from './indicators.ts';
import type { TerritoryRow } from './reference.ts';
import type { EthnicityMunicipalityRow, EthnicityParishRow, SourceTables } from './tables.ts';

function territory(
	code: string,
	kind: TerritoryKind,
	name: string,
	parentCode: string | null,
	former: [code2018: string, municipality2018: string] | null = null
): TerritoryRow {
	return {
		...{ code, codeCurrent: code, kind, name, parentCode, region: kind === 'country' ? null : 'latgale' },
		...{ lon: 26, lat: 56, areaKm2: 100, easternBorder: false, sourceId: 'source' },
		...{ code2018: former?.[0] ?? null, municipality2018: former?.[1] ?? null },
		...{ borderRussiaKm: null, borderBelarusKm: null }
	};
}

/** A and B make up North of today, together with the only parish of C; D was split between North and South. */
const territories = [
	territory('LV', 'country', 'Latvija', null),
	territory('latgale', 'region', 'Latgale', 'LV'),
	territory('1000000', 'municipality', 'Ziemeļu novads', 'latgale'),
	territory('2000000', 'municipality', 'Dienvidu novads', 'latgale'),
	territory('3000000', 'state_city', 'Pilsēta', 'latgale', ['9300000', 'Pilsēta']),
	territory('1000001', 'parish', 'A1 pagasts', '1000000', ['9100001', 'A novads']),
	territory('1000002', 'parish', 'A2 pagasts', '1000000', ['9100002', 'A novads']),
	territory('1000003', 'parish', 'C pagasts', '1000000', ['9100003', 'C novads']),
	territory('2000001', 'parish', 'D1 pagasts', '2000000', ['9200001', 'D novads']),
	territory('2000002', 'town', 'D2', '2000000', ['9200002', 'D novads'])
];
const distances = new Map([
	...[['1000001', 0] as const, ['1000002', 7.5] as const, ['1000003', 12] as const],
	...[['2000001', 30] as const, ['2000002', 31] as const, ['3000000', 40] as const]
]);

function municipality(name: string, more: Partial<EthnicityMunicipalityRow> = {}): EthnicityMunicipalityRow {
	return {
		...{ municipality: name, year: 2011, total: 1000, latvians: 600, russians: 300 },
		...{ belarusians: null, ukrainians: null, poles: null, latvian_share_pct: null },
		...{ note: '', share_basis: 'census 2011 counts', best: true, ...more }
	};
}
function parish(code: string, code2018: string, name: string): EthnicityParishRow {
	return {
		...{ code, code2018, name, total_2011: 200, latvians: 20, russians: 150 },
		...{ belarusians: null, ukrainians: null, poles: null, latvian_share: null, note: '' }
	};
}

function build(tables: Partial<SourceTables>, rows = territories) {
	const none = {
		...{ units: [], municipalities: [], communities: [], places: [], activities: [], documents: [] },
		...{ ethnicityMunicipalities: [], ethnicityParishes: [], populations: [] }
	};
	return buildIndicators({ ...none, ...tables }, rows, distances);
}
/** `code value method year` of one indicator. */
function lines(values: ReturnType<typeof build>, indicator: string): string[] {
	return values
		.filter((value) => value.indicator === indicator)
		.map(({ territoryCode, value, method, year }) => `${territoryCode} ${value} ${method} ${year}`);
}

describe('shares', () => {
	it('are inherited by the parishes of a municipality, and its own where it was one parish', () => {
		const values = build({ ethnicityMunicipalities: [municipality('A novads'), municipality('C novads')] });
		expect(lines(values, 'minority-share').filter((line) => line.startsWith('100000'))).toEqual([
			// The municipality of today is the sum of A and C.
			'1000000 40 derived 2011',
			'1000001 40 inherited 2011',
			'1000002 40 inherited 2011',
			'1000003 40 secondhand 2011'
		]);
		const inherited = values.filter(({ method }) => method === 'inherited');
		expect(new Set(inherited.map(({ inheritedFrom }) => inheritedFrom))).toEqual(new Set(['A novads']));
	});

	it('of the parish itself beat the municipality’s of the same year', () => {
		const values = build({
			ethnicityMunicipalities: [
				municipality('A novads'),
				municipality('A novads', { year: 2014, best: false })
			],
			ethnicityParishes: [parish('1000001', '9100001', 'A1 pagasts')]
		});
		expect(lines(values, 'minority-share')).toEqual([
			'1000001 90 secondhand 2011',
			'1000002 40 inherited 2011'
		]);
	});

	it('of today’s municipality are a sum only of counts of one year and one kind', () => {
		const other = [
			{ year: 2014 },
			{ share_basis: 'register 2011 counts' },
			{ total: null, latvian_share_pct: 60 }
		];
		for (const change of other) {
			const rows = [municipality('A novads'), municipality('C novads', change)];
			expect(lines(build({ ethnicityMunicipalities: rows }), 'minority-share').join()).not.toMatch(/1000000/);
		}
	});

	it('of the only part are those of today’s municipality', () => {
		const values = build({ ethnicityMunicipalities: [municipality('D novads')] });
		expect(lines(values, 'minority-share')).toContain('2000000 40 secondhand 2011');
	});

	it('stated for a municipality of today go to it alone', () => {
		const values = build({
			ethnicityMunicipalities: [municipality('Dienvidu novads (2021+)', { year: 2025 })]
		});
		expect(lines(values, 'minority-share')).toEqual(['2000000 40 secondhand 2025']);
	});

	it('without a year are left out', () => {
		expect(
			lines(build({ ethnicityMunicipalities: [municipality('Pilsēta', { year: null })] }), 'minority-share')
		).toEqual([]);
	});

	it('say when they are approximate', () => {
		const row = municipality('Pilsēta', { share_basis: 'approximate (rounded %)' });
		const [value] = build({ ethnicityMunicipalities: [row] }).filter(
			({ indicator }) => indicator === 'minority-share'
		);
		expect(value).toMatchObject({ basis: 'stated', caveat: 'Aptuvens skaitlis.' });
	});

	it('are refused for a place that there is not', () => {
		expect(() => build({ ethnicityMunicipalities: [municipality('Nekurienes novads')] })).toThrow(
			SourceError
		);
		expect(() => build({ ethnicityParishes: [parish('1000001', '9100002', 'A1 pagasts')] })).toThrow(
			SourceError
		);
		expect(() => build({ ethnicityParishes: [parish('1000001', '9100001', 'A2 pagasts')] })).toThrow(
			SourceError
		);
	});
});

describe('people', () => {
	const people = (...counts: [string, number | null][]) => ({
		populations: counts.map(([municipality2018, population_2020]) => ({ municipality2018, population_2020 }))
	});

	it('are summed for whole municipalities and never spread over parishes', () => {
		const all = people(['A novads', 500], ['C novads', 100], ['D novads', 300], ['Pilsēta', 1000]);
		expect(lines(build(all), 'population')).toEqual([
			'1000000 600 derived 2020',
			'1000003 100 secondhand 2020',
			'2000000 300 secondhand 2020',
			'3000000 1000 secondhand 2020',
			'LV 1900 derived 2020',
			'latgale 1900 derived 2020'
		]);
		expect(lines(build(all), 'population-density')).toContain('1000000 6 derived 2020');
	});

	it('are not known where a part is missing', () => {
		const found = lines(
			build(people(['A novads', 500], ['C novads', null], ['Pilsēta', 1000])),
			'population'
		);
		expect(found).toEqual(['3000000 1000 secondhand 2020']);
	});

	it('are not known where a former municipality was split', () => {
		const split = territories.map((row) =>
			row.code === '1000003' ? { ...row, municipality2018: 'D novads' } : row
		);
		const found = lines(
			build(people(['A novads', 500], ['D novads', 300], ['Pilsēta', 1000]), split),
			'population'
		);
		expect(found.filter((line) => /^[12]000000/.test(line))).toEqual([]);
		expect(found).toContain('latgale 1800 derived 2020');
	});
});

describe('distance to the border', () => {
	it('of a municipality is that of its nearest unit', () => {
		expect(lines(build({}), 'border-distance')).toEqual([
			'1000000 0 derived 2022',
			'1000001 0 derived 2022',
			'1000002 7.5 derived 2022',
			'1000003 12 derived 2022',
			'2000000 30 derived 2022',
			'2000001 30 derived 2022',
			'2000002 31 derived 2022',
			'3000000 40 derived 2022'
		]);
	});

	it('is refused when a unit has none', () => {
		const further = territory('1000009', 'parish', 'E pagasts', '2000000', ['9100009', 'E novads']);
		const alone = [
			...territories,
			territory('4000000', 'municipality', 'Citur', 'latgale'),
			{ ...further, parentCode: '4000000' }
		];
		expect(() => build({}, alone)).toThrow(/no distance/);
	});
});
