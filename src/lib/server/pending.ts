/** Between the two steps of a code: for whom a letter was sent, kept in the browser that asked for it. */
import { z } from 'zod';
import { email } from '../people/schema.ts';
import type { CodePurpose } from './accounts.ts';
import { deleteCookie, readCookie, writeCookie, type Jar } from './cookies.ts';

/** Seconds. Longer than a code counts, so that one that is too old can be told from a lost step. */
const MAX_AGE = 60 * 60;

const schema = z.object({ email, purpose: z.enum(['sign_in', 'reset']) });

/** Remembers the address until the code is typed in. */
export function rememberPending(jar: Jar, address: string, purpose: CodePurpose): void {
	writeCookie(jar, 'pending', JSON.stringify({ email: address, purpose }), MAX_AGE);
}

/** The address a code of this purpose was asked for; null when none was. Proves nothing: the code does. */
export function readPending(jar: Jar, purpose: CodePurpose): string | null {
	try {
		const pending = schema.parse(JSON.parse(readCookie(jar, 'pending') ?? ''));
		return pending.purpose === purpose ? pending.email : null;
	} catch {
		return null;
	}
}

/** Forgets it. */
export function forgetPending(jar: Jar): void {
	deleteCookie(jar, 'pending');
}
