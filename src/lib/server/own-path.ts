/**
 * Where to go after signing in: only ever to a page of ours. A link to our sign-in page must not become a way to
 * somebody else's.
 */
const NOWHERE = 'http://nowhere.invalid';

/**
 * The path with its query, if it is one of ours; else the fallback.
 * @param next from the address or a form; not to be trusted
 */
export function ownPath(next: string | null | undefined, fallback = '/'): string {
	// Browsers read `\` as `/` and drop tabs and line breaks, so `/\evil` and `/<tab>/evil` would lead elsewhere.
	// eslint-disable-next-line no-control-regex
	if (!next || !/^\/(?![/\\])/.test(next) || /[\\\u0000-\u001f\u007f]/.test(next)) return fallback;
	if (!URL.canParse(next, NOWHERE)) return fallback;
	const url = new URL(next, NOWHERE);
	return url.origin === NOWHERE && !url.pathname.startsWith('//') ? url.pathname + url.search : fallback;
}
