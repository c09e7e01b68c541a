/** The forms by which a round is begun, changed and corrected. Messages are codes of `ui/problems.ts`. */
import { z } from 'zod';
import { FORMS, HAZARDS, type Hazard } from '../checklists/types.ts';
import type { Exposure } from '../scoring/types.ts';
import { impersonal } from '../ui/personal.ts';
import { COMPOSITION, MODES, SOURCES, type Assessment, type Composition } from './round.ts';

const ROUND_MAX = 80;
const REASON_MAX = 500;

/** Made with the page, so that a button pressed twice begins one round. */
const id = z.uuid('invalid');
const round = impersonal(ROUND_MAX).transform((text) => text || null);

/** A new round. Who took part is said when it is known. */
export const startForm = z.object({
	id,
	form: z.enum(FORMS, 'choose'),
	mode: z.enum(MODES, 'choose'),
	source: z.enum(SOURCES, 'choose'),
	round
});

/** A correction of a round that was submitted. */
export const correctForm = z.object({
	id,
	revision_reason: impersonal(REASON_MAX).refine((text) => text !== '', 'required')
});

/** For how many days people can join by a link; the database allows 30 at most. */
export const RESPONDENT_LINK_DAYS = ['2', '7', '14', '30'] as const;
export const USUAL_RESPONDENT_LINK_DAYS = '14';
export const linkForm = z.object({ days: z.enum(RESPONDENT_LINK_DAYS, 'choose').transform(Number) });

/** `too`: those who joined by the link are shut out with it. */
export const revokeForm = z.object({ link: z.uuid('choose'), too: z.enum(['yes', '']) });

/** A hazard that is near counts half as much again in the order of steps. */
const NEAR = 1.5;
/** Name of the box for a hazard. */
export const hazardField = (hazard: Hazard) => `hazard_${hazard}` as const;

const people = z
	.string()
	.trim()
	.regex(/^\d{0,4}$/, 'number')
	.transform((text) => (text === '' ? null : Number(text)));
const box = z.string().transform((text) => text !== '');
const counts = Object.fromEntries(COMPOSITION.map((key) => [key, people])) as Record<
	(typeof COMPOSITION)[number],
	typeof people
>;
const boxes = Object.fromEntries(HAZARDS.map((hazard) => [hazardField(hazard), box])) as Record<
	ReturnType<typeof hazardField>,
	typeof box
>;

/** What can be changed of a draft beside its answers. */
export const detailsForm = z.object({
	round,
	mode: z.enum(MODES, 'choose'),
	...counts,
	...boxes,
	/** The draft that was read. */
	expected_updated_at: z.string()
});

/** Fields of `update_assessment`. */
export interface Details {
	round: string | null;
	mode: Assessment['mode'];
	composition: Composition;
	exposure: Exposure;
}

/** What was filled in, as the database takes it. */
export function detailsOf(data: z.output<typeof detailsForm>): Details {
	return {
		round: data.round,
		mode: data.mode,
		composition: Object.fromEntries(
			COMPOSITION.flatMap((key) => (data[key] === null ? [] : [[key, data[key]]]))
		),
		exposure: Object.fromEntries(
			HAZARDS.flatMap((hazard) => (data[hazardField(hazard)] ? [[hazard, NEAR]] : []))
		)
	};
}

/** The draft as the form shows it. */
export function detailValues({
	round: name,
	mode,
	composition,
	exposure,
	updated_at
}: Pick<Assessment, 'round' | 'mode' | 'composition' | 'exposure' | 'updated_at'>): Record<string, string> {
	return {
		round: name ?? '',
		mode,
		...Object.fromEntries(COMPOSITION.map((key) => [key, String(composition[key] ?? '')])),
		...Object.fromEntries(
			HAZARDS.map((hazard) => [hazardField(hazard), (exposure[hazard] ?? 1) > 1 ? 'yes' : ''])
		),
		expected_updated_at: updated_at
	};
}
