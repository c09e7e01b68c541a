import { randomBytes } from 'node:crypto';
import { clusterUrl, startCluster, SUPERUSER, type ClusterAddress } from '../database/cluster.ts';
import { startPostgrest } from '../database/postgrest.ts';
import {
	applyMigrations,
	createBareDatabase,
	createRoles,
	OWNER,
	readSeed,
	withClient
} from '../database/prepare.ts';
import { startGateway } from '../parity/gateway.ts';
import { fillAssessments } from './assessed.ts';
import { summarise, time, type Measurement } from './measure.ts';
import { startServer } from './server.ts';

const SIZES = [100, 1_000, 10_000, 100_000];
const RUNS = 7;

/** What pages of regions ask the database about assessments. */
const SUMS = {
	'assessed-units': 'select * from public.assessed_units()',
	'assessments-on': `select public.assessments_on('{2025-11-21,2026-11-21}')`,
	'assessed-since': 'select public.assessed_since()',
	'published-assessments': 'select public.published_assessments()'
};

/** Sums of assessments with growing numbers of them, on PostgreSQL, each beside the smallest. */
export async function coverage(): Promise<Measurement[]> {
	return withDatabase(async (cluster, database) =>
		withClient(clusterUrl(cluster, database, SUPERUSER), async (client) => {
			const results: Measurement[] = [];
			const smallest: Record<string, Measurement> = {};
			for (const size of SIZES) {
				await fillAssessments(client, size);
				await client.query('set role service_role');
				for (const [name, sql] of Object.entries(SUMS)) {
					const times = await time(RUNS, () => client.query(sql), 1);
					const measured = summarise(name, { assessments: size }, times, smallest[name]);
					smallest[name] ??= measured;
					results.push({ ...measured, ...growth(measured, smallest[name]) });
				}
				await client.query('reset role');
			}
			return results;
		})
	);
}

/** The exponent of the curve from the smallest to this size: 1 is linear. */
function growth(measured: Measurement, smallest: Measurement): Pick<Measurement, 'growth'> {
	const [size, first] = [measured, smallest].map(({ parameters }) => Number(parameters.assessments));
	if (size === first || size === undefined || first === undefined) return {};
	return { growth: Math.round((100 * Math.log(measured.p50 / smallest.p50)) / Math.log(size / first)) / 100 };
}

const ASSESSMENTS = 1_000;
const READERS = 50;
/** National staff who look at the same moment: their page adds up twice, today and a year before. */
const STAFF = 10;
const TURNS = 4;
const NATIONAL = '0d0000ff-0000-4000-8000-000000000001';
const PAGE = '/regions/latgale';

/** The page of a region under many readers at once, beside what the database answers to as many. */
export async function regionReaders(): Promise<Measurement[]> {
	return withDatabase(async (cluster, database) => {
		await withClient(clusterUrl(cluster, database, SUPERUSER), async (client) => {
			await fillAssessments(client, ASSESSMENTS);
			await client.query(
				`insert into auth.users (id, email, email_confirmed_at) values ('${NATIONAL}', 'paraugs@example.com', now());
				insert into public.memberships (user_id, role, scope_kind, scope_id) values ('${NATIONAL}', 'national', 'country', 'LV')`
			);
		});
		const jwtSecret = randomBytes(32).toString('hex');
		const postgrest = await startPostgrest(cluster, database, jwtSecret);
		const gateway = await startGateway(postgrest.url, jwtSecret);
		const server = await startServer(undefined, {
			...{ SUPABASE_URL: gateway.url, SUPABASE_PUBLISHABLE_KEY: gateway.publishableKey },
			SUPABASE_SECRET_KEY: gateway.secretKey
		});
		try {
			const session = JSON.stringify({
				...{ access_token: await gateway.tokenOf(NATIONAL), refresh_token: 'none', token_type: 'bearer' },
				...{ expires_in: 3600, expires_at: Math.floor(Date.now() / 1000) + 3600, user: { id: NATIONAL } }
			});
			const cookie = `dk-session=base64-${Buffer.from(session).toString('base64url')}`;
			const sum = (name: string, body: object) => () =>
				fetch(`${gateway.url}/rest/v1/rpc/${name}`, {
					method: 'POST',
					headers: { apikey: gateway.secretKey, 'content-type': 'application/json' },
					body: JSON.stringify(body)
				});
			const page = (headers: Record<string, string>) => () => fetch(server.address + PAGE, { headers });
			const measure = async (
				name: string,
				readers: number,
				ask: () => Promise<Response>,
				marker: string,
				yardstick?: Measurement
			): Promise<Measurement> =>
				summarise(name, { assessments: ASSESSMENTS, readers }, await read(readers, ask, marker), yardstick);
			const published = await measure(
				'published-assessments-answer',
				READERS,
				sum('published_assessments', {}),
				'arrived'
			);
			const days = ['2025-11-21', '2026-11-21'];
			const sums = await measure('assessments-on-answer', STAFF, sum('assessments_on', { days }), 'as_of');
			return [
				published,
				await measure('region-page', READERS, page({}), '<h1', published),
				sums,
				await measure('region-page-mandated', STAFF, page({ cookie }), `${PAGE}/gaps`, sums)
			];
		} finally {
			await server.stop();
			await gateway.stop();
			postgrest.stop();
		}
	});
}

/**
 * Readers who each ask again as soon as they have their answer.
 * @param marker what a right answer contains
 * @throws when an answer is none
 */
async function read(readers: number, ask: () => Promise<Response>, marker: string): Promise<number[]> {
	const times: number[] = [];
	const turn = async (): Promise<void> => {
		const start = performance.now();
		const answer = await ask();
		const text = await answer.text();
		times.push(performance.now() - start);
		if (!answer.ok || !text.includes(marker))
			throw new Error(`${answer.url}: ${answer.status}, without ${marker}`);
	};
	await turn();
	times.length = 0;
	await Promise.all(
		Array.from({ length: readers }, async () => {
			for (let n = 0; n < TURNS; n++) await turn();
		})
	);
	return times;
}

/** Does the work with a database that has migrations and seed, and takes it away. */
async function withDatabase<T>(work: (cluster: ClusterAddress, database: string) => Promise<T>): Promise<T> {
	const cluster = await startCluster();
	try {
		await createRoles(cluster);
		await createBareDatabase(cluster, 'bench');
		const url = clusterUrl(cluster, 'bench', OWNER);
		await applyMigrations(url);
		await withClient(url, (client) => client.query(readSeed()));
		return await work(cluster, 'bench');
	} finally {
		cluster.stop();
	}
}
