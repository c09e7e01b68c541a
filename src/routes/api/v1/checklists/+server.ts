import { cachedJson, preflight, respond } from '$lib/server/api.ts';
import { listChecklists } from '$lib/server/checklists.ts';
import type { RequestHandler } from './$types';

/** `GET /api/v1/checklists`: every published checklist with its versions, oldest first. */
export const GET: RequestHandler = ({ locals, request }) =>
	respond(async () => {
		const all = await listChecklists(locals.backend);
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
		return cachedJson(request, { checklists }, 300);
	});

export const OPTIONS: RequestHandler = () => preflight('GET, OPTIONS');
