import { ENDPOINTS } from '$lib/open-data/endpoints.ts';
import { openData, readPreflight } from '$lib/server/open-data.ts';
import { findTerritories } from '$lib/server/open-data-areas.ts';
import type { RequestHandler } from './$types';

/** `GET /api/v1/territories`: see `ENDPOINTS.territories`. */
export const GET: RequestHandler = openData(ENDPOINTS.territories, findTerritories);
export const OPTIONS: RequestHandler = readPreflight;
