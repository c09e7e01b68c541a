import { json } from '@sveltejs/kit';
import { answer } from '$lib/server/http.ts';
import { loadTerritories } from '$lib/server/territories.ts';
import type { RequestHandler } from './$types';

/** The codes of the territories inside the eastern border zone: they are asked what others are not. */
export const GET: RequestHandler = async ({ locals: { backend } }) => {
	const { all } = await answer(loadTerritories(backend));
	return json(
		all.filter(({ easternBorder }) => easternBorder).map(({ code }) => code),
		{ headers: { 'cache-control': 'public, max-age=3600' } }
	);
};
