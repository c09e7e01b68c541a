import { z } from 'zod';
import { factsByTerritory, factsFromRow } from '../activity/facts.ts';
import { factsOnDays, type FactsChange } from '../activity/history.ts';
import { activityStatus, publicStatus, type PublicResult } from '../activity/status.ts';
import type { ActivityFacts, IsoDate, PublicStatus } from '../activity/types.ts';
import { liesInside, mandatedAreas } from '../people/mandate.ts';
import { isUnitKind, type TerritoryIndex } from '../territories/hierarchy.ts';
import { unwrap, type Backend, type Client } from './client.ts';
import { AppError } from './errors.ts';
import { parseRow, readAll } from './rows.ts';
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

/**
 * Status of every unit on each day, by code, read in one query and made by the same rule as today's. What of them was
 * not known then is not known to the rule either.
 * @param days at most 61, oldest first
 * @param reader null: what everybody may see
 * @throws AppError when the database does not answer or answers nonsense
 */
export async function loadStatusHistory(
	backend: Backend,
	days: readonly IsoDate[],
	reader: Reader | null = null
): Promise<Map<IsoDate, ReadonlyMap<string, PublicStatus>>> {
	const [index, publicFacts, fullFacts] = await Promise.all([
		loadTerritories(backend),
		loadHistory(backend.publicClient(), days, false),
		reader === null ? null : loadHistory(reader.client, days, true)
	]);
	return new Map(
		days.map((day) => {
			const statuses = new Map<string, PublicStatus>();
			for (const { code, kind, easternBorder } of index.all) {
				if (!isUnitKind(kind)) continue;
				const full = reader !== null && liesInside(index, code, reader.areas);
				const facts = (full ? fullFacts : publicFacts)?.get(day)?.get(code) ?? null;
				const result = activityStatus(facts, day);
				statuses.set(code, (full ? result : publicStatus(result, easternBorder)).status);
			}
			return [day, statuses];
		})
	);
}

const factsChange = z
	.object({ day: z.iso.date(), territory_code: z.string(), facts: z.unknown() })
	.transform(({ day, territory_code: territoryCode, facts }): FactsChange => ({
		day,
		territoryCode,
		facts: facts === null ? null : factsFromRow(facts).facts
	}));

async function loadHistory(
	client: Client,
	days: readonly IsoDate[],
	mandated: boolean
): Promise<Map<IsoDate, ReadonlyMap<string, ActivityFacts>>> {
	const rows = unwrap(await client.rpc('activity_history', { days: [...days], mandated }));
	return factsOnDays(parseRow('activity_history', z.array(factsChange), rows), days);
}
