/** Cookies of ours: what they are called and how they are kept. Only people who sign in get any (docs/deploy.md). */
import type { Cookies } from '@sveltejs/kit';

const NAMES = {
	/** The session; a long one is spread over several cookies: `dk-session.0`, `dk-session.1` … */
	session: 'dk-session',
	/** The role chosen to act in. */
	acting: 'dk-acting',
	/** Between the two steps of a code: for whom a letter was sent. */
	pending: 'dk-pending',
	/** What was typed of a registration that is not sent yet. */
	registration: 'dk-registration'
} as const;
type CookieKind = keyof typeof NAMES;

/** A request, as far as it concerns its cookies. */
export interface Jar {
	cookies: Cookies;
	url: URL;
}

/** Options of every cookie of ours: for this site, all of its pages, and no script. */
export function cookieOptions(url: URL): { path: '/'; httpOnly: true; sameSite: 'lax'; secure: boolean } {
	return { path: '/', httpOnly: true, sameSite: 'lax', secure: url.protocol === 'https:' };
}

/** The prefix is accepted by browsers only on cookies as these are meant: encrypted, this host, every path. */
export function cookieName(kind: CookieKind, url: URL): string {
	return `${cookieOptions(url).secure ? '__Host-' : ''}${NAMES[kind]}`;
}

/** The value of a cookie; undefined when there is none. */
export function readCookie({ cookies, url }: Jar, kind: CookieKind): string | undefined {
	return cookies.get(cookieName(kind, url));
}

/** @param maxAge seconds for which the browser keeps it */
export function writeCookie({ cookies, url }: Jar, kind: CookieKind, value: string, maxAge: number): void {
	cookies.set(cookieName(kind, url), value, { ...cookieOptions(url), maxAge });
}

/** Takes it out of the browser. */
export function deleteCookie({ cookies, url }: Jar, kind: CookieKind): void {
	cookies.delete(cookieName(kind, url), cookieOptions(url));
}
