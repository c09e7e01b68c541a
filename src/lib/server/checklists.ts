import { z } from 'zod';
import { definitionSchema } from '../checklists/schema.ts';
import type { Definition, Text } from '../checklists/types.ts';
import { compareVersions } from '../checklists/versions.ts';
import type { Backend } from './client.ts';
import { AppError } from './errors.ts';
import { readAll, readSome } from './rows.ts';

/** A published version, without its content. */
export interface PublishedVersion {
	id: string;
	version: string;
	title: Text;
	/** How many items it has. */
	items: number;
	/** Of its file in `checklists/`; the same for ever. */
	sha256: string;
	/** When this installation got it, ISO 8601. */
	publishedAt: string;
}

/** A published version with its content. */
export interface PublishedChecklist {
	version: PublishedVersion;
	definition: Definition;
}

const versionRow = z
	.object({
		id: z.string(),
		version: z.string(),
		title: z.object({ lv: z.string(), en: z.string(), ru: z.string() }),
		items: z.int(),
		sha256: z.string(),
		published_at: z.iso.datetime({ offset: true })
	})
	.transform(({ published_at: publishedAt, ...row }): PublishedVersion => ({ ...row, publishedAt }));

/** Published versions never change, so each backend reads a definition once; by `id version`. */
const definitions = new WeakMap<Backend, Map<string, Promise<Definition>>>();

/**
 * Every published version, by id, oldest first.
 * @throws AppError when the database does not answer or answers nonsense
 */
export async function listChecklists(backend: Backend): Promise<PublishedVersion[]> {
	const client = backend.publicClient();
	const rows = await readAll('public_checklists', versionRow, (from, to) =>
		client
			.from('public_checklists')
			.select('id, version, title, items, sha256, published_at')
			.order('id')
			.order('version')
			.range(from, to)
	);
	return rows.sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : compareVersions(a.version, b.version)));
}

/**
 * A published version.
 * @param version the newest when it is not given
 * @throws AppError `not_found` when there is no such version; others when the database fails
 */
export async function getChecklist(
	backend: Backend,
	id: string,
	version: string | null = null
): Promise<PublishedChecklist> {
	const versions = (await listChecklists(backend)).filter((each) => each.id === id);
	const found = version === null ? versions.at(-1) : versions.find((each) => each.version === version);
	if (found === undefined) {
		const what = versions.length === 0 ? `checklist ${id}` : `version ${version ?? ''} of ${id}`;
		throw new AppError('not_found', `There is no published ${what}.`);
	}
	return { version: found, definition: await loadDefinition(backend, found) };
}

function loadDefinition(backend: Backend, { id, version }: PublishedVersion): Promise<Definition> {
	const known = definitions.get(backend) ?? new Map<string, Promise<Definition>>();
	definitions.set(backend, known);
	const key = `${id} ${version}`;
	const loading = known.get(key) ?? readDefinition(backend, id, version);
	known.set(key, loading);
	loading.catch(() => known.delete(key));
	return loading;
}

async function readDefinition(backend: Backend, id: string, version: string): Promise<Definition> {
	const { items } = await readSome(
		'public_checklists',
		z.object({ definition: definitionSchema }),
		backend.publicClient().from('public_checklists').select('definition').eq('id', id).eq('version', version)
	);
	const row = items[0];
	if (row === undefined) throw new AppError('not_found', `There is no published ${id} ${version}.`);
	return row.definition;
}
