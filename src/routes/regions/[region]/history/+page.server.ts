import { error } from '@sveltejs/kit';
import { areaOfAddress } from '$lib/regions/codes.ts';
import { monthClasses, monthsLabel, monthsTable } from '$lib/regions/months.ts';
import { answer } from '$lib/server/http.ts';
import { loadRegionHistory } from '$lib/server/region.ts';
import type { PageServerLoad } from './$types';

/** Every month at once: which one is looked at says `+page.ts`, so that moving on reads nothing again. */
export const load: PageServerLoad = async ({ locals, params }) => {
	const code = areaOfAddress(params.region);
	if (code === null) error(404, { message: 'No such region', code: 'not_found' });
	const history = await answer(loadRegionHistory(locals, code));
	const { areas, days, privacy } = history;
	return {
		...{ code, days, privacy },
		/** Statuses that occur, by id. */
		classes: monthClasses(history).map(({ id }) => id),
		areas: areas.map((area) => ({
			...{ code: area.code, label: area.label, alt: monthsLabel(history, area) },
			months: area.months.map(({ counts }) => counts)
		})),
		table: monthsTable(history)
	};
};
