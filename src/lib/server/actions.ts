/** What the actions of forms share: limits, and refusals that keep everything typed. */
import { error, fail, isHttpError, isRedirect, type ActionFailure, type RequestEvent } from '@sveltejs/kit';
import { env } from '$env/dynamic/private';
import { m } from '$lib/i18n/paraglide/messages.js';
import { isAppError, type AppError } from './errors.ts';
import { isSignInPath } from './guard.ts';
import { LimitError, processLimiter, type Limited, type Limiter } from './limit.ts';
import { log } from './log.ts';

/** As `ui/forms.ts` describes it; the server folder does not import from `ui`. */
interface Refusal {
	values: Record<string, string>;
	problems: Record<string, 'invalid' | 'reach' | 'password_weak' | 'last_coordinator'>;
	message?: string;
}

/** Rules of the database about a whole row, and the fields of a form that break them. */
const FIELDS_OF_RULE: Record<string, Refusal['problems']> = {
	can_be_reached: { email: 'reach', phone: 'reach' },
	end_after_start: { starts_on: 'invalid', ends_on: 'invalid' }
};

type Outcome<T> = { value: T; failure?: never } | { value?: never; failure: ActionFailure<Refusal> };

/** The limiter of this process. */
export function limiter(): Limiter {
	return processLimiter(env);
}

/** Counts an attempt of the visitor; see `Limiter.spend`. */
export async function spend(
	event: Pick<RequestEvent, 'getClientAddress'>,
	what: Limited,
	subject?: string
): Promise<void> {
	await limiter().spend(what, { address: event.getClientAddress(), subject });
}

/** The same for endpoints that answer with a file: one too many ends in 429, and says when to come back. */
export async function spendOrRefuse(
	event: Pick<RequestEvent, 'getClientAddress' | 'setHeaders'>,
	what: Limited,
	subject?: string
): Promise<void> {
	try {
		await spend(event, what, subject);
	} catch (reason) {
		if (!(reason instanceof LimitError)) throw reason;
		event.setHeaders({ 'Retry-After': String(reason.retryAfter) });
		error(429, { message: 'too_many_requests', code: 'too_many_requests' });
	}
}

/**
 * What stands before the work of a form: who asks, and may they? When the session ended or the role was taken away
 * while somebody was writing, the page that says so keeps what was typed (`ui/KeptForm.svelte`), to be sent again as
 * soon as they have signed in. The form itself could not be shown: what else stands on its page is not for everybody.
 * @param enter a guard of `guard.ts`, and whatever else the page asks for first
 */
export async function admit<T>(
	{ locals }: Pick<RequestEvent, 'locals'>,
	form: FormData,
	enter: () => Promise<T>
): Promise<T> {
	try {
		return await enter();
	} catch (thrown) {
		const isSignedOut = isRedirect(thrown) && isSignInPath(thrown.location);
		if (!isSignedOut && !(isHttpError(thrown) && KEEPING.has(thrown.status))) throw thrown;
		locals.visit.keepPrivate();
		const body = isHttpError(thrown) ? thrown.body : { message: 'unauthenticated', code: 'unauthenticated' };
		const kept = [...form].flatMap(([name, value]): [string, string][] =>
			typeof value === 'string' ? [[name, value]] : []
		);
		error(isHttpError(thrown) ? thrown.status : 401, { ...body, kept });
	}
}

/** Refusals that pass: the right role, or the database, comes back. */
const KEEPING = new Set([403, 503]);

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
			if (error instanceof LimitError && error.what === 'letter')
				return { message: m.form_letters_too_often() };
			const seconds = error instanceof LimitError ? error.retryAfter : 60;
			return { message: m.form_too_often({ minutes: Math.ceil(seconds / 60) }) };
		}
		case 'invalid_input':
			if (error.field === undefined) return { message: m.form_invalid() };
			if (error.field === 'password') return { problems: { password: 'password_weak' } };
			return { problems: FIELDS_OF_RULE[error.field] ?? { [error.field]: 'invalid' } };
		case 'last_coordinator':
			return { problems: { form: 'last_coordinator' } };
		case 'forbidden':
			return { message: m.form_forbidden() };
		case 'not_found':
			return { message: m.form_gone() };
		case 'already_used':
			return { message: m.form_already_used() };
		case 'changed':
			return { message: m.form_changed() };
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
