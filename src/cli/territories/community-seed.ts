import { SourceError } from './errors.ts';
import type { NameLookup } from './name-lookup.ts';
import { documentId } from './sources.ts';
import { insertNew, insertNewWithDependents, stableUuid, type SqlValue } from './sql.ts';
import type { ActivityRow, SourceTables } from './tables.ts';

/** The booklet that names communities and resource centres announces plans for 2025, so they were known before. */
const KNOWN_SINCE = '2024-12-31';

/** Statements for communities, places and activities. People work on these rows, so only missing ones are added. */
export function communitySeed(tables: SourceTables, names: NameLookup): string[] {
	const documents = new Map(tables.documents.map((row) => [row.file, documentId(row.title)]));
	const sourceOf = (file: string | undefined, context: string): string => {
		const id = documents.get(file ?? '');
		if (id === undefined) throw new SourceError(`${context}: unknown source document “${file ?? ''}”.`);
		return id;
	};
	const communityIds = new Map(
		tables.communities.map((row) => [row.id, stableUuid(`communities:${row.id}`)])
	);
	const communityOf = (id: string | null, context: string): string | null => {
		if (id === null) return null;
		const uuid = communityIds.get(id);
		if (uuid === undefined) throw new SourceError(`${context}: unknown community “${id}”.`);
		return uuid;
	};

	const communities = tables.communities.map((row): SqlValue[] => {
		const context = `Community “${row.name}”`;
		return [
			stableUuid(`communities:${row.id}`),
			row.name,
			row.kind,
			names.checked(row.territory_code, row.territory, row.municipality, context).code,
			row.place,
			// Villages and quarters: smaller than a parish is public for public buildings only.
			false,
			'approved',
			KNOWN_SINCE,
			row.note,
			sourceOf(row.source_document[0], context)
		];
	});

	const places = tables.places.map((row): SqlValue[] => {
		const context = `Place “${row.name}”`;
		return [
			stableUuid(`places:${row.id}`),
			row.name,
			row.kind,
			names.checked(row.territory_code, row.territory, row.municipality, context).code,
			row.place,
			row.outdoor,
			// Every resource centre lies in a public building or on its grounds.
			true,
			communityOf(row.community_id, context),
			row.note,
			// The last document named is the one that describes the place; the agreement names it as a party anyway.
			sourceOf(row.source_document.at(-1), context),
			KNOWN_SINCE
		];
	});

	return [
		insertNew('communities', {
			columns: [
				'id',
				'name',
				'kind',
				'territory_code',
				'place',
				'place_public',
				'status',
				'known_since',
				'note',
				'source_id'
			],
			values: communities
		}),
		insertNew('places', {
			columns: [
				'id',
				'name',
				'kind',
				'territory_code',
				'place',
				'outdoor',
				'public',
				'community_id',
				'note',
				'source_id',
				'known_since'
			],
			values: places
		}),
		activitySeed(tables, names, sourceOf, communityOf)
	];
}

function activityId(row: ActivityRow): string {
	return stableUuid(`activities:${row.community_id ?? ''}:${row.title}`);
}

function activitySeed(
	tables: SourceTables,
	names: NameLookup,
	sourceOf: (file: string | undefined, context: string) => string,
	communityOf: (id: string | null, context: string) => string | null
): string {
	const activities: SqlValue[][] = [];
	const territories: SqlValue[][] = [];
	const parties: SqlValue[][] = [];
	for (const row of tables.activities) {
		const context = `Activity “${row.title}”`;
		const id = activityId(row);
		activities.push([
			id,
			row.title,
			row.kind,
			communityOf(row.community_id, context),
			row.date_from,
			row.date_to,
			row.date_precision,
			row.target_groups,
			row.participants,
			row.participants_qualifier,
			row.organisations,
			// What an agreement notes are its parties; they become rows of their own.
			row.kind === 'agreement' ? null : row.note,
			sourceOf(row.source_document[0], context)
		]);
		if (row.territory_code !== null) {
			const own = names.checked(row.territory_code, row.territory ?? '', row.municipality ?? '', context);
			territories.push([id, own.code, 'own']);
		}
		for (const name of row.other_territories)
			territories.push([id, names.unit(name, context).code, 'further']);
		if (row.kind === 'agreement') parties.push(...agreementParties(row, id, tables, names));
	}
	return insertNewWithDependents(
		'activities',
		{
			columns: [
				'id',
				'title',
				'kind',
				'community_id',
				'starts_on',
				'ends_on',
				'precision',
				'target_groups',
				'participants',
				'participants_qualifier',
				'organisations',
				'note',
				'source_id'
			],
			values: activities
		},
		[
			{
				table: 'activity_territories',
				key: 'activity_id',
				columns: ['activity_id', 'territory_code', 'role'],
				types: { activity_id: 'uuid' },
				values: territories
			},
			{
				table: 'activity_parties',
				key: 'activity_id',
				columns: ['id', 'activity_id', 'territory_code', 'place_id'],
				types: { id: 'uuid', activity_id: 'uuid', place_id: 'uuid' },
				values: parties
			}
		]
	);
}

/** How the table of activities names the parties of an agreement. */
const PARTIES = /^parties: (\d+) municipalities \(([^)]+)\) and all (\d+) resource centres\b/;

/** Parties of an agreement: municipalities as territories, resource centres as places. */
function agreementParties(
	row: ActivityRow,
	id: string,
	tables: SourceTables,
	names: NameLookup
): SqlValue[][] {
	const context = `Agreement “${row.title}”`;
	const [, municipalityCount, list = '', centreCount] = PARTIES.exec(row.note ?? '') ?? [];
	const municipalities = list
		.split(',')
		.map((name) => name.trim())
		.filter((name) => name !== '')
		.map((name) => names.municipality(name, context));
	const centres = tables.places.filter((place) => place.kind === 'resource_centre');
	if (municipalities.length !== Number(municipalityCount) || centres.length !== Number(centreCount)) {
		throw new SourceError(`${context}: its note does not name the parties as docs/data.md describes.`);
	}
	return [
		...municipalities.map((territory) => [
			stableUuid(`activity_parties:${id}:${territory.code}`),
			id,
			territory.code,
			null
		]),
		...centres.map((place) => [
			stableUuid(`activity_parties:${id}:${place.id}`),
			id,
			null,
			stableUuid(`places:${place.id}`)
		])
	];
}
