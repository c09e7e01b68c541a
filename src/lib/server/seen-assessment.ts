/** What stands before the pages of a round. */
import type { RequestEvent } from '@sveltejs/kit';
import type { AssessmentView } from '../assessments/round.ts';
import { loadAssessment } from './assessments.ts';
import { requireSession } from './guard.ts';
import { answer } from './http.ts';
import type { Session } from './session.ts';

/**
 * The round of the address, for those who see it. Visitors are sent to sign in; others meet the page that says there is
 * no such round.
 */
export async function requireAssessment(
	event: Pick<RequestEvent, 'locals' | 'url'> & { params: { id: string } }
): Promise<{ session: Session; view: AssessmentView }> {
	const session = await requireSession(event);
	return { session, view: await answer(loadAssessment(session.client, event.params.id)) };
}
