import type { Backend } from '$lib/server/backend.ts';
import type { Session, Visit } from '$lib/server/session.ts';

declare global {
	namespace App {
		interface Error {
			message: string;
			/** Machine-readable reason; pages choose their words by it. */
			code?: string;
			/** Places whose name or code is near to what was asked for. */
			suggestions?: { code: string; label: string }[];
			/** The fields of a form that was sent in vain, to be sent again from the page that says so. */
			kept?: [name: string, value: string][];
		}
		interface Locals {
			backend: Backend;
			/** Who asks: signs in and out. */
			visit: Visit;
			/** The signed-in person, confirmed; null for visitors. */
			session: () => Promise<Session | null>;
			/** The page is shown on another site: nobody is signed in there. */
			embedded: boolean;
			/** This visitor may use demo mode: act as sample people and read letters. */
			demo: boolean;
		}
	}
}

export {};
