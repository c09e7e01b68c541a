/** Communities and territories in which roles are held, with names for those who may know them. */
import { z } from 'zod';
import { compareText } from '../i18n/format.ts';
import { grantSchema, type Grant, type Scope } from '../people/grants.ts';
import type { ScopeKind } from '../people/schema.ts';
import type { TerritoryIndex } from '../territories/hierarchy.ts';
import { COUNTRY_CODE } from '../territories/types.ts';
import type { Backend, Client } from './client.ts';
import { readAll, readSome } from './rows.ts';
import type { Session } from './session.ts';
import { loadTerritories, territoryLabels } from './territories.ts';

/** A scope to choose or to name. */
export interface NamedScope extends Scope {
	kind: ScopeKind;
	label: string;
	/** Everybody may know it: not a community that PKC has not approved. */
	isOpen: boolean;
}

/** All scopes whose names the reader may know. */
export interface Scopes {
	/** Those of a kind in which people can work now, in name order. */
	choices(kind: ScopeKind): NamedScope[];
	/** Any of them, also a community that was rejected or merged; null: not known to the reader. */
	find(kind: ScopeKind, id: string): NamedScope | null;
}

const communityRow = z.object({ id: z.uuid(), name: z.string(), territory_code: z.string() });
const ownCommunityRow = communityRow.extend({ status: z.string() });

/**
 * Reads the names of scopes: territories, public communities, and those that only the reader may see.
 * @throws AppError when the database does not answer or answers nonsense
 */
export async function loadScopes(backend: Backend, { client }: Session): Promise<Scopes> {
	const [index, open, own] = await Promise.all([
		loadTerritories(backend),
		readAll('public_communities', communityRow, (from, to) =>
			client.from('public_communities').select('id, name, territory_code').order('id').range(from, to)
		),
		readAll('communities', ownCommunityRow, (from, to) =>
			client.from('communities').select('id, name, territory_code, status').order('id').range(from, to)
		)
	]);
	const label = territoryLabels(index);
	const communities = new Map<string, NamedScope>();
	const closed = new Set<string>();
	const approved = new Set(open.map(({ id }) => id));
	for (const { id, name, territory_code } of [...open, ...own]) {
		const place = label(territory_code);
		const region = index.byCode(territory_code)?.region ?? null;
		const named = place === null ? name : `${name} (${place})`;
		communities.set(id, { kind: 'community', id, label: named, region, isOpen: approved.has(id) });
	}
	for (const { id, status } of own) if (status === 'rejected' || status === 'merged') closed.add(id);

	return {
		choices: (kind) =>
			(kind === 'community'
				? [...communities.values()].filter(({ id }) => !closed.has(id))
				: territoriesOf(index, kind)
			).sort((a, b) => compareText(a.label, b.label)),
		find: (kind, id) =>
			kind === 'community'
				? (communities.get(id) ?? null)
				: (territoriesOf(index, kind).find((scope) => scope.id === id) ?? null)
	};
}

function territoriesOf(index: TerritoryIndex, kind: Exclude<ScopeKind, 'community'>): NamedScope[] {
	const codes = kind === 'country' ? [COUNTRY_CODE] : index.atLevel(kind).map((territory) => territory.code);
	return codes.flatMap((code) => {
		const territory = index.byCode(code);
		return territory
			? [{ kind, id: code, label: territory.name, region: territory.region, isOpen: true }]
			: [];
	});
}

/**
 * Who may give which role: the grant table.
 * @throws AppError when the database does not answer or answers nonsense
 */
export async function loadGrants(client: Client): Promise<Grant[]> {
	const { items } = await readSome(
		'role_grants',
		grantSchema,
		client.from('role_grants').select('granter_role, role, scope_rule')
	);
	return items;
}
