import { xlsFormQuery, XLSX_TYPE } from '$lib/open-data/checklists.ts';
import { cached, limitHeaders, respond } from '$lib/server/api.ts';
import { getChecklist } from '$lib/server/checklists.ts';
import { readPreflight, readQuery, spendOf } from '$lib/server/open-data.ts';
import { scopeOf, xlsFormFile } from '$lib/server/xlsform.ts';
import type { RequestHandler } from './$types';

/**
 * `GET /api/v1/checklists/[id]/xlsform?version=&form=full|quick&border=ask|yes|no`: the checklist as a workbook of which
 * KoboToolbox and ODK make a form. `border`: whether the items of the eastern border zone are in it; `ask`: the form asks
 * people first. 400 something was asked that there is not · 404 no such checklist or version · 429 too often.
 */
export const GET: RequestHandler = (event) =>
	respond(async () => {
		const limit = limitHeaders(await spendOf(event));
		const asked = readQuery({ query: xlsFormQuery }, event.url.searchParams);
		const { definition } = await getChecklist(event.locals.backend, event.params.id, asked.version);
		const { body, name, tag } = await xlsFormFile(definition, scopeOf(asked));
		// Not for ever: the words around the texts of the checklist may get better.
		return cached(event.request, body, 300, {
			tag,
			headers: {
				...limit,
				'Content-Type': XLSX_TYPE,
				'Content-Disposition': `attachment; filename="${name}"`
			}
		});
	});
export const OPTIONS: RequestHandler = readPreflight;
