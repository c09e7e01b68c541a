/**
 * Fetching a file from an address that somebody typed. From here the network of the machine is in reach, so only public
 * addresses are asked: what a name stands for is looked up and judged at the moment of connecting, for each redirect
 * anew.
 */
import { lookup as resolve } from 'node:dns';
import { request as requestHttp, type IncomingMessage } from 'node:http';
import { request as requestHttps } from 'node:https';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import { gunzipSync } from 'node:zlib';
import { sentence } from './errors.ts';

/** Why a file was not fetched. */
export type RemoteProblem =
	/** Not an address with http or https, or one with a password or an unusual port. */
	| 'address'
	/** The address belongs to a private network or to this machine. */
	| 'private'
	/** No answer: no such name, nobody listening, no network. */
	| 'unreachable'
	| 'timeout'
	/** An answer other than the file; `detail` is its status. */
	| 'status'
	| 'redirects'
	| 'too_large';

export class RemoteFileError extends Error {
	readonly problem: RemoteProblem;
	/** For operators: the status, or what the network said. */
	readonly detail: string;

	constructor(problem: RemoteProblem, detail = '', options?: ErrorOptions) {
		super(`The file was not fetched: ${problem}${detail === '' ? '' : ` (${detail})`}.`, options);
		this.name = 'RemoteFileError';
		this.problem = problem;
		this.detail = detail;
	}
}

export interface RemoteLimits {
	/** The largest file, unpacked. */
	bytes: number;
	/** For everything together, redirects included. */
	milliseconds: number;
	/** For commands, which the operator of the machine runs: addresses of its own network and any port are asked, too. */
	anyNetwork?: boolean;
	/** A question to PxWeb, sent as JSON with POST. */
	query?: string;
}

export const REMOTE_LIMITS = { bytes: 8 * 1024 * 1024, milliseconds: 20_000 } satisfies RemoteLimits;

const MOST_REDIRECTS = 3;
const PORTS = new Set(['', '80', '443']);

/** What is not the public network: RFC 6890, and what was written down later. */
const CLOSED_IPV4 = new BlockList();
for (const [network, prefix] of [
	...([
		['0.0.0.0', 8],
		['10.0.0.0', 8],
		['100.64.0.0', 10],
		['127.0.0.0', 8],
		['169.254.0.0', 16]
	] as const),
	...([
		['172.16.0.0', 12],
		['192.0.0.0', 24],
		['192.0.2.0', 24],
		['192.88.99.0', 24],
		['192.168.0.0', 16]
	] as const),
	...([
		['198.18.0.0', 15],
		['198.51.100.0', 24],
		['203.0.113.0', 24],
		['224.0.0.0', 4],
		['240.0.0.0', 4]
	] as const)
]) {
	CLOSED_IPV4.addSubnet(network, prefix);
}
/** Of IPv6 only what is routed in public, without the ranges that stand for addresses of IPv4. */
const OPEN_IPV6 = new BlockList();
OPEN_IPV6.addSubnet('2000::', 3, 'ipv6');
const CLOSED_IPV6 = new BlockList();
for (const [network, prefix] of [
	['2001::', 23],
	['2001:db8::', 32],
	['2002::', 16],
	['3fff::', 20]
] as const) {
	CLOSED_IPV6.addSubnet(network, prefix, 'ipv6');
}

/** Whether an address of IPv4 or IPv6 is one of the public network. */
export function isPublicAddress(address: string): boolean {
	switch (isIP(address)) {
		case 4:
			return !CLOSED_IPV4.check(address);
		case 6:
			return OPEN_IPV6.check(address, 'ipv6') && !CLOSED_IPV6.check(address, 'ipv6');
		default:
			return false;
	}
}

/**
 * Fetches a file.
 * @throws RemoteFileError
 */
