import { z } from 'zod';
import { factsByTerritory } from '../activity/facts.ts';
import { activityStatus, publicStatus, type PublicResult } from '../activity/status.ts';
import type { ActivityFacts, IsoDate } from '../activity/types.ts';
import { isUnitKind } from '../territories/hierarchy.ts';
import type { Backend } from './client.ts';
import { AppError } from './errors.ts';
import { readAll } from './rows.ts';
import { loadTerritories } from './territories.ts';

/** Status of a unit or neighbourhood as the public may see it. */
export interface UnitStatus {
	code: string;
	result: PublicResult;
	/** The public facts behind it; null = none are known. */
	facts: ActivityFacts | null;
}

/**
 * Public status of every unit and neighbourhood as of a day, by code. State cities have an entry for its facts,
 * but a page shows no single status for them.
 * @throws AppError when the database does not answer or answers nonsense
 */
export async function loadUnitStatuses(backend: Backend, asOf: IsoDate): Promise<Map<string, UnitStatus>> {
	const [index, facts] = await Promise.all([loadTerritories(backend), loadPublicFacts(backend, asOf)]);
	const statuses = new Map<string, UnitStatus>();
	for (const { code, kind, easternBorder } of index.all) {
		if (!isUnitKind(kind) && kind !== 'neighbourhood') continue;
		const known = facts.get(code) ?? null;
		statuses.set(code, {
			code,
			result: publicStatus(activityStatus(known, asOf), easternBorder),
			facts: known
		});
	}
	return statuses;
}

async function loadPublicFacts(backend: Backend, asOf: IsoDate): Promise<Map<string, ActivityFacts>> {
	const client = backend.publicClient();
	const rows = await readAll('public_activity_evidence', z.unknown(), (from, to) =>
		client.rpc('public_activity_evidence', { as_of: asOf }).order('territory_code').range(from, to)
	);
	try {
		return factsByTerritory(rows);
	} catch (error) {
		throw new AppError('database', 'public_activity_evidence answered with an unexpected shape.', {
			cause: error
		});
	}
}
