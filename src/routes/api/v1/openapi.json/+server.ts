import { openApiDocument } from '$lib/open-data/openapi.ts';
import { openDescription, readPreflight } from '$lib/server/open-data.ts';
import type { RequestHandler } from './$types';

/** `GET /api/v1/openapi.json`: the API as an OpenAPI 3.1 document. */
export const GET: RequestHandler = openDescription(openApiDocument, 'application/json');
export const OPTIONS: RequestHandler = readPreflight;
