import { ENDPOINTS } from '$lib/open-data/endpoints.ts';
import { openData, readPreflight } from '$lib/server/open-data.ts';
import { findActivityStatus } from '$lib/server/open-data-areas.ts';
import type { RequestHandler } from './$types';

/** `GET /api/v1/activity-status`: see `ENDPOINTS.activityStatus`. */
export const GET: RequestHandler = openData(ENDPOINTS.activityStatus, findActivityStatus);
export const OPTIONS: RequestHandler = readPreflight;
