/** What stands before the pages of a round. */
import { error, type RequestEvent } from '@sveltejs/kit';
import type { AssessmentView } from '../assessments/round.ts';
import { loadAssessment } from './assessments.ts';
import { requireSession } from './guard.ts';
import { answer } from './http.ts';
import type { Session } from './session.ts';

type AssessmentEvent = Pick<RequestEvent, 'locals' | 'url'> & { params: { id: string } };

/** A round, and who asks for it. */
export interface SeenAssessment {
	session: Session;
	view: AssessmentView;
}

/**
 * The round of the address, for those who see it. Visitors are sent to sign in; others meet the page that says there is
 * no such round.
 */
export async function requireAssessment(event: AssessmentEvent): Promise<SeenAssessment> {
	const session = await requireSession(event);
	return { session, view: await answer(loadAssessment(session.client, event.params.id)) };
}

/** The same for those who lead it: coordinator, mentor or PKC. Others who see it are told that they may not. */
export async function requireLedAssessment(event: AssessmentEvent): Promise<SeenAssessment> {
	const found = await requireAssessment(event);
	if (!found.view.may_lead) error(403, { message: 'Not theirs to lead', code: 'forbidden' });
	return found;
}
