/** Between the two steps of a code: for whom a letter was sent, kept in the browser that asked for it. */
import type { Cookies } from '@sveltejs/kit';
import { z } from 'zod';
import { email } from '../people/schema.ts';
import type { CodePurpose } from './accounts.ts';
import { cookieOptions } from './session.ts';

const NAME = 'dk-pending';
/** Longer than a code counts, so that one that is too old can be told from a lost step. */
const MAX_AGE = 60 * 60;

const schema = z.object({ email, purpose: z.enum(['sign_in', 'reset']) });

interface Step {
	cookies: Cookies;
	url: URL;
}

/** Remembers the address until the code is typed in. */
export function rememberPending({ cookies, url }: Step, address: string, purpose: CodePurpose): void {
	const value = JSON.stringify({ email: address, purpose });
	cookies.set(NAME, value, { ...cookieOptions(url), maxAge: MAX_AGE });
}

/** The address a code of this purpose was asked for; null when none was. Proves nothing: the code does. */
export function readPending({ cookies }: Pick<Step, 'cookies'>, purpose: CodePurpose): string | null {
	try {
		const pending = schema.parse(JSON.parse(cookies.get(NAME) ?? ''));
		return pending.purpose === purpose ? pending.email : null;
	} catch {
		return null;
	}
}

/** Forgets it. */
export function forgetPending({ cookies, url }: Step): void {
	cookies.delete(NAME, cookieOptions(url));
}
