/**
 * The published checklists as part of the app, so that they can be answered without a network. Each version is a
 * file of its own, loaded when it is asked for.
 */
import type { Definition } from './types.ts';
import { compareVersions } from './versions.ts';

/** Found by Vite when the app is built: publishing a version needs no change here. */
const FILES = import.meta.glob<Definition>('../../../checklists/*/*/definition.json', { import: 'default' });

const byVersion = new Map(
	Object.entries(FILES).map(([path, load]) => {
		const [id = '', version = ''] = path.split('/').slice(-3);
		return [`${id} ${version}`, { id, version, load }];
	})
);

/** The published versions of a checklist, oldest first. */
export function publishedVersions(id: string): string[] {
	return [...byVersion.values()]
		.filter((each) => each.id === id)
		.map(({ version }) => version)
		.sort(compareVersions);
}

/**
 * A published version; the newest when none is named.
 * @returns null when there is no such version
 */
export async function loadPublished(id: string, version?: string): Promise<Definition | null> {
	const wanted = version ?? publishedVersions(id).at(-1) ?? '';
	return (await byVersion.get(`${id} ${wanted}`)?.load()) ?? null;
}

/**
 * The version that a round was answered with.
 * @throws Error when this build of the app is older than it
 */
export async function requirePublished(id: string, version: string): Promise<Definition> {
	const found = await loadPublished(id, version);
	if (found === null) throw new Error(`${id} ${version} is not part of this build.`);
	return found;
}
