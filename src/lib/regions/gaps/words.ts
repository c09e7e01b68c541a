import { say } from '../../assessments/words.ts';
import type { Definition, Level } from '../../checklists/types.ts';
import type { GapMeasure, GapSubject } from '../../coverage/matrix.ts';
import { m } from '../../i18n/paraglide/messages.js';

export const measureWord: Record<GapMeasure, () => string> = {
	low: m.gaps_measure_low,
	median: m.gaps_measure_median,
	must: m.gaps_measure_must
};

/** What exactly a measure counts, in a sentence. */
export const measureMeaning: Record<GapMeasure, () => string> = {
	low: m.gaps_measure_low_text,
	median: m.gaps_measure_median_text,
	must: m.gaps_measure_must_text
};

/** Name of what is looked at: the checklist, a domain or an item. */
export function subjectName(subject: GapSubject): string {
	if (subject === 'all') return m.gaps_all();
	return say('item' in subject ? subject.item.title : subject.domain.title);
}

/** Short name of a level in the words of the checklist. */
export function levelName({ levels }: Pick<Definition, 'levels'>, level: Level): string {
	return say(levels[level]);
}
