import { ENDPOINTS } from '$lib/open-data/endpoints.ts';
import { openData, readPreflight } from '$lib/server/open-data.ts';
import { findCoverage } from '$lib/server/open-data-areas.ts';
import type { RequestHandler } from './$types';

/** `GET /api/v1/coverage`: see `ENDPOINTS.coverage`. */
export const GET: RequestHandler = openData(ENDPOINTS.coverage, findCoverage);
export const OPTIONS: RequestHandler = readPreflight;
