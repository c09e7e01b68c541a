import { ENDPOINTS } from '$lib/open-data/endpoints.ts';
import { openData, readPreflight } from '$lib/server/open-data.ts';
import { findIndicatorValues } from '$lib/server/open-data-areas.ts';
import type { RequestHandler } from './$types';

/** `GET /api/v1/indicators/[indicator]`: see `ENDPOINTS.indicatorValues`. */
export const GET: RequestHandler = openData(ENDPOINTS.indicatorValues, findIndicatorValues);
export const OPTIONS: RequestHandler = readPreflight;
