import { byDay } from '$lib/assessments/plan.ts';
import { regionOf } from '$lib/server/communities-inside.ts';
import { answer } from '$lib/server/http.ts';
import { latestAssessment, loadSteps, openPlan, supportOf } from '$lib/server/plan.ts';
import { territoryLabels } from '$lib/server/territories.ts';
import type { PageServerLoad } from './$types';

/** One page for the municipality: shared steps only. Nothing of answers, scores or gaps is even sent to the page. */
export const load: PageServerLoad = async (event) => {
	const { session, inside, index } = await openPlan(event);
	const { client } = session;
	const [steps, latest, support] = await answer(
		Promise.all([
			loadSteps(client, inside.id),
			latestAssessment(client, inside.id),
			supportOf(client, regionOf(index, inside.territory_code))
		])
	);
	const shared = steps
		.filter((step) => step.shared && step.status !== 'dropped')
		.map(({ item_id: _item, assessment_id: _assessment, shared: _shared, ...step }) => step);
	const isDone = ({ status }: { status: string }): boolean => status === 'done';
	return {
		id: inside.id,
		name: inside.name,
		place: territoryLabels(index)(inside.territory_code) ?? inside.territory_code,
		municipality: index.municipalityOf(inside.territory_code)?.name ?? null,
		assessedOn: latest?.as_of ?? null,
		steps: byDay(shared.filter((step) => !isDone(step))),
		done: shared.filter(isDone),
		support
	};
};
