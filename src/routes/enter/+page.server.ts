import { redirect } from '@sveltejs/kit';
import { entryPath, readCode } from '$lib/assessments/paper.ts';
import { localizeHref } from '$lib/i18n/paraglide/runtime.js';
import { requireSession } from '$lib/server/guard.ts';
import { answer } from '$lib/server/http.ts';
import { findRounds } from '$lib/server/sheets.ts';
import type { PageServerLoad } from './$types';

/** Longer than any code with spaces between its characters. */
const TYPED_MAX = 40;

export const load: PageServerLoad = async (event) => {
	const { client } = await requireSession(event);
	const typed = event.url.searchParams.get('code')?.slice(0, TYPED_MAX).trim() ?? '';
	if (typed === '') return { typed, problem: null, found: [] };
	const code = readCode(typed);
	if (code === null) return { typed, problem: 'wrong' as const, found: [] };
	const found = await answer(findRounds(client, code));
	const [only] = found;
	if (only === undefined) return { typed, problem: 'unknown' as const, found: [] };
	if (found.length === 1) redirect(303, localizeHref(entryPath(only.id, code)));
	return {
		typed,
		problem: null,
		found: found.map((round) => ({ ...round, path: entryPath(round.id, code) }))
	};
};
