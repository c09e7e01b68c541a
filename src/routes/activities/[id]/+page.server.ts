import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { changesOf, partiesOf, readActivity, typedActivity } from '$lib/activities/schema.ts';
import { differences, factsOf } from '$lib/activities/words.ts';
import { localizeHref } from '$lib/i18n/paraglide/runtime.js';
import { m } from '$lib/i18n/paraglide/messages.js';
import {
	activityDesk,
	activityHistory,
	changeActivity,
	loadActivity,
	waitsForApproval
} from '$lib/server/activities.ts';
import { admit, attempt } from '$lib/server/actions.ts';
import { saveUnlessChanged } from '$lib/server/errors.ts';
import { requireSession } from '$lib/server/guard.ts';
import { answer } from '$lib/server/http.ts';
import { loadTerritories, territoryLabels } from '$lib/server/territories.ts';
import { refuse } from '$lib/ui/forms.ts';
import { asFields } from '../refusals.ts';
import type { Actions, PageServerLoad } from './$types';

/** What was done before this page opened. */
const DONE = ['added', 'saved'] as const;

export const load: PageServerLoad = async (event) => {
	const { session, activity, desk, isFixed, name } = await open(event);
	const done = DONE.find((one) => one === event.url.searchParams.get('done')) ?? null;
	const [history, waits] = await answer(
		Promise.all([
			activityHistory(session, activity.id),
			done === 'added' && waitsForApproval(session.client, activity.data.community_id)
		])
	);
	const values: Record<string, string> = {
		...typedActivity(activity.data),
		expected_updated_at: activity.updated_at
	};
	return {
		path: localizeHref(`/activities/${activity.id}`),
		desk,
		values,
		title: activity.data.title,
		isPublic: activity.data.public,
		updatedAt: activity.updated_at,
		history,
		done,
		/** Neither shown nor counted yet. */
		waits,
		/** What to read instead of a form, where PKC alone may change it. */
		fixed: isFixed ? factsOf(activity.data, nameIn(desk, name)) : null
	};
};

export const actions: Actions = {
	default: async (event) => {
		const form = await event.request.formData();
		const { session, activity, desk, isFixed, name } = await admit(event, form, () => open(event));
		const read = readActivity(form);
		if (isFixed) return refuse(403, { ...read, problems: {}, message: m.activity_agreement_fixed() });
		if (!read.ok) return refuse(400, read);
		const { expected_updated_at: expected, ...typed } = read.data;
		const mine = desk.parties === null ? { ...typed, ...partiesOf(activity.data) } : typed;
		const changes = changesOf(activity.data, mine);
		const { value: outcome, failure } = await attempt(event, read.values, () =>
			saveUnlessChanged(async () => {
				if (Object.keys(changes).length > 0)
					await changeActivity(session.client, activity.id, changes, expected);
			})
		);
		if (failure) return asFields(failure, mine.precision);
		if (outcome === 'changed') {
			const now = await answer(loadActivity(session.client, activity.id));
			return fail(409, {
				// The next save is meant for the version that is shown beside it.
				values: { ...read.values, expected_updated_at: now.updated_at },
				problems: {},
				message: `${m.activity_conflict_title()}. ${m.activity_conflict_text()}`,
				differences: differences(mine, now.data, nameIn(desk, name))
			});
		}
		redirect(303, `${localizeHref(`/activities/${activity.id}`)}?done=saved`);
	}
};

/** The activity, for those who may write it; others who see it meet the page that says they may not. */
async function open(event: RequestEvent<{ id: string }>) {
	const session = await requireSession(event);
	const [index, activity] = await answer(
		Promise.all([loadTerritories(event.locals.backend), loadActivity(session.client, event.params.id)])
	);
	const desk = await answer(activityDesk(session, index, activity.data.community_id));
	// What is signed with others is changed by PKC.
	const isFixed = activity.data.kind === 'agreement' && desk.parties === null;
	return { session, activity, desk, isFixed, name: territoryLabels(index) };
}

type Desk = Awaited<ReturnType<typeof activityDesk>>;
type Name = (code: string) => string | null;

/** Name of a community, place or territory by its id or code. */
function nameIn({ community, communities, parties }: Desk, territory: Name): (id: string) => string {
	const groups = [...(communities ?? []), ...(parties?.places ?? [])];
	const choices = [...(community === null ? [] : [community]), ...groups.flatMap(({ options }) => options)];
	const labels = new Map(choices.map(({ value, label }) => [value, label]));
	return (id) => labels.get(id) ?? territory(id) ?? id;
}
