/** The part of a form that says where something comes from. */
import { z } from 'zod';
import type { GivenSource } from '$lib/server/given-source.ts';
import { NEW_SOURCE } from './source-fields.ts';

const words = (most: number) => z.string().trim().max(most, 'too_long');
const DATE = /^$|^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;

/** An address with its beginning, or nothing. */
export const addressField = words(500).regex(/^$|^https?:\/\/\S+$/, 'web');

/** The fields of `SourceFields.svelte`. */
export const sourceShape = {
	source: words(60).min(1, 'choose'),
	sourceTitle: words(300),
	sourcePublisher: words(300),
	sourcePublished: words(10).regex(DATE, 'invalid'),
	sourceUrl: addressField,
	sourceLicence: words(300)
};
type SourceForm = Record<keyof typeof sourceShape, string>;

/** Fields that a new source lacks. */
export function missingOf({ source, sourceTitle, sourcePublisher }: SourceForm): string[] {
	if (source !== NEW_SOURCE) return [];
	const needed = { sourceTitle, sourcePublisher };
	return Object.entries(needed).flatMap(([name, text]) => (text === '' ? [name] : []));
}

/** The source that the form names. */
export function sourceOf(form: SourceForm): GivenSource {
	if (form.source !== NEW_SOURCE) return { id: form.source };
	const { sourcePublished: published, sourceUrl: url, sourceLicence: licence } = form;
	return {
		...{ title: form.sourceTitle, publisher: form.sourcePublisher },
		...(published === '' ? {} : { published }),
		...(url === '' ? {} : { url }),
		...(licence === '' ? {} : { licence })
	};
}
