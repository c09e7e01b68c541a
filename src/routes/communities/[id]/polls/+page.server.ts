import { randomUUID } from 'node:crypto';
import { redirect, type ActionFailure } from '@sveltejs/kit';
import { z } from 'zod';
import { roundName } from '$lib/assessments/round-words.ts';
import { pollForm, QUESTIONS_MIN, questionsIn, questionValues, type PollRow } from '$lib/assessments/poll.ts';
import { readyQuestions } from '$lib/assessments/poll-words.ts';
import { formatDayOf } from '$lib/i18n/format.ts';
import { m } from '$lib/i18n/paraglide/messages.js';
import { localizeHref } from '$lib/i18n/paraglide/runtime.js';
import { admit, attempt, spend } from '$lib/server/actions.ts';
import { loadOverview } from '$lib/server/assessments.ts';
import { answer } from '$lib/server/http.ts';
import {
	closePoll,
	closingDays,
	loadPolls,
	openPolls,
	openPollsToLead,
	startPoll
} from '$lib/server/polls.ts';
import { drawQr } from '$lib/server/qr.ts';
import { newToken } from '$lib/server/tokens.ts';
import { readForm, refuse, type Refused } from '$lib/ui/forms.ts';
import type { Actions, PageServerLoad } from './$types';

/** How long a poll runs when nobody says so. */
const USUAL_DAYS = 14;

export const load: PageServerLoad = async (event) => {
	const { session, inside, leads } = await openPolls(event);
	const [polls, rounds] = await answer(
		Promise.all([loadPolls(session.client, inside.id), loadOverview(session.client, inside.id)])
	);
	const names = new Map(rounds.map((round) => [round.id, roundName(round)]));
	const days = closingDays(new Date());
	return {
		community: { id: inside.id, name: inside.name },
		isApproved: inside.status === 'approved',
		leads,
		polls: polls.map((poll) => ({
			...poll,
			round: poll.assessment_id === null ? null : (names.get(poll.assessment_id) ?? null)
		})),
		rounds: rounds
			.filter(({ status }) => status !== 'archived')
			.map((round) => ({ value: round.id, label: roundName(round) })),
		days,
		/** What the form begins with. */
		fresh: leads
			? {
					id: randomUUID(),
					token: newToken().token,
					closes_on: closingDays(new Date(), USUAL_DAYS).last,
					assessment_id: '',
					...questionValues(readyQuestions())
				}
			: null,
		isClosed: event.url.searchParams.get('done') === 'closed'
	};
};

const closeForm = z.object({ poll: z.uuid('choose') });

export const actions: Actions = {
	/** Begins a poll; its link is shown in this one answer. */
	start: async (event) => {
		const form = await event.request.formData();
		const { session, inside } = await admit(event, form, () => openPollsToLead(event));
		const read = readForm(pollForm(closingDays(new Date())), form);
		if (!read.ok) return refuse(400, { ...read, ...inWords(read.problems) });
		const { id, token, closes_on, assessment_id } = read.data;
		const questions = questionsIn(read.data);
		const { value, failure } = await attempt(event, read.values, async () => {
			await spend(event, 'invite', session.user.id);
			await startPoll(session.client, inside.id, { id, token, closes_on, assessment_id, questions });
			return (await loadPolls(session.client, inside.id)).find((poll) => poll.id === id);
		});
		if (failure) return statusInWords(failure);
		// What stands after # is sent to no server.
		const link = new URL(`${localizeHref('/poll')}#${token}`, event.url.origin).href;
		return { made: { id, link, qr: drawQr(link), until: untilOf(value, closes_on) } };
	},

	close: async (event) => {
		const form = await event.request.formData();
		const { session, inside } = await admit(event, form, () => openPollsToLead(event));
		const read = readForm(closeForm, form);
		if (!read.ok) return refuse(400, { values: {}, problems: {}, message: m.form_invalid() });
		const { failure } = await attempt(event, {}, () => closePoll(session.client, read.data.poll));
		if (failure) return failure;
		redirect(303, `${localizeHref(`/communities/${inside.id}/polls`)}?done=closed`);
	}
};

/** Of a form sent twice the first one counts, and its day may be another. */
function untilOf(poll: PollRow | undefined, typed: string): string {
	return formatDayOf(poll?.closes_at ?? typed);
}

/** What is wrong with the questions, in words that say what is right. */
function inWords(problems: Refused['problems']): { message?: string } {
	const fields = Object.entries(problems);
	if (fields.some(([name, problem]) => name.startsWith('options_') && problem === 'invalid'))
		return { message: m.poll_refused_options() };
	if (fields.some(([name, problem]) => name.startsWith('question_') && problem === 'required'))
		return { message: m.poll_refused_few({ min: QUESTIONS_MIN }) };
	return {};
}

function statusInWords(failure: ActionFailure<Refused>): ActionFailure<Refused> {
	const { status, data } = failure;
	return status === 409
		? refuse(status, { ...data, problems: {}, message: m.poll_refused_status() })
		: failure;
}
