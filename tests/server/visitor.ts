/** A browser without script: follows forms, keeps cookies, and shows what it got. */
import { expect } from 'vitest';

export interface Answer {
	status: number;
	headers: Headers;
	/** Where the answer leads, as a path. */
	location: string | null;
	html: string;
}

export class Visitor {
	readonly cookies = new Map<string, string>();
	/** The attributes with which each cookie was set last. */
	readonly attributes = new Map<string, string>();
	readonly #address: string;
	readonly #origin: string;

	/**
	 * @param address where the server listens
	 * @param origin the address people type, which differs behind a proxy
	 */
	constructor(address: string, origin = address) {
		this.#address = address;
		this.#origin = origin;
	}

	/** A sample person of the demo mode, signed in. */
	static async sample(address: string, name: string): Promise<Visitor> {
		const visitor = new Visitor(address);
		expect((await visitor.post('/sign-in?/sample', { sample: name })).status).toBe(303);
		return visitor;
	}

	get(path: string, headers: Record<string, string> = {}): Promise<Answer> {
		return this.#ask(path, { headers });
	}

	/** Sends a form as one of the site's own pages does. */
	post(
		path: string,
		fields: Record<string, string> = {},
		headers: Record<string, string> = {}
	): Promise<Answer> {
		const body = new URLSearchParams(fields);
		return this.#ask(path, { method: 'POST', body, headers: { origin: this.#origin, ...headers } });
	}

	/** Asks for JSON as a script of the site's own pages does; sends a body if there is one. */
	async json(
		path: string,
		body?: unknown,
		headers: Record<string, string> = {}
	): Promise<{ status: number; headers: Headers; body: unknown }> {
		const {
			status,
			headers: told,
			html
		} = await this.#ask(path, {
			...(body === undefined
				? {}
				: { method: 'POST', body: typeof body === 'string' ? body : JSON.stringify(body) }),
			headers: {
				accept: 'application/json',
				'content-type': 'application/json',
				...(body === undefined ? {} : { origin: this.#origin }),
				...headers
			}
		});
		return { status, headers: told, body: html === '' ? null : (JSON.parse(html) as unknown) };
	}

	async #ask(path: string, init: RequestInit): Promise<Answer> {
		const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
		const headers = {
			accept: 'text/html',
			...(init.headers as Record<string, string>),
			...(cookie && { cookie })
		};
		const response = await fetch(this.#address + path, { ...init, headers, redirect: 'manual' });
		for (const line of response.headers.getSetCookie()) this.#keep(line);
		return {
			status: response.status,
			headers: response.headers,
			location: response.headers.get('location'),
			html: await response.text()
		};
	}

	#keep(line: string): void {
		const [pair = '', ...attributes] = line.split('; ');
		const equals = pair.indexOf('=');
		const name = pair.slice(0, equals);
		const value = pair.slice(equals + 1);
		this.attributes.set(name, attributes.join('; '));
		if (/max-age=0(;|$)/i.test(attributes.join(';'))) this.cookies.delete(name);
		else this.cookies.set(name, value);
	}

	/** The newest code in the letters of the demo. */
	async readCode(address: string): Promise<string> {
		const { html } = await new Visitor(this.#address).get('/demo/mail');
		const row = html.split('<tr').find((part) => part.includes(`<td>${address}</td>`)) ?? '';
		return />(\d{6})</.exec(row)?.[1] ?? '';
	}

	/** Signs in with a code from a letter, and gives the last answer. */
	async signIn(address: string, prefix = ''): Promise<Answer> {
		await this.post(`${prefix}/sign-in?/code`, { email: address });
		return this.post(`${prefix}/sign-in/code?/check`, { code: await this.readCode(address) });
	}

	/** Is somebody signed in here? */
	async isSignedIn(): Promise<boolean> {
		return (await this.get('/account')).status === 200;
	}

	/** Registers a community in three steps, and gives the answer to the last one: it leads to the community. */
	async register(name: string, more: Record<string, string> = {}): Promise<Answer> {
		const place = 'Nautrēnu pagasts';
		await this.post('/communities/register', {
			...{ name, place_text: place, place_asked: place, territory_code: '0043560' }
		});
		await this.post('/communities/register/about', { kind: 'association', place: '', web: '' });
		return this.post('/communities/register/contact', {
			...{ contact_name: 'Paraugs', contact_role: '', email: 'kopiena@example.org', phone: '' },
			...{ consent: 'yes', ...more }
		});
	}
}
