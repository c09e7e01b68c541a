/**
 * The backend seam: which backend this process uses is decided here, once, at start.
 */
import type { Backend } from './client.ts';
import { readBackendSettings, type Environment } from './environment.ts';
import { openHosted } from './hosted.ts';

export type { Backend } from './client.ts';

/**
 * The backend of the process is kept on `globalThis`, not in this module: `npm run dev` loads the module anew after
 * each edit, and a second database on the same directory would be refused. A registered symbol is the same one for
 * every copy of the module.
 */
const KEY = Symbol.for('drosa-kopiena.backend');
const holder = globalThis as { [KEY]?: Promise<Backend> | undefined };

/**
 * Opens the backend at the first call; later calls return the same one.
 * @param env the settings of `readBackendSettings`
 * @throws AppError with a sentence for the operator when it cannot be opened; the next call tries again
 */
export function openBackend(env: Environment): Promise<Backend> {
	holder[KEY] ??= open(env).catch((error: unknown) => {
		holder[KEY] = undefined;
		throw error;
	});
	return holder[KEY];
}

/** Closes the backend if one was opened. */
export async function closeBackend(): Promise<void> {
	const opened = holder[KEY];
	holder[KEY] = undefined;
	await (await opened?.catch(() => undefined))?.close();
}

async function open(env: Environment): Promise<Backend> {
	const settings = readBackendSettings(env);
	if (settings.kind === 'hosted') return openHosted(settings);
	// Loaded on demand: a server with a real Supabase never carries the embedded database in memory.
	const { openEmbedded } = await import('./embedded.ts');
	return openEmbedded(settings);
}
