/** Words for the fields of an activity, and what stands in them, in the language of the page. */
import { PARTICIPANTS_QUALIFIERS } from '../communities/schema.ts';
import { activityKindWord } from '../communities/words.ts';
import type { DatePrecision } from '../activity/types.ts';
import { formatNumber, formatSpan } from '../i18n/format.ts';
import { m } from '../i18n/paraglide/messages.js';
import type { ActivityData, QUALIFIERS, TargetGroup } from './schema.ts';

export const targetGroupWord: Record<TargetGroup, () => string> = {
	all: m.target_group_all,
	children: m.target_group_children,
	youth: m.target_group_youth,
	youth_special_needs: m.target_group_youth_special_needs,
	families: m.target_group_families,
	seniors: m.target_group_seniors,
	men: m.target_group_men,
	women: m.target_group_women,
	minorities: m.target_group_minorities,
	ukrainians: m.target_group_ukrainians,
	less_active: m.target_group_less_active,
	disabilities: m.target_group_disabilities,
	newcomers: m.target_group_newcomers
};

export const precisionWord: Record<DatePrecision, () => string> = {
	day: m.precision_day,
	month: m.precision_month,
	year: m.precision_year,
	period: m.precision_period
};

export const qualifierWord: Record<(typeof QUALIFIERS)[number], () => string> = {
	exactly: m.qualifier_exactly,
	about: m.qualifier_about,
	more_than: m.qualifier_more_than
};

/** Names of fields as the form and its summary of problems show them. */
export const fieldLabel = {
	title: m.activity_field_title,
	kind: m.activity_field_kind,
	community_id: m.activity_field_community,
	territory_code: m.activity_field_place,
	further_territory_codes: m.activity_field_further,
	precision: m.activity_field_precision,
	day_from: m.activity_field_from,
	day_to: m.activity_field_to,
	month_from: m.activity_field_from,
	month_to: m.activity_field_to,
	year_from: m.activity_field_from,
	year_to: m.activity_field_to,
	period_from: m.activity_field_from,
	period_to: m.activity_field_to,
	participants: m.activity_field_participants,
	participants_qualifier: m.activity_field_qualifier,
	co_authors: m.activity_field_co_authors,
	organisations: m.activity_field_organisations,
	target_groups: m.activity_field_target_groups,
	eur_municipal: m.activity_field_eur_municipal,
	eur_attracted: m.activity_field_eur_attracted,
	public: m.activity_field_public,
	note: m.activity_field_note,
	party_community_ids: m.activity_field_party_communities,
	party_place_ids: m.activity_field_party_places,
	party_territory_codes: m.activity_field_party_municipalities
} satisfies Record<string, () => string>;

/** One line of two versions side by side. */
export interface Difference {
	label: string;
	mine: string;
	theirs: string;
}

/**
 * Where two versions of an activity differ, in words.
 * @param name name of a community, place or territory by its id or code
 */
export function differences(
	mine: ActivityData,
	theirs: ActivityData,
	name: (id: string) => string
): Difference[] {
	const [left, right] = [lines(mine, name), lines(theirs, name)];
	return left.flatMap(({ label, text }, i) => {
		const other = right[i]?.text ?? '';
		return text === other ? [] : [{ label, mine: text, theirs: other }];
	});
}

/**
 * What is known of an activity, in words, without who signed it: their names are not known to everybody who reads it.
 * @param name name of a community or territory by its id or code
 */
export function factsOf(
	activity: ActivityData,
	name: (id: string) => string
): { label: string; value: string }[] {
	const unsigned = { party_community_ids: [], party_place_ids: [], party_territory_codes: [] };
	return lines({ ...activity, ...unsigned }, name)
		.filter(({ text }) => text !== m.activity_value_none())
		.map(({ label, text }) => ({ label, value: text }));
}

function lines(activity: ActivityData, name: (id: string) => string): { label: string; text: string }[] {
	const none = m.activity_value_none();
	const number = (value: number | null): string => (value === null ? none : formatNumber(value));
	const money = (value: number | null): string => (value === null ? none : `${formatNumber(value, 2)} €`);
	const names = (ids: readonly string[]): string => (ids.length === 0 ? none : ids.map(name).join(', '));
	const [own, ...further] = activity.territory_codes;
	const qualifier = PARTICIPANTS_QUALIFIERS.find((one) => one === activity.participants_qualifier);
	return [
		{ label: m.activity_field_title(), text: activity.title },
		{ label: m.activity_field_kind(), text: activityKindWord[activity.kind]() },
		{
			label: m.activity_field_community(),
			text: names(activity.community_id ? [activity.community_id] : [])
		},
		{
			label: m.activity_field_when(),
			text: `${formatSpan(activity.starts_on, activity.ends_on, activity.precision)} (${precisionWord[activity.precision]()})`
		},
		{ label: m.activity_field_place(), text: names(own === undefined ? [] : [own]) },
		{ label: m.activity_field_further(), text: names(further.toSorted()) },
		{
			label: m.activity_field_participants(),
			text: `${qualifier === undefined ? '' : `${qualifierWord[qualifier]()} `}${number(activity.participants)}`
		},
		{ label: m.activity_field_co_authors(), text: number(activity.co_authors) },
		{ label: m.activity_field_organisations(), text: number(activity.organisations) },
		{
			label: m.activity_field_target_groups(),
			text: activity.target_groups.length === 0 ? none : targetGroups(activity.target_groups)
		},
		{ label: m.activity_field_eur_municipal(), text: money(activity.eur_municipal) },
		{ label: m.activity_field_eur_attracted(), text: money(activity.eur_attracted) },
		{
			label: m.activity_field_public(),
			text: activity.public ? m.activity_public_yes() : m.activity_public_no()
		},
		{ label: m.activity_field_note(), text: activity.note ?? none },
		{ label: m.activity_field_party_communities(), text: names(activity.party_community_ids.toSorted()) },
		{ label: m.activity_field_party_places(), text: names(activity.party_place_ids.toSorted()) },
		{
			label: m.activity_field_party_municipalities(),
			text: names(activity.party_territory_codes.toSorted())
		}
	];
}

function targetGroups(groups: readonly TargetGroup[]): string {
	return groups
		.toSorted()
		.map((group) => targetGroupWord[group]())
		.join(', ');
}
