/** The order of a community's rounds: which stand, and which came before which. */
import type { OverviewRow } from './round.ts';

/** A round that was submitted and that no submitted round corrects. */
export type StandingRound = OverviewRow & { as_of: string; submitted_at: string };

/** The rounds that a submitted round corrects, by id. They stay as they are, and stand no more. */
export function correctedRounds(rounds: readonly OverviewRow[]): ReadonlySet<string> {
	return new Set(
		rounds.flatMap(({ revises, as_of }) => (as_of === null || revises === null ? [] : [revises]))
	);
}

/**
 * The rounds that stand, newest first. A correction takes the place in time of what it corrects.
 * @param rounds all rounds of a community
 */
export function standingRounds(rounds: readonly OverviewRow[]): StandingRound[] {
	const corrected = correctedRounds(rounds);
	const since = times(rounds);
	return rounds
		.filter((round): round is StandingRound => isSubmitted(round) && !corrected.has(round.id))
		.sort((a, b) => since(b) - since(a));
}

/**
 * The round before one: the newest of the same checklist that stands and was first submitted earlier.
 * @param rounds all rounds of the community
 */
export function previousRound(rounds: readonly OverviewRow[], id: string): StandingRound | null {
	const here = rounds.find((round) => round.id === id);
	if (here === undefined) return null;
	const since = times(rounds);
	return (
		standingRounds(rounds).find(
			(round) => round.checklist_id === here.checklist_id && since(round) < since(here)
		) ?? null
	);
}

function isSubmitted(round: OverviewRow): round is StandingRound {
	return round.as_of !== null && round.submitted_at !== null;
}

/** When a round, or the one with which its chain of corrections began, was submitted: milliseconds; NaN for a draft. */
function times(rounds: readonly OverviewRow[]): (round: OverviewRow) => number {
	const byId = new Map(rounds.map((round) => [round.id, round]));
	const first = (round: OverviewRow): OverviewRow => {
		const before = round.revises === null ? undefined : byId.get(round.revises);
		return before === undefined || before.submitted_at === null ? round : first(before);
	};
	return (round) => Date.parse(first(round).submitted_at ?? '');
}
