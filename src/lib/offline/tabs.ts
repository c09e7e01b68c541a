/** Tells the other tabs of this browser that something has changed. */

/** What it is about: drafts of the private try-out, or rounds of communities. */
const DRAFTS = 'drosa-kopiena-drafts';
export const ROUNDS = 'drosa-kopiena-rounds';

/** A line to the other tabs. */
export interface Tabs {
	/** Says that a draft or round, or with null all of them, has changed or gone. */
	tell(changed: string | null): void;
	close(): void;
}

/**
 * Opens the line.
 * @param onchange what to do when another tab says that a draft or round (null = any) has changed
 */
export function listenToTabs(
	onchange: (changed: string | null) => void,
	line: typeof DRAFTS | typeof ROUNDS = DRAFTS
): Tabs {
	const channel = new BroadcastChannel(line);
	channel.onmessage = ({ data }: MessageEvent<unknown>) => onchange(typeof data === 'string' ? data : null);
	return {
		tell: (changed) => channel.postMessage(changed),
		close: () => channel.close()
	};
}
