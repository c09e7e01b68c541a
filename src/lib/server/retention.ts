/** For how long things are kept, where the page on privacy says so. */
import { CONSENT_YEARS } from '../communities/registration.ts';

export const KEPT = {
	/** A session without a visit. */
	idleDays: 14,
	/** A session in any case. */
	sessionDays: 90,
	/** A registration that is not sent: long enough to ask a neighbour for the right word; not so long that others find it on a shared computer. */
	draftHours: 24,
	/** Whom an invitation was for, after its link has expired (`delete_expired` in the database). */
	invitationDays: 30,
	/** How long people can join by a link of respondents (`create_respondent_link`), and how long it is kept after that. */
	respondentLinkDays: 30,
	oldRespondentLinkDays: 30,
	/** How long a respondent’s device can write and read after the link has expired (`join_assessment`). */
	respondentTokenDays: 30,
	/** Respondents with all they answered, after that, or after the submission (`delete_expired`). */
	respondentAnswerDays: 30,
	/** A contact person (`private.save_contact` in the database). */
	contactYears: CONSENT_YEARS
} as const;
