import type { Definition } from '../checklists/types.ts';
import type { XlsFormScope } from '../checklists/xlsform.ts';
import { localizeHref } from '../i18n/paraglide/runtime.js';

/** The step that shows the result; every other step is a domain. */
export const RESULT = 'result';

/** Where a draft is filled in: at a domain, at the result, or where it was left. */
export function draftHref(draft: string, step?: string): string {
	return stepHref('/assess/private', 'draft', draft, step);
}

/**
 * Where a round on this device is filled in.
 * @param round its id on this device
 */
export function roundHref(round: string, step?: string): string {
	return stepHref('/assess/round', 'id', round, step);
}

function stepHref(path: string, key: string, id: string, step: string | undefined): string {
	const query = new URLSearchParams({ [key]: id, ...(step === undefined ? {} : { step }) });
	return localizeHref(`${path}?${query.toString()}`);
}

/** Where a published version is as a workbook for KoboToolbox and ODK; a path, the same in every language. */
export function xlsFormPath(
	{ id, version }: Pick<Definition, 'id' | 'version'>,
	{ form, borderZone }: XlsFormScope
): string {
	const border = borderZone === 'ask' ? 'ask' : borderZone ? 'yes' : 'no';
	return `/api/v1/checklists/${id}/xlsform?${new URLSearchParams({ version, form, border }).toString()}`;
}
