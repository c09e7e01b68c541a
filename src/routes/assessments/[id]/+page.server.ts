import { randomUUID } from 'node:crypto';
import { redirect, type ActionFailure, type RequestEvent } from '@sveltejs/kit';
import { todayInRiga } from '$lib/activity/dates.ts';
import {
	correctForm,
	detailsForm,
	detailsOf,
	detailValues,
	linkForm,
	revokeForm
} from '$lib/assessments/round-forms.ts';
import { itemsInForm } from '$lib/checklists/applicability.ts';
import { formatDayOf } from '$lib/i18n/format.ts';
import { m } from '$lib/i18n/paraglide/messages.js';
import { localizeHref } from '$lib/i18n/paraglide/runtime.js';
import { admit, attempt, spend } from '$lib/server/actions.ts';
import {
	archiveAssessment,
	confirmAssessment,
	correctAssessment,
	createRespondentLink,
	loadOverview,
	openMeeting,
	revokeRespondentLink,
	submitAssessment,
	updateAssessment
} from '$lib/server/assessments.ts';
import { getChecklist } from '$lib/server/checklists.ts';
import { saveUnlessChanged } from '$lib/server/errors.ts';
import { answer } from '$lib/server/http.ts';
import { drawQr } from '$lib/server/qr.ts';
import { requireAssessment, requireLedAssessment } from '$lib/server/seen-assessment.ts';
import { readForm, refuse, type Refused } from '$lib/ui/forms.ts';
import type { Actions, PageServerLoad } from './$types';

/** What was done before this page opened; anything else in the address counts as nothing. */
const DONE = ['started', 'saved', 'revoked', 'opened', 'confirmed', 'archived'] as const;

type Event = RequestEvent<{ id: string }>;

export const load: PageServerLoad = async (event) => {
	const { session, view } = await requireAssessment(event);
	const { assessment, score: _score, plan: _plan, answers, ...rest } = view;
	const [{ definition }, rounds] = await answer(
		Promise.all([
			getChecklist(event.locals.backend, assessment.checklist_id, assessment.checklist_version),
			loadOverview(session.client, assessment.community_id)
		])
	);
	const asked = itemsInForm(definition, { form: assessment.form, borderZone: assessment.border_zone });
	const done = event.url.searchParams.get('done');
	return {
		...rest,
		assessment,
		values: detailValues(assessment),
		progress: { done: answers.filter(({ value }) => value !== null).length, all: asked.length },
		corrections: rounds
			.filter(({ revises }) => revises === assessment.id)
			.map(({ id, status, as_of }) => ({ id, status, isSubmitted: as_of !== null })),
		/** Of the correction that the form begins. */
		newId: randomUUID(),
		done: DONE.find((one) => one === done) ?? null
	};
};

export const actions: Actions = {
	/** Name, mode, who took part, what threatens the place. */
	update: async (event) => {
		const form = await event.request.formData();
		const { session, view } = await admit(event, form, () => requireLedAssessment(event));
		const read = readForm(detailsForm, form);
		if (!read.ok) return refuse(400, read);
		const { expected_updated_at: expected } = read.data;
		const { value, failure } = await attempt(event, read.values, () =>
			saveUnlessChanged(() =>
				updateAssessment(session.client, event.params.id, detailsOf(read.data), expected)
			)
		);
		if (failure) return inWords(failure);
		if (value === 'changed') {
			// The next try is meant: who presses again has read what the other one saved.
			const values = { ...read.values, expected_updated_at: view.assessment.updated_at };
			return refuse(409, { values, problems: {}, message: m.round_changed() });
		}
		back(event, 'saved');
	},

	/** A link by which people join; it is shown in this one answer. */
	createLink: async (event) => {
		const form = await event.request.formData();
		const { session } = await admit(event, form, () => requireLedAssessment(event));
		const read = readForm(linkForm, form);
		if (!read.ok) return refuse(400, read);
		const { value, failure } = await attempt(event, read.values, async () => {
			await spend(event, 'invite', session.user.id);
			return createRespondentLink(session.client, event.params.id, read.data.days);
		});
		if (failure) return inWords(failure);
		// What stands after # is sent to no server.
		const link = new URL(`${localizeHref('/join')}#${value.token}`, event.url.origin).href;
		return { made: { link, qr: drawQr(link), until: formatDayOf(value.expiresAt) } };
	},

	revokeLink: async (event) => {
		const form = await event.request.formData();
		const { session } = await admit(event, form, () => requireLedAssessment(event));
		const read = readForm(revokeForm, form);
		if (!read.ok) return refuse(400, read);
		const { link, too } = read.data;
		const { failure } = await attempt(event, {}, () =>
			revokeRespondentLink(session.client, link, too === 'yes')
		);
		if (failure) return inWords(failure);
		back(event, 'revoked');
	},

	openMeeting: async (event) => {
		const form = await event.request.formData();
		const { session } = await admit(event, form, () => requireLedAssessment(event));
		const { failure } = await attempt(event, {}, () => openMeeting(session.client, event.params.id));
		if (failure) return inWords(failure);
		back(event, 'opened');
	},

	/** Ends the draft with its score. */
	submit: async (event) => {
		const form = await event.request.formData();
		const { session } = await admit(event, form, () => requireLedAssessment(event));
		const { value, failure } = await attempt(event, {}, () =>
			saveUnlessChanged(() =>
				submitAssessment(event.locals.backend, session, event.params.id, todayInRiga(new Date()))
			)
		);
		if (failure) return inWords(failure);
		if (value === 'changed') {
			return refuse(409, { values: {}, problems: {}, message: m.round_refused_state() });
		}
		redirect(303, `${localizeHref(`/assessments/${event.params.id}/result`)}?done=submitted`);
	},

	confirm: async (event) => {
		const form = await event.request.formData();
		const { session } = await admit(event, form, () => requireAssessment(event));
		const { failure } = await attempt(event, {}, () => confirmAssessment(session.client, event.params.id));
		if (failure) return inWords(failure);
		back(event, 'confirmed');
	},

	archive: async (event) => {
		const form = await event.request.formData();
		const { session } = await admit(event, form, () => requireLedAssessment(event));
		const { failure } = await attempt(event, {}, () => archiveAssessment(session.client, event.params.id));
		if (failure) return inWords(failure);
		back(event, 'archived');
	},

	/** Begins a round that corrects this one. */
	correct: async (event) => {
		const form = await event.request.formData();
		const { session, view } = await admit(event, form, () => requireLedAssessment(event));
		const read = readForm(correctForm, form);
		if (!read.ok) return refuse(400, read);
		const { failure } = await attempt(event, read.values, () =>
			correctAssessment(session.client, view, read.data)
		);
		if (failure) return inWords(failure);
		redirect(303, `${localizeHref(`/assessments/${read.data.id}`)}?done=started`);
	}
};

/** The page again, with what was done. */
function back({ params }: Event, done: (typeof DONE)[number]): never {
	redirect(303, `${localizeHref(`/assessments/${params.id}`)}?done=${done}`);
}

/** Refusals that are no field of a form, in words that say what to do. */
function inWords(failure: ActionFailure<Refused>): ActionFailure<Refused> {
	const { status, data } = failure;
	const message =
		data.problems.answers !== undefined
			? m.round_refused_answers()
			: data.problems.respondents !== undefined
				? m.round_meeting_few()
				: status === 409
					? m.round_refused_status()
					: null;
	return message === null ? failure : refuse(status, { ...data, problems: {}, message });
}
