/**
 * Nothing is ever lost, in real browsers: several devices fill in the same round through the screen itself, while
 * connections, tabs, sessions, clocks and the server fail. Another start: `SCHEDULES_FROM=7000`.
 */
import { test as base } from '@playwright/test';
import {
	freePort,
	requireBuild,
	startServer,
	temporaryDirectory,
	type ServerProcess
} from '../server/server-process.ts';
import { plansOf, Storm } from './phones.ts';
import { RealServer } from './real-server.ts';

const TIMES = process.env.DEEP === '1' ? 10 : 1;
const FROM = Number(process.env.SCHEDULES_FROM ?? 1);
const seeds = (count: number): number[] => Array.from({ length: count * TIMES }, (_, n) => FROM + n);
/** Every fifth is of people who joined by a link, each with a token of their own. */
const kindOf = (seed: number) => (seed % 5 === 0 ? 'respondent' : 'community');

/** A server of its own, that may be killed and started again with the same data. */
class Mortal {
	readonly server: RealServer;
	readonly #settings: Record<string, string>;
	#process: ServerProcess | null = null;

	constructor(port: number, dataDir: string) {
		this.server = new RealServer(`http://localhost:${port}`, dataDir);
		this.#settings = { PORT: String(port), DATA_DIR: dataDir, DEMO: '', RATE_LIMIT_FACTOR: '100' };
	}

	async start(): Promise<void> {
		this.#process = await startServer(this.#settings);
		await this.#process.ready;
	}

	async kill(): Promise<void> {
		await this.#process?.kill('SIGKILL');
	}
}

const test = base.extend<object, { mortal: Mortal }>({
	mortal: [
		// eslint-disable-next-line no-empty-pattern -- Playwright reads from the pattern what a fixture needs
		async ({}, use) => {
			requireBuild();
			const directory = temporaryDirectory();
			const mortal = new Mortal(await freePort(), directory.path);
			await mortal.start();
			await use(mortal);
			await mortal.kill();
			directory.remove();
		},
		{ scope: 'worker', timeout: 120_000 }
	]
});

// What happened is told by the test itself; recording costs a third of the time.
test.use({ trace: 'off' });

/**
 * Plays a schedule to its end.
 * @throws with all that happened
 */
async function play(storm: Storm, rage: () => Promise<void>): Promise<void> {
	try {
		await rage();
		await storm.rest();
		await storm.check();
	} catch (error) {
		throw new Error(`What happened:\n${storm.trail}`, { cause: error });
	} finally {
		await storm.end();
	}
}

test.describe('devices that lose connection, sessions, tabs and time', () => {
	// What was lost once is lost.
	test.describe.configure({ retries: 0 });
	for (const seed of seeds(20))
		test(`lose no answer and overwrite none unseen (schedule ${seed})`, async ({ baseURL, browser }) => {
			const server = new RealServer(baseURL ?? '', process.env.E2E_DATA_DIR ?? '');
			const storm = await Storm.gather(browser, server, kindOf(seed), plansOf(seed));
			await play(storm, () => storm.rage());
		});
});

test.describe('devices whose server is killed', () => {
	// One server for all of them; it takes a while to start.
	test.describe.configure({ mode: 'default', retries: 0, timeout: 180_000 });
	for (const seed of seeds(5))
		test(`lose no answer and overwrite none unseen (schedule ${1000 + seed})`, async ({
			browser,
			mortal
		}) => {
			const storm = await Storm.gather(browser, mortal.server, 'community', plansOf(1000 + seed));
			await play(storm, async () => {
				const written = new Promise<void>((resolve) => {
					for (const { way } of storm.phones) way.onwrite = resolve;
				});
				const rage = storm.rage();
				// While the first request with answers is under way; at the end where none gets through.
				await Promise.race([written, rage]);
				await new Promise((resolve) => setTimeout(resolve, (seed * 7) % 40));
				await mortal.kill();
				await Promise.all([rage, mortal.start()]);
			});
		});
});
