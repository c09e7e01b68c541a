import { MEASURE_OF, type IndicatorId, type IndicatorValue } from '../../lib/indicators/types.ts';
import { insertNew, literal, stableUuid, upsert, type SqlValue } from './sql.ts';

/** Names and units as they stand in the database and in exports: content, so Latvian. */
const INDICATORS: Record<IndicatorId, { name: string; unit: string }> = {
	'minority-share': { name: 'Citu tautību (ne latviešu) iedzīvotāju īpatsvars', unit: '%' },
	'russian-share': { name: 'Krievu īpatsvars', unit: '%' },
	'belarusian-share': { name: 'Baltkrievu īpatsvars', unit: '%' },
	'polish-share': { name: 'Poļu īpatsvars', unit: '%' },
	'ukrainian-share': { name: 'Ukraiņu īpatsvars', unit: '%' },
	population: { name: 'Iedzīvotāju skaits', unit: 'iedzīvotāji' },
	'population-density': { name: 'Iedzīvotāju blīvums', unit: 'iedzīvotāji uz km²' },
	'border-distance': { name: 'Attālums līdz Krievijas vai Baltkrievijas robežai', unit: 'km' }
};

/** The one import that the reference data are; each run of the seed writes its values anew. */
export const REFERENCE_IMPORT = stableUuid('indicator_imports:reference');

/** Indicators, the import and its values. Values that people have imported are not touched. */
export function indicatorSeed(values: readonly IndicatorValue[]): string[] {
	return [
		upsert('indicators', 'id', {
			columns: ['id', 'name', 'measure', 'unit'],
			values: (Object.keys(INDICATORS) as IndicatorId[]).map((id): SqlValue[] => [
				id,
				INDICATORS[id].name,
				MEASURE_OF[id],
				INDICATORS[id].unit
			])
		}),
		upsert('indicator_imports', 'id', {
			columns: ['id', 'title', 'origin'],
			values: [[REFERENCE_IMPORT, 'Sākuma dati', 'seed']]
		}),
		`delete from public.territory_indicators where import_id = ${literal(REFERENCE_IMPORT)};\n`,
		insertNew('territory_indicators', {
			columns: [
				...['territory_code', 'indicator', 'measure', 'year', 'value', 'method', 'inherited_from'],
				...['basis', 'caveat', 'source_id', 'import_id']
			],
			values: values.map((value): SqlValue[] => [
				value.territoryCode,
				value.indicator,
				MEASURE_OF[value.indicator],
				value.year,
				value.value,
				value.method,
				value.inheritedFrom,
				value.basis,
				value.caveat,
				value.sourceId,
				REFERENCE_IMPORT
			])
		})
	];
}
