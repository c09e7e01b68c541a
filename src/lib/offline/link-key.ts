/**
 * The name under which this device keeps what was begun with a link. The link itself is not kept: who finds the device
 * could use it.
 */
export async function linkKey(what: 'joining' | 'poll', link: string): Promise<string> {
	const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(link));
	return `${what} ${[...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}
