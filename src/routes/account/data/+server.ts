import { redirect } from '@sveltejs/kit';
import { localizeHref } from '$lib/i18n/paraglide/runtime.js';
import { exportMyData } from '$lib/server/accounts.ts';
import { spendOrRefuse } from '$lib/server/actions.ts';
import { requireSession } from '$lib/server/guard.ts';
import { answer } from '$lib/server/http.ts';
import type { RequestHandler } from './$types';

/** `POST /account/data`: everything stored about the person, as a file. Class C: for this person only. */
export const POST: RequestHandler = async (event) => {
	const { client, user } = await requireSession(event);
	await spendOrRefuse(event, 'account', user.id);
	const data = await answer(exportMyData(client));
	const day = new Date().toISOString().slice(0, 10);
	return new Response(`${JSON.stringify(data, null, '\t')}\n`, {
		headers: {
			'Content-Type': 'application/json; charset=utf-8',
			'Content-Disposition': `attachment; filename="drosa-kopiena-mani-dati-C-${day}.json"`
		}
	});
};

/** Somebody opened the address of the file: the button is on the account page. */
export const GET: RequestHandler = () => redirect(303, localizeHref('/account'));
