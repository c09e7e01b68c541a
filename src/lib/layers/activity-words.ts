import { addMonths } from '../activity/dates.ts';
import { ACTIVITY_SETTINGS, type ActivitySettings } from '../activity/settings.ts';
import type { PublicResult, Span } from '../activity/status.ts';
import type { ActivityFacts, IsoDate, ReachableBy } from '../activity/types.ts';
import { formatDate, formatSpan } from '../i18n/format.ts';
import { m } from '../i18n/paraglide/messages.js';

/**
 * The sentence that says why a unit has its status, in the language of the page. Dates are no more
 * exact than they are known.
 */
export function whySentence(result: PublicResult, settings: ActivitySettings = ACTIVITY_SETTINGS): string {
	const { reason } = result;
	switch (reason.rule) {
		case 'fresh': {
			const months = settings.freshMonths;
			const when = activityTime(reason);
			return reason.imprecise ? m.why_fresh_imprecise({ months, when }) : m.why_fresh({ months, when });
		}
		case 'fresh_pair':
			return m.why_fresh_pair({ months: settings.freshPairMonths, when: activityTime(reason) });
		case 'survey_active':
			return m.why_survey_active({ when: surveyTime(reason) });
		case 'survey_dormant':
			return m.why_survey_dormant({ when: surveyTime(reason) });
		case 'survey_nobody':
			return m.why_survey_nobody({ when: surveyTime(reason) });
		case 'survey_nobody_newest':
			return m.why_survey_nobody_newest({ when: surveyTime(reason) });
		case 'reachable':
			return reachableSentence(reason.by, formatDate(reason.on));
		case 'ended':
			return m.why_ended({ when: activityTime(reason) });
		case 'nothing':
			return reason.on === null ? m.why_nothing() : m.why_nothing_old({ when: yearOf(reason.on) });
		case 'no_news':
			return m.why_no_news();
	}
}

/**
 * When something was last known of a unit, and what: “2025. gada 29. oktobris: vienošanās”. Of facts that
 * reach the same day the more exactly dated one speaks. Null when nothing is known.
 */
export function lastEvidenceText(facts: ActivityFacts | null): string | null {
	if (facts === null) return null;
	// Exact dates first: with equal days the first one stays.
	const candidates: { on: IsoDate; text: string }[] = [];
	if (facts.surveyOn !== null) {
		candidates.push({
			on: facts.surveyOn,
			text: m.why_evidence_survey({ when: formatDate(facts.surveyOn) })
		});
	}
	if (facts.reachableOn !== null && facts.reachableBy !== null) {
		candidates.push({ on: facts.reachableOn, text: reachableEvidence(facts.reachableBy, facts.reachableOn) });
	}
	if (facts.endLast !== null)
		candidates.push({ on: facts.endLast, text: activityEvidence(facts, facts.endLast) });

	let newest = candidates[0];
	for (const candidate of candidates) {
		if (newest === undefined || candidate.on > newest.on) newest = candidate;
	}
	return newest?.text ?? null;
}

function reachableSentence(by: ReachableBy | null, when: string): string {
	switch (by) {
		case 'community':
			return m.why_reachable_community({ when });
		case 'agreement':
			return m.why_reachable_agreement({ when });
		case 'survey':
			return m.why_reachable_survey({ when });
		case null:
			return m.why_reachable({ when });
	}
}

function reachableEvidence(by: ReachableBy, on: IsoDate): string {
	const when = formatDate(on);
	switch (by) {
		case 'community':
			return m.why_evidence_community({ when });
		case 'agreement':
			return m.why_evidence_agreement({ when });
		case 'survey':
			return m.why_evidence_survey({ when });
	}
}

function activityEvidence(facts: ActivityFacts, endLast: IsoDate): string {
	const { endLastStartsOn: startsOn, endLastPrecision: precision } = facts;
	if (startsOn === null || precision === null) return m.why_evidence_activity({ when: yearOf(endLast) });
	const when = formatSpan(startsOn, endLast, precision);
	// A period longer than a year is drawn “laiks neprecīzs”, as the rule counts it from its first day.
	const vague = precision === 'period' && endLast > addMonths(startsOn, 12);
	return vague ? m.why_evidence_activity_imprecise({ when }) : m.why_evidence_activity({ when });
}

/** The recorded span where it is known; otherwise only the year is certain, whatever the day says. */
function activityTime({ on, span }: { on: IsoDate; span: Span | null }): string {
	return span === null ? yearOf(on) : formatSpan(span.startsOn, on, span.precision);
}

function yearOf(date: IsoDate): string {
	return formatSpan(date, date, 'year');
}

function surveyTime({ on, organisation }: { on: IsoDate; organisation: string | null }): string {
	const when = formatDate(on);
	return organisation === null ? when : m.why_with_organisation({ when, organisation });
}
