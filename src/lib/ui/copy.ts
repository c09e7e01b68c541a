import { m } from '../i18n/paraglide/messages.js';

/**
 * Puts a text on the clipboard. Where the browser refuses, `mark` marks it, to be copied by hand.
 * @returns what to tell the reader
 */
export async function copyText(text: string, mark: () => void): Promise<string> {
	try {
		await navigator.clipboard.writeText(text);
		return m.invitation_copied();
	} catch {
		mark();
		return m.invitation_copy_by_hand();
	}
}
