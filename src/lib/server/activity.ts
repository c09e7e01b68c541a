import { z } from 'zod';
import { factsByTerritory } from '../activity/facts.ts';
import { activityStatus, publicStatus, type PublicResult } from '../activity/status.ts';
import type { ActivityFacts, IsoDate } from '../activity/types.ts';
import { liesInside, mandatedAreas } from '../people/mandate.ts';
import { isUnitKind, type TerritoryIndex } from '../territories/hierarchy.ts';
import type { Backend, Client } from './client.ts';
import { AppError } from './errors.ts';
import { readAll } from './rows.ts';
import type { Session } from './session.ts';
import { loadTerritories } from './territories.ts';

/** Status of a unit or neighbourhood as its reader may see it. */
export interface UnitStatus {
	code: string;
	/** Reduced to what the public may see, except where the reader has a mandate. */
	result: PublicResult;
	/** The facts behind it, as far as the reader may see them; null = none are known. */
	facts: ActivityFacts | null;
}

/** Somebody who may see more than the public in some areas. What they get must not be kept for others. */
export interface Reader {
	areas: ReadonlySet<string>;
	/** Reads with their rights: the database gives no more than their areas. */
	client: Client;
}

/** The mandate of a session; null for visitors and for people without one. */
export function readerOf(session: Session | null): Reader | null {
	const areas = mandatedAreas(session?.roles ?? []);
	return session === null || areas.size === 0 ? null : { areas, client: session.client };
}

/** Whether the reader sees more than the public of a territory or of something inside it. */
export function seesMore(index: TerritoryIndex, reader: Reader | null, code: string): boolean {
	if (reader === null) return false;
	const territory = index.byCode(code);
	const inside = [...(territory ? [territory] : []), ...index.unitsOf(code)];
	return inside.some((each) => each.easternBorder && liesInside(index, each.code, reader.areas));
}

/**
 * Status of every unit and neighbourhood as of a day, by code. State cities have an entry for its facts, but a page
 * shows no single status for them.
 * @param reader null: what everybody may see
 * @throws AppError when the database does not answer or answers nonsense
 */
export async function loadUnitStatuses(
	backend: Backend,
	asOf: IsoDate,
	reader: Reader | null = null
): Promise<Map<string, UnitStatus>> {
	const [index, publicFacts, fullFacts] = await Promise.all([
		loadTerritories(backend),
		loadFacts(backend.publicClient(), 'public_activity_evidence', asOf),
		reader === null ? null : loadFacts(reader.client, 'mandated_activity_evidence', asOf)
	]);
	const statuses = new Map<string, UnitStatus>();
	for (const { code, kind, easternBorder } of index.all) {
		if (!isUnitKind(kind) && kind !== 'neighbourhood') continue;
		if (reader !== null && fullFacts !== null && liesInside(index, code, reader.areas)) {
			const facts = fullFacts.get(code) ?? null;
			statuses.set(code, { code, result: activityStatus(facts, asOf), facts });
		} else {
			const facts = publicFacts.get(code) ?? null;
			const result = publicStatus(activityStatus(facts, asOf), easternBorder);
			statuses.set(code, { code, result, facts });
		}
	}
	return statuses;
}

async function loadFacts(
	client: Client,
	source: 'public_activity_evidence' | 'mandated_activity_evidence',
	asOf: IsoDate
): Promise<Map<string, ActivityFacts>> {
	const rows = await readAll(source, z.unknown(), (from, to) =>
		client.rpc(source, { as_of: asOf }).order('territory_code').range(from, to)
	);
	try {
		return factsByTerritory(rows);
	} catch (error) {
		throw new AppError('database', `${source} answered with an unexpected shape.`, { cause: error });
	}
}
