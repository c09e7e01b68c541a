import { randomUUID } from 'node:crypto';
import { redirect } from '@sveltejs/kit';
import { choicesIn, choicesSchema, paperForm } from '$lib/assessments/poll.ts';
import { m } from '$lib/i18n/paraglide/messages.js';
import { localizeHref } from '$lib/i18n/paraglide/runtime.js';
import { admit, attempt } from '$lib/server/actions.ts';
import { enterBallot, requirePoll } from '$lib/server/polls.ts';
import { readForm, refuse } from '$lib/ui/forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { inside, poll } = await requirePoll(event);
	return {
		community: { id: inside.id, name: inside.name },
		poll,
		/** Of the next ballot. */
		newId: randomUUID(),
		isSaved: event.url.searchParams.get('done') === 'saved'
	};
};

export const actions: Actions = {
	default: async (event) => {
		const form = await event.request.formData();
		const { session, inside, poll } = await admit(event, form, () => requirePoll(event));
		const read = readForm(paperForm, form);
		if (!read.ok) return refuse(400, read);
		const choices = choicesIn(read.data);
		if (!choicesSchema.safeParse(choices).success)
			return refuse(400, { values: read.values, problems: {}, message: m.poll_enter_empty() });
		const { failure } = await attempt(event, read.values, () =>
			enterBallot(session.client, poll.id, read.data.id, choices)
		);
		if (failure) {
			const over = failure.status === 410 ? m.poll_enter_over() : m.poll_refused_status();
			return failure.status === 410 || failure.status === 409
				? refuse(failure.status, { ...failure.data, problems: {}, message: over })
				: failure;
		}
		redirect(303, `${localizeHref(`/communities/${inside.id}/polls/${poll.id}/enter`)}?done=saved`);
	}
};
