/**
 * What the open data say, field by field. The answers are made by these schemas, so nothing leaves the server that is
 * not named here; the OpenAPI document is made of them, too. Fields may be added, never renamed or taken away, within
 * one version of the API.
 */
import { z } from 'zod';
import { DATE_PRECISIONS, PUBLIC_STATUSES } from '../activity/types.ts';
import {
	ACTIVITY_KINDS,
	COMMUNITY_KINDS,
	PARTICIPANTS_QUALIFIERS,
	SOURCE_KINDS
} from '../communities/schema.ts';
import { BASES, INDICATOR_IDS, MEASURES, METHODS } from '../indicators/types.ts';
import { GRADES } from '../scoring/types.ts';
import { REGION_CODES, TERRITORY_KINDS } from '../territories/types.ts';
import { FIGURE_LEVELS } from './parameters.ts';

/** The version of the API; a change that breaks programs gets another one, under another path. */
export const API_VERSION = '1';

const count = z.int().nonnegative();
const day = z.iso.date();
const code = z
	.string()
	.describe('Code of the classification (ATVK) of 1 July 2022, a region, or LV; it never changes.');
const name = z.string().describe('In Latvian; with the municipality where two places have the same name.');
const region = z.enum(REGION_CODES).nullable().describe('Planning region; null for the country.');
const municipalityCode = z
	.string()
	.nullable()
	.describe('The municipality or state city that the area is or lies in; null for larger ones.');
const easternBorder = z
	.boolean()
	.describe('Inside the eastern border zone, where the public sees three states: active, emerging, no_news.');
const sourceId = z.string().nullable().describe('Key of "/sources"; null: not known.');

export const territoryRecord = z
	.object({
		...{ code },
		currentCode: z.string().describe('The code in force today.'),
		...{ name },
		kind: z.enum(TERRITORY_KINDS),
		parentCode: z.string().nullable().describe('The next larger territory; null for the country.'),
		...{ municipalityCode, region, easternBorder },
		lon: z.number().describe('A point inside, WGS84 degrees.'),
		lat: z.number(),
		areaKm2: z.number()
	})
	.describe('A parish, town, state city, municipality, planning region or neighbourhood.');

const place = { code, name, kind: z.enum(TERRITORY_KINDS), municipalityCode, region };

/** Of parishes, towns and neighbourhoods. */
export const unitStatusRecord = z
	.object({
		...place,
		...{ easternBorder },
		status: z
			.enum(PUBLIC_STATUSES)
			.nullable()
			.describe('Null for state cities: one status for a whole city would say nothing true.'),
		communities: count.describe('Approved communities that live or work there.'),
		activities: count.nullable().describe('Public activities; null where the status is no_news.')
	})
	.describe('Activity status of a parish, town, state city or neighbourhood.');

const spread = {
	units: count.describe('Parishes and towns that have a status; the six counts add up to it.'),
	active: count.describe('A community is active.'),
	emerging: count.describe('There is somebody to start with.'),
	dormant: count.describe('Gone quiet. Always 0 inside the eastern border zone.'),
	inactive: count.describe('Asked on the spot; no community was found. Always 0 inside the zone.'),
	notSurveyed: count.describe('Nobody has looked yet. Always 0 inside the zone.'),
	noNews: count.describe('Nothing that the public may see; only inside the zone.'),
	reached: count.describe('active + emerging'),
	reachedShare: z.number().min(0).max(1).nullable().describe('reached / units; null without units.')
};

/** Of municipalities and regions. */
export const areaStatusRecord = z
	.object({
		...place,
		...spread,
		communities: count.describe('Approved communities that live or work there.')
	})
	.describe('How the units of a municipality or region are spread over the statuses.');

export const coverageRecord = z
	.object({
		...{ code, name },
		stateCities: count.describe('State cities; they have no single status and are in no count.'),
		...spread,
		communities: count.describe('Approved communities that live or work there.'),
		assessedCommunities: count
			.nullable()
			.describe(
				'Communities outside the eastern border zone that have finished a self-assessment, counted in steps of three or more at the end of a month. Null: nothing is published, which does not mean none.'
			),
		bands: z
			.array(
				z.object({
					year: z.int(),
					communities: count.describe('Of how many communities the band is made.'),
					band: z.enum(GRADES).describe('Grade of the community in the middle; nothing finer is published.')
				})
			)
			.describe('One for each year that is over and has one, oldest first. The country has none of its own.')
	})
	.describe('Coverage of a planning region or the country in numbers that anybody may know.');

