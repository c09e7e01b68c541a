import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { m } from '$lib/i18n/paraglide/messages.js';
import { localizeHref } from '$lib/i18n/paraglide/runtime.js';
import { deleteMyAccount } from '$lib/server/accounts.ts';
import { attempt, spend } from '$lib/server/actions.ts';
import { requireSession } from '$lib/server/guard.ts';
import { readForm, refuse } from '$lib/ui/forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	await requireSession(event);
};

const deleteForm = z.object({
	confirm: z
		.string()
		.trim()
		.refine((word) => word.toLowerCase() === m.account_delete_word().toLowerCase(), 'confirm_delete'),
	hand_over: z.enum(['', 'yes'])
});

export const actions: Actions = {
	default: async (event) => {
		const { client, user } = await requireSession(event);
		const read = readForm(deleteForm, await event.request.formData());
		if (!read.ok) return refuse(400, read);
		const { failure } = await attempt(event, read.values, async () => {
			await spend(event, 'account', user.id);
			await deleteMyAccount(client, read.data.hand_over === 'yes');
		});
		if (failure) return failure;
		event.locals.visit.forget();
		redirect(303, `${localizeHref('/sign-out')}?done=deleted`);
	}
};
