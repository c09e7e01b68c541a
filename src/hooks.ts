import type { Reroute } from '@sveltejs/kit';
import { deLocalizeUrl } from '$lib/i18n/paraglide/runtime.js';

/** Routes are written once, without language; `/en/…` and `/ru/…` reach the same ones. */
export const reroute: Reroute = ({ url }) => deLocalizeUrl(url).pathname;
