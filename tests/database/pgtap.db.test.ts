import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clusterUrl } from './cluster.ts';
import { openDatabase, type TestDatabase } from './database.ts';
import { listPgtapFiles, OWNER, readSeed, withClient } from './prepare.ts';

/** `supabase test db` runs the same files, there after the sample data; both must do. */
describe.each([
	['in an empty database', ''],
	['after the sample data', readSeed()]
])('pgTAP %s', (_, seed) => {
	let database: TestDatabase;
	beforeAll(async () => {
		database = await openDatabase();
		if (seed !== '') await database.rows(seed);
	});
	afterAll(() => database.close());

	it.each(listPgtapFiles())('$name', async ({ sql }) => {
		const report = await runTap(clusterUrl(database.cluster, database.name, OWNER), sql);
		expect(report.failures).toEqual([]);
		expect(report.passed).toBe(report.planned);
	});
});

interface TapReport {
	planned: number;
	passed: number;
	/** Lines that say what failed, with their diagnostics. */
	failures: string[];
}

/** Runs one file; what its statements return are lines of the Test Anything Protocol. */
async function runTap(url: string, sql: string): Promise<TapReport> {
	const lines = await withClient(url, async (client) => {
		const results: unknown = await client.query({ text: sql, rowMode: 'array' });
		return (Array.isArray(results) ? results : [results]).flatMap((result: { rows: unknown[][] }) =>
			result.rows.flatMap(([cell]) => (typeof cell === 'string' ? cell.split('\n') : []))
		);
	});
	const plan = lines.map((line) => /^1\.\.(\d+)$/.exec(line)?.[1]).find((count) => count !== undefined);
	return {
		planned: Number(plan ?? Number.NaN),
		passed: lines.filter((line) => /^ok \d+/.test(line)).length,
		failures: lines.filter((line) => /^(not ok|#)/.test(line))
	};
}
