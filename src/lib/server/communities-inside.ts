/** A community as those see it who belong to it or answer for its region, and what they change. */
import { z } from 'zod';
import type { IsoDate } from '../activity/types.ts';
import { addMonths } from '../activity/dates.ts';
import { byTime, insideRow, type Inside } from '../communities/inside.ts';
import { CONSENT_YEARS, type Contact } from '../communities/registration.ts';
import { auditEntrySchema, type AuditEntry } from '../people/audit.ts';
import type { HeldRole, Role } from '../people/schema.ts';
import type { TerritoryIndex } from '../territories/hierarchy.ts';
import { expectDone, unwrap, type Client } from './client.ts';
import { AppError } from './errors.ts';
import { parseRows, readSome } from './rows.ts';
import type { Session } from './session.ts';

const COLUMNS =
	'id, name, kind, territory_code, place, place_public, web, note, status, merged_into, known_since, confirmed_on, figures_agreed, created_at, updated_at, community_territories(territory_code), community_contacts(id, name, role, email, phone, consent_given_on, consent_expires_on), community_reviews(id, decision, message, at)';

/** Every id of a community is one of these; anything else in an address is no page. */
export const communityId = z.uuid();

/**
 * The community with what is not public; null for those who may not see it, and for ids that are none.
 * @throws AppError when the database does not answer or answers nonsense
 */
export async function loadInside(client: Client, id: string): Promise<Inside | null> {
	if (!communityId.safeParse(id).success) return null;
	const query = client.from('communities').select(COLUMNS).eq('id', id);
	const { items } = await readSome('communities', insideRow, query);
	const [found] = items;
	return found ? { ...found, community_reviews: byTime(found.community_reviews) } : null;
}

/** What a person may do with a community; the database asks again. */
export interface Rights {
	/** Roles held in the community itself. */
	roles: Role[];
	/** PKC staff of its region. */
	pkc: boolean;
	coordinates: boolean;
	/** May change its card and its contacts. */
	manages: boolean;
	/** May decide on it: nobody decides on one's own. */
	reviews: boolean;
	/** May read who changed what. */
	history: boolean;
}

/** @param region planning region in which the community is at home */
export function rightsIn(session: Session | null, id: string, region: string | null): Rights {
	const held = session?.roles ?? [];
	const here = held.filter((role) => role.scope_kind === 'community' && role.scope_id === id);
	const roles = here.map(({ role }) => role);
	const pkc = held.some((role: HeldRole) => role.role === 'pkc' && role.scope_id === region);
	const coordinates = roles.includes('coordinator');
	return {
		roles,
		pkc,
		coordinates,
		manages: coordinates || pkc,
		reviews: pkc && !coordinates,
		history: pkc || held.some(({ role }) => role === 'national')
	};
}

/** The region of a territory; null for the country and unknown codes. */
export function regionOf(index: TerritoryIndex, code: string): string | null {
	return index.byCode(code)?.region ?? null;
}

const SHOWN_ENTRIES = 50;

/**
 * Who changed what, newest first; for PKC of the region and national staff.
 * @throws AppError `forbidden` for others
 */
export async function loadHistory(client: Client, id: string): Promise<AuditEntry[]> {
	const rows = unwrap(await client.rpc('audit_entries', { of_community: id, max_rows: SHOWN_ENTRIES }));
	return parseRows('audit_entries', auditEntrySchema, rows);
}

/** Fields of `update_community`; only the given ones change. */
type Card = Record<string, string | boolean | string[]>;

/**
 * Saves the card, unless somebody else did so since `expected_updated_at`.
 * @throws AppError `changed`, `forbidden`, `not_found`, `already_used`, `invalid_input` with the field
 */
export async function updateCommunity(client: Client, id: string, data: Card): Promise<void> {
	expectDone(await client.rpc('update_community', { id, data }));
}

/**
 * Notes that the community existed on a day. An earlier day than the one known changes nothing.
 * @throws AppError `invalid_input` with field `day`, `forbidden`, `not_found`, `already_used`
 */
export async function confirmCommunity(client: Client, id: string, day: IsoDate): Promise<void> {
	expectDone(await client.rpc('confirm_community', { id, day }));
}

/**
 * Agrees that people with a mandate see figures of areas with fewer than three assessed communities, or withdraws it
 * (rule 2 of the privacy rules). For coordinators of the community only.
 * @throws AppError `forbidden`, `not_found`, `already_used` when it is not approved
 */
export async function setFiguresAgreed(client: Client, id: string, agreed: boolean): Promise<void> {
	expectDone(await client.rpc('set_figures_agreed', { id, agreed }));
}

/**
 * Adds a contact person with consent of today.
 * @throws AppError `forbidden` for those who may not change the community
 */
export async function addContact(
	client: Client,
	id: string,
	contact: Contact,
	today: IsoDate
): Promise<void> {
	const { contact_name, contact_role, email, phone } = contact;
	const person = {
		...{ community_id: id, name: contact_name, role: contact_role || null },
		...{ email: email || null, phone: phone || null },
		...{ consent_given_on: today, consent_expires_on: consentUntil(today) }
	};
	// Without `select`: the answer of the insert says enough, and reading needs another right.
	expectDone(await client.from('community_contacts').insert(person));
}

/**
 * Removes a contact person.
 * @throws AppError `not_found` when there is none that the person may remove
 */
export async function removeContact(client: Client, id: string, contactId: string): Promise<void> {
	const removed = unwrap(
		await client.from('community_contacts').delete().match({ id: contactId, community_id: id }).select('id')
	);
	if (removed.length === 0) throw new AppError('not_found', 'There is no such contact person.');
}

/** The day until which a consent given on a day holds. */
export function consentUntil(day: IsoDate): IsoDate {
	return addMonths(day, 12 * CONSENT_YEARS);
}
