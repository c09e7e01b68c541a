/** Words of an assessment, in the language of the page. */
import type { Form, Hazard, Level, Text } from '../checklists/types.ts';
import { formatNumber } from '../i18n/format.ts';
import { m } from '../i18n/paraglide/messages.js';
import { getLocale } from '../i18n/paraglide/runtime.js';
import type { FileProblem } from '../offline/file.ts';
import type { Evidence, GapKind, Grade, LimitRule } from '../scoring/types.ts';

/** A text of the checklist. */
export function say(text: Text): string {
	return text[getLocale()];
}

/** Points 0 … 100 as they are shown: whole. */
export function points(value: number): string {
	return formatNumber(value);
}

export const formWord: Record<Form, () => string> = {
	full: m.assess_form_full,
	quick: m.assess_form_quick
};

export const gradeWord: Record<Grade, () => string> = {
	start: m.assess_grade_start,
	basics: m.assess_grade_basics,
	resilient: m.assess_grade_resilient,
	proven: m.assess_grade_proven
};

/** What a grade means, in a sentence. */
export const gradeMeaning: Record<Grade, () => string> = {
	start: m.assess_grade_start_text,
	basics: m.assess_grade_basics_text,
	resilient: m.assess_grade_resilient_text,
	proven: m.assess_grade_proven_text
};

/** Which rule holds the grade. */
export const limitWord: Record<LimitRule, () => string> = {
	'critical-missing': m.assess_limit_critical,
	'critical-missing-many': m.assess_limit_critical_many,
	'domain-floor': m.assess_limit_floor,
	'proven-requirements': m.assess_limit_proven
};

export const gapWord: Record<GapKind, () => string> = {
	refresh: m.assess_gap_refresh,
	'find-out': m.assess_gap_find_out,
	answer: m.assess_gap_answer,
	improve: m.assess_gap_improve
};

/** The short names of the levels. */
export const levelWord: Record<Level, () => string> = {
	0: m.assess_level_0,
	1: m.assess_level_1,
	2: m.assess_level_2,
	3: m.assess_level_3
};

export const effortWord: Record<1 | 2 | 3, () => string> = {
	1: m.assess_effort_1,
	2: m.assess_effort_2,
	3: m.assess_effort_3
};

export const evidenceWord: Record<Evidence, () => string> = {
	0: m.assess_evidence_0,
	1: m.assess_evidence_1,
	2: m.assess_evidence_2,
	3: m.assess_evidence_3
};

export const hazardWord: Record<Hazard, () => string> = {
	border: m.assess_hazard_border,
	flood: m.assess_hazard_flood,
	'forest-fire': m.assess_hazard_forest_fire,
	chemical: m.assess_hazard_chemical,
	outage: m.assess_hazard_outage,
	alarm: m.assess_hazard_alarm
};

/** Why a file cannot be opened, and what to do. */
export function fileProblemText(problem: FileProblem): string {
	switch (problem.code) {
		case 'too_large':
		case 'not_json':
		case 'not_ours':
			return m.assess_file_not_ours();
		case 'newer_format':
		case 'unknown_version':
			return m.assess_file_newer();
		case 'wrong_answers':
			return m.assess_file_wrong_answers({
				items: [...new Set(problem.problems.map(({ item }) => item ?? '?'))].join(', ')
			});
	}
}
