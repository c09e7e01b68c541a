/**
 * Did a request come from this machine? The address of the socket decides. Headers are only ever a reason to say
 * no, so that forging them gains nothing.
 */
import { isIPv4 } from 'node:net';

/** Set by proxies: behind one, every visitor seems to come from this machine. */
const PROXY_HEADERS = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'];

/** An address that never leaves the machine; IPv4 may come dressed as IPv6. */
function isLoopbackAddress(address: string): boolean {
	const plain = address.replace(/^::ffff:/i, '');
	return plain === '::1' || (isIPv4(plain) && plain.startsWith('127.'));
}

/** Is a host, with or without a port, a name of this machine? */
export function isLoopbackHost(host: string): boolean {
	if (!URL.canParse(`http://${host}`)) return false;
	const { hostname } = new URL(`http://${host}`);
	return hostname === 'localhost' || isLoopbackAddress(hostname.replace(/^\[|\]$/g, ''));
}

/**
 * @param peerAddress the other end of the socket, null when not known
 * @param url the request's address as the server understands it, so that a public `ORIGIN` counts
 * @param headers of the request. Its `Host` must be a name of this machine: a web page elsewhere whose name was
 *   pointed at 127.0.0.1 does not pass.
 */
export function isFromThisMachine(peerAddress: string | null, url: URL, headers: Headers): boolean {
	return (
		peerAddress !== null &&
		isLoopbackAddress(peerAddress) &&
		isLoopbackHost(url.host) &&
		isLoopbackHost(headers.get('host') ?? url.host) &&
		PROXY_HEADERS.every((name) => !headers.has(name))
	);
}
