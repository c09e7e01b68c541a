/** Demo mode: synthetic assessments, so that maps of gaps have something to show. Each says that it is a sample. */
import { addMonths, todayInRiga } from '../activity/dates.ts';
import { CHECKLIST } from '../assessments/checklist.ts';
import { itemsInForm } from '../checklists/applicability.ts';
import { LEVELS } from '../checklists/types.ts';
import { score } from '../scoring/score.ts';
import { getChecklist } from './checklists.ts';
import { asJson, expectDone, unwrap, type Backend } from './client.ts';
import { NAUTRENI } from './demo.ts';

/** What the round of a sample is called. */
const SAMPLE_ROUND = 'Paraugs';
/** The communities that get one: those of the reference data, and not the one that people try rounds with. */
const SOURCE = 'iniciativa-darbigas-kopienas-latgale';

/** Writes one finished round for each of the communities, once. Does nothing outside demo mode. */
export async function prepareSampleAssessments(backend: Backend): Promise<void> {
	if (backend.demo === undefined) return;
	const client = backend.serviceClient();
	const there = unwrap(await client.from('assessments').select('id').eq('round', SAMPLE_ROUND).limit(1));
	if (there.length > 0) return;
	const communities = unwrap(
		await client.from('communities').select('id').eq('source_id', SOURCE).neq('id', NAUTRENI).order('id')
	);
	const { version, definition } = await getChecklist(backend, CHECKLIST);
	const today = todayInRiga(new Date());
	const rounds = communities.map(({ id: communityId }, position) => {
		const random = pseudoRandom(position + 1);
		const asOf = addMonths(today, -1 - Math.floor(random() * OLDEST_MONTHS));
		const items = itemsInForm(definition, { form: 'quick', borderZone: true });
		const answers = items.map(({ id }) => ({
			...{ item: id, asOf, evidence: 1 as const },
			// Beyond the last level stands the last one.
			value: LEVELS[Math.floor(random() * LEVELS.length * easeOf(id))] ?? 3
		}));
		const id = crypto.randomUUID();
		const isConfirmed = position % 3 === 0;
		const context = { form: 'quick' as const, borderZone: true, exposure: {}, asOf };
		return {
			assessment: {
				...{ id, community_id: communityId, round: SAMPLE_ROUND, form: 'quick', mode: 'together' },
				...{ checklist_id: version.id, checklist_version: version.version, border_zone: true },
				...{
					as_of: asOf,
					submitted_at: `${asOf}T10:00:00Z`,
					status: isConfirmed ? 'confirmed' : 'submitted'
				},
				confirmed_at: isConfirmed ? `${asOf}T12:00:00Z` : null
			},
			score: {
				assessment_id: id,
				sha256: version.sha256,
				result: asJson(score(definition, answers, context)) ?? {}
			}
		};
	});
	expectDone(await client.from('assessments').insert(rounds.map(({ assessment }) => assessment)));
	expectDone(await client.from('assessment_scores').insert(rounds.map((round) => round.score)));
}

/** Some are older than a year, so that this is seen, too. */
const OLDEST_MONTHS = 18;

/** From 0.7 to 1.4: some items are harder than others, in all places alike. */
function easeOf(item: string): number {
	return 0.7 + pseudoRandom(Number(item.replace('.', '')))() * 0.7;
}

/** The same numbers 0…1 at every start (Park and Miller's generator). */
function pseudoRandom(seed: number): () => number {
	let state = (seed * 48_271) % 2_147_483_647;
	return () => {
		state = (state * 48_271) % 2_147_483_647;
		return state / 2_147_483_647;
	};
}
