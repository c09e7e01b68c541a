import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { dcatCatalog } from './dcat.ts';
import type { Installation } from './openapi.ts';

const origin = 'https://example.org';
const installation: Installation = { origin, operator: null, email: null, licence: null };

const iri = z.strictObject({ '@id': z.url() });
const texts = z
	.array(z.strictObject({ '@value': z.string().min(1), '@language': z.enum(['lv', 'en', 'ru']) }))
	.length(3);
const authority = (name: string) =>
	z.strictObject({
		'@id': z.string().startsWith(`http://publications.europa.eu/resource/authority/${name}/`)
	});
/** What DCAT-AP 3 makes obligatory, and what the national portal shows. */
const distribution = z.looseObject({
	'@type': z.literal('dcat:Distribution'),
	'dcat:accessURL': iri,
	'dcat:mediaType': iri,
	'dct:format': authority('file-type').optional(),
	'dct:license': iri.optional(),
	'dct:rights': iri.optional()
});
const dataset = z.looseObject({
	'@type': z.literal('dcat:Dataset'),
	'dct:title': texts,
	'dct:description': texts,
	'dct:identifier': z.string(),
	'dcat:theme': z.array(authority('data-theme')).min(1),
	'dct:spatial': authority('country'),
	'dct:accessRights': authority('access-right'),
	'dct:accrualPeriodicity': authority('frequency'),
	'dcat:contactPoint': z.looseObject({ 'vcard:fn': z.string(), 'vcard:hasEmail': iri }).optional(),
	'dcat:distribution': z.array(distribution).min(1)
});
const catalog = z.looseObject({
	'@context': z.record(z.string(), z.url()),
	'@type': z.literal('dcat:Catalog'),
	'dct:title': texts,
	'dct:description': texts,
	'dct:publisher': z.looseObject({ '@type': z.literal('foaf:Agent'), 'foaf:name': z.string() }),
	'dct:license': iri.optional(),
	'dcat:dataset': z.array(dataset).min(1)
});

const of = (more: Partial<Installation>) => catalog.parse(dcatCatalog({ ...installation, ...more }));

/** Every key of a document. */
function keysOf(within: unknown): string[] {
	if (typeof within !== 'object' || within === null) return [];
	return Object.entries(within).flatMap(([key, value]) => [
		...(Array.isArray(within) ? [] : [key]),
		...keysOf(value)
	]);
}

describe('dcatCatalog', () => {
	it('has what DCAT-AP asks for, with prefixes that are declared and ids of their own', () => {
		const { '@context': context, ...rest } = of({});
		for (const key of keysOf(rest).filter((each) => !each.startsWith('@')))
			expect(Object.keys(context)).toContain(key.split(':')[0]);
		const ids = rest['dcat:dataset'].flatMap((each) => [
			each['@id'],
			...each['dcat:distribution'].map((one) => one['@id'])
		]);
		expect(new Set(ids).size).toBe(ids.length);
	});

	it('states terms and contact only where the installation does, and never those of foreign sources', () => {
		const silent = of({});
		expect(silent['dct:license']).toBeUndefined();
		expect(silent['dcat:dataset'].every((each) => each['dcat:contactPoint'] === undefined)).toBe(true);

		const licence = 'https://example.org/terms';
		const said = of({ licence, email: 'a@example.org', operator: 'LPA' });
		expect(said['dct:publisher']['foaf:name']).toBe('LPA');
		const licences = new Map(
			said['dcat:dataset'].map((each) => [
				each['dct:identifier'],
				each['dcat:distribution'].map((one) => one['dct:license']?.['@id'])
			])
		);
		expect(licences.get('communities')).toEqual([licence]);
		expect(licences.get('territories')).toEqual([undefined, undefined, undefined]);
		expect(said['dcat:dataset'][0]?.['dcat:contactPoint']?.['vcard:hasEmail']['@id']).toBe(
			'mailto:a@example.org'
		);
	});
});
