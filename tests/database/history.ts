/**
 * Random histories of one place for the evidence tests: who was known, what happened, what surveys found.
 * A history plays in four territories (SLOTS); many histories, each in territories of its own, share one database.
 */
import fc from 'fast-check';
import type { TestDatabase } from './database.ts';

/** The territories a history plays in. */
export const SLOTS = ['border_unit', 'border_neighbourhood', 'inner_unit', 'border_municipality'] as const;
export type Slot = (typeof SLOTS)[number];

/** Slots inside the eastern border zone. The zone lists only the region that the border territories lie in. */
export const BORDER_SLOTS: readonly Slot[] = ['border_unit', 'border_neighbourhood', 'border_municipality'];

export interface Community {
	status: 'pending' | 'approved' | 'rejected';
	home: Slot;
	further: Slot[];
	knownSince: string;
	confirmedOn: string | null;
}

export interface Place {
	slot: Slot;
	community: number | null;
	public: boolean;
}

/** Communities and places are named by their index in the history. */
export type Party = { community: number } | { place: number } | { territory: Slot };

export interface Activity {
	kind: string;
	community: number | null;
	startsOn: string;
	endsOn: string;
	precision: 'day' | 'month' | 'year' | 'period';
	public: boolean;
	slots: Slot[];
	parties: Party[];
}

export interface Survey {
	slot: Slot;
	surveyedOn: string;
	finding: 'active' | 'emerging' | 'dormant' | 'nobody';
	createdAt: string;
	/** Rank of the survey's key among those of the history. */
	rank: number;
	organisation: number;
}

export interface History {
	communities: Community[];
	places: Place[];
	activities: Activity[];
	surveys: Survey[];
}

/** Names of the organisations that surveys may come from. */
export const ORGANISATIONS = ['Latgales PKC', 'Vidzemes PKC'];

/** Days to ask about: any day of some years, month ends and leap days more often. */
export const asOfDay: fc.Arbitrary<string> = fc.oneof(
	{ weight: 3, arbitrary: fc.integer({ min: 0, max: 4000 }).map((days) => plusDays('2020-01-01', days)) },
	{
		weight: 1,
		arbitrary: fc.constantFrom(
			'2024-02-29',
			'2025-02-28',
			'2028-02-29',
			'2026-08-31',
			'2025-12-31',
			'2026-01-01'
		)
	}
);

/**
 * A history around a day. Dates are drawn from a handful per history, so that equal dates are common, and the
 * handful lies around the limits the facts depend on.
 */
export function history(asOf: string): fc.Arbitrary<History> {
	const distance = fc.oneof(
		fc.integer({ min: -400, max: 3 }),
		fc.integer({ min: -2500, max: 400 }),
		fc.constantFrom(-1, 0, 1)
	);
	const dates = fc.array(
		distance.map((days) => plusDays(asOf, days)),
		{ minLength: 2, maxLength: 5 }
	);
	return dates.chain((handful) => historyOn(fc.constantFrom(...handful)));
}

function historyOn(date: fc.Arbitrary<string>): fc.Arbitrary<History> {
	const slot = fc.constantFrom(...SLOTS);
	const someSlots = fc.uniqueArray(slot, { maxLength: 3 });
	const community: fc.Arbitrary<Community> = fc
		.record({
			status: fc.constantFrom('approved', 'approved', 'approved', 'pending', 'rejected'),
			home: slot,
			further: someSlots,
			dates: fc.tuple(date, fc.option(date))
		})
		.map(({ dates: [first, second], ...rest }) => ({
			...rest,
			knownSince: second !== null && second < first ? second : first,
			confirmedOn: second !== null && second < first ? first : second
		}));
	return fc
		.record({ communities: fc.array(community, { maxLength: 3 }) })
		.chain(({ communities }) => {
			const someCommunity = indexOf(communities.length);
			const place = fc.record({ slot, community: someCommunity, public: fc.boolean() });
			return fc.record({ communities: fc.constant(communities), places: fc.array(place, { maxLength: 2 }) });
		})
		.chain(({ communities, places }) =>
			fc.record({
				communities: fc.constant(communities),
				places: fc.constant(places),
				activities: fc.array(activity(date, communities.length, places.length), { maxLength: 5 }),
				surveys: fc.uniqueArray(survey(date), { maxLength: 3, selector: (each) => each.rank })
			})
		);
}

