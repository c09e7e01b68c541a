/**
 * `npm run indicators:import`: loads figures of territories from a table, all of them or none, or takes an import back.
 * `-- --help` shows the options. It reads the settings of `npm start`; with the embedded database the server must be
 * stopped meanwhile. While it runs, national staff can do the same on /admin/data.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isOpen, planImport, type ImportPlan } from '../lib/indicators/adapters/plan.ts';
import { decode, readTable } from '../lib/indicators/adapters/read.ts';
import { TableError, type SourceTable } from '../lib/indicators/adapters/table.ts';
import { closeBackend, openBackend, type Backend } from '../lib/server/backend.ts';
import { loadSources } from '../lib/server/communities.ts';
import { AppError, isAppError, sentence } from '../lib/server/errors.ts';
import { importIndicators, loadImportReference, undoImport } from '../lib/server/indicator-import.ts';
import { loadIndicators } from '../lib/server/indicators.ts';
import { fetchFile, REMOTE_LIMITS, RemoteFileError } from '../lib/server/remote-file.ts';
import { readTask, USAGE, type Task } from './indicators/options.ts';
import { obstacleSentence, remoteSentence, reportLines, tableSentence } from './indicators/words.ts';

const ROOT = join(import.meta.dirname, '..', '..');

/** Rows are open and nobody said to skip them. */
const OPEN_ROWS = 2;

type ImportTask = Extract<Task, { kind: 'import' }>;

async function readSource({ from, query, reading }: ImportTask): Promise<SourceTable> {
	const text = /^https?:\/\//i.test(from) ? await fetched(from, query) : decode(readLocal(from));
	return readTable(text, reading.columns.code ?? reading.columns.name);
}

async function fetched(address: string, query: string | undefined): Promise<string> {
	const question = query === undefined ? {} : { query: decode(readLocal(query)) };
	return decode(await fetchFile(address, { ...REMOTE_LIMITS, ...question, anyNetwork: true }));
}

function readLocal(path: string): Uint8Array {
	try {
		return readFileSync(path);
	} catch (error) {
		throw new AppError('config', `${path} cannot be read (${sentence(error)}).`, { cause: error });
	}
}

/** Loads what can be loaded, and says what cannot. Returns the exit code. */
async function load(backend: Backend, task: ImportTask, table: SourceTable): Promise<number> {
	const { reading, source, dryRun, skip } = task;
	const plan = planImport(table, reading, await loadImportReference(backend));
	for (const line of reportLines(plan)) console.log(line);
	if (plan.obstacles.length > 0)
		throw new AppError('config', plan.obstacles.map(obstacleSentence).join('\n'));
	const sources = await loadSources(backend);
	if ('id' in source && !sources.some(({ id }) => id === source.id)) {
		throw new AppError(
			'config',
			`There is no source “${source.id}”: name one of /about/data, or add it with --source-title and --source-publisher.`
		);
	}
	if (isOpen(plan) && !skip) {
		console.error(
			'Nothing was loaded: put the rows above right with --place, or leave them out with --skip.'
		);
		return OPEN_ROWS;
	}
	if (dryRun) {
		console.log('Nothing was loaded, as --dry-run asks.');
		return 0;
	}
	const title = task.title ?? (await titleOf(backend, plan));
	const id = await importIndicators(backend.serviceClient(), plan, title, source, sources);
	console.log(`Loaded as ${id}. To take it back: npm run indicators:import -- --undo ${id}`);
	return 0;
}

async function titleOf(backend: Backend, { indicator, years }: ImportPlan): Promise<string> {
	const name = (await loadIndicators(backend)).find(({ id }) => id === indicator)?.name ?? indicator;
	return `${name}, ${years.join(', ')}`.slice(0, 200);
}

async function undo(backend: Backend, id: string): Promise<number> {
	console.log(`Taken back: ${await undoImport(backend.serviceClient(), id)} values.`);
	return 0;
}

/** The work of a task on the database; what cannot be fetched or read is said before it is opened. */
async function workOf(task: Exclude<Task, { kind: 'help' }>): Promise<(backend: Backend) => Promise<number>> {
	if (task.kind === 'undo') return (backend) => undo(backend, task.id);
	const table = await readSource(task);
	return (backend) => load(backend, task, table);
}

async function run(task: Exclude<Task, { kind: 'help' }>): Promise<number> {
	const work = await workOf(task);
	const backend = await openBackend({ APP_ROOT: ROOT, ...process.env });
	try {
		return await work(backend);
	} finally {
		await closeBackend();
	}
}

/** What to print for anything that went wrong. */
function explain(error: unknown, task: Task | null): unknown {
	if (process.env.DEBUG) return error;
	if (error instanceof TableError) return tableSentence(error);
	if (error instanceof RemoteFileError && task?.kind === 'import') return remoteSentence(error, task.from);
	if (!isAppError(error)) return error;
	if (task?.kind === 'undo' && error.code === 'not_found') return `There is no import ${task.id}.`;
	if (task?.kind === 'undo' && error.code === 'already_used') return 'This import was taken back before.';
	if (task?.kind === 'undo' && error.code === 'invalid_input')
		return 'The reference data cannot be taken back.';
	return error.field === undefined ? error.message : `${error.message} (${error.field})`;
}

let task: Task | null = null;
let code = 1;
try {
	task = readTask(process.argv.slice(2));
	if (task.kind === 'help') console.log(USAGE);
	code = task.kind === 'help' ? 0 : await run(task);
} catch (error) {
	console.error(explain(error, task));
}
// At the very end, because the embedded database sets the exit code to 0 when it closes.
process.once('exit', () => (process.exitCode = code));
