import { env } from '$env/dynamic/private';

/** Where visitors can write to: the setting `CONTACT_EMAIL`. Null when it is not set; then pages show no address. */
export function contactEmail(): string | null {
	return env.CONTACT_EMAIL?.trim() || null;
}
