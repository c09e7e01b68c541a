/** Words of a round, in the language of the page. */
import { formatDayOf } from '../i18n/format.ts';
import { m } from '../i18n/paraglide/messages.js';
import type { CompositionKey, LinkState, Mode, Source, Status } from './round.ts';

/** What a round is called; without a name, by the day it began. */
export function roundName({ round, created_at }: { round: string | null; created_at: string }): string {
	return round ?? m.round_untitled({ date: formatDayOf(created_at) });
}

export const statusWord: Record<Status, () => string> = {
	draft: m.round_status_draft,
	submitted: m.round_status_submitted,
	confirmed: m.round_status_confirmed,
	archived: m.round_status_archived
};

export const modeWord: Record<Mode, () => string> = {
	individual: m.round_mode_individual,
	together: m.round_mode_together
};

/** What a mode means, in a sentence. */
export const modeMeaning: Record<Mode, () => string> = {
	individual: m.round_mode_individual_text,
	together: m.round_mode_together_text
};

export const sourceWord: Record<Source, () => string> = {
	screen: m.round_source_screen,
	paper: m.round_source_paper
};

/** Who entered it, if it was nobody of the community. */
export const enteredWord: Record<'mentor' | 'pkc', () => string> = {
	mentor: m.round_entered_mentor,
	pkc: m.round_entered_pkc
};

export const linkStateWord: Record<LinkState, () => string> = {
	open: m.round_link_state_open,
	revoked: m.round_link_state_revoked,
	expired: m.round_link_state_expired,
	closed: m.round_link_state_closed,
	imported: m.round_link_state_imported
};

export const compositionWord: Record<CompositionKey, () => string> = {
	people: m.round_people,
	age_under_18: m.round_age_under_18,
	age_18_34: m.round_age_18_34,
	age_35_64: m.round_age_35_64,
	age_65_over: m.round_age_65_over,
	outlying_homes: m.round_outlying_homes,
	understand_lv: m.round_understand_lv,
	understand_ru: m.round_understand_ru,
	understand_en: m.round_understand_en,
	understand_other: m.round_understand_other
};

type Inputs = { who: string; date: string };

/** “Sāka Anna, 3. maijā”, or without a name where there is none. */
export function happened(
	moment: string,
	who: string | null,
	named: (inputs: Inputs) => string,
	nameless: (inputs: { date: string }) => string
): string {
	const date = formatDayOf(moment);
	return who === null ? nameless({ date }) : named({ who, date });
}
