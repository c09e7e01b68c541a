import { m } from '$lib/i18n/paraglide/messages.js';

/** The choice of a source that the product does not know yet. */
export const NEW_SOURCE = 'new';

/** Fields of a new source. */
export const SOURCE_FIELDS = [
	...(['sourceTitle', 'sourcePublisher', 'sourcePublished', 'sourceUrl', 'sourceLicence'] as const)
] as const;

/** Names of the fields as people see them. */
export function sourceLabels() {
	return {
		source: m.import_source(),
		sourceTitle: m.import_source_title(),
		sourcePublisher: m.import_source_publisher(),
		sourcePublished: m.import_source_published(),
		sourceUrl: m.import_source_url(),
		sourceLicence: m.import_source_licence()
	};
}
