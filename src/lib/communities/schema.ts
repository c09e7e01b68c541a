import { z } from 'zod';
import { DATE_PRECISIONS, SURVEY_FINDINGS } from '../activity/types.ts';

/** What a community is. */
export const COMMUNITY_KINDS = [
	'informal_group',
	'association',
	'foundation',
	'residents_council',
	'consultative_council',
	'institution',
	'other'
] as const;
export type CommunityKind = (typeof COMMUNITY_KINDS)[number];

/** Whether a text is one of the kinds. */
export function isCommunityKind(text: string): text is CommunityKind {
	return COMMUNITY_KINDS.some((kind) => kind === text);
}

/** What a public place is. */
const PLACE_KINDS = [
	'resource_centre',
	'smart_village',
	'hall',
	'culture_centre',
	'library',
	'school',
	'outdoor',
	'other'
] as const;
export type PlaceKind = (typeof PLACE_KINDS)[number];

/** Places that national staff keeps as points of the map; the others belong to communities. */
export const KEPT_PLACE_KINDS = ['resource_centre', 'smart_village'] as const satisfies readonly PlaceKind[];
export type KeptPlaceKind = (typeof KEPT_PLACE_KINDS)[number];

/** What happened. An `agreement` makes somebody reachable but is no activity of the status rule. */
export const ACTIVITY_KINDS = [
	'initiative',
	'event',
	'training',
	'contest',
	'talka',
	'forum',
	'agreement',
	'camp',
	'advocacy',
	'grant'
] as const;
export type ActivityKind = (typeof ACTIVITY_KINDS)[number];

/** How a number of participants is known: “about 200”, “more than 200”; null = counted. */
export const PARTICIPANTS_QUALIFIERS = ['about', 'more_than'] as const;
export type ParticipantsQualifier = (typeof PARTICIPANTS_QUALIFIERS)[number];

/** What a source is, in the order in which pages list them. */
export const SOURCE_KINDS = ['dataset', 'document', 'regulation', 'computed'] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

const text = z.string().min(1);
const count = z.int().nonnegative().nullable();
/** SQL `numeric`: a number from PostgREST, a text from the embedded database, which wants to lose no digit. */
export const numeric = z.union([
	z.number(),
	z
		.string()
		.regex(/^-?\d+(\.\d+)?$/)
		.transform(Number)
]);
const money = numeric.nullable();
/** Goes into `href`: anything but a web address must not get there. */
const webAddress = z.url({ protocol: /^https?$/ }).nullable();
// A view loses "not null" of computed columns; an empty list and no list mean the same.
const codes = z
	.array(text)
	.nullable()
	.transform((list) => list ?? []);

/** A row of `public_communities`. */
export const communityRow = z
	.object({
		id: text,
		name: text,
		kind: z.enum(COMMUNITY_KINDS),
		territory_code: text,
		place: text.nullable(),
		further_territory_codes: codes,
		web: webAddress,
		known_since: z.iso.date(),
		confirmed_on: z.iso.date().nullable(),
		source_id: text.nullable()
	})
	.transform((row) => ({
		id: row.id,
		name: row.name,
		kind: row.kind,
		territoryCode: row.territory_code,
		place: row.place,
		furtherTerritoryCodes: row.further_territory_codes,
		web: row.web,
		knownSince: row.known_since,
		confirmedOn: row.confirmed_on,
		sourceId: row.source_id
	}));
export type Community = z.infer<typeof communityRow>;

/** A row of `public_places`. */
export const placeRow = z
	.object({
		id: text,
		name: text,
		kind: z.enum(PLACE_KINDS),
		territory_code: text,
		place: text.nullable(),
		outdoor: z.boolean(),
		lon: z.number().nullable(),
		lat: z.number().nullable(),
		community_id: text.nullable(),
		source_id: text.nullable(),
		known_since: z.iso.date()
	})
	.transform((row) => ({
		id: row.id,
		name: row.name,
		kind: row.kind,
		territoryCode: row.territory_code,
		place: row.place,
		outdoor: row.outdoor,
		lon: row.lon,
		lat: row.lat,
		communityId: row.community_id,
		sourceId: row.source_id,
		knownSince: row.known_since
	}));
export type PublicPlace = z.infer<typeof placeRow>;

/** A row of `public_activities`. */
export const activityRow = z
	.object({
		id: text,
		title: text,
		kind: z.enum(ACTIVITY_KINDS),
		territory_codes: codes,
		community_id: text.nullable(),
		starts_on: z.iso.date(),
		ends_on: z.iso.date(),
		precision: z.enum(DATE_PRECISIONS),
		participants: count,
		participants_qualifier: z.enum(PARTICIPANTS_QUALIFIERS).nullable(),
		co_authors: count,
		organisations: count,
		eur_municipal: money,
		eur_attracted: money,
		party_community_ids: codes,
		party_place_ids: codes,
		party_territory_codes: codes,
		source_id: text.nullable()
	})
	.transform((row) => ({
		id: row.id,
		title: row.title,
		kind: row.kind,
		/** The own territory first, then further ones. */
		territoryCodes: row.territory_codes,
		communityId: row.community_id,
		startsOn: row.starts_on,
		endsOn: row.ends_on,
		precision: row.precision,
		participants: row.participants,
		participantsQualifier: row.participants_qualifier,
		coAuthors: row.co_authors,
		organisations: row.organisations,
		eurMunicipal: row.eur_municipal,
		eurAttracted: row.eur_attracted,
		partyCommunityIds: row.party_community_ids,
		partyPlaceIds: row.party_place_ids,
		partyTerritoryCodes: row.party_territory_codes,
		sourceId: row.source_id
	}));
export type Activity = z.infer<typeof activityRow>;

/** A row of `public_surveys`. */
export const surveyRow = z
	.object({
		territory_code: text,
		surveyed_on: z.iso.date(),
		finding: z.enum(SURVEY_FINDINGS),
		organisation: text
	})
	.transform((row) => ({
		territoryCode: row.territory_code,
		surveyedOn: row.surveyed_on,
		finding: row.finding,
		organisation: row.organisation
	}));
export type Survey = z.infer<typeof surveyRow>;

/** A row of `public_sources`. */
export const sourceRow = z.object({
	id: text,
	kind: z.enum(SOURCE_KINDS),
	title: text,
	publisher: text,
	/** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`: as exactly as it is known. */
	published: z
		.string()
		.regex(/^\d{4}(-\d{2}){0,2}$/)
		.nullable(),
	place: text.nullable(),
	url: webAddress,
	licence: text.nullable(),
	weaknesses: text.nullable()
});
export type Source = z.infer<typeof sourceRow>;

/** A row of `public_zones`. */
export const zoneRow = z
	.object({ id: text, name: text, definition: text, source_id: text })
	.transform((row) => ({ id: row.id, name: row.name, definition: row.definition, sourceId: row.source_id }));
export type Zone = z.infer<typeof zoneRow>;
