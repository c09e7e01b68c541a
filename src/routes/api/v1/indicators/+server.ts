import { ENDPOINTS } from '$lib/open-data/endpoints.ts';
import { openData, readPreflight } from '$lib/server/open-data.ts';
import { findIndicators } from '$lib/server/open-data-lists.ts';
import type { RequestHandler } from './$types';

/** `GET /api/v1/indicators`: see `ENDPOINTS.indicators`. */
export const GET: RequestHandler = openData(ENDPOINTS.indicators, findIndicators);
export const OPTIONS: RequestHandler = readPreflight;
