import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { entryPath, PRINT_SIZES, sheetsOf, writeCode } from '$lib/assessments/paper.ts';
import { LANGUAGES } from '$lib/checklists/types.ts';
import { getLocale, localizeHref } from '$lib/i18n/paraglide/runtime.js';
import { getChecklist } from '$lib/server/checklists.ts';
import { answer } from '$lib/server/http.ts';
import { drawQr } from '$lib/server/qr.ts';
import { requireAssessment } from '$lib/server/seen-assessment.ts';
import type { PageServerLoad } from './$types';

/** How it is printed; anything else in the address counts as nothing. */
const printQuery = z.object({
	size: z.enum(PRINT_SIZES).catch('normal'),
	/** Of what stands on the paper, whatever the language of the site. */
	lang: z.enum(LANGUAGES).nullable().catch(null)
});

export const load: PageServerLoad = async (event) => {
	const { view } = await requireAssessment(event);
	const { id, status, form, round, community_name, community_id, ...assessment } = view.assessment;
	// What is over is not filled in any more; its own page says how it stands.
	if (status !== 'draft') redirect(303, localizeHref(`/assessments/${id}`));
	const { size, lang } = printQuery.parse(Object.fromEntries(event.url.searchParams));
	const language = lang ?? getLocale();
	const { definition } = await answer(
		getChecklist(event.locals.backend, assessment.checklist_id, assessment.checklist_version)
	);
	const titles = new Map(definition.domains.map((domain) => [domain.id, domain.title[language]]));
	const items = sheetsOf(definition, { form, borderZone: assessment.border_zone }, size);
	return {
		id,
		form,
		size,
		language,
		title: definition.title[language],
		/** As the community wrote them. */
		names: { community: community_name ?? '', round: round ?? '' },
		community: community_id,
		sheets: items.map((on, index) => {
			const place = { sheet: index + 1, size };
			return {
				sheet: place.sheet,
				code: writeCode(id, place),
				qr: drawQr(new URL(localizeHref(entryPath(id, place)), event.url.origin).href),
				items: on.map((item, position) => ({
					id: item.id,
					/** Where a part of the checklist begins, or a sheet. */
					domain: on[position - 1]?.domain === item.domain ? null : (titles.get(item.domain) ?? null),
					title: item.title[language],
					explanation: item.explanation[language],
					levels: item.levels.map((level) => level[language]),
					naAllowed: item.naAllowed
				}))
			};
		})
	};
};
