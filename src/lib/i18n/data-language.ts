import { getLocale } from './paraglide/runtime.js';

/**
 * The `lang` attribute of texts from the database. Names, titles and descriptions are Latvian on every page;
 * undefined on Latvian pages, which need no mark.
 */
export function dataLanguage(): 'lv' | undefined {
	return getLocale() === 'lv' ? undefined : 'lv';
}
