/** Tells the other tabs of this browser that something has changed. */

const NAME = 'drosa-kopiena-drafts';

/** A line to the other tabs. */
export interface Tabs {
	/** Says that a draft, or with null all of them, has changed or gone. */
	tell(draft: string | null): void;
	close(): void;
}

/**
 * Opens the line.
 * @param onchange what to do when another tab says that a draft (null = any) has changed
 */
export function listenToTabs(onchange: (draft: string | null) => void): Tabs {
	const channel = new BroadcastChannel(NAME);
	channel.onmessage = ({ data }: MessageEvent<unknown>) => onchange(typeof data === 'string' ? data : null);
	return {
		tell: (draft) => channel.postMessage(draft),
		close: () => channel.close()
	};
}
