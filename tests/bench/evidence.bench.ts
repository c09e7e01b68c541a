import pg from 'pg';
import { factsByTerritory } from '../../src/lib/activity/facts.ts';
import { activityStatus, publicStatus } from '../../src/lib/activity/status.ts';
import { clusterUrl, startCluster } from '../database/cluster.ts';
import {
	applyMigrations,
	createBareDatabase,
	createRoles,
	OWNER,
	readSeed,
	textDates,
	withClient
} from '../database/prepare.ts';
import { summarise, time, type Measurement } from './measure.ts';

const AS_OF = '2026-11-21';
const SIZES = [1_000, 10_000, 100_000];
const RUNS = 15;

/** Adds activities of the last ten years at random units until there are `size` of them. */
async function fill(client: pg.Client, size: number): Promise<void> {
	await client.query(
		`with made as (
			insert into public.activities (title, kind, starts_on, ends_on, precision)
			select 'Aktivitāte ' || n, 'event', d, d, 'day'
			from generate_series((select count(*) + 1 from public.activities), $1::bigint) n,
				lateral (select date '2016-11-21' + (random() * 3650)::integer + 0 * n::integer as d) day
			returning id
		)
		insert into public.activity_territories (activity_id, territory_code)
		select made.id, unit.code
		from (select id, row_number() over () as nth from made) made
		join (
			select code, row_number() over (order by random()) - 1 as nth
			from public.territories where kind in ('parish', 'town')
		) unit on unit.nth = made.nth % (select count(*) from public.territories where kind in ('parish', 'town'))`,
		[size]
	);
	await client.query('analyze');
}

/** Evidence and status of all units with growing numbers of activities, on PostgreSQL. */
export async function evidence(): Promise<Measurement[]> {
	const cluster = await startCluster();
	try {
		await createRoles(cluster);
		await createBareDatabase(cluster, 'bench');
		await applyMigrations(clusterUrl(cluster, 'bench', OWNER));
		const results: Measurement[] = [];
		await withClient(clusterUrl(cluster, 'bench', OWNER), async (client) => {
			await client.query(readSeed());
			for (const size of SIZES) {
				await fill(client, size);
				const count = summarise(
					'count-activities',
					{ activities: size },
					await time(RUNS, () => client.query('select count(*) from public.activities'))
				);
				const answer = await time(RUNS, async () => {
					const { rows } = await client.query<Record<string, unknown>>({
						text: 'select * from public.public_activity_evidence($1)',
						values: [AS_OF],
						types: textDates
					});
					for (const facts of factsByTerritory(rows).values())
						publicStatus(activityStatus(facts, AS_OF), false);
				});
				results.push(count, summarise('evidence-and-status', { activities: size }, answer, count));
			}
		});
		return results;
	} finally {
		cluster.stop();
	}
}
