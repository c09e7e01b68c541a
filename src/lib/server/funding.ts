import { env } from '$env/dynamic/private';

/**
 * The notice of who funds this installation, shown in the footer, on print and on exports.
 * A setting, because each funding programme words its own: `FUNDING_NOTICE` (Latvian) with
 * `FUNDING_NOTICE_EN` and `FUNDING_NOTICE_RU`. Without a translation the Latvian text is shown;
 * null when the installation has no notice.
 */
export function fundingNotice(locale: string): string | null {
	return env[`FUNDING_NOTICE_${locale.toUpperCase()}`]?.trim() || env.FUNDING_NOTICE?.trim() || null;
}
