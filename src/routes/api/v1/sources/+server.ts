import { ENDPOINTS } from '$lib/open-data/endpoints.ts';
import { openData, readPreflight } from '$lib/server/open-data.ts';
import { findSources } from '$lib/server/open-data-lists.ts';
import type { RequestHandler } from './$types';

/** `GET /api/v1/sources`: see `ENDPOINTS.sources`. */
export const GET: RequestHandler = openData(ENDPOINTS.sources, findSources);
export const OPTIONS: RequestHandler = readPreflight;
