/** Words for the kinds and qualifiers of records, in the language of the page. */
import type { SurveyFinding } from '../activity/types.ts';
import { formatNumber } from '../i18n/format.ts';
import { m } from '../i18n/paraglide/messages.js';
import type { CommunityStatus, Decision, WaitState } from './inside.ts';
import type { ActivityKind, CommunityKind, ParticipantsQualifier, PlaceKind, SourceKind } from './schema.ts';

export const communityKindWord: Record<CommunityKind, () => string> = {
	informal_group: m.community_kind_informal_group,
	association: m.community_kind_association,
	foundation: m.community_kind_foundation,
	residents_council: m.community_kind_residents_council,
	consultative_council: m.community_kind_consultative_council,
	institution: m.community_kind_institution,
	other: m.community_kind_other
};

export const placeKindWord: Record<PlaceKind, () => string> = {
	resource_centre: m.place_kind_resource_centre,
	smart_village: m.place_kind_smart_village,
	hall: m.place_kind_hall,
	culture_centre: m.place_kind_culture_centre,
	library: m.place_kind_library,
	school: m.place_kind_school,
	outdoor: m.place_kind_outdoor,
	other: m.place_kind_other
};

export const activityKindWord: Record<ActivityKind, () => string> = {
	initiative: m.activity_kind_initiative,
	event: m.activity_kind_event,
	training: m.activity_kind_training,
	contest: m.activity_kind_contest,
	talka: m.activity_kind_talka,
	forum: m.activity_kind_forum,
	agreement: m.activity_kind_agreement,
	camp: m.activity_kind_camp,
	advocacy: m.activity_kind_advocacy,
	grant: m.activity_kind_grant
};

export const findingWord: Record<SurveyFinding, () => string> = {
	active: m.survey_finding_active,
	emerging: m.survey_finding_emerging,
	dormant: m.survey_finding_dormant,
	nobody: m.survey_finding_nobody
};

export const sourceKindWord: Record<SourceKind, () => string> = {
	dataset: m.source_kind_dataset,
	document: m.source_kind_document,
	regulation: m.source_kind_regulation,
	computed: m.source_kind_computed
};

/** “Dalībnieki: ap 200”: a number is shown no more exactly than it is known. */
export function participantsText(participants: number, qualifier: ParticipantsQualifier | null): string {
	const count = formatNumber(participants);
	switch (qualifier) {
		case 'about':
			return m.activity_participants_about({ count });
		case 'more_than':
			return m.activity_participants_more_than({ count });
		case null:
			return m.activity_participants({ count });
	}
}

/** What a community is, in more words, where the name of the kind is not enough. */
export const communityKindHint: Partial<Record<CommunityKind, () => string>> = {
	informal_group: m.register_kind_hint_informal_group,
	residents_council: m.register_kind_hint_residents_council,
	consultative_council: m.register_kind_hint_consultative_council,
	institution: m.register_kind_hint_institution
};

/** Names of the fields of a contact person, as the form and its summary of problems show them. */
export function contactLabels() {
	return {
		contact_name: m.register_contact_name(),
		contact_role: m.register_contact_role(),
		email: m.register_contact_email(),
		phone: m.register_contact_phone(),
		consent: m.register_consent_title()
	};
}

/** State of a community in the eyes of those who see it before it is public. */
export const communityStatusWord: Record<CommunityStatus, () => string> = {
	pending: m.community_status_pending,
	approved: m.community_status_approved,
	rejected: m.community_status_rejected,
	merged: m.community_status_merged
};

export const waitStateWord: Record<WaitState, () => string> = {
	new: m.review_state_new,
	mended: m.review_state_mended,
	asked: m.review_state_asked
};

export const decisionWord: Record<Decision, () => string> = {
	resubmitted: m.community_decision_resubmitted,
	asked_back: m.community_decision_asked_back,
	approved: m.community_decision_approved,
	rejected: m.community_decision_rejected,
	merged: m.community_decision_merged
};
