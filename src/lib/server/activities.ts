/** Activities as those who keep them write and read them, with the rights of the person who asks. */
import { z } from 'zod';
import {
	activityPartyRow,
	activityPlaceRow,
	activityRow,
	storedActivity,
	type ActivityData,
	type StoredActivity
} from '../activities/schema.ts';
import { ACTIVITY_KINDS } from '../communities/schema.ts';
import { DATE_PRECISIONS } from '../activity/types.ts';
import { compareText } from '../i18n/format.ts';
import { auditEntrySchema, type AuditEntry } from '../people/audit.ts';
import { byMunicipality, type Choice, type ChoiceGroup } from '../territories/choices.ts';
import type { TerritoryIndex } from '../territories/hierarchy.ts';
import { unwrap, type Client } from './client.ts';
import { AppError } from './errors.ts';
import { placeGroups } from './place-choice.ts';
import { parseRows, readAll, readSome } from './rows.ts';
import type { Session } from './session.ts';

const COLUMNS =
	'id, updated_at, title, kind, community_id, starts_on, ends_on, precision, target_groups, participants, participants_qualifier, co_authors, organisations, eur_municipal, eur_attracted, public, note';

const HISTORY_SHOWN = 30;
const LISTED = 50;

/**
 * An activity with everything the form shows.
 * @throws AppError `not_found` also when the caller may not see it
 */
export async function loadActivity(client: Client, id: string): Promise<StoredActivity> {
	const asked = z.uuid().safeParse(id).data ?? NOBODY;
	// Three reads and no embedding: the embedded backend takes the places of an activity for a single row.
	const [rows, places, parties] = await Promise.all([
		readSome('activities', activityRow, client.from('activities').select(COLUMNS).eq('id', asked)),
		readSome(
			'activity_territories',
			activityPlaceRow,
			client.from('activity_territories').select('territory_code, role').eq('activity_id', asked)
		),
		readSome(
			'activity_parties',
			activityPartyRow,
			client
				.from('activity_parties')
				.select('community_id, place_id, territory_code')
				.eq('activity_id', asked)
		)
	]);
	const [row] = rows.items;
	if (row === undefined) throw new AppError('not_found', 'There is no such activity for the caller.');
	return storedActivity(row, places.items, parties.items);
}

/** No row has it: stands for ids that are none. */
const NOBODY = '00000000-0000-0000-0000-000000000000';

/** Adds an activity; returns its id. */
export async function addActivity(client: Client, data: Partial<ActivityData>): Promise<string> {
	return unwrap(await client.rpc('save_activity', { data: { ...data } }));
}

/**
 * Writes changed fields of an activity.
 * @param expected `updated_at` of the version that was opened
 * @throws AppError `changed` when somebody else wrote meanwhile, `forbidden`, `not_found`, `invalid_input` with the field
 */
export async function changeActivity(
	client: Client,
	id: string,
	changes: Partial<ActivityData>,
	expected: string
): Promise<void> {
	unwrap(await client.rpc('save_activity', { data: { ...changes, id, expected_updated_at: expected } }));
}

/** Who may write an activity, and what the form offers them. */
export interface ActivityDesk {
	/** Null: of no community. */
	community: (Choice & { code: string }) | null;
	/** Communities to choose from, for PKC; null: the community is fixed. */
	communities: ChoiceGroup[] | null;
	places: ChoiceGroup[];
	/** Who may sign an agreement; recorded by PKC only. */
	parties: { communities: ChoiceGroup[]; places: ChoiceGroup[]; municipalities: Choice[] } | null;
}

const communityRow = z.object({
	id: z.uuid(),
	name: z.string(),
	territory_code: z.string(),
	status: z.string()
});
const placeRow = communityRow.omit({ status: true });

/**
 * What somebody needs to write an activity of a community, or of none.
 * @throws AppError `not_found` for a community the caller does not see, `forbidden` for those who may only read
 */
