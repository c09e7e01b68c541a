import { createApiClient, createSessionClient, readSchemaVersion, type Backend } from './client.ts';
import type { HostedSettings } from './environment.ts';

/** A page must not wait longer for a database than a person would. */
const TIMEOUT_MS = 15_000;

const fetchWithTimeout: typeof fetch = (input, init) =>
	fetch(input, { ...init, signal: init?.signal ?? AbortSignal.timeout(TIMEOUT_MS) });

/**
 * A real Supabase over HTTP, or anything that answers like one. Nothing is asked of it at start: it may be down
 * for a moment while we start, and `/api/health` says so.
 */
export function openHosted(settings: HostedSettings): Backend {
	const client = (key: string) => createApiClient(settings.url, key, fetchWithTimeout);
	return {
		kind: 'hosted',
		api: 'none',
		codeType: 'email',
		publicClient: () => client(settings.publishableKey),
		sessionClient: (jar) => createSessionClient(settings.url, settings.publishableKey, fetchWithTimeout, jar),
		serviceClient: () => client(settings.secretKey),
		schemaVersion: () => readSchemaVersion(client(settings.secretKey)),
		close: () => Promise.resolve()
	};
}
