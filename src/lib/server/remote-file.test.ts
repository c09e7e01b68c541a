import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { fetchFile, isPublicAddress, RemoteFileError, type RemoteLimits } from './remote-file.ts';

let server: Server | undefined;
afterEach(() => {
	server?.closeAllConnections();
	server?.close();
	server = undefined;
});

async function serve(listener: RequestListener): Promise<string> {
	const listening = createServer(listener);
	server = listening;
	await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve));
	return `http://127.0.0.1:${(listening.address() as AddressInfo).port}`;
}

const HERE: RemoteLimits = { bytes: 1000, milliseconds: 2000, anyNetwork: true };

async function problemOf(address: string, limits?: RemoteLimits): Promise<string> {
	try {
		await fetchFile(address, limits);
		return 'none';
	} catch (error) {
		if (!(error instanceof RemoteFileError)) throw error;
		return [error.problem, error.detail].join(' ').trim();
	}
}

describe('isPublicAddress', () => {
	it.each([
		'8.8.8.8',
		'172.32.0.1',
		'192.167.1.1',
		'100.128.0.1',
		'2a00:1450:4010::8a',
		'2001:4860:4860::8888'
	])('%s is', (address) => {
		expect(isPublicAddress(address)).toBe(true);
	});

	it.each([
		...['127.0.0.1', '127.9.9.9', '0.0.0.0', '10.1.2.3', '172.16.0.1', '172.31.255.255', '192.168.1.1'],
		...['169.254.169.254', '100.64.0.1', '224.0.0.1', '255.255.255.255', '198.18.0.1'],
		...['::1', '::', 'fe80::1', 'fc00::1', 'fd12::1', 'ff02::1', '::ffff:127.0.0.1', '::ffff:8.8.8.8'],
		...['64:ff9b::7f00:1', '2002:7f00:1::', '2001:db8::1', '2001::1', 'localhost', '']
	])('%s is not', (address) => {
		expect(isPublicAddress(address)).toBe(false);
	});
});

describe('an address', () => {
	it.each([
		...['file:///etc/passwd', 'ftp://example.org/a.csv', 'data:text/csv,a', 'a.csv', ''],
		...['http://user:secret@example.org/', 'http://example.org:22/', 'http://example.org:5432/']
	])('%s is refused', async (address) => {
		expect(await problemOf(address)).toBe('address');
	});

	it.each([
		...['http://127.0.0.1/', 'http://2130706433/', 'http://0x7f.1/', 'http://0177.0.0.1/', 'http://[::1]/'],
		...['http://169.254.169.254/latest/meta-data', 'http://[::ffff:127.0.0.1]/', 'http://localhost/']
	])('%s of this machine or a private network is refused', async (address) => {
		expect(await problemOf(address)).toBe('private');
	});

	it('does not lead into a private network by a redirect', async () => {
		// The first step is allowed here, as if it were public; the second is judged as every address is.
		const origin = await serve((_, response) => {
			response.writeHead(302, { location: 'file:///etc/passwd' }).end();
		});
		expect(await problemOf(origin, HERE)).toBe('address');
	});
});

describe('fetching', () => {
	it('follows redirects and unpacks', async () => {
		const origin = await serve((request, response) => {
			if (request.url === '/a') response.writeHead(301, { location: '/b' }).end();
			else response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('kods;vērtība'));
		});
		expect(new TextDecoder().decode(await fetchFile(`${origin}/a`, HERE))).toBe('kods;vērtība');
	});

	it('asks PxWeb with POST', async () => {
		const origin = await serve((request, response) => {
			request.on('data', (part: Buffer) => response.write(`${request.method ?? ''} ${part.toString()}`));
			request.on('end', () => response.end());
		});
		const body = await fetchFile(origin, { ...HERE, query: '{"query":[]}' });
		expect(new TextDecoder().decode(body)).toBe('POST {"query":[]}');
	});

	it.each<[string, RequestListener, string]>([
		['an error', (_, response) => void response.writeHead(503).end(), 'status 503'],
		[
			'an endless redirect',
			(_, response) => void response.writeHead(302, { location: '/' }).end(),
			'redirects'
		],
		['a redirect to nowhere', (_, response) => void response.writeHead(302).end(), 'status 302'],
		['too much', (_, response) => void response.end('x'.repeat(1001)), 'too_large'],
		[
			'too much when it is unpacked',
			(_, response) =>
				void response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('x'.repeat(100_000))),
			'too_large'
		],
		['silence', () => undefined, 'timeout'],
		['half an answer', (_, response) => void response.writeHead(200).write('x'), 'timeout']
	])('stops at %s', async (_, listener, problem) => {
		const origin = await serve(listener);
		expect(await problemOf(origin, { ...HERE, milliseconds: 300 })).toMatch(new RegExp(`^${problem}`));
	});

	it('says when nobody answers', async () => {
		const origin = await serve(() => undefined);
		await new Promise((resolve) => server?.close(resolve));
		expect(await problemOf(origin, HERE)).toMatch(/^unreachable .*ECONNREFUSED/);
	});
});
