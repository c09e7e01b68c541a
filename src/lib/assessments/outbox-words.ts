/** Words of answers on their way from this device, in the language of the page. */
import { m } from '../i18n/paraglide/messages.js';
import type { StorageProblem } from '../offline/db.ts';
import type { Round, RoundState } from '../offline/round.ts';
import type { AskProblem } from './own-round.ts';

type Stopped = Exclude<RoundState, 'open'>;

const STOPPED: Record<Round['kind'], Record<Stopped, () => string>> = {
	community: {
		signed_out: m.outbox_signed_out,
		not_allowed: m.outbox_not_allowed,
		not_found: m.outbox_not_found,
		over: m.outbox_over,
		expired: m.outbox_expired
	},
	respondent: {
		signed_out: m.outbox_not_found_own,
		not_allowed: m.outbox_not_found_own,
		not_found: m.outbox_not_found_own,
		over: m.outbox_over_own,
		expired: m.outbox_expired
	}
};

/** Why answers of a round are not sent, and what to do; null = they are. */
export function stoppedText({ kind, state }: Pick<Round, 'kind' | 'state'>): string | null {
	return state === 'open' ? null : STOPPED[kind][state]();
}

/** Why this device keeps nothing, and what to do. */
export const storageWord: Record<StorageProblem, () => string> = {
	full: m.assess_storage_full,
	unavailable: m.assess_storage_none,
	gone: m.outbox_storage_gone
};

const PROBLEMS: Record<string, () => string> = {
	reason_missing: m.outbox_problem_reason,
	na_not_allowed: m.outbox_problem_na,
	not_in_form: m.outbox_problem_form,
	unknown_item: m.outbox_problem_form,
	date_after_as_of: m.outbox_problem_day,
	evidence_not_allowed: m.outbox_problem_evidence
};

/** Why the server does not take an answer, and what to do. */
export function refusedWord(problem: string): string {
	return (PROBLEMS[problem] ?? m.outbox_problem_other)();
}

/** Why our server gave nothing when a screen asked, and what to do. */
export const askWord: Record<AskProblem, () => string> = {
	signed_out: m.ask_signed_out,
	not_found: m.ask_not_found,
	over: m.ask_over,
	expired: m.ask_expired,
	too_often: m.ask_too_often,
	unreachable: m.ask_unreachable
};
