/**
 * What lists and the parish card show: rows of the public views with codes and ids replaced by names. Made on the
 * server, so that no page has to carry the whole territory reference.
 */
import { addMonths } from '../activity/dates.ts';
import type { DatePrecision, IsoDate, SurveyFinding } from '../activity/types.ts';
import type {
	Activity,
	ActivityKind,
	Community,
	CommunityKind,
	ParticipantsQualifier,
	PlaceKind,
	PublicPlace,
	Source,
	Survey
} from './schema.ts';

/** A territory as a link: its address and a name that cannot be mistaken. */
export interface TerritoryRef {
	code: string;
	label: string;
}

/** A community as a link to its card. */
export interface CommunityRef {
	id: string;
	name: string;
}

/** A source as a link; its entry stands on `/about/data`. */
export type SourceRef = Pick<Source, 'id' | 'title'>;

/** The first entries of a list and how many there are in all. */
export interface Shown<T> {
	items: T[];
	total: number;
}

export interface CommunityCard {
	id: string;
	name: string;
	kind: CommunityKind;
	territory: TerritoryRef;
	/** Village or building, only where it is public. */
	place: string | null;
	furtherTerritories: TerritoryRef[];
	web: string | null;
	knownSince: IsoDate;
	confirmedOn: IsoDate | null;
	source: SourceRef | null;
}

export interface PlaceCard {
	id: string;
	name: string;
	kind: PlaceKind;
	territory: TerritoryRef;
	place: string | null;
	outdoor: boolean;
	/** The community that runs it. */
	community: CommunityRef | null;
	source: SourceRef | null;
}

export interface ActivityCard {
	id: string;
	title: string;
	kind: ActivityKind;
	/** Where it was, the own territory first; an agreement may have none. */
	territories: TerritoryRef[];
	/** The community that organised it. */
	community: CommunityRef | null;
	startsOn: IsoDate;
	endsOn: IsoDate;
	precision: DatePrecision;
	/** Known only as a period so long that it says little: drawn *laiks neprecīzs*. */
	imprecise: boolean;
	participants: number | null;
	participantsQualifier: ParticipantsQualifier | null;
	coAuthors: number | null;
	organisations: number | null;
	eurMunicipal: number | null;
	eurAttracted: number | null;
	/** Who signed an agreement or carried an activity together. */
	parties: string[];
	source: SourceRef | null;
}

export interface SurveyCard {
	territory: TerritoryRef;
	surveyedOn: IsoDate;
	finding: SurveyFinding;
	organisation: string;
}

/** Everything public about one territory, all its units included. */
export interface PlaceDetails {
	communities: Shown<CommunityCard>;
	places: Shown<PlaceCard>;
	/** Without agreements, so that the total is the number of the status facts. */
	activities: Shown<ActivityCard>;
	/** Agreements to which a community, place or municipality of the territory is party. */
	agreements: ActivityCard[];
	surveys: Shown<SurveyCard>;
	/** Sources of every entry above, of the territory itself and of its border flag. */
	sources: Source[];
}

/** Names by code or id. Null: not public or not there, and then it is not shown. */
export interface Names {
	territory: (code: string) => string | null;
	community: (id: string) => string | null;
	place: (id: string) => string | null;
	source: (id: string) => string | null;
}

/** A period longer than this does not say when something happened (the same in the SQL of `activity_evidence`). */
export const IMPRECISE_FROM_MONTHS = 12;

/** Whether a span is a period of more than 12 calendar months. */
export function isImpreciseSpan(startsOn: IsoDate, endsOn: IsoDate, precision: DatePrecision): boolean {
	return precision === 'period' && endsOn > addMonths(startsOn, IMPRECISE_FROM_MONTHS);
}

export function communityCard(community: Community, names: Names): CommunityCard {
	return {
		id: community.id,
		name: community.name,
		kind: community.kind,
		territory: territoryRef(community.territoryCode, names),
		place: community.place,
		furtherTerritories: community.furtherTerritoryCodes.map((code) => territoryRef(code, names)),
		web: community.web,
		knownSince: community.knownSince,
		confirmedOn: community.confirmedOn,
		source: sourceRef(community.sourceId, names)
	};
}

export function placeCard(place: PublicPlace, names: Names): PlaceCard {
	return {
		id: place.id,
		name: place.name,
		kind: place.kind,
		territory: territoryRef(place.territoryCode, names),
		place: place.place,
		outdoor: place.outdoor,
		community: communityRef(place.communityId, names),
		source: sourceRef(place.sourceId, names)
	};
}

export function activityCard(activity: Activity, names: Names): ActivityCard {
	return {
		id: activity.id,
		title: activity.title,
		kind: activity.kind,
		territories: activity.territoryCodes.map((code) => territoryRef(code, names)),
		community: communityRef(activity.communityId, names),
		startsOn: activity.startsOn,
		endsOn: activity.endsOn,
		precision: activity.precision,
		imprecise: isImpreciseSpan(activity.startsOn, activity.endsOn, activity.precision),
		participants: activity.participants,
		participantsQualifier: activity.participantsQualifier,
		coAuthors: activity.coAuthors,
		organisations: activity.organisations,
		eurMunicipal: activity.eurMunicipal,
		eurAttracted: activity.eurAttracted,
		parties: [
			...activity.partyTerritoryCodes.map(names.territory),
			...activity.partyPlaceIds.map(names.place),
			...activity.partyCommunityIds.map(names.community)
		].filter((name) => name !== null),
		source: sourceRef(activity.sourceId, names)
	};
}

export function surveyCard(survey: Survey, names: Names): SurveyCard {
	return {
		territory: territoryRef(survey.territoryCode, names),
		surveyedOn: survey.surveyedOn,
		finding: survey.finding,
		organisation: survey.organisation
	};
}

/** A code without a name is still an address. */
function territoryRef(code: string, names: Names): TerritoryRef {
	return { code, label: names.territory(code) ?? code };
}

/** One that is not public is not named. */
function communityRef(id: string | null, names: Names): CommunityRef | null {
	const name = id === null ? null : names.community(id);
	return id === null || name === null ? null : { id, name };
}

function sourceRef(id: string | null, names: Names): SourceRef | null {
	const title = id === null ? null : names.source(id);
	return id === null || title === null ? null : { id, title };
}