function activity(date: fc.Arbitrary<string>, communities: number, places: number): fc.Arbitrary<Activity> {
	const parties: fc.Arbitrary<Party>[] = [fc.record({ territory: fc.constantFrom(...SLOTS) })];
	if (communities > 0) parties.push(fc.record({ community: fc.nat(communities - 1) }));
	if (places > 0) parties.push(fc.record({ place: fc.nat(places - 1) }));
	const length = fc.oneof(
		fc.constant({ months: 0, days: 0 }),
		fc.record({
			months: fc.constantFrom(0, 12, 12, 48),
			days: fc.oneof(fc.constantFrom(-1, 0, 1), fc.integer({ min: -2, max: 40 }))
		})
	);
	return fc
		.record({
			kind: fc.constantFrom('initiative', 'event', 'talka', 'agreement', 'agreement'),
			community: indexOf(communities),
			startsOn: date,
			length,
			precision: fc.constantFrom('day', 'month', 'year', 'period', 'period'),
			public: fc.constantFrom(true, true, true, true, false),
			slots: fc.uniqueArray(fc.constantFrom(...SLOTS), { maxLength: 3 }),
			parties: fc.uniqueArray(fc.oneof(...parties), {
				maxLength: 3,
				selector: (party) => JSON.stringify(party)
			})
		})
		.map(({ length: { months, days }, ...rest }) => {
			const end = plusDays(sameDayMonthsLater(rest.startsOn, months), days);
			return { ...rest, endsOn: end < rest.startsOn ? rest.startsOn : end };
		});
}

function survey(date: fc.Arbitrary<string>): fc.Arbitrary<Survey> {
	return fc.record({
		slot: fc.constantFrom(...SLOTS),
		surveyedOn: date,
		finding: fc.constantFrom('active', 'emerging', 'dormant', 'nobody', 'nobody'),
		createdAt: fc.constantFrom('2020-01-01T10:00:00.000Z', '2020-01-01T10:00:00.001Z'),
		rank: fc.nat(9),
		organisation: fc.nat(ORGANISATIONS.length - 1)
	});
}

function indexOf(length: number): fc.Arbitrary<number | null> {
	return length === 0 ? fc.constant(null) : fc.option(fc.nat(length - 1));
}

/** Code of a slot of the n-th history. */
export function codeOf(slot: Slot, history: number): string {
	const number = String(history).padStart(3, '0');
	switch (slot) {
		case 'border_unit':
			return `1${number}000`;
		case 'border_neighbourhood':
			return `LV${letters(history)}01`;
		case 'inner_unit':
			return `2${number}000`;
		case 'border_municipality':
			return `3${number}000`;
	}
}

/** Three letters for a number below 17,576. */
function letters(number: number): string {
	return [676, 26, 1].map((place) => String.fromCharCode(65 + (Math.floor(number / place) % 26))).join('');
}

/** Writes the territories of `count` histories, once per database. Only the region Latgale is in the zone. */
export async function writeTerritories(database: TestDatabase, count: number): Promise<void> {
	await database.rows(`
		insert into public.data_sources (id, kind, title, publisher) values ('test', 'document', 'Test', 'Test');
		insert into public.territories (code, code_current, kind, name, parent_code, region, lon, lat, area_km2) values
			('LV', 'LV', 'country', 'Latvija', null, null, 25, 57, 64000),
			('latgale', 'latgale', 'region', 'Latgale', 'LV', 'latgale', 27, 56, 14000),
			('vidzeme', 'vidzeme', 'region', 'Vidzeme', 'LV', 'vidzeme', 25, 57, 20000);
		insert into public.zones (id, name, definition, source_id)
			values ('eastern-border', 'Austrumu pierobeža', 'Test', 'test');
		insert into public.zone_territories (zone_id, territory_code) values ('eastern-border', 'latgale');
	`);
	const kinds: [Slot, string, (n: number) => string, string][] = [
		['border_municipality', 'municipality', () => 'latgale', 'latgale'],
		['border_unit', 'parish', (n) => codeOf('border_municipality', n), 'latgale'],
		['border_neighbourhood', 'neighbourhood', (n) => codeOf('border_unit', n), 'latgale'],
		['inner_unit', 'town', () => 'vidzeme', 'vidzeme']
	];
	for (const [slot, kind, parent, region] of kinds) {
		const rows = Array.from({ length: count }, (_, n) => ({ code: codeOf(slot, n), parent: parent(n) }));
		await database.rows(
			`insert into public.territories (code, code_current, kind, name, parent_code, region, lon, lat, area_km2)
			select code, code, $2, 'Place ' || code, parent, $3, 26, 57, 10
			from jsonb_to_recordset($1::jsonb) as t (code text, parent text)`,
			[JSON.stringify(rows), kind, region]
		);
	}
	for (const [index, name] of ORGANISATIONS.entries()) {
		await database.rows(`insert into public.organisations (id, name, kind) values ($1, $2, 'pkc')`, [
			uuid('e', 0, index),
			name
		]);
	}
}

