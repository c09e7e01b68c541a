import { localizeHref } from '../i18n/paraglide/runtime.js';

/** The step that shows the result; every other step is a domain. */
export const RESULT = 'result';

/** Where a draft is filled in: at a domain, at the result, or where it was left. */
export function draftHref(draft: string, step?: string): string {
	const query = new URLSearchParams({ draft, ...(step === undefined ? {} : { step }) });
	return localizeHref(`/assess/private?${query.toString()}`);
}
