/** Sources as people name them when they bring something in. */
import type { Source } from '../communities/schema.ts';
import { plainId } from '../territories/names.ts';

/** Where something comes from: a source that is known, or a new one with its words. */
export type GivenSource =
	| { id: string }
	| (Pick<Source, 'title' | 'publisher'> & Partial<Pick<Source, 'published' | 'url' | 'licence'>>);

/**
 * What the functions of the database take: the key of a known source, or a new one with a key made of its title.
 * @param known the sources there are
 */
export function sourceData(
	source: GivenSource,
	known: readonly Pick<Source, 'id'>[],
	kind: 'dataset' | 'document'
): { source_id: string } | { source: object } {
	if ('id' in source) return { source_id: source.id };
	const taken = known.map(({ id }) => id);
	return { source: { ...source, kind, id: plainId(source.title, taken) } };
}
