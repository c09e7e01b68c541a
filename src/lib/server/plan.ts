/** The plan of a community: who sees it, reading it, writing it, and what the municipality replies. */
import { error, type RequestEvent } from '@sveltejs/kit';
import { z } from 'zod';
import { standingRounds, type StandingRound } from '../assessments/history.ts';
import {
	mustHaveCheck,
	missingMustHaves,
	sharedStepRow,
	stepRow,
	type Assessed,
	type MustHaveCheck,
	type SharedStep,
	type Step
} from '../assessments/plan.ts';
import type { Definition } from '../checklists/types.ts';
import type { Inside } from '../communities/inside.ts';
import { compareText } from '../i18n/format.ts';
import { snapshotSchema } from '../scoring/snapshot.ts';
import type { Gap } from '../scoring/types.ts';
import type { TerritoryIndex } from '../territories/hierarchy.ts';
import { loadOverview } from './assessments.ts';
import { getChecklist } from './checklists.ts';
import { expectDone, unwrap, type Backend, type Client } from './client.ts';
import { loadInside, regionOf, rightsIn } from './communities-inside.ts';
import { saveUnlessChanged } from './errors.ts';
import { requireSession } from './guard.ts';
import { answer } from './http.ts';
import { readAll, readSome } from './rows.ts';
import type { Session } from './session.ts';
import { loadTerritories } from './territories.ts';

type Event = Pick<RequestEvent, 'locals' | 'url'> & { params: { id: string } };

/** A community whose plan somebody has opened. */
export interface OpenedPlan {
	session: Session;
	inside: Inside;
	index: TerritoryIndex;
	/** May change the plan: coordinator, mentor or PKC, once the community is approved. The database asks again. */
	leads: boolean;
	/** Decides what the municipality sees. */
	isCoordinator: boolean;
}

/**
 * The community of the address, for those who see its plan: its people, its mentor and the PKC of its region. Visitors
 * are sent to sign in; for others there is no such page.
 */
export async function openPlan(event: Event): Promise<OpenedPlan> {
	const session = await requireSession(event);
	const [inside, index] = await answer(
		Promise.all([loadInside(session.client, event.params.id), loadTerritories(event.locals.backend)])
	);
	if (inside === null) error(404, { message: 'No such community', code: 'not_found' });
	const { roles, pkc } = rightsIn(session, inside.id, regionOf(index, inside.territory_code));
	const leads =
		inside.status === 'approved' && (pkc || roles.includes('coordinator') || roles.includes('mentor'));
	return { session, inside, index, leads, isCoordinator: roles.includes('coordinator') };
}

/** As `openPlan`, for those who may change the plan. */
export async function openPlanToChange(event: Event): Promise<OpenedPlan> {
	const opened = await openPlan(event);
	if (!opened.leads) error(403, { message: 'Not yours to change', code: 'forbidden' });
	return opened;
}

const COLUMNS =
	'id, community_id, text, owner_role, helper, due_on, status, municipality_reply, replied_at, created_at, updated_at, assessment_id, item_id, shared';

/**
 * The steps of a community, in the order in which they were added.
 * @throws AppError when the database does not answer or answers nonsense
 */
export async function loadSteps(client: Client, communityId: string): Promise<Step[]> {
	return readAll('plan_items', stepRow, (from, to) =>
		client
			.from('plan_items')
			.select(COLUMNS)
			.eq('community_id', communityId)
			.order('created_at')
			.order('id')
			.range(from, to)
	);
}

/** The latest submitted assessment, as far as a plan stands on it. */
export interface PlanGround extends Assessed {
	definition: Definition;
	gaps: Gap[];
}

/** Everything the page of a plan shows. */
export interface Plan {
	steps: Step[];
	/** Null before the first assessment. */
	latest: PlanGround | null;
	check: MustHaveCheck | null;
}

/**
 * The plan of a community.
 * @throws AppError when the database does not answer or answers nonsense
 */
export async function loadPlan(backend: Backend, client: Client, communityId: string): Promise<Plan> {
	const [steps, latest] = await Promise.all([
		loadSteps(client, communityId),
		loadGround(backend, client, communityId)
	]);
	return { steps, latest, check: mustHaveCheck(latest, steps) };
}

