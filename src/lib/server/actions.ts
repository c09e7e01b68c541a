/** What the actions of forms share: limits, and refusals that keep everything typed. */
import { fail, type ActionFailure, type RequestEvent } from '@sveltejs/kit';
import { env } from '$env/dynamic/private';
import { m } from '$lib/i18n/paraglide/messages.js';
import { isAppError, type AppError } from './errors.ts';
import { LimitError, processLimiter, type Limited, type Limiter } from './limit.ts';
import { log } from './log.ts';

/** As `ui/forms.ts` describes it; the server folder does not import from `ui`. */
interface Refusal {
	values: Record<string, string>;
	problems: Record<string, 'invalid' | 'password_weak' | 'last_coordinator'>;
	message?: string;
}

type Outcome<T> = { value: T; failure?: never } | { value?: never; failure: ActionFailure<Refusal> };

/** The limiter of this process. */
export function limiter(): Limiter {
	return processLimiter(env);
}

/** Counts an attempt of the visitor; see `Limiter.spend`. */
export function spend(
	event: Pick<RequestEvent, 'getClientAddress'>,
	what: Limited,
	subject?: string
): Promise<void> {
	return limiter().spend(what, { address: event.getClientAddress(), subject });
}

/**
 * Does the work of a form. What the server refuses comes back as a failure to return from the action, with what was
 * typed; what nobody foresaw is thrown.
 * @param values what the form shows again
 */
export async function attempt<T>(
	event: Pick<RequestEvent, 'setHeaders'>,
	values: Record<string, string>,
	work: () => Promise<T>
): Promise<Outcome<T>> {
	try {
		return { value: await work() };
	} catch (error) {
		if (!isAppError(error)) throw error;
		if (error instanceof LimitError) event.setHeaders({ 'Retry-After': String(error.retryAfter) });
		const said = words(error);
		if (said === null) throw error;
		if (error.status >= 500) log.error({ code: error.code }, error.message);
		return { failure: fail(error.status, { values, problems: {}, ...said }) };
	}
}

/** What to say of a refusal; null when nothing a visitor did or can do explains it. */
function words(error: AppError): Partial<Refusal> | null {
	switch (error.code) {
		case 'too_many_requests': {
			const seconds = error instanceof LimitError ? error.retryAfter : 60;
			return { message: m.form_too_often({ minutes: Math.ceil(seconds / 60) }) };
		}
		case 'invalid_input':
			if (error.field === undefined) return { message: m.form_invalid() };
			return { problems: { [error.field]: error.field === 'password' ? 'password_weak' : 'invalid' } };
		case 'last_coordinator':
			return { problems: { form: 'last_coordinator' } };
		case 'forbidden':
			return { message: m.form_forbidden() };
		case 'not_found':
			return { message: m.form_gone() };
		case 'already_used':
			return { message: m.form_already_used() };
		case 'expired':
			return { message: m.form_expired() };
		case 'unavailable':
			return { message: m.form_unavailable() };
		case 'unauthenticated':
		case 'conflict':
		case 'database':
		case 'config':
		case 'data_dir':
		case 'locked':
		case 'migration':
		case 'port':
		case 'build':
			return null;
	}
}
