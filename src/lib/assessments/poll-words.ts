/** Words of household polls, in the language of the page. */
import { m } from '../i18n/paraglide/messages.js';
import { optionsIn, SHOWN_FROM, type PollQuestion, type PollRow } from './poll.ts';

/**
 * Questions that a community may take as they are or change. None asks for a name, an address or an illness: who needs
 * medicine and who has a supply of it give the same answer.
 */
export function readyQuestions(): PollQuestion[] {
	return [
		{ text: m.poll_ready_water(), options: optionsIn(m.poll_ready_water_options()) },
		{ text: m.poll_ready_radio(), options: optionsIn(m.poll_ready_radio_options()) },
		{ text: m.poll_ready_warning(), options: optionsIn(m.poll_ready_warning_options()) },
		{ text: m.poll_ready_neighbour(), options: optionsIn(m.poll_ready_neighbour_options()) },
		{ text: m.poll_ready_medicine(), options: optionsIn(m.poll_ready_medicine_options()) },
		{ text: m.poll_ready_help(), options: optionsIn(m.poll_ready_help_options()) },
		{ text: m.poll_ready_family(), options: optionsIn(m.poll_ready_family_options()) }
	];
}

/** Why no counts of a poll are shown; null where they are. */
export function hiddenText({ state, ballots, counts }: PollRow): string | null {
	if (counts !== null) return null;
	if (state === 'open') return m.poll_hidden_open({ from: SHOWN_FROM });
	return m.poll_hidden_few({ count: ballots, from: SHOWN_FROM });
}
