import { env } from '$env/dynamic/private';

/** Where visitors can write to: the setting `CONTACT_EMAIL`. Null when it is not set; then pages show no address. */
export function contactEmail(): string | null {
	return env.CONTACT_EMAIL?.trim() || null;
}

/** Who runs this installation and answers for its data. What is not set is null; the page on privacy says so. */
export interface Operator {
	/** `OPERATOR_NAME`: an organisation. */
	name: string | null;
	/** `PRIVACY_NOTICE_URL`: their own notice, with legal basis and processors. */
	notice: string | null;
}

export function operator(): Operator {
	const notice = env.PRIVACY_NOTICE_URL?.trim() ?? '';
	return {
		name: env.OPERATOR_NAME?.trim() || null,
		notice: /^https?:\/\//i.test(notice) && URL.canParse(notice) ? notice : null
	};
}

/**
 * Address of the terms under which others may use what this installation gathers itself (communities, activities,
 * surveys): the setting `DATA_LICENCE_URL`. Null when it is not set; then answers say that none is stated.
 */
export function dataLicence(): string | null {
	const address = env.DATA_LICENCE_URL?.trim() ?? '';
	return /^https?:\/\//i.test(address) && URL.canParse(address) ? address : null;
}
