import { json } from '@sveltejs/kit';
import { version } from '../../../../package.json';
import { sentence } from '$lib/server/errors.ts';
import { log } from '$lib/server/log.ts';
import type { RequestHandler } from './$types';

/**
 * `GET /api/health`: is this server able to work? Asks the database for the version of its schema.
 * 200 `{ status: 'ok', backend, version, schema }`; 503 with `status: 'unavailable'` when the database does not answer.
 */
export const GET: RequestHandler = async ({ locals }) => {
	const facts = { backend: locals.backend.kind, version };
	const headers = { 'Cache-Control': 'no-store' };
	try {
		const schema = await locals.backend.schemaVersion();
		return json({ status: 'ok', ...facts, schema }, { headers });
	} catch (error) {
		log.error({ code: 'unavailable' }, sentence(error));
		return json({ status: 'unavailable', ...facts, schema: null }, { status: 503, headers });
	}
};