export const communityRecord = z
	.object({
		id: z.string(),
		name: z.string(),
		kind: z.enum(COMMUNITY_KINDS),
		territoryCode: z.string(),
		furtherTerritoryCodes: z.array(z.string()).describe('Where else it works.'),
		place: z.string().nullable().describe('Village or building, only where that is public.'),
		web: z.url().nullable(),
		knownSince: day,
		confirmedOn: day.nullable().describe('When somebody last confirmed that it is there.'),
		...{ sourceId }
	})
	.describe('The public card of an approved community.');

export const activityRecord = z
	.object({
		id: z.string(),
		title: z.string(),
		kind: z.enum(ACTIVITY_KINDS),
		territoryCodes: z.array(z.string()).describe('The own territory first; an agreement may have none.'),
		communityId: z.string().nullable().describe('Who organised it; null: nobody who is public.'),
		startsOn: day,
		endsOn: day,
		precision: z.enum(DATE_PRECISIONS).describe('How exactly the two days are known.'),
		participants: count.nullable(),
		participantsQualifier: z.enum(PARTICIPANTS_QUALIFIERS).nullable().describe('Null: counted.'),
		coAuthors: count.nullable(),
		organisations: count.nullable(),
		eurMunicipal: z.number().nullable(),
		eurAttracted: z.number().nullable(),
		partyCommunityIds: z.array(z.string()),
		partyPlaceIds: z.array(z.string()),
		partyTerritoryCodes: z.array(z.string()),
		...{ sourceId }
	})
	.describe('A public activity, or an agreement with its parties.');

export const indicatorRecord = z
	.object({
		id: z.enum(INDICATOR_IDS),
		name: z.string().describe('In Latvian.'),
		unit: z.string().describe('In Latvian.'),
		measure: z.enum(MEASURES)
	})
	.describe('A figure of territories.');

export const indicatorValueRecord = z
	.object({
		territoryCode: z.string(),
		...{ name },
		year: z.int().describe('For which the value holds.'),
		value: z.number(),
		method: z
			.enum(METHODS)
			.describe(
				'published: by the statistical office; secondhand: read in another publication, provisional; derived: computed here; inherited: the share of the municipality of 2018 shown for a parish, where it may be quite different.'
			),
		inheritedFrom: z.string().nullable().describe('Code of the municipality of 2018, for inherited ones.'),
		basis: z.enum(BASES).nullable().describe('What was counted; null: not stated.'),
		caveat: z.string().nullable().describe('What to know about this one value, in Latvian.'),
		sourceId: z.string().describe('Key of "/sources".')
	})
	.describe('The value of one territory. A territory without one is left out: missing, never 0.');

export const sourceRecord = z
	.object({
		id: z.string(),
		kind: z.enum(SOURCE_KINDS),
		title: z.string(),
		publisher: z.string(),
		published: z.string().nullable().describe('YYYY, YYYY-MM or YYYY-MM-DD: as exactly as it is known.'),
		place: z.string().nullable(),
		url: z.url().nullable(),
		licence: z.string().nullable().describe('As the source words it; null: not stated.'),
		weaknesses: z.string().nullable().describe('What to know before trusting it, in Latvian.')
	})
	.describe('Where data are from.');

const text = z.object({ lv: z.string(), en: z.string(), ru: z.string() });
export const checklistRecord = z
	.object({
		id: z.string(),
		title: text,
		newest: z.string().describe('The newest version.'),
		versions: z.array(
			z.object({
				version: z.string(),
				items: count,
				sha256: z.string(),
				publishedAt: z.iso.datetime({ offset: true })
			})
		)
	})
	.describe('A published checklist with its versions, oldest first.');

/** A source as every answer names it. */
const namedSource = sourceRecord.pick({ id: true, title: true, publisher: true, url: true, licence: true });

export const metaRecord = z
	.object({
		version: z.literal(API_VERSION).describe('Version of the API.'),
		licence: z
			.url()
			.nullable()
			.describe('Terms for what this installation gathered itself; null: not stated, so ask its operator.'),
		sources: z
			.array(namedSource)
			.describe('Where the data of this answer are from, with their own licences.'),
		asOf: day.optional().describe('The day that the answer shows.'),
		level: z.enum(FIGURE_LEVELS).optional(),
		years: z.array(z.int()).optional().describe('Years for which there are values, oldest first.'),
		next: z.url().nullable().optional().describe('Address of the next page; null: this is the last one.')
	})
	.describe('What is to be known about an answer.');
export type Meta = z.infer<typeof metaRecord>;

export const refusal = z
	.object({
		error: z.object({
			code: z.string().describe('For programs.'),
			message: z.string().describe('For people: what is wrong and what would be right.'),
			problems: z
				.array(z.looseObject({ message: z.string() }))
				.optional()
				.describe('Each single mistake.')
		})
	})
	.describe('Why there is no answer.');
