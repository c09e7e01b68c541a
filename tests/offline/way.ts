/** The way between one device and the server, on which requests get lost, come twice, or late. */
import {
	createServer,
	request as ask,
	type IncomingMessage,
	type Server,
	type ServerResponse
} from 'node:http';
import type { AddressInfo } from 'node:net';

/** What happens to a request with answers, or for them. */
export const MISHAPS = [
	'none',
	/** It never arrives. */
	'lost_request',
	/** It arrives; the answer does not. */
	'lost_response',
	/** It arrives, and a copy of it once more later. */
	'duplicated',
	/** The device gives up; it arrives later. */
	'delayed',
	/** The server is not well. */
	'unavailable'
] as const;
export type Mishap = (typeof MISHAPS)[number];

/** A request as it arrived. */
export interface Letter {
	method: string;
	path: string;
	headers: Record<string, string>;
	body: Buffer;
}

interface Reply {
	status: number;
	headers: IncomingMessage['headers'];
	body: Buffer;
}

const ANSWERS = /^\/api\/(assessments\/[^/]+|respondents)\/(writes|answers)$/;
/** Of one connection only. */
const HOP = new Set(['connection', 'keep-alive', 'transfer-encoding', 'content-length', 'host']);

export class Way {
	/** Requests that will arrive later. */
	readonly late: (() => Promise<unknown>)[] = [];
	/** All requests with answers that were let through. */
	readonly sent: Letter[] = [];
	/** Answered requests for answers. */
	reads = 0;
	/** Called when a request with answers reaches the server. */
	onwrite: () => void = () => undefined;
	/** What happens to the next request. */
	mishap: () => Mishap = () => 'none';
	readonly #target: URL;
	readonly #server: Server;

	/** @param target origin of the server */
	static async open(target: string): Promise<Way> {
		const way = new Way(target);
		await new Promise<void>((resolve) => way.#server.listen(0, '127.0.0.1', resolve));
		return way;
	}

	private constructor(target: string) {
		this.#target = new URL(target);
		this.#server = createServer((request, response) => {
			this.#pass(request, response).catch(() => response.destroy());
		});
	}

	/** What the device takes for the server. */
	get origin(): string {
		return `http://localhost:${(this.#server.address() as AddressInfo).port}`;
	}

	/** What the server takes for itself. */
	get target(): string {
		return this.#target.origin;
	}

	close(): void {
		this.#server.close();
		this.#server.closeAllConnections();
	}

	/** Sends a request that has arrived before once more. */
	again(letter: Letter): Promise<Reply> {
		return this.#forward(letter);
	}

	async #pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const letter = await this.#read(request);
		const isAnswers = ANSWERS.test(letter.path);
		if (isAnswers) response.setHeader('connection', 'close');
		const forward = (): Promise<Reply> => {
			if (isAnswers && letter.method === 'POST') {
				this.sent.push(letter);
				this.onwrite();
			}
			return this.#forward(letter);
		};
		switch (isAnswers ? this.mishap() : 'none') {
			case 'lost_request':
				response.destroy();
				return;
			case 'delayed':
				this.late.push(forward);
				response.destroy();
				return;
			case 'lost_response':
				await forward();
				response.destroy();
				return;
			case 'unavailable':
				response.writeHead(503).end();
				return;
			case 'duplicated':
				this.late.push(forward);
				break;
			case 'none':
		}
		const { status, headers, body } = await forward();
		if (isAnswers && letter.method === 'GET' && status === 200) this.reads++;
		for (const [name, value] of Object.entries(headers))
			if (!HOP.has(name) && value !== undefined) response.setHeader(name, value);
		response.writeHead(status).end(body);
	}

	/** As if the page were the server's own: it takes answers from no other. */
	async #read(request: IncomingMessage): Promise<Letter> {
		const chunks: Buffer[] = [];
		for await (const chunk of request) chunks.push(chunk as Buffer);
		const headers: Record<string, string> = {};
		for (const [name, value] of Object.entries(request.headers))
			// Packing is for far ways.
			if (!HOP.has(name) && name !== 'accept-encoding')
				headers[name] = String(value).replaceAll(this.origin, this.#target.origin);
		return {
			method: request.method ?? 'GET',
			path: request.url ?? '/',
			headers,
			body: Buffer.concat(chunks)
		};
	}

	#forward({ method, path, headers, body }: Letter): Promise<Reply> {
		return new Promise((resolve, reject) => {
			const length = method === 'GET' ? {} : { 'content-length': String(body.length) };
			const { hostname, port, host } = this.#target;
			const options = { hostname, port, method, path, headers: { ...headers, host, ...length } };
			ask({ ...options, agent: false }, (response) => {
				const chunks: Buffer[] = [];
				response.on('data', (chunk: Buffer) => chunks.push(chunk));
				response.on('error', reject);
				response.on('end', () =>
					resolve({
						status: response.statusCode ?? 500,
						headers: response.headers,
						body: Buffer.concat(chunks)
					})
				);
			})
				.on('error', reject)
				.end(body);
		});
	}
}
