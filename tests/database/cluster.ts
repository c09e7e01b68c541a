/**
 * A private PostgreSQL server for tests: its own directory, port and password, thrown away at the end.
 * Nothing of a PostgreSQL that already runs on the machine is touched.
 */
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The oldest major version the migrations promise to run on. */
const OLDEST_MAJOR = 15;

const DEADLY_SIGNALS: NodeJS.Signals[] = ['SIGINT', 'SIGTERM', 'SIGHUP'];

const HOW_TO_INSTALL =
	'Install it with: apt-get install postgresql postgresql-15-pgtap (for another version put its number for 15).';

/** The superuser of the cluster. Named as on Supabase, where `postgres` is an ordinary owner role. */
export const SUPERUSER = 'supabase_admin';

/** Where a running cluster is; plain data, so that it can be handed to other processes. */
export interface ClusterAddress {
	port: number;
	password: string;
}

/** A running cluster. `stop` may be called more than once. */
export interface Cluster extends ClusterAddress {
	stop: () => void;
}

/** Connection string of a database in the cluster, for one of its login roles (all share the password). */
export function clusterUrl(cluster: ClusterAddress, database: string, role: string): string {
	return `postgresql://${role}:${cluster.password}@127.0.0.1:${cluster.port}/${database}`;
}

/**
 * Finds the newest installed server with pgTAP.
 * @throws with the packages to install when there is none
 */
export function findPostgres(): string {
	const debian = '/usr/lib/postgresql';
	const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
	const candidates = [
		...versions.map((version) => join(debian, version, 'bin')),
		outputOf('pg_config', ['--bindir'])
	];
	const servers = candidates.filter((dir) => dir !== '' && existsSync(join(dir, 'initdb')));
	const recent = servers.filter((dir) => majorVersion(dir) >= OLDEST_MAJOR);
	const found = recent.find(hasPgtap);
	if (found !== undefined) return found;
	if (recent.length > 0)
		throw new Error(`PostgreSQL is here, but not its extension pgTAP. ${HOW_TO_INSTALL}`);
	throw new Error(`No PostgreSQL ${OLDEST_MAJOR} or newer found on this machine. ${HOW_TO_INSTALL}`);
}

/**
 * Starts an empty cluster and waits until it answers.
 * It is stopped and removed by `stop`, and in any case when this process ends.
 * @throws when PostgreSQL is missing or does not start (with the end of its log)
 */
export async function startCluster(): Promise<Cluster> {
	const bin = findPostgres();
	const directory = mkdtempSync(join(tmpdir(), 'drosa-kopiena-pg-'));
	const password = randomBytes(16).toString('hex');
	const run = runner(directory);
	const data = join(directory, 'data');

	let stopped = false;
	const stop = (): void => {
		if (stopped) return;
		stopped = true;
		process.off('exit', stop);
		for (const signal of DEADLY_SIGNALS) process.off(signal, stopAndDie);
		run(join(bin, 'pg_ctl'), ['stop', '-D', data, '-m', 'immediate', '-w'], { mayFail: true });
		rmSync(directory, { recursive: true, force: true });
	};
	/** Without a listener a signal ends the process before `exit` is told. */
	const stopAndDie = (signal: NodeJS.Signals): void => {
		stop();
		process.kill(process.pid, signal);
	};
	process.on('exit', stop);
	for (const signal of DEADLY_SIGNALS) process.on(signal, stopAndDie);

	try {
		const passwordFile = join(directory, 'password');
		writeFileSync(passwordFile, password, { mode: 0o644 });
		run(join(bin, 'initdb'), [
			...['-D', data, '-U', SUPERUSER, '-A', 'scram-sha-256', `--pwfile=${passwordFile}`],
			...['-E', 'UTF8', '--locale=C.UTF-8', '--no-sync']
		]);
		rmSync(passwordFile);
		const port = await startServer(bin, data, directory, run);
		return { port, password, stop };
	} catch (error) {
		stop();
		throw error;
	}
}

/** Another process may take a port between the moment it was found free and the start, so a few are tried. */
async function startServer(bin: string, data: string, directory: string, run: Run): Promise<number> {
	for (let attempt = 1; ; attempt++) {
		const port = await freePort();
		// Durability is of no use to a database that lives for a minute.
		const settings = {
			...{ listen_addresses: '127.0.0.1', port, unix_socket_directories: '', max_connections: 60 },
			...{ fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', shared_buffers: '64MB' }
		};
		const options = Object.entries(settings).map(([name, value]) => `-c ${name}='${value}'`);
		try {
			const log = join(directory, 'log');
			run(join(bin, 'pg_ctl'), ['start', '-D', data, '-l', log, '-w', '-o', options.join(' ')]);
			return port;
		} catch (error) {
			if (attempt === 3) throw error;
		}
	}
}

type Run = (command: string, args: string[], options?: { mayFail: boolean }) => void;

/** PostgreSQL refuses to run as root: there its commands run as the system user `postgres`. */
function runner(directory: string): Run {
	const asRoot = process.getuid?.() === 0;
	if (asRoot) {
		const id = (flag: string): number =>
			Number(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout);
		if (!id('-u')) throw new Error(`The system has no user "postgres". ${HOW_TO_INSTALL}`);
		chownSync(directory, id('-u'), id('-g'));
	}
	chmodSync(directory, 0o700);
	return (command, args, options) => {
		const [file, full] = asRoot ? ['runuser', ['-u', 'postgres', '--', command, ...args]] : [command, args];
		// Output goes nowhere instead of to a pipe: the server would inherit the pipe and keep it open.
		const log = join(directory, 'log');
		const result = spawnSync(file, full, { cwd: directory, stdio: ['ignore', 'ignore', 'ignore'] });
		if (result.status === 0 || options?.mayFail) return;
		const tail = existsSync(log) ? outputOf('tail', ['-n', '15', log]) : '';
		throw new Error(`${command} ended with ${result.status ?? result.error?.message}.\n${tail}`);
	};
}

function majorVersion(bin: string): number {
	return Number(/(\d+)/.exec(outputOf(join(bin, 'initdb'), ['--version']))?.[1] ?? 0);
}

function hasPgtap(bin: string): boolean {
	const share = outputOf(join(bin, 'pg_config'), ['--sharedir']);
	return share !== '' && existsSync(join(share, 'extension', 'pgtap.control'));
}

/** What a command prints; nothing when it does not exist. */
function outputOf(command: string, args: string[]): string {
	const result = spawnSync(command, args, { encoding: 'utf8' });
	return result.error === undefined ? result.stdout.trim() : '';
}

/** A TCP port of this machine that nobody listens on at the moment. */
export function freePort(): Promise<number> {
	return new Promise((resolve, reject) => {
		const server = createServer();
		server.once('error', reject);
		server.listen(0, '127.0.0.1', () => {
			const address = server.address();
			const port = typeof address === 'object' && address !== null ? address.port : 0;
			server.close(() => resolve(port));
		});
	});
}
