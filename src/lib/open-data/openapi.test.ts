/** Is it an OpenAPI 3.1 document? No validator is at hand, so the rules of the specification stand here. */
import Ajv from 'ajv';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { API_PATH, ENDPOINT_LIST } from './endpoints.ts';
import { openApiDocument } from './openapi.ts';

const installation = { origin: 'https://example.org', operator: null, email: 'a@example.org', licence: null };
const document: unknown = openApiDocument(installation);

const reference = z.strictObject({
	$ref: z.string().regex(/^#\/components\/(schemas|headers|responses)\/\w/)
});
const schema = z.record(z.string(), z.unknown());
const headers = z.record(
	z.string().regex(/^[A-Za-z-]+$/),
	z.union([reference, z.strictObject({ description: z.string(), schema })])
);
const content = z.record(
	z.string().regex(/^[a-z]+\/[a-z+.-]+$/),
	z.strictObject({ schema, example: z.unknown().optional() })
);
const response = z.strictObject({
	description: z.string().min(1),
	headers: headers.optional(),
	content: content.optional()
});
const parameter = z.strictObject({
	name: z.string().min(1),
	in: z.enum(['query', 'path']),
	description: z.string().optional(),
	required: z.boolean().optional(),
	schema,
	example: z.unknown().optional()
});
const operation = z.strictObject({
	operationId: z.string().regex(/^[a-zA-Z]+$/),
	tags: z.array(z.string()),
	summary: z.string().min(1),
	description: z.string().min(1),
	parameters: z.array(parameter).optional(),
	requestBody: z.strictObject({ required: z.boolean(), content }).optional(),
	responses: z.record(z.string().regex(/^[1-5]\d\d$/), z.union([reference, response])),
	'x-examples': z.array(z.string()).optional()
});
const openApi = z.strictObject({
	openapi: z.literal('3.1.0'),
	info: z.strictObject({
		title: z.string().min(1),
		version: z.string().regex(/^\d+\.\d+\.\d+$/),
		summary: z.string(),
		description: z.string(),
		contact: z.strictObject({ email: z.email() }).optional(),
		license: z.strictObject({ name: z.string(), url: z.url() }).optional()
	}),
	externalDocs: z.strictObject({ description: z.string(), url: z.url() }),
	servers: z.array(z.strictObject({ url: z.url() })).min(1),
	security: z.array(z.never()),
	tags: z.array(z.strictObject({ name: z.string(), description: z.string() })),
	paths: z.record(
		z.string().regex(/^\/[a-z{]/),
		z.strictObject({ get: operation.optional(), post: operation.optional() })
	),
	components: z.strictObject({
		schemas: z.record(z.string().regex(/^[\w.-]+$/), schema),
		headers,
		responses: z.record(z.string(), response)
	})
});

const read = openApi.parse(document);
const operations = Object.entries(read.paths).flatMap(([path, methods]) =>
	Object.values(methods).map((each) => ({ path, ...each }))
);

/** Every value below a key. */
function valuesOf(key: string, within: unknown): unknown[] {
	if (typeof within !== 'object' || within === null) return [];
	return Object.entries(within).flatMap(([name, value]) => [
		...(name === key ? [value as unknown] : []),
		...valuesOf(key, value)
	]);
}

describe('openApiDocument', () => {
	it('names each operation once, with tags that there are', () => {
		const ids = operations.map(({ operationId }) => operationId);
		expect(new Set(ids).size).toBe(ids.length);
		const tags = read.tags.map(({ name }) => name);
		for (const each of operations) expect(tags).toEqual(expect.arrayContaining(each.tags));
	});

	it('has a parameter for each part of a path, and no parameter twice', () => {
		for (const { path, parameters = [] } of operations) {
			const inPath = parameters.filter((each) => each.in === 'path');
			const parts = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
			expect(inPath.map(({ name }) => name)).toEqual(parts);
			expect(inPath.every(({ required }) => required)).toBe(true);
			expect(new Set(parameters.map((each) => `${each.in} ${each.name}`)).size).toBe(parameters.length);
		}
	});

	it('refers only to what there is', () => {
		const references = valuesOf('$ref', document);
		expect(references.length).toBeGreaterThan(30);
		for (const each of references) {
			const [, ...steps] = String(each).split('/');
			const found = steps.reduce<unknown>((at, step) => (at as Record<string, unknown>)[step], document);
			expect(found, String(each)).toBeDefined();
		}
	});

	it('has schemas that compile, and examples of parameters that fit them', () => {
		const ajv = new Ajv({ unknownFormats: 'ignore', schemaId: '$id' });
		ajv.addSchema({ $id: 'document', ...read }, 'document');
		for (const name of Object.keys(read.components.schemas))
			expect(ajv.getSchema(`document#/components/schemas/${name}`), name).toBeTypeOf('function');
		for (const { parameters = [] } of operations) {
			for (const { name, schema: of, example } of parameters)
				if (example !== undefined && of.type !== 'integer')
					expect(ajv.validate(of, example), name).toBe(true);
		}
	});

	it('documents every endpoint with examples that its own parameters allow', () => {
		for (const { id, path, query, inPath, examples } of ENDPOINT_LIST) {
			const documented = operations.find(({ operationId }) => operationId === id);
			expect(documented?.['x-examples']).toEqual(examples.map((example) => API_PATH + example));
			for (const example of examples) {
				const url = new URL(example, 'https://example.org');
				expect(query.safeParse(Object.fromEntries(url.searchParams)).error, example).toBeUndefined();
				const pattern = new RegExp(`^${path.replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`);
				const parts = pattern.exec(url.pathname);
				expect(inPath.safeParse(parts?.groups ?? {}).error, example).toBeUndefined();
				expect(parts, example).not.toBeNull();
			}
		}
	});

	it('promises no end of fields, and does not state a licence that nobody gave', () => {
		expect(valuesOf('additionalProperties', read.components.schemas)).not.toContain(false);
		expect(read.info.license).toBeUndefined();
		const stated = openApi.parse(openApiDocument({ ...installation, licence: 'https://example.org/terms' }));
		expect(stated.info.license?.url).toBe('https://example.org/terms');
	});
});
