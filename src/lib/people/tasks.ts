/** What can be done in a role, as links of the workspace. */
import { m } from '../i18n/paraglide/messages.js';
import type { HeldRole, Role } from './schema.ts';

export interface Task {
	/** Path and query, not yet localised. */
	path: string;
	label: () => string;
	text: () => string;
}

const INVITE: Task = { path: '/workspace/invitations', label: m.work_invite, text: m.work_invite_text };
const PEOPLE: Task = { path: '/workspace/people', label: m.work_people, text: m.work_people_text };
const LOG: Task = { path: '/workspace/log', label: m.work_log, text: m.work_log_text };
const ENTER: Task = { path: '/enter', label: m.work_enter, text: m.work_enter_text };
const MAP: Omit<Task, 'path'> = { label: m.work_map, text: m.work_map_text };
const REGION: Omit<Task, 'path'> = { label: m.work_region, text: m.work_region_text };
const REGISTER: Task = { path: '/communities/register', label: m.work_register, text: m.work_register_text };

/** Roles in a community. In one that PKC has rejected or merged nothing is left but reading. */
const IN_COMMUNITY: readonly Role[] = ['coordinator', 'member', 'mentor'];

/**
 * The tasks of the role one acts in, the most frequent first; without a role, how to begin.
 * @param isKept whether the community of the role is approved, or waits to be; of no matter in other roles
 */
export function tasksOf(acting: Pick<HeldRole, 'role' | 'scope_id'> | null, isKept: boolean): Task[] {
	if (acting === null) return [REGISTER];
	const id = encodeURIComponent(acting.scope_id);
	const card: Task = {
		path: `/communities/${id}`,
		label: m.work_community,
		text: m.work_community_text
	};
	const assess: Task = {
		path: `/communities/${id}/assessments`,
		label: m.work_assess,
		text: m.work_assess_text
	};
	const plan: Task = { path: `/communities/${id}/plan`, label: m.work_plan, text: m.work_plan_text };
	if (IN_COMMUNITY.includes(acting.role) && !isKept) return [card];
	switch (acting.role) {
		case 'coordinator':
			return [
				card,
				assess,
				ENTER,
				plan,
				{ path: `/activities/new?community=${id}`, label: m.work_activity, text: m.work_activity_text },
				{ ...INVITE, path: `/workspace/invitations?role=member&scope=${id}` },
				PEOPLE
			];
		case 'member':
		case 'mentor':
			return [card, assess, ENTER, plan, PEOPLE];
		case 'pkc':
			return [
				{ path: '/workspace/review', label: m.work_review, text: m.work_review_text },
				{ path: '/surveys/new', label: m.work_survey, text: m.work_survey_text },
				{ path: '/activities/new', label: m.work_activity, text: m.work_activity_text },
				ENTER,
				INVITE,
				PEOPLE,
				LOG,
				{ ...REGION, path: `/regions/${id}` },
				{ ...MAP, path: `/map?region=${id}` }
			];
		case 'planner':
			return [
				{ ...REGION, path: `/regions/${id}` },
				{ ...MAP, path: `/map?region=${id}` }
			];
		case 'civil_protection':
			return [
				{ path: '/workspace/plans', label: m.work_plans, text: m.work_plans_text },
				{ path: `/regions/${id}/gaps`, label: m.gaps_nav, text: m.gaps_nav_text },
				{ ...MAP, path: `/map?municipality=${id}` }
			];
		case 'national':
			return [
				{ path: '/admin', label: m.work_admin, text: m.work_admin_text },
				INVITE,
				PEOPLE,
				LOG,
				{ ...REGION, path: '/regions' },
				{ ...MAP, path: '/map' }
			];
	}
}
