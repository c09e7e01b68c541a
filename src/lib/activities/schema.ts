/** An activity as it is typed, stored and compared. Messages of the form are the codes of `ui/problems.ts`. */
import { z } from 'zod';
import { DATE_PRECISIONS } from '../activity/types.ts';
import { joinValues } from '../communities/registration.ts';
import { ACTIVITY_KINDS, numeric, PARTICIPANTS_QUALIFIERS } from '../communities/schema.ts';
import { readForm, type Read } from '../ui/forms.ts';
import { impersonal } from '../ui/personal.ts';
import { readSpan, typedSpan } from './span.ts';

/** For whom it was. */
export const TARGET_GROUPS = [
	'all',
	'children',
	'youth',
	'youth_special_needs',
	'families',
	'seniors',
	'men',
	'women',
	'minorities',
	'ukrainians',
	'less_active',
	'disabilities',
	'newcomers'
] as const;
export type TargetGroup = (typeof TARGET_GROUPS)[number];

/** Answers to “how exactly is the number known?”; `exactly` is stored as no qualifier. */
export const QUALIFIERS = ['exactly', ...PARTICIPANTS_QUALIFIERS] as const;

/** An activity as the database takes it (`save_activity`). */
export interface ActivityData {
	title: string;
	kind: (typeof ACTIVITY_KINDS)[number];
	community_id: string | null;
	starts_on: string;
	ends_on: string;
	precision: (typeof DATE_PRECISIONS)[number];
	target_groups: TargetGroup[];
	participants: number | null;
	participants_qualifier: (typeof PARTICIPANTS_QUALIFIERS)[number] | null;
	co_authors: number | null;
	organisations: number | null;
	eur_municipal: number | null;
	eur_attracted: number | null;
	public: boolean;
	note: string | null;
	/** The own place first, then further ones. */
	territory_codes: string[];
	party_community_ids: string[];
	party_place_ids: string[];
	party_territory_codes: string[];
}

const SEVERAL = [
	'further_territory_codes',
	'target_groups',
	'party_community_ids',
	'party_place_ids',
	'party_territory_codes'
] as const;
const PARTIES = ['party_community_ids', 'party_place_ids', 'party_territory_codes'] as const;
type Parties = Pick<ActivityData, (typeof PARTIES)[number]>;

/** More people than live in Latvia took part in nothing. */
const MOST = 3_000_000;
/** `numeric(12, 2)` holds no more. */
const MOST_MONEY = 9_999_999_999.99;

const words = (text: string): string[] => text.split(' ').filter((word) => word !== '');
const ids = z
	.string()
	.transform(words)
	.pipe(z.array(z.uuid('choose')));
const codes = z
	.string()
	.transform(words)
	.pipe(z.array(z.string().max(7, 'choose')));

/** A whole number, also with the spaces between thousands; empty is unknown. */
const count = z
	.string()
	.transform((text) => text.replace(/\s/g, ''))
	.pipe(z.string().regex(/^\d*$/, 'number'))
	.transform((text) => (text === '' ? null : Number(text)))
	.pipe(z.number().max(MOST, 'number').nullable());

/** Euros with or without cents, with a comma or a point before them; empty is unknown. */
const money = z
	.string()
	.transform((text) => text.replace(/[\s€]/g, '').replace(',', '.'))
	.pipe(z.string().regex(/^(\d+(\.\d{1,2})?)?$/, 'money'))
	.transform((text) => (text === '' ? null : Number(text)))
	.pipe(z.number().max(MOST_MONEY, 'money').nullable());

const text = z.string();
const activityForm = z.object({
	title: impersonal(300).min(1, 'required'),
	kind: z.enum(ACTIVITY_KINDS, 'choose'),
	community_id: z.union([z.literal(''), z.uuid()], 'choose'),
	territory_code: z.string().max(7, 'choose'),
	further_territory_codes: codes,
	precision: z.enum(DATE_PRECISIONS, 'choose'),
	day_from: text,
	day_to: text,
	month_from: text,
	month_to: text,
	year_from: text,
	year_to: text,
	period_from: text,
	period_to: text,
	participants: count,
	participants_qualifier: z.enum(QUALIFIERS, 'choose'),
	co_authors: count,
	organisations: count,
	target_groups: z
		.string()
		.transform(words)
		.pipe(z.array(z.enum(TARGET_GROUPS, 'choose'))),
	eur_municipal: money,
	eur_attracted: money,
	public: z.enum(['yes', 'no'], 'choose'),
	note: impersonal(2000),
	party_community_ids: ids,
	party_place_ids: ids,
	party_territory_codes: codes,
	/** The version that was opened. */
	expected_updated_at: text
});

