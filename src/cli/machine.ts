/**
 * What the checks need from the machine besides `npm ci`: a Chromium, and PostgreSQL 15 or newer with pgTAP.
 * As root on Debian or Ubuntu the missing packages are installed; elsewhere they are named with the
 * command that installs them.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

interface Need {
	what: string;
	/** Debian packages that bring it. */
	packages: () => string[];
	present: () => boolean;
}

const CHROMIUM_PATHS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const POSTGRES_ROOT = '/usr/lib/postgresql';

/** The Chromium that browser tests and benchmarks drive (`CHROMIUM_PATH` names another one). */
export function chromiumPath(): string | undefined {
	const named = process.env.CHROMIUM_PATH;
	return named ? named : CHROMIUM_PATHS.find((path) => existsSync(path));
}

/** Major versions of PostgreSQL servers that Debian's packages have installed, newest first. */
function postgresVersions(): number[] {
	if (!existsSync(POSTGRES_ROOT)) return [];
	return readdirSync(POSTGRES_ROOT)
		.filter((version) => existsSync(join(POSTGRES_ROOT, version, 'bin', 'initdb')))
		.map(Number)
		.filter((version) => version >= 15)
		.sort((a, b) => b - a);
}

function hasPgTap(): boolean {
	const folders = postgresVersions().map((version) => `/usr/share/postgresql/${version}/extension`);
	try {
		folders.push(join(execFileSync('pg_config', ['--sharedir'], { encoding: 'utf8' }).trim(), 'extension'));
	} catch {
		// No pg_config: Debian's folders are all there is to look at.
	}
	return folders.some((folder) => existsSync(join(folder, 'pgtap.control')));
}

const NEEDS: Need[] = [
	{
		what: 'Chromium',
		packages: () => ['chromium'],
		present: () => chromiumPath() !== undefined
	},
	{
		what: 'PostgreSQL 15 or newer',
		packages: () => ['postgresql'],
		present: () => postgresVersions().length > 0
	},
	{
		what: 'pgTAP',
		packages: () => [`postgresql-${postgresVersions()[0] ?? 15}-pgtap`],
		present: hasPgTap
	}
];

/**
 * Installs what is missing, or ends the process with a sentence that names it and the command to run.
 */
export function ensureMachine(): void {
	for (const need of NEEDS) {
		if (need.present()) continue;
		const command = `apt-get install -y --no-install-recommends ${need.packages().join(' ')}`;
		const canInstall = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
		if (canInstall) {
			console.log(`${need.what} is missing; installing it: ${command}`);
			const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
			spawnSync('apt-get', ['update'], { stdio: 'ignore', env });
			spawnSync('sh', ['-c', command], { stdio: 'inherit', env });
		}
		if (!need.present()) {
			console.error(`The checks need ${need.what}. On Debian or Ubuntu: sudo ${command}`);
			process.exit(1);
		}
	}
}
