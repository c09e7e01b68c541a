import { error, fail, redirect } from '@sveltejs/kit';
import { m } from '$lib/i18n/paraglide/messages.js';
import { localizeHref } from '$lib/i18n/paraglide/runtime.js';
import { TOKEN_FORMAT } from '$lib/people/invitations.ts';
import { attempt, spend } from '$lib/server/actions.ts';
import { requireSession, signInPath } from '$lib/server/guard.ts';
import { answer } from '$lib/server/http.ts';
import { acceptInvitation, declineInvitation, openInvitation } from '$lib/server/invitations.ts';
import { LimitError } from '$lib/server/limit.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

/** Counts a visit: who tries many links is stopped, with the time after which to try again. */
async function count(
	event: Pick<RequestEvent, 'setHeaders' | 'getClientAddress'>,
	userId: string | undefined
): Promise<void> {
	try {
		await spend(event, 'invitation', userId);
	} catch (reason) {
		if (reason instanceof LimitError) event.setHeaders({ 'Retry-After': String(reason.retryAfter) });
		throw reason;
	}
}

export const load: PageServerLoad = async (event) => {
	const { token } = event.params;
	// The link is a secret: nobody keeps the page.
	event.locals.visit.keepPrivate();
	const session = await answer(event.locals.session());
	// And no other page learns the address, our own included. Not `no-referrer`: under it browsers hide the origin of
	// forms too, here and on the pages reached from here without loading anew, and forms without one are refused.
	event.setHeaders({ 'Referrer-Policy': 'strict-origin' });
	await answer(count(event, session?.user.id));
	const client = session?.client ?? event.locals.backend.publicClient();
	const invitation = await answer(openInvitation(client, token));
	if (invitation === null) error(404, { message: 'not_found', code: 'unknown_invitation' });
	return {
		invitation,
		email: session?.user.email ?? null,
		signIn: signInPath(event.url.pathname),
		declined: event.url.searchParams.has('declined')
	};
};

export const actions: Actions = {
	accept: async (event) => {
		const token = tokenOf(event);
		const { client, user } = await requireSession(event);
		const { value, failure } = await attempt(event, {}, async () => {
			await spend(event, 'invitation', user.id);
			return acceptInvitation(client, token);
		});
		if (failure) {
			// The only thing that is forbidden here is to accept what one has given oneself.
			const message = failure.status === 403 ? m.invite_own() : failure.data.message;
			return fail(failure.status, { ...failure.data, message });
		}
		event.locals.visit.actAs(value);
		redirect(303, `${localizeHref('/workspace')}?done=accepted`);
	},

	decline: async (event) => {
		const token = tokenOf(event);
		const { client, user } = await requireSession(event);
		const { failure } = await attempt(event, {}, async () => {
			await spend(event, 'invitation', user.id);
			await declineInvitation(client, token);
		});
		if (failure) return failure;
		redirect(303, `${event.url.pathname}?declined`);
	}
};

function tokenOf({ params }: RequestEvent): string {
	if (!TOKEN_FORMAT.test(params.token)) error(404, { message: 'not_found', code: 'unknown_invitation' });
	return params.token;
}
