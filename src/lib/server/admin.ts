/** What national staff do. The database asks for itself who calls. */
import {
	listedPersonSchema,
	organisationSchema,
	type ListedPerson,
	type Organisation,
	type OrganisationForm
} from '../people/admin.ts';
import { unwrap, type Client } from './client.ts';
import { parseRows, readAll } from './rows.ts';

/** People shown at once; a narrower search finds the others. */
export const PEOPLE_SHOWN = 50;

/** All organisations, by kind and name. */
export function listOrganisations(client: Client): Promise<Organisation[]> {
	return readAll('organisations', organisationSchema, (from, to) =>
		client.from('organisations').select('id, name, kind, region').order('kind').order('name').range(from, to)
	);
}

/**
 * Adds an organisation, or changes the one with `id`.
 * @throws AppError `forbidden`, `not_found`, `invalid_input` with the field
 */
export async function saveOrganisation(
	client: Client,
	{ id, name, kind, region }: OrganisationForm
): Promise<void> {
	const data = { name, kind, region: region === '' ? null : region };
	unwrap(await client.rpc('save_organisation', { data: id === '' ? data : { ...data, id } }));
}

/**
 * People by part of the name or by the whole e-mail address; by name, at most `PEOPLE_SHOWN`.
 * @throws AppError `forbidden`
 */
export async function findPeople(client: Client, search: string): Promise<ListedPerson[]> {
	const rows = unwrap(await client.rpc('list_people', { search, max_rows: PEOPLE_SHOWN }));
	return parseRows('list_people', listedPersonSchema, rows);
}