export async function activityDesk(
	{ client, roles }: Session,
	index: TerritoryIndex,
	communityId: string | null
): Promise<ActivityDesk> {
	const pkcRegions = roles.filter(({ role }) => role === 'pkc').map(({ scope_id }) => scope_id);
	const known = await readAll('communities', communityRow, (from, to) =>
		client.from('communities').select('id, name, territory_code, status').order('id').range(from, to)
	);
	const community = communityId === null ? null : known.find(({ id }) => id === communityId);
	if (community === undefined) throw new AppError('not_found', 'There is no such community for the caller.');
	const home = community === null ? null : (index.byCode(community.territory_code)?.region ?? null);
	const regions = home === null ? pkcRegions : [home];
	const isPkc = regions.some((region) => pkcRegions.includes(region));
	const coordinates = roles.some(
		({ role, scope_id }) => role === 'coordinator' && scope_id === community?.id
	);
	if (!isPkc && !coordinates) throw new AppError('forbidden', 'The caller may not write this activity.');

	const desk = {
		community: community && { code: community.territory_code, value: community.id, label: community.name },
		places: placeGroups(index, regions)
	};
	if (!isPkc) return { ...desk, communities: null, parties: null };

	const inRegions = (row: { territory_code: string }): boolean =>
		regions.includes(index.byCode(row.territory_code)?.region ?? '');
	const places = await readAll('places', placeRow, (from, to) =>
		client.from('places').select('id, name, territory_code').order('id').range(from, to)
	);
	const group = (rows: readonly z.output<typeof placeRow>[]): ChoiceGroup[] =>
		byMunicipality(
			rows.filter(inRegions),
			index,
			({ id, name, territory_code }) => ({ value: id, label: name, code: territory_code }),
			compareText
		);
	const communities = group(known.filter(({ id, status }) => status === 'approved' || id === community?.id));
	return {
		...desk,
		communities,
		parties: {
			communities,
			places: group(places),
			municipalities: index
				.atLevel('municipality')
				.filter(({ region }) => region !== null && regions.includes(region))
				.map(({ code, name }) => ({ value: code, label: name }))
				.sort((a, b) => compareText(a.label, b.label))
		}
	};
}

/** Communities whose activities the person may write as their coordinator. */
export function coordinated({ roles }: Session): Choice[] {
	return roles
		.filter(({ role }) => role === 'coordinator')
		.map(({ scope_id, scope_name }) => ({ value: scope_id, label: scope_name ?? scope_id }));
}

const listedRow = z.object({
	id: z.uuid(),
	title: z.string(),
	kind: z.enum(ACTIVITY_KINDS),
	starts_on: z.iso.date(),
	ends_on: z.iso.date(),
	precision: z.enum(DATE_PRECISIONS),
	public: z.boolean()
});
export type ListedActivity = z.output<typeof listedRow>;

/** What is recorded already of a community, or at a place, newest first: to be changed instead of added twice. */
export async function recordedActivities(
	client: Client,
	of: { community: string } | { place: string }
): Promise<{ items: ListedActivity[]; total: number }> {
	const query = client
		.from('activities')
		.select('id, title, kind, starts_on, ends_on, precision, public', { count: 'exact' });
	const filtered =
		'community' in of
			? query.eq('community_id', of.community)
			: query.in('id', await activitiesAt(client, of.place));
	return readSome(
		'activities',
		listedRow,
		filtered.order('ends_on', { ascending: false }).order('id').limit(LISTED)
	);
}

/** Ids in one address; servers refuse addresses of more than some 8,000 characters. */
const IDS_PER_QUERY = 200;

async function activitiesAt(client: Client, code: string): Promise<string[]> {
	const query = client
		.from('activity_territories')
		.select('activity_id')
		.eq('territory_code', code)
		.limit(IDS_PER_QUERY);
	return unwrap(await query).map(({ activity_id }) => activity_id);
}

/** Whether PKC has not approved the community yet; false for none, and for one that the person does not see. */
export async function waitsForApproval(client: Client, community: string | null): Promise<boolean> {
	if (community === null) return false;
	const rows = unwrap(await client.from('communities').select('status').eq('id', community));
	return rows.some(({ status }) => status === 'pending');
}

/** One time that somebody wrote an activity. */
export type Written = AuditEntry & {
	isFirst: boolean;
	/** Names of what changed: columns, `territory_codes`, `parties`. */
	fields: string[];
};

/** Who wrote an activity and when, newest first; null for those who may not read the log. */
export async function activityHistory({ client, roles }: Session, id: string): Promise<Written[] | null> {
	if (!roles.some(({ role }) => role === 'pkc' || role === 'national')) return null;
	const answer = await client.rpc('audit_entries', { of_row: id, max_rows: HISTORY_SHOWN });
	const written = new Map<string, Written>();
	// The log has a line for each row; one save writes several rows in one moment.
	for (const entry of parseRows('audit_entries', auditEntrySchema, unwrap(answer))) {
		const key = `${entry.at} ${entry.actor_id ?? ''}`;
		const known = written.get(key) ?? { ...entry, isFirst: false, fields: [] };
		known.isFirst ||= entry.table_name === 'activities' && entry.action === 'insert';
		known.fields = [...new Set([...known.fields, ...fieldsOf(entry)])];
		written.set(key, known);
	}
	return [...written.values()];
}

function fieldsOf({ table_name, columns }: AuditEntry): string[] {
	if (table_name === 'activity_territories') return ['territory_codes'];
	return table_name === 'activity_parties' ? ['parties'] : columns;
}
