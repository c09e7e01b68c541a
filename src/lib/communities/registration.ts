/** What people write about a community: schemas of the forms. Messages are the codes of `ui/problems.ts`. */
import { z } from 'zod';
import { impersonal } from '../ui/personal.ts';
import { COMMUNITY_KINDS } from './schema.ts';

/** Years for which a consent holds (`private.save_contact` in the database). */
export const CONSENT_YEARS = 2;

/** Letters carry the name: an address in it would make them somebody's advertisement. */
const name = impersonal(200)
	.min(1, 'required')
	.refine((text) => !/https?:|www\./i.test(text), 'name_web');

/** “www.piemers.lv” is what people write; a link needs the beginning, too. */
const web = z
	.string()
	.trim()
	.transform((text) =>
		text === '' || /^https?:\/\//i.test(text)
			? text.replace(/^https?/i, (part) => part.toLowerCase())
			: `https://${text}`
	)
	.pipe(
		z
			.string()
			.max(300, 'too_long')
			.refine((text) => text === '' || isWebAddress(text), 'web')
	);

function isWebAddress(text: string): boolean {
	return !/\s/.test(text) && URL.canParse(text) && /\.[a-z\p{L}]{2,}$/iu.test(new URL(text).hostname);
}

/** A ticked box sends `yes`, an empty one nothing. */
const ticked = z.string().transform((text) => text === 'yes');

/** Codes of several ticked places, joined by `joinValues` into one text. */
const codes = z.string().transform((text) => text.split(' ').filter((code) => code !== ''));

/** The fields that say where (see `territories/choose-place.ts`). */
const placeFields = {
	place_text: z.string().trim().max(200, 'too_long'),
	place_asked: z.string().trim(),
	territory_code: z.string().trim()
};

/** First step of a registration. */
export const whereForm = z.object({ name, ...placeFields });

/** What a community is; without name and place. */
const aboutFields = {
	kind: z.enum(COMMUNITY_KINDS, 'choose'),
	place: impersonal(200),
	place_public: ticked,
	web,
	further_territory_codes: codes
};
export const aboutForm = z.object(aboutFields);
export type About = z.output<typeof aboutForm>;

function canBeReached({ email, phone }: { email: string; phone: string }): boolean {
	return email !== '' || phone !== '';
}

/** Says all at once: a rule about two fields is otherwise asked only when every single field is right. */
const always = (): boolean => true;

/** A contact person. Email and telephone may each be missing, but not both. */
export const contactForm = z
	.object({
		contact_name: z.string().trim().min(1, 'required').max(120, 'too_long'),
		contact_role: impersonal(120),
		email: z
			.string()
			.trim()
			.max(254, 'too_long')
			.refine((text) => text === '' || z.email().safeParse(text).success, 'email'),
		phone: z
			.string()
			.trim()
			.refine((text) => text === '' || /^[+]?[0-9 ()-]{5,20}$/.test(text), 'phone'),
		consent: z.literal('yes', 'consent')
	})
	.refine(canBeReached, { path: ['email'], message: 'reach', when: always })
	.refine(canBeReached, { path: ['phone'], message: 'reach', when: always });
export type Contact = z.output<typeof contactForm>;

/** Last step of a registration. PKC staff also record communities that they only came across. */
export const lastStepForm = contactForm.safeExtend({
	as_coordinator: z.string().transform((text) => text !== 'no')
});
export type LastStep = z.output<typeof lastStepForm>;

/** A registration that is not sent yet; kept between its steps. The contact person is asked last and never kept. */
export const draftSchema = z.object({
	name: z.string(),
	territory_code: z.string(),
	about: z
		.object({
			kind: z.enum(COMMUNITY_KINDS),
			place: z.string(),
			place_public: z.boolean(),
			web: z.string(),
			further_territory_codes: z.array(z.string())
		})
		.optional()
});
export type Draft = z.output<typeof draftSchema>;
/** A draft whose every step but the last is done. */
export type CompleteDraft = Draft & { about: About };

/** What `register_community` takes. */
export function registrationData(draft: CompleteDraft, contact: LastStep) {
	return {
		name: draft.name,
		territory_code: draft.territory_code,
		...draft.about,
		as_coordinator: contact.as_coordinator,
		contact: {
			name: contact.contact_name,
			role: contact.contact_role,
			email: contact.email,
			phone: contact.phone,
			consent: true
		}
	};
}

/** The card as its coordinator changes it; PKC also says where it is. */
export const cardForm = z.object({
	name,
	kind: aboutFields.kind,
	place: aboutFields.place,
	place_public: ticked,
	web,
	note: impersonal(2000),
	expected_updated_at: z.string()
});
export const placedCardForm = cardForm.extend({ ...placeFields, further_territory_codes: codes });

/** A community that was not decided on yet, mended by its coordinator. */
export const resubmitForm = z.object({
	name,
	...placeFields,
	...aboutFields,
	expected_updated_at: z.string()
});

export const confirmForm = z.object({ day: z.iso.date('day') });

/** Several values of one name as one text, so that a refused form can show them again. */
export function joinValues(form: FormData, field: string): FormData {
	const values = form.getAll(field).filter((value) => typeof value === 'string');
	form.set(field, values.join(' '));
	return form;
}
