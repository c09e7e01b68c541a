/**
 * `npm run checklists:publish`: publishes every version whose status is `published`. First it is frozen: written as
 * definition.json beside its files, which never changes again. Then it is written into the database: that of the
 * `SUPABASE_…` settings, else the embedded one in `DATA_DIR`. What is published already is skipped, and a version
 * that was changed after it was published is refused. `-- --freeze` leaves the database alone.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { closeBackend, openBackend } from '../lib/server/backend.ts';
import { AppError, isAppError } from '../lib/server/errors.ts';
import { FROZEN_FILE, publish, readFrozen, tableOfClient } from '../lib/server/publish.ts';
import { readChecklists, serialise } from './checklists/folder.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const DIRECTORY = join(ROOT, 'checklists');

/** Freezes what is to be published; nothing is written when anything is wrong. */
function freeze(): void {
	const folders = readChecklists(DIRECTORY);
	const wanted = folders.filter(
		({ definition, mistakes }) => mistakes.length > 0 || definition?.status === 'published'
	);
	const mistakes = wanted.flatMap((folder) => folder.mistakes);
	if (mistakes.length > 0) throw new AppError('config', mistakes.join('\n'));
	const changed = folders.find(({ frozen }) => frozen === 'differs');
	if (changed !== undefined) {
		throw new AppError(
			'conflict',
			`checklists/${changed.id}/${changed.version} was published and has been changed since: take the change back, or make a folder for a new version.`
		);
	}
	for (const { id, version, definition, frozen } of wanted) {
		if (definition === null || frozen !== 'none') continue;
		writeFileSync(join(DIRECTORY, id, version, FROZEN_FILE), serialise(definition));
		console.log(`Froze ${id} ${version} as checklists/${id}/${version}/${FROZEN_FILE}.`);
	}
}

async function writeRows(): Promise<void> {
	const backend = await openBackend({ APP_ROOT: ROOT, ...process.env });
	try {
		// The embedded backend has done it when it opened.
		const frozen = readFrozen(DIRECTORY);
		const written = await publish(tableOfClient(backend.serviceClient()), frozen);
		for (const version of written) console.log(`Published ${version}.`);
		console.log(`The ${backend.kind} database has ${frozen.length} published version(s).`);
	} finally {
		await closeBackend();
	}
}

try {
	freeze();
	if (!process.argv.includes('--freeze')) await writeRows();
} catch (error) {
	console.error(isAppError(error) && !process.env.DEBUG ? error.message : error);
	// At the very end, because the embedded database sets the exit code to 0 when it closes.
	process.once('exit', () => (process.exitCode = 1));
}
