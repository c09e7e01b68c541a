/** What PKC record after asking on the spot. Messages of the form are the codes of `ui/problems.ts`. */
import { z } from 'zod';
import { isIsoDate, todayInRiga } from '../activity/dates.ts';
import { SURVEY_FINDINGS } from '../activity/types.ts';
import { impersonal } from '../ui/personal.ts';

export const surveyForm = z.object({
	finding: z.enum(SURVEY_FINDINGS, 'choose'),
	surveyed_on: z
		.string()
		.trim()
		.min(1, 'required')
		.refine((text) => text === '' || (isIsoDate(text) && text >= '1990-01-01'), 'date')
		.refine((text) => !isIsoDate(text) || text <= todayInRiga(new Date()), 'date_future'),
	asked_role: impersonal(120),
	note: impersonal(2000),
	next_step: impersonal(500)
});
export type SurveyInput = z.output<typeof surveyForm>;

/** A row of `territory_surveys` with the name of its organisation (class M). */
export const recordedSurveyRow = z
	.object({
		id: z.uuid(),
		surveyed_on: z.iso.date(),
		finding: z.enum(SURVEY_FINDINGS),
		asked_role: z.string().nullable(),
		note: z.string().nullable(),
		next_step: z.string().nullable(),
		organisations: z.object({ name: z.string() })
	})
	.transform(({ organisations, ...row }) => ({
		id: row.id,
		surveyedOn: row.surveyed_on,
		finding: row.finding,
		askedRole: row.asked_role,
		note: row.note,
		nextStep: row.next_step,
		organisation: organisations.name
	}));
export type RecordedSurvey = z.output<typeof recordedSurveyRow>;
