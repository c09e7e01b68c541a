import { error } from '@sveltejs/kit';
import { isAppError } from './errors.ts';
import { log } from './log.ts';

/**
 * Waits for a query on behalf of a page: `await answer(getTerritory(…))`. An AppError becomes the HTTP status of its
 * code, so that the error page can choose its words by `page.error.code`. Its sentence is for operators and goes to
 * the log. Anything else stays what it is.
 */
export async function answer<T>(query: Promise<T>): Promise<T> {
	try {
		return await query;
	} catch (reason) {
		if (!isAppError(reason)) throw reason;
		if (reason.status >= 500) log.error({ code: reason.code }, reason.message);
		error(reason.status, { message: reason.code, code: reason.code });
	}
}
