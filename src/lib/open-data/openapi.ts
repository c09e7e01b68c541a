/** The API as an OpenAPI 3.1 document, made of the schemas that check requests and shape answers. */
import { z } from 'zod';
import { m } from '../i18n/paraglide/messages.js';
import { answerOf, CONTENT_TYPES } from './answers.ts';
import {
	checklistDefinition,
	checklistList,
	describedScoreRequest,
	scoreResult,
	CHECKLIST_LICENCE,
	xlsFormQuery,
	XLSX_TYPE
} from './checklists.ts';
import { API_PATH, ENDPOINT_LIST, type Endpoint } from './endpoints.ts';
import type { Format } from './parameters.ts';
import * as records from './records.ts';
import { datasetWords } from './words.ts';

/** What of a description hangs on the installation. */
export interface Installation {
	/** Scheme and host, without a path. */
	origin: string;
	/** Who runs it; null: not said. */
	operator: string | null;
	/** Where to write; null: nowhere is said. */
	email: string | null;
	/** Terms for what the installation gathered itself; null: not stated. */
	licence: string | null;
}

type Json = Record<string, unknown>;

/** Grows when something is added; its first number is that of the path. */
const DOCUMENT_VERSION = `${records.API_VERSION}.0.0`;

/** Schemas with a name of their own. */
const NAMED = {
	Territory: records.territoryRecord,
	UnitStatus: records.unitStatusRecord,
	AreaStatus: records.areaStatusRecord,
	Coverage: records.coverageRecord,
	Community: records.communityRecord,
	Activity: records.activityRecord,
	Indicator: records.indicatorRecord,
	IndicatorValue: records.indicatorValueRecord,
	Source: records.sourceRecord,
	Checklist: records.checklistRecord,
	ChecklistDefinition: checklistDefinition,
	ScoreResult: scoreResult,
	Meta: records.metaRecord,
	Refusal: records.refusal
} as const;

const english = { locale: 'en' } as const;
const schemaRef = (name: string): Json => ({ $ref: `#/components/schemas/${name}` });

/** The document for an installation. */
export function openApiDocument({ origin, email, licence }: Omit<Installation, 'operator'>): Json {
	return {
		openapi: '3.1.0',
		info: {
			title: `${m.site_name({}, english)} API`,
			version: DOCUMENT_VERSION,
			summary: m.api_catalog_text({}, english),
			description: INTRODUCTION,
			...(email !== null && { contact: { email } }),
			...(licence !== null && { license: { name: 'Terms of this installation', url: licence } })
		},
		externalDocs: { description: m.api_title({}, english), url: `${origin}/en/about/api` },
		servers: [{ url: origin + API_PATH }],
		// Nobody signs in, and no key is asked for.
		security: [],
		tags: [
			{ name: 'data', description: 'Open data, as the public sees them.' },
			{ name: 'checklists', description: 'Published checklists, and scoring that keeps nothing.' }
		],
		...(shared ??= sharedPart())
	};
}

/** The same for every installation and request, and work to make: it is made once. */
let shared: Json | undefined;

function sharedPart(): Json {
	return {
		paths: {
			...Object.fromEntries(ENDPOINT_LIST.map((each) => [each.path, readPath(each)])),
			...checklistPaths()
		},
		components: { schemas: namedSchemas(), headers: HEADERS, responses: REFUSALS }
	};
}

const INTRODUCTION = `Everything here is public: no account, no key, no cookies. Read answers name the version, the terms, the sources and, where there is one, the day; what is missing is null or an empty cell and never 0.

Records come in pages that begin behind the last record of the page before: follow \`meta.next\`. Only JSON comes in pages. A parameter that is unknown, wrong or given twice is refused with 400 and what would be right.

Answers may be kept for a minute and carry an ETag. Fields keep their names and meaning as long as the path begins with ${API_PATH}; fields may be added, so ignore those you do not know.`;

