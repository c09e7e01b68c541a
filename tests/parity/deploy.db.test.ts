/** `npm run db:deploy` against a PostgreSQL that looks like one of Supabase. */
import { randomBytes } from 'node:crypto';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { listMigrations } from '../../src/lib/server/migrations.ts';
import { clusterUrl } from '../database/cluster.ts';
import { createBareDatabase, OWNER, withClient } from '../database/prepare.ts';
import { deploy, SUPABASE_DIR } from './backends.ts';

const name = `deploy_${randomBytes(4).toString('hex')}`;
let url: string;
beforeAll(async () => {
	await createBareDatabase(inject('cluster'), name);
	url = clusterUrl(inject('cluster'), name, OWNER);
});

async function rows(sql: string): Promise<unknown[]> {
	return withClient(url, async (client) => (await client.query<Record<string, unknown>>(sql)).rows);
}

describe('db:deploy', () => {
	it('lets only one deployment work at a time', async () => {
		await withClient(url, async (client) => {
			await client.query('select pg_advisory_lock(1142002026)');
			await expect(deploy(url)).rejects.toMatchObject({
				code: 1,
				stdout: '',
				stderr: 'Another deployment to this database is running: wait until it is done.\n'
			});
		});
	});

	it('applies everything, and records it as the tools of Supabase do', async () => {
		const migrations = listMigrations(SUPABASE_DIR);
		const { stdout } = await deploy(url);
		expect(stdout.trim().split('\n')).toEqual([
			...migrations.map((migration) => `Applied ${migration.file}.`),
			'Applied seed.sql.',
			'Published drosa-kopiena 1.0.0.'
		]);

		const recorded = (await rows('select * from supabase_migrations.schema_migrations order by version')) as {
			version: string;
			name: string;
			statements: string[];
		}[];
		expect(recorded.map(({ version, name }) => `${version}_${name}.sql`)).toEqual(
			migrations.map((m) => m.file)
		);
		for (const [index, { statements }] of recorded.entries()) {
			expect(statements.length).toBeGreaterThan(0);
			for (const statement of statements) expect(migrations[index]?.sql).toContain(statement);
		}
		const [seed] = (await rows('select * from supabase_migrations.seed_files')) as {
			path: string;
			hash: string;
		}[];
		expect(seed).toEqual({
			path: 'supabase/seed.sql',
			hash: expect.stringMatching(/^[0-9a-f]{64}$/) as string
		});
	});

	it('has nothing to do the second time', async () => {
		expect((await deploy(url)).stdout).toBe('The database is up to date.\n');
	});

	it('applies a changed seed again, and keeps what people have changed', async () => {
		await rows("update public.communities set name = 'Renamed by its people'");
		await rows("update supabase_migrations.seed_files set hash = 'of an earlier seed'");
		expect((await deploy(url)).stdout).toBe('Applied seed.sql.\n');
		expect(await rows('select distinct name from public.communities')).toEqual([
			{ name: 'Renamed by its people' }
		]);
	});

	it('says what is wrong in one sentence, without the password', async () => {
		const failure = (of: Promise<unknown>): Promise<{ code: number; stderr: string }> =>
			of.then(
				() => Promise.reject(new Error('it worked')),
				(error: unknown) => error as { code: number; stderr: string }
			);
		const unset = await failure(deploy(undefined));
		expect(unset).toMatchObject({
			code: 1,
			stderr: expect.stringMatching(/^SUPABASE_DB_URL is not set: .*\n$/) as string
		});

		const wrong = await failure(
			deploy(`postgresql://${OWNER}:hunter2@127.0.0.1:${inject('cluster').port}/${name}`)
		);
		expect(wrong.code).toBe(1);
		expect(wrong.stderr).toMatch(
			/^The database of SUPABASE_DB_URL does not let us in \(.*\): check the .*\n$/
		);
		expect(wrong.stderr).not.toContain('hunter2');

		const nobody = await failure(deploy('postgresql://a:b@127.0.0.1:9/none'));
		expect(nobody.stderr).toMatch(/^The database of SUPABASE_DB_URL does not let us in \(.*ECONNREFUSED.*\)/);
	});
});