/** Reads the form of an activity. Everything that is wrong is named at once, also what concerns several fields. */
export function readActivity(form: FormData): Read<ActivityData & { expected_updated_at: string }> {
	for (const field of SEVERAL) joinValues(form, field);
	const read = readForm(activityForm, form);
	const { values } = read;
	const problems = read.ok ? {} : { ...read.problems };
	const precision = DATE_PRECISIONS.find((one) => one === values.precision);
	const span = precision === undefined ? null : readSpan(precision, values);
	if (span !== null && !span.ok) Object.assign(problems, span.problems);
	const isCounted = (values.participants ?? '').trim() !== '';
	if (!isCounted && values.participants_qualifier !== 'exactly') problems.participants ??= 'needs_number';
	// An agreement belongs to where its parties are; everything else happened somewhere.
	const hasParties = values.kind === 'agreement' && PARTIES.some((field) => values[field] !== '');
	if (values.territory_code === '' && !hasParties) problems.territory_code ??= 'choose';
	if (!read.ok || span?.ok !== true || Object.keys(problems).length > 0) {
		return { ok: false, values, problems };
	}
	const { data } = read;
	const own = data.territory_code === '' ? [] : [data.territory_code];
	return {
		ok: true,
		values,
		data: {
			title: data.title,
			kind: data.kind,
			community_id: data.community_id || null,
			...span.span,
			precision: data.precision,
			target_groups: data.target_groups,
			participants: data.participants,
			participants_qualifier: data.participants_qualifier === 'exactly' ? null : data.participants_qualifier,
			co_authors: data.co_authors,
			organisations: data.organisations,
			eur_municipal: data.eur_municipal,
			eur_attracted: data.eur_attracted,
			public: data.public === 'yes',
			note: data.note || null,
			territory_codes: [...new Set([...own, ...data.further_territory_codes])],
			party_community_ids: data.party_community_ids,
			party_place_ids: data.party_place_ids,
			party_territory_codes: data.party_territory_codes,
			expected_updated_at: data.expected_updated_at
		}
	};
}

/** What the fields show for a stored activity. */
export function typedActivity(activity: ActivityData): Record<string, string> {
	const number = (value: number | null): string => (value === null ? '' : String(value));
	const [own = '', ...further] = activity.territory_codes;
	return {
		title: activity.title,
		kind: activity.kind,
		community_id: activity.community_id ?? '',
		territory_code: own,
		further_territory_codes: further.join(' '),
		precision: activity.precision,
		...typedSpan(activity.precision, activity),
		participants: number(activity.participants),
		participants_qualifier: activity.participants_qualifier ?? 'exactly',
		co_authors: number(activity.co_authors),
		organisations: number(activity.organisations),
		target_groups: activity.target_groups.join(' '),
		eur_municipal: number(activity.eur_municipal),
		eur_attracted: number(activity.eur_attracted),
		public: activity.public ? 'yes' : 'no',
		note: activity.note ?? '',
		party_community_ids: activity.party_community_ids.join(' '),
		party_place_ids: activity.party_place_ids.join(' '),
		party_territory_codes: activity.party_territory_codes.join(' ')
	};
}

/** Who signed: what somebody who may not write it leaves as it is. */
export function partiesOf({
	party_community_ids,
	party_place_ids,
	party_territory_codes
}: ActivityData): Parties {
	return { party_community_ids, party_place_ids, party_territory_codes };
}

/** The activity without the fields of who signed, for somebody who may not write them. */
export function withoutParties(activity: ActivityData): Omit<ActivityData, keyof Parties> {
	const { party_community_ids: _1, party_place_ids: _2, party_territory_codes: _3, ...rest } = activity;
	return rest;
}

/** What must be written to get from one state to the other. Parties are written together, as the database wants them. */
export function changesOf(before: ActivityData, after: ActivityData): Partial<ActivityData> {
	const keys = (Object.keys(before) as (keyof ActivityData)[]).filter(
		(key) => comparable(key, before) !== comparable(key, after)
	);
	const parties = keys.some((key) => PARTIES.some((party) => party === key)) ? PARTIES : [];
	return Object.fromEntries([...keys, ...parties].map((key) => [key, after[key]]));
}

/** Of most lists the order says nothing; of territories the first is the own one. */
function comparable(key: keyof ActivityData, activity: ActivityData): string {
	const value = activity[key];
	if (!Array.isArray(value)) return JSON.stringify(value);
	const [own, ...further] = value;
	return JSON.stringify(key === 'territory_codes' ? [own, further.sort()] : value.toSorted());
}

/** A row of `activities` (class C). */
export const activityRow = z.object({
	id: z.uuid(),
	updated_at: z.string(),
	title: z.string(),
	kind: z.enum(ACTIVITY_KINDS),
	community_id: z.uuid().nullable(),
	starts_on: z.iso.date(),
	ends_on: z.iso.date(),
	precision: z.enum(DATE_PRECISIONS),
	target_groups: z.array(z.enum(TARGET_GROUPS)),
	participants: z.number().nullable(),
	participants_qualifier: z.enum(PARTICIPANTS_QUALIFIERS).nullable(),
	co_authors: z.number().nullable(),
	organisations: z.number().nullable(),
	eur_municipal: numeric.nullable(),
	eur_attracted: numeric.nullable(),
	public: z.boolean(),
	note: z.string().nullable()
});
/** A row of `activity_territories`. */
export const activityPlaceRow = z.object({ territory_code: z.string(), role: z.enum(['own', 'further']) });
/** A row of `activity_parties`: one of the three is set. */
export const activityPartyRow = z.object({
	community_id: z.string().nullable(),
	place_id: z.string().nullable(),
	territory_code: z.string().nullable()
});

/** An activity as it is stored, with the version it is. */
export interface StoredActivity {
	id: string;
	updated_at: string;
	data: ActivityData;
}

/** One activity from its rows. */
export function storedActivity(
	{ id, updated_at, ...row }: z.output<typeof activityRow>,
	places: readonly z.output<typeof activityPlaceRow>[],
	parties: readonly z.output<typeof activityPartyRow>[]
): StoredActivity {
	const codes = (role: 'own' | 'further'): string[] =>
		places
			.filter((place) => place.role === role)
			.map((place) => place.territory_code)
			.sort();
	return {
		id,
		updated_at,
		data: {
			...row,
			territory_codes: [...codes('own'), ...codes('further')],
			party_community_ids: parties.flatMap((party) => party.community_id ?? []),
			party_place_ids: parties.flatMap((party) => party.place_id ?? []),
			party_territory_codes: parties.flatMap((party) => party.territory_code ?? [])
		}
	};
}
