import { dcatCatalog } from '$lib/open-data/dcat.ts';
import { openDescription, readPreflight } from '$lib/server/open-data.ts';
import type { RequestHandler } from './$types';

/** `GET /api/v1/dcat`: the open data as a catalogue for data portals, DCAT-AP in JSON-LD. */
export const GET: RequestHandler = openDescription(dcatCatalog, 'application/ld+json');
export const OPTIONS: RequestHandler = readPreflight;
