import { API_PATH, ENDPOINT_LIST } from '$lib/open-data/endpoints.ts';
import { choicesOf, PAGE } from '$lib/open-data/parameters.ts';
import { contactEmail, dataLicence } from '$lib/server/contact.ts';
import { OPEN_DATA } from '$lib/server/limit.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url }) => {
	const [times, seconds] = OPEN_DATA;
	return {
		contactEmail: contactEmail(),
		licence: dataLicence(),
		limit: { times, minutes: seconds / 60 },
		page: PAGE,
		origin: url.origin,
		api: API_PATH,
		sets: ENDPOINT_LIST.map(({ id, path, query, examples: [example] }) => ({
			...{ id, path: API_PATH + path, example: API_PATH + example },
			parameters: choicesOf(query)
		}))
	};
};
