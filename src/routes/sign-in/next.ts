import { localizeHref } from '$lib/i18n/paraglide/runtime.js';
import { ownPath } from '$lib/server/own-path.ts';

/** Where a form of these pages leads in the end: a page of ours. */
export function nextOf(form: FormData): string {
	const next = form.get('next');
	return ownPath(typeof next === 'string' ? next : null, localizeHref('/account'));
}
