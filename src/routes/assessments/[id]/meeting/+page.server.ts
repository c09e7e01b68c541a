import { fail, redirect, type ActionFailure, type RequestEvent } from '@sveltejs/kit';
import { todayInRiga } from '$lib/activity/dates.ts';
import {
	agreeForm,
	contentOf,
	meetingQuery,
	nextOpen,
	parseMeeting,
	topics,
	walk,
	type MeetingState
} from '$lib/assessments/meeting.ts';
import type { AssessmentView } from '$lib/assessments/round.ts';
import type { Content } from '$lib/offline/round.ts';
import { m } from '$lib/i18n/paraglide/messages.js';
import { localizeHref } from '$lib/i18n/paraglide/runtime.js';
import { admit, attempt, spend } from '$lib/server/actions.ts';
import { getChecklist } from '$lib/server/checklists.ts';
import { answer } from '$lib/server/http.ts';
import { acceptUnanimous, loadMeeting, nameless, recordAgreed } from '$lib/server/meeting.ts';
import { requireAssessment } from '$lib/server/seen-assessment.ts';
import type { Session } from '$lib/server/session.ts';
import { readForm, refuse, type Refused } from '$lib/ui/forms.ts';
import type { Actions, PageServerLoad } from './$types';

type Event = RequestEvent<{ id: string }>;

interface AgreeRefused extends Refused {
	/** What somebody else has recorded meanwhile; null = it was taken back. */
	theirs?: Content | null;
}

/** Nothing here asks for the address: going from item to item needs no connection. */
export const load: PageServerLoad = async (event) => {
	const { session, view } = await inMeeting(event);
	const { assessment, answers } = view;
	// No names go to a page that hangs on a wall.
	const { created_by_name: _1, submitted_by_name: _2, confirmed_by_name: _3, ...round } = assessment;
	return {
		assessment: round,
		answers: nameless(answers),
		said: await answer(loadMeeting(session.client, assessment.id)),
		/** Whose answers this device sends. */
		who: session.user.id
	};
};

export const actions: Actions = {
	/** What was agreed on for one item; where no script keeps it on the device. */
	agree: async (event): Promise<ActionFailure<AgreeRefused>> => {
		const form = await event.request.formData();
		const { session, view } = await admit(event, form, () => inMeeting(event));
		const read = readForm(agreeForm, form);
		if (!read.ok) return refuse(400, read);
		const { value: outcome, failure } = await attempt(event, read.values, async () => {
			await spend(event, 'answers', session.user.id);
			return recordAgreed(session.client, view, read.data);
		});
		if (failure) return failure;
		switch (outcome.outcome) {
			case 'written':
			case 'same':
				return await onward(event, session, view, read.data.item);
			case 'conflict': {
				const values = { ...read.values, base_revision: String(outcome.revision ?? 0) };
				const theirs = outcome.theirs ? contentOf(outcome.theirs) : null;
				// The next try is meant: who presses again has seen what the other one recorded.
				return fail(409, { values, problems: {}, message: m.meeting_conflict(), theirs });
			}
			case 'refused':
				return refuse(400, {
					values: read.values,
					problems: {},
					message:
						outcome.problem === 'evidence_not_allowed'
							? m.meeting_refused_evidence()
							: outcome.problem === 'date_after_as_of'
								? m.meeting_refused_day()
								: m.form_invalid()
				});
		}
	},

	/** Records at once what all said alike. */
	accept: async (event) => {
		const form = await event.request.formData();
		const { session, view } = await admit(event, form, () => inMeeting(event));
		const { value, failure } = await attempt(event, {}, async () => {
			await spend(event, 'answers', session.user.id);
			return acceptUnanimous(event.locals.backend, session.client, view, todayInRiga(new Date()));
		});
		if (failure) return failure;
		goTo(event, { item: null, show: 'all' }, value.left === 0 ? 'accepted' : 'some');
	}
};

/** The round, while its meeting is on; its own page says how it stands before and after. */
async function inMeeting(event: Event) {
	const found = await requireAssessment(event);
	const { status, meeting_opened_at: openedAt } = found.view.assessment;
	if (status !== 'draft' || openedAt === null) redirect(303, localizeHref(`/assessments/${event.params.id}`));
	return found;
}

/** On to the next item without an agreed answer. */
async function onward(
	event: Event,
	{ client }: Session,
	{ assessment, answers }: AssessmentView,
	item: string
): Promise<never> {
	const [{ definition }, said] = await answer(
		Promise.all([
			getChecklist(event.locals.backend, assessment.checklist_id, assessment.checklist_version),
			loadMeeting(client, assessment.id)
		])
	);
	const all = topics(definition, { form: assessment.form, borderZone: assessment.border_zone }, said);
	const { show } = parseMeeting(event.url.searchParams, all);
	const agreed = new Set(answers.flatMap((each) => (each.value === null ? [] : each.item)));
	goTo(event, { item: nextOpen(walk(all, show), item, (id) => agreed.has(id)), show }, 'agreed');
}

function goTo({ params }: Event, state: MeetingState, done: 'agreed' | 'accepted' | 'some'): never {
	const query = new URLSearchParams(meetingQuery(state));
	query.set('done', done);
	redirect(303, `${localizeHref(`/assessments/${params.id}/meeting`)}?${query.toString()}`);
}
