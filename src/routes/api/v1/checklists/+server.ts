import { API_VERSION } from '$lib/open-data/records.ts';
import { CHECKLIST_LICENCE } from '$lib/open-data/checklists.ts';
import { cached, limitHeaders, respond } from '$lib/server/api.ts';
import { listChecklists } from '$lib/server/checklists.ts';
import { readPreflight, spendOf } from '$lib/server/open-data.ts';
import type { RequestHandler } from './$types';

/** `GET /api/v1/checklists`: every published checklist with its versions, oldest first. */
export const GET: RequestHandler = (event) =>
	respond(async () => {
		const headers = limitHeaders(await spendOf(event));
		const all = await listChecklists(event.locals.backend);
		const ids = [...new Set(all.map(({ id }) => id))];
		const checklists = ids.map((id) => {
			const versions = all.filter((each) => each.id === id);
			return {
				id,
				title: versions.at(-1)?.title,
				newest: versions.at(-1)?.version,
				versions: versions.map(({ version, items, sha256, publishedAt }) => ({
					version,
					items,
					sha256,
					publishedAt
				}))
			};
		});
		const meta = { version: API_VERSION, licence: CHECKLIST_LICENCE, sources: [] };
		return cached(event.request, JSON.stringify({ checklists, meta }), 300, { headers });
	});

export const OPTIONS: RequestHandler = readPreflight;