/** Writes histories, the n-th into the territories of number n. */
export async function writeHistories(database: TestDatabase, histories: readonly History[]): Promise<void> {
	const tables: Record<string, object[]> = {
		communities: [],
		community_territories: [],
		places: [],
		activities: [],
		activity_territories: [],
		activity_parties: [],
		territory_surveys: []
	};
	const add = (table: keyof typeof tables, row: object): void => void tables[table]?.push(row);

	for (const [n, { communities, places, activities, surveys }] of histories.entries()) {
		for (const [index, community] of communities.entries()) {
			const id = uuid('a', n, index);
			add('communities', {
				id,
				name: `Community ${n}.${index}`,
				kind: 'informal_group',
				territory_code: codeOf(community.home, n),
				status: community.status,
				known_since: community.knownSince,
				confirmed_on: community.confirmedOn
			});
			for (const slot of community.further) {
				add('community_territories', { community_id: id, territory_code: codeOf(slot, n) });
			}
		}
		for (const [index, place] of places.entries()) {
			add('places', {
				id: uuid('b', n, index),
				name: `Place ${n}.${index}`,
				kind: 'resource_centre',
				territory_code: codeOf(place.slot, n),
				public: place.public,
				community_id: place.community === null ? null : uuid('a', n, place.community)
			});
		}
		for (const [index, each] of activities.entries()) {
			const id = uuid('c', n, index);
			add('activities', {
				id,
				title: `Activity ${n}.${index}`,
				kind: each.kind,
				community_id: each.community === null ? null : uuid('a', n, each.community),
				starts_on: each.startsOn,
				ends_on: each.endsOn,
				precision: each.precision,
				public: each.public
			});
			for (const [position, slot] of each.slots.entries()) {
				const role = position === 0 ? 'own' : 'further';
				add('activity_territories', { activity_id: id, territory_code: codeOf(slot, n), role });
			}
			for (const party of each.parties) {
				add('activity_parties', {
					activity_id: id,
					community_id: 'community' in party ? uuid('a', n, party.community) : null,
					place_id: 'place' in party ? uuid('b', n, party.place) : null,
					territory_code: 'territory' in party ? codeOf(party.territory, n) : null
				});
			}
		}
		for (const each of surveys) {
			add('territory_surveys', {
				id: uuid(String(each.rank), n, 0),
				territory_code: codeOf(each.slot, n),
				surveyed_on: each.surveyedOn,
				finding: each.finding,
				organisation_id: uuid('e', 0, each.organisation),
				created_at: each.createdAt
			});
		}
	}

	for (const [table, rows] of Object.entries(tables)) {
		const [first] = rows;
		if (first === undefined) continue;
		const columns = Object.keys(first).join(', ');
		await database.rows(
			`insert into public.${table} (${columns})
			select ${columns} from jsonb_populate_recordset(null::public.${table}, $1::jsonb)`,
			[JSON.stringify(rows)]
		);
	}
}

function uuid(kind: string, history: number, index: number): string {
	return `${kind.repeat(8)}-0000-4000-8000-${String(history).padStart(6, '0')}${String(index).padStart(6, '0')}`;
}

export function plusDays(date: string, days: number): string {
	return new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);
}

function sameDayMonthsLater(date: string, months: number): string {
	const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
	return new Date(Date.UTC(year, month - 1 + months, day)).toISOString().slice(0, 10);
}
