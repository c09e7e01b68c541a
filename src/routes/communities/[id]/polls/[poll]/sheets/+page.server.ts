import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { pollToken } from '$lib/assessments/poll.ts';
import { formatDayOf } from '$lib/i18n/format.ts';
import { m } from '$lib/i18n/paraglide/messages.js';
import { localizeHref } from '$lib/i18n/paraglide/runtime.js';
import { admit, attempt } from '$lib/server/actions.ts';
import { openPollLink, requirePoll } from '$lib/server/polls.ts';
import { drawQr } from '$lib/server/qr.ts';
import { readForm, refuse } from '$lib/ui/forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { inside, poll } = await requirePoll(event);
	const polls = localizeHref(`/communities/${inside.id}/polls`);
	// What is over is not answered any more.
	if (poll.state === 'closed') redirect(303, polls);
	return {
		community: inside.name,
		polls,
		questions: poll.questions,
		until: formatDayOf(poll.closes_at)
	};
};

const linkForm = z.object({ link: z.string().trim().min(1, 'required').max(500, 'too_long') });

export const actions: Actions = {
	/** The poster with its strips. Nobody keeps the link: it comes in the body of the form, and goes back in this answer. */
	show: async (event) => {
		const form = await event.request.formData();
		const { poll } = await admit(event, form, () => requirePoll(event));
		const read = readForm(linkForm, form);
		if (!read.ok) return refuse(400, read);
		const wrong = () => refuse(400, { values: read.values, problems: {}, message: m.poll_sheets_wrong() });
		const token = pollToken.safeParse(read.data.link.split('#').at(-1));
		if (!token.success) return wrong();
		const { value: opened, failure } = await attempt(event, read.values, () =>
			openPollLink(event.locals.backend, token.data)
		);
		if (failure) return failure.status === 404 ? wrong() : failure;
		// A link of another poll would gather answers to other questions.
		const isThis =
			Date.parse(opened.closes_at) === Date.parse(poll.closes_at) &&
			JSON.stringify(opened.questions) === JSON.stringify(poll.questions);
		if (!isThis) return wrong();
		const link = new URL(`${localizeHref('/poll')}#${token.data}`, event.url.origin).href;
		return { poster: { link, qr: drawQr(link) } };
	}
};
