/** What stands before PostgREST at Supabase: it knows the API keys and turns them into tokens of a role, or passes on those of people. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { decodeJwt, SignJWT } from 'jose';

export interface Gateway {
	url: string;
	publishableKey: string;
	secretKey: string;
	/** A token of a signed-in person, good for an hour. */
	tokenOf: (user: string) => Promise<string>;
	stop: () => Promise<void>;
}

/** Starts a gateway on a free port that answers `/rest/v1` from the PostgREST at `target`. */
export async function startGateway(target: string, jwtSecret: string): Promise<Gateway> {
	const token = (role: string, user?: string): Promise<string> =>
		new SignJWT({ role, ...(user === undefined ? {} : { sub: user }) })
			.setProtectedHeader({ alg: 'HS256' })
			.setExpirationTime('1h')
			.sign(new TextEncoder().encode(jwtSecret));
	const tokens: Record<string, string> = {
		sb_publishable_test: await token('anon'),
		sb_secret_test: await token('service_role')
	};

	const server = createServer((request, response) => {
		forward(request, response).catch((error: unknown) => response.writeHead(502).end(String(error)));
	});
	async function forward(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const path = request.url ?? '';
		const key = String(request.headers.apikey);
		const bearer = request.headers.authorization?.replace('Bearer ', '') ?? key;
		const jwt = bearer === key ? tokens[key] : bearer;
		if (path === '/auth/v1/user' && jwt !== undefined) {
			response.writeHead(200, { 'content-type': 'application/json' });
			response.end(JSON.stringify({ id: decodeJwt(jwt).sub, email: 'paraugs@example.com' }));
			return;
		}
		if (!path.startsWith('/rest/v1/') || jwt === undefined) {
			response.writeHead(jwt === undefined ? 401 : 404).end();
			return;
		}
		const headers = new Headers({ authorization: `Bearer ${jwt}` });
		for (const name of ['accept', 'content-type', 'prefer', 'range', 'accept-profile', 'content-profile']) {
			const value = request.headers[name];
			if (typeof value === 'string') headers.set(name, value);
		}
		const body: Buffer[] = [];
		for await (const chunk of request) body.push(chunk as Buffer);
		const answer = await fetch(target + path.slice('/rest/v1'.length), {
			method: request.method ?? 'GET',
			headers,
			body: body.length > 0 ? Buffer.concat(body) : null
		});
		const passed = ['content-type', 'content-range'].flatMap((name) => {
			const value = answer.headers.get(name);
			return value === null ? [] : [[name, value] as const];
		});
		response.writeHead(answer.status, Object.fromEntries(passed));
		response.end(Buffer.from(await answer.arrayBuffer()));
	}

	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const address = server.address();
	const port = typeof address === 'object' && address !== null ? address.port : 0;
	return {
		url: `http://127.0.0.1:${port}`,
		publishableKey: 'sb_publishable_test',
		secretKey: 'sb_secret_test',
		tokenOf: (user) => token('authenticated', user),
		stop: () =>
			new Promise((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			})
	};
}