function readPath(endpoint: Endpoint): Json {
	const { id, path, description, formats } = endpoint;
	return {
		get: {
			operationId: id,
			tags: ['data'],
			summary: datasetWords[id].title({}, english),
			description,
			parameters: [...parametersOf(endpoint, 'path'), ...parametersOf(endpoint, 'query')],
			responses: {
				200: {
					description: datasetWords[id].text({}, english),
					headers: Object.fromEntries(Object.keys(HEADERS).map((name) => [name, headerRef(name)])),
					content: contentOf(endpoint, formats)
				},
				304: { description: 'Nothing has changed since the ETag in If-None-Match.' },
				400: responseRef('Invalid'),
				...(path.includes('{') && { 404: responseRef('NotFound') }),
				429: responseRef('TooMany')
			},
			'x-examples': endpoint.examples.map((example) => API_PATH + example)
		}
	};
}

/** Formats that share a type are one entry of it. */
function contentOf(endpoint: Endpoint, formats: readonly Format[]): Json {
	const byType = Map.groupBy(formats, (format) => CONTENT_TYPES[format]);
	return Object.fromEntries(
		[...byType].map(([type, of]) => {
			const schemas = of.map((format) => inline(answerOf(endpoint, format)));
			return [type, { schema: schemas.length === 1 ? schemas[0] : { anyOf: schemas } }];
		})
	);
}

function parametersOf(
	{ inPath, query, examples }: Pick<Endpoint, 'inPath' | 'query' | 'examples'>,
	where: 'path' | 'query'
): Json[] {
	const { properties, required } = inline(where === 'path' ? inPath : query, 'input') as {
		properties: Record<string, Json>;
		required?: string[];
	};
	const shown = new URLSearchParams(examples[0].split('?')[1]);
	return Object.entries(properties).map(([name, { description, ...schema }]) => ({
		name,
		in: where,
		required: where === 'path' || (required?.includes(name) ?? false),
		...(description !== undefined && { description }),
		schema,
		...(shown.has(name) && { example: shown.get(name) })
	}));
}

/** Named schemas in one registry, so that those that use each other refer to each other. */
function registry(): z.core.$ZodRegistry<{ id: string }> {
	const named = z.registry<{ id: string }>();
	for (const [id, schema] of Object.entries(NAMED)) named.add(schema, { id });
	return named;
}

function namedSchemas(): Json {
	const { schemas } = z.toJSONSchema(registry(), {
		uri: (id) => `#/components/schemas/${id}`,
		override: plain
	});
	return Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, bare(schema)]));
}

/** Stands for a schema without a name. */
const HERE = 'Here';

/** A schema in the place where it is used; named ones inside it become references. */
function inline(schema: z.ZodType, io: 'input' | 'output' = 'output'): Json {
	const named = registry();
	named.add(schema, { id: HERE });
	const { schemas } = z.toJSONSchema(named, {
		uri: (id) => `#/components/schemas/${id}`,
		override: plain,
		io
	});
	return bare(schemas[HERE] ?? {});
}

/** The document says once which dialect it is in, and where each schema stands is its name. */
function bare({ $schema: _dialect, $id: _id, ...schema }: Json): Json {
	return schema;
}

/**
 * Answers may get further fields, so none is ruled out. A day is said by its format: the pattern of its calendar is
 * longer than all the rest. How far whole numbers are exact in JavaScript is nobody else's limit.
 */