export async function fetchFile(address: string, limits: RemoteLimits = REMOTE_LIMITS): Promise<Uint8Array> {
	const signal = AbortSignal.timeout(limits.milliseconds);
	let url = checkedUrl(address, limits);
	for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
		try {
			const response = await ask(url, limits, signal);
			const next = movedTo(response, url);
			if (next === null) return await bodyOf(response, limits.bytes);
			response.destroy();
			url = checkedUrl(next, limits);
		} catch (error) {
			throw explained(error, signal);
		}
	}
	throw new RemoteFileError('redirects');
}

function checkedUrl(address: string, { anyNetwork = false }: RemoteLimits): URL {
	if (!URL.canParse(address)) throw new RemoteFileError('address');
	const url = new URL(address);
	const isPlain = url.username === '' && url.password === '' && (anyNetwork || PORTS.has(url.port));
	if (!/^https?:$/.test(url.protocol) || !isPlain) throw new RemoteFileError('address');
	const host = url.hostname.replace(/^\[|\]$/g, '');
	// Numbers are not looked up, so they are judged here. `URL` has written them out: 0x7f.1 is 127.0.0.1.
	if (!anyNetwork && isIP(host) !== 0 && !isPublicAddress(host)) throw new RemoteFileError('private');
	return url;
}

/** As the system looks names up, but names that lead into a private network lead nowhere. */
const publicLookup: LookupFunction = (hostname, options, callback) => {
	resolve(hostname, { ...options, all: true }, (error, found) => {
		if (error) {
			callback(error, []);
			return;
		}
		const [first] = found;
		if (first === undefined || !found.every(({ address }) => isPublicAddress(address))) {
			callback(new RemoteFileError('private'), []);
		} else if (options.all) callback(null, found);
		else callback(null, first.address, first.family);
	});
};

function ask(
	url: URL,
	{ anyNetwork = false, query }: RemoteLimits,
	signal: AbortSignal
): Promise<IncomingMessage> {
	const request = url.protocol === 'https:' ? requestHttps : requestHttp;
	return new Promise((fulfil, reject) => {
		const sent = request(url, {
			method: query === undefined ? 'GET' : 'POST',
			headers: {
				accept: 'application/json, text/csv, text/plain;q=0.9, */*;q=0.5',
				'accept-encoding': 'gzip, identity',
				'user-agent': 'drosa-kopiena',
				...(query === undefined ? {} : { 'content-type': 'application/json' })
			},
			signal,
			...(anyNetwork ? {} : { lookup: publicLookup })
		});
		sent.once('response', fulfil);
		sent.once('error', reject);
		sent.end(query);
	});
}

/** Where an answer leads on to; null when it is the file. */
function movedTo({ statusCode = 0, headers }: IncomingMessage, from: URL): string | null {
	if (statusCode >= 200 && statusCode < 300) return null;
	const { location } = headers;
	if (statusCode < 300 || statusCode >= 400 || location === undefined || !URL.canParse(location, from.href)) {
		throw new RemoteFileError('status', String(statusCode));
	}
	return new URL(location, from.href).href;
}

async function bodyOf(response: IncomingMessage, most: number): Promise<Uint8Array> {
	const parts: Buffer[] = [];
	let length = 0;
	for await (const part of response as AsyncIterable<Buffer>) {
		length += part.length;
		if (length > most) {
			response.destroy();
			throw new RemoteFileError('too_large');
		}
		parts.push(part);
	}
	const body = Buffer.concat(parts);
	if (response.headers['content-encoding'] !== 'gzip') return body;
	try {
		return gunzipSync(body, { maxOutputLength: most });
	} catch (error) {
		throw new RemoteFileError('too_large', sentence(error), { cause: error });
	}
}

function explained(error: unknown, signal: AbortSignal): RemoteFileError {
	if (error instanceof RemoteFileError) return error;
	if (signal.aborted) return new RemoteFileError('timeout', '', { cause: error });
	return new RemoteFileError('unreachable', sentence(error), { cause: error });
}
