/** The outbox in a browser: its sender with everything around it, and whether the browser promises to keep what is here. */
import { run } from './db.ts';
import { deviceStore } from './rounds.ts';
import { Sender } from './sender.ts';
import { listenToTabs, ROUNDS } from './tabs.ts';
import { httpTransport } from './transport.ts';

const LOCK = 'drosa-kopiena-outbox';
/** A tab that is put to sleep with the lock in its hand must not stop the others; they are safe without it. */
const LOCK_PATIENCE_MS = 60_000;

/** A sender that runs. */
export interface RunningSender {
	sender: Sender;
	/** Says that a screen of this tab has saved something of a round. */
	changed(round: string): void;
	stop(): void;
}

/**
 * Starts to send what is on this device, now, whenever something changes here or in another tab, when the connection
 * comes back, and when somebody looks at the page again.
 * @param person who is signed in; null = nobody
 * @param onchange called with the id of a round that this sender or another tab has changed; null = any
 */
export function startSender(
	person: () => string | null,
	onchange: (round: string | null) => void
): RunningSender {
	const tabs = listenToTabs((round) => {
		onchange(round);
	}, ROUNDS);
	const sender = new Sender({
		store: deviceStore,
		transport: httpTransport(fetch),
		newId: () => crypto.randomUUID(),
		random: Math.random,
		clock: {
			now: () => Date.now(),
			after: (ms, work) => {
				const timer = setTimeout(work, ms);
				return () => clearTimeout(timer);
			}
		},
		lock: oneTabAtATime,
		person,
		onchange: (round) => {
			onchange(round);
			tabs.tell(round);
		}
	});
	const wake = (): void => sender.wake();
	const look = (): void => {
		if (document.visibilityState === 'visible') sender.wake();
	};
	addEventListener('online', wake);
	addEventListener('pageshow', wake);
	document.addEventListener('visibilitychange', look);
	sender.wake();
	return {
		sender,
		changed: (round) => {
			tabs.tell(round);
			sender.changed();
		},
		stop: () => {
			sender.close();
			tabs.close();
			removeEventListener('online', wake);
			removeEventListener('pageshow', wake);
			document.removeEventListener('visibilitychange', look);
		}
	};
}

async function oneTabAtATime(work: () => Promise<void>): Promise<void> {
	// Not in every browser, and only in secure contexts.
	const locks = (navigator as { locks?: LockManager }).locks;
	if (locks === undefined) return work();
	let release = (): void => undefined;
	await new Promise<void>((proceed) => {
		const held = (): Promise<void> =>
			new Promise((done) => {
				release = done;
				proceed();
			});
		locks.request(LOCK, { signal: AbortSignal.timeout(LOCK_PATIENCE_MS) }, held).catch(() => proceed());
	});
	try {
		await work();
	} finally {
		release();
	}
}

const PERSISTENCE = 'persistence';

/**
 * Asks the browser, once on this device, not to throw away what is kept here.
 * @returns its answer, also later on: null = it cannot say
 * @throws StorageError
 */
export async function askToPersist(): Promise<boolean | null> {
	const storage = (navigator as { storage?: StorageManager }).storage;
	if (storage === undefined || !('persist' in storage)) return null;
	const asked = await run((db) => db.get('settings', PERSISTENCE));
	// What people allow in the settings of the browser counts, too.
	if (asked !== undefined) return storage.persisted();
	const value = await storage.persist();
	await run((db) => db.put('settings', { key: PERSISTENCE, value }));
	return value;
}