function plain({ jsonSchema }: { jsonSchema: z.core.JSONSchema.BaseSchema }): void {
	if (jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
	if (jsonSchema.format !== undefined) delete jsonSchema.pattern;
	if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
	if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
}

const header = (description: string): Json => ({ description, schema: { type: 'string' } });
const HEADERS = {
	ETag: header('Stands for the content; send it as If-None-Match to hear whether anything has changed.'),
	Link: header('The next page, the terms, the sources and this description (RFC 8288).'),
	RateLimit: header('How often this network address may ask still: r times until t seconds are over.'),
	'RateLimit-Policy': header('How often it may ask at all: q times in w seconds.')
};
const headerRef = (name: string): Json => ({ $ref: `#/components/headers/${name}` });

function refusal(description: string, headers?: Json): Json {
	return {
		description,
		...(headers && { headers }),
		content: { 'application/json': { schema: schemaRef('Refusal') } }
	};
}
const REFUSALS = {
	Invalid: refusal(
		'Something was asked that there is not: `invalid_parameter`, each one named in `problems`.'
	),
	NotFound: refusal('There is no such thing: `not_found`.'),
	TooMany: refusal('Too often: `too_many_requests`.', {
		'Retry-After': { description: 'Seconds to wait.', schema: { type: 'integer' } }
	})
};
const responseRef = (name: keyof typeof REFUSALS): Json => ({ $ref: `#/components/responses/${name}` });

const XLSFORM = {
	inPath: z.object({}),
	query: xlsFormQuery,
	examples: ['/checklists/drosa-kopiena/xlsform?version=1.0.0&form=quick']
} as const;

function checklistPaths(): Json {
	const id = { name: 'id', in: 'path', required: true, schema: { type: 'string' }, example: 'drosa-kopiena' };
	const version = {
		name: 'version',
		in: 'query',
		description: 'The newest when left out. A named version never changes.',
		schema: { type: 'string' },
		example: '1.0.0'
	};
	const licence = `Terms: ${CHECKLIST_LICENCE}.`;
	const json = (schema: Json): Json => ({ 'application/json': { schema } });
	return {
		'/checklists': {
			get: {
				operationId: 'checklists',
				tags: ['checklists'],
				summary: datasetWords.checklists.title({}, english),
				description: licence,
				responses: { 200: { description: 'All with their versions.', content: json(inline(checklistList)) } }
			}
		},
		'/checklists/{id}': {
			get: {
				operationId: 'checklist',
				tags: ['checklists'],
				summary: 'A checklist in all languages',
				description: `As it was published, without anything beside it. ${licence}`,
				parameters: [id, version],
				responses: {
					200: { description: 'The definition.', content: json(schemaRef('ChecklistDefinition')) },
					404: responseRef('NotFound')
				}
			}
		},
		'/checklists/{id}/xlsform': {
			get: {
				operationId: 'xlsform',
				tags: ['checklists'],
				summary: 'A checklist as a workbook for KoboToolbox and ODK',
				description: `An XLSForm in all languages. ${licence}`,
				parameters: [id, ...parametersOf(XLSFORM, 'query')],
				responses: {
					200: {
						description: 'The workbook.',
						content: { [XLSX_TYPE]: { schema: { type: 'string', format: 'binary' } } }
					},
					400: responseRef('Invalid'),
					404: responseRef('NotFound'),
					429: responseRef('TooMany')
				}
			}
		},
		'/checklists/{id}/score': {
			post: {
				operationId: 'score',
				tags: ['checklists'],
				summary: 'Score answers',
				description: 'Nothing that is sent is kept. Do not send personal data in reasons and notes.',
				parameters: [id],
				requestBody: {
					required: true,
					content: {
						'application/json': {
							schema: inline(describedScoreRequest, 'input'),
							example: {
								form: 'quick',
								answers: [
									{ item: '1.1', value: 2 },
									{ item: '2.3', value: 'dk' }
								]
							}
						}
					}
				},
				responses: {
					200: { description: 'The result.', content: json(schemaRef('ScoreResult')) },
					400: refusal('No JSON: `invalid_json`.'),
					404: responseRef('NotFound'),
					413: refusal('More than 256 kB: `body_too_large`.'),
					422: refusal('Nothing was scored: `invalid_request`, each mistake named in `problems`.'),
					429: responseRef('TooMany')
				}
			}
		}
	};
}
