import { error } from '@sveltejs/kit';
import { auditLine, isAuditTable } from '$lib/people/audit.ts';
import { loadAuditPage } from '$lib/server/audit.ts';
import { requireSession } from '$lib/server/guard.ts';
import { answer } from '$lib/server/http.ts';
import { loadTerritories, territoryLabels } from '$lib/server/territories.ts';
import { REGION_CODES } from '$lib/territories/types.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { client, roles, acting } = await requireSession(event);
	const national = roles.some(({ role }) => role === 'national');
	const regions = REGION_CODES.filter(
		(code) => national || roles.some(({ role, scope_id }) => role === 'pkc' && scope_id === code)
	);
	if (regions.length === 0) error(403, { message: 'forbidden', code: 'forbidden' });

	const params = event.url.searchParams;
	// PKC of several regions begin with the one they act for; an empty choice means all.
	const asked = params.has('region') ? params.get('region') : acting?.role === 'pkc' ? acting.scope_id : null;
	const region = regions.find((code) => code === asked) ?? null;
	const name = params.get('table');
	const table = isAuditTable(name) ? name : null;
	const id = Number(params.get('before'));
	const before = Number.isSafeInteger(id) && id > 0 ? id : null;

	const [index, { entries, next }] = await answer(
		Promise.all([loadTerritories(event.locals.backend), loadAuditPage(client, { region, table, before })])
	);
	const label = territoryLabels(index);
	return {
		regions: regions.map((code) => ({ code, label: label(code) ?? code })),
		region,
		table,
		before,
		next,
		entries: entries.map((entry) => auditLine(entry, label))
	};
};