/** The latest submitted assessment without its result; null before the first one. A correction stands where what it corrects stood. */
export async function latestAssessment(client: Client, communityId: string): Promise<StandingRound | null> {
	return standingRounds(await loadOverview(client, communityId))[0] ?? null;
}

async function loadGround(backend: Backend, client: Client, communityId: string): Promise<PlanGround | null> {
	const latest = await latestAssessment(client, communityId);
	if (latest === null) return null;
	const [scores, { definition }] = await Promise.all([
		readSome(
			'assessment_scores',
			z.object({ result: snapshotSchema }),
			client.from('assessment_scores').select('result').eq('assessment_id', latest.id)
		),
		getChecklist(backend, latest.checklist_id, latest.checklist_version)
	]);
	const result = scores.items[0]?.result;
	if (result === undefined) return null;
	return {
		...{ id: latest.id, asOf: latest.as_of, submittedAt: latest.submitted_at, definition },
		missing: missingMustHaves(definition, result),
		gaps: result.gaps
	};
}

/**
 * Adds a step, or changes one that is as it was when it was opened.
 * @param data as `stepData` or a part of it
 * @returns `changed` when somebody else was faster; then nothing is written
 * @throws AppError `forbidden`, `not_found`, `already_used` when the community is not approved, `invalid_input` with the field
 */
export async function saveStep(
	client: Client,
	communityId: string,
	data: Record<string, string | boolean>
): Promise<'saved' | 'changed'> {
	return saveUnlessChanged(async () => {
		unwrap(await client.rpc('save_plan_item', { data: { ...data, community_id: communityId } }));
	});
}

/** Names of the PKC organisations of a region; empty when none is known. */
export async function supportOf(client: Client, region: string | null): Promise<string[]> {
	if (region === null) return [];
	const query = client
		.from('organisations')
		.select('name')
		.eq('kind', 'pkc')
		.eq('region', region)
		.order('name');
	const { items } = await readSome('organisations', z.object({ name: z.string() }), query);
	return items.map(({ name }) => name);
}

/** What the communities of a municipality share with it. */
export interface SharedPlan {
	id: string;
	name: string;
	territory_code: string;
	/** In the order in which they were added. */
	steps: SharedStep[];
}

const communityRow = z.object({ id: z.uuid(), name: z.string(), territory_code: z.string() });

/**
 * Shared steps of the approved communities at home in a municipality, by name of the community; those that share
 * nothing are left out.
 * @throws AppError when the database does not answer or answers nonsense
 */
export async function loadSharedPlans(
	client: Client,
	index: TerritoryIndex,
	municipality: string
): Promise<SharedPlan[]> {
	const [steps, communities] = await Promise.all([
		// Of every municipality whose civil protection the caller is; the others are left out below.
		readAll('shared_plan_items', sharedStepRow, (from, to) =>
			client.rpc('shared_plan_items').order('created_at').order('id').range(from, to)
		),
		readAll('public_communities', communityRow, (from, to) =>
			client.from('public_communities').select('id, name, territory_code').order('id').range(from, to)
		)
	]);
	return communities
		.filter(({ territory_code }) => index.municipalityOf(territory_code)?.code === municipality)
		.map((community) => ({ ...community, steps: steps.filter((step) => step.community_id === community.id) }))
		.filter((plan) => plan.steps.length > 0)
		.sort((a, b) => compareText(a.name, b.name));
}

/**
 * Replies to a shared step that is as it was when it was opened; an empty text takes the reply back.
 * @returns `changed` when the step or its reply is another by now; then nothing is written
 * @throws AppError `forbidden` when it is not shared any more, `not_found`, `invalid_input` with the field
 */
export async function replyToStep(
	client: Client,
	{ id, text, expected_updated_at }: { id: string; text: string; expected_updated_at: string }
): Promise<'saved' | 'changed'> {
	return saveUnlessChanged(async () =>
		expectDone(await client.rpc('reply_plan_item', { id, text, expected_updated_at }))
	);
}
