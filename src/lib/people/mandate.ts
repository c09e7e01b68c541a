/** Whose mandate reaches where. The database decides (`private.mandated_territories`); this is for showing it right. */
import type { TerritoryIndex } from '../territories/hierarchy.ts';
import { isHomeKind } from '../territories/choose-place.ts';
import type { Territory } from '../territories/types.ts';
import type { HeldRole, Role } from './schema.ts';

/** Roles that see class M of their area: it is their scope, with all that lies inside. */
const MANDATED: readonly Role[] = ['pkc', 'planner', 'civil_protection', 'national'];

/** Codes of the municipalities, regions or country for which roles give a mandate. */
export function mandatedAreas(roles: readonly Pick<HeldRole, 'role' | 'scope_id'>[]): ReadonlySet<string> {
	return new Set(roles.filter(({ role }) => MANDATED.includes(role)).map((held) => held.scope_id));
}

/** Whether a territory is one of the areas or lies inside one. */
export function liesInside(
	index: Pick<TerritoryIndex, 'ancestors'>,
	code: string,
	areas: ReadonlySet<string>
): boolean {
	return areas.size > 0 && (areas.has(code) || index.ancestors(code).some((above) => areas.has(above.code)));
}

/** Whether roles let somebody record surveys of a place: PKC of its region does, of parishes, towns and neighbourhoods. */
export function maySurvey(
	roles: readonly Pick<HeldRole, 'role' | 'scope_id'>[],
	{ kind, region }: Pick<Territory, 'kind' | 'region'>
): boolean {
	return isHomeKind(kind) && roles.some(({ role, scope_id }) => role === 'pkc' && scope_id === region);
}
