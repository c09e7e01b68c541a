import { ENDPOINTS } from '$lib/open-data/endpoints.ts';
import { openData, readPreflight } from '$lib/server/open-data.ts';
import { findCommunities } from '$lib/server/open-data-lists.ts';
import type { RequestHandler } from './$types';

/** `GET /api/v1/communities`: see `ENDPOINTS.communities`. */
export const GET: RequestHandler = openData(ENDPOINTS.communities, findCommunities);
export const OPTIONS: RequestHandler = readPreflight;
