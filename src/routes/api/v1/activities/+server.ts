import { ENDPOINTS } from '$lib/open-data/endpoints.ts';
import { openData, readPreflight } from '$lib/server/open-data.ts';
import { findActivities } from '$lib/server/open-data-lists.ts';
import type { RequestHandler } from './$types';

/** `GET /api/v1/activities`: see `ENDPOINTS.activities`. */
export const GET: RequestHandler = openData(ENDPOINTS.activities, findActivities);
export const OPTIONS: RequestHandler = readPreflight;
