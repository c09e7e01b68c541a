/** Which files of the build the checklist needs without a network. Runs while building, never in the browser. */
import type { Plugin } from 'vite';

/** Where the list is found beside the files, for the service worker. */
const LIST = '_app/offline.json';
/** The pages that work without a network, and the frame around them. */
const SHELL = /\/src\/routes\/(?:assess\/.*|join\/.*|\+layout|\+error)\.svelte$/;

/** What the framework starts with; the second one knows how to load every page of the site. */
const START = /\/kit\/src\/runtime\/client\/entry\.js$|\/generated\/client-optimized\/app\.js$/;

/** What has to be known of a file of the build. */
export interface BuiltFile {
	/** Starts the site; knows all its pages. */
	isStart: boolean;
	/** Source files in it. */
	moduleIds: readonly string[];
	imports: readonly string[];
	dynamicImports: readonly string[];
	/** Style sheets and other files that it needs. */
	styles: readonly string[];
}

/**
 * The files of the shell with everything they import, at once or later, sorted. What the start loads later are all
 * pages of the site; of those only the shell is followed, so that the map stays out.
 */
export function shellFiles(files: ReadonlyMap<string, BuiltFile>): string[] {
	const needed = new Set<string>();
	const styles = new Set<string>();
	const open = [...files].flatMap(([name, { isStart, moduleIds }]) =>
		isStart || moduleIds.some((id) => SHELL.test(id)) ? [name] : []
	);
	for (let name = open.pop(); name !== undefined; name = open.pop()) {
		const file = files.get(name);
		if (file === undefined || needed.has(name)) continue;
		needed.add(name);
		for (const style of file.styles) styles.add(style);
		open.push(...file.imports, ...(file.isStart ? [] : file.dynamicImports));
	}
	return [...needed, ...styles].sort();
}

/** Writes the list into the build of the browser's files. */
export function offlineFiles(): Plugin {
	return {
		name: 'offline-files',
		apply: 'build',
		generateBundle(_options, bundle) {
			if (this.environment.config.consumer !== 'client') return;
			const files = Object.values(bundle).flatMap((file): [string, BuiltFile][] => {
				if (file.type !== 'chunk') return [];
				const { facadeModuleId, imports, dynamicImports, viteMetadata } = file;
				// A page that lies in a shared file has a file of its own that only leads there.
				const entry = facadeModuleId === null ? null : this.getModuleInfo(facadeModuleId);
				const moduleIds = [...file.moduleIds, ...(entry === null ? [] : [entry.id, ...entry.importedIds])];
				const isStart = moduleIds.some((id) => START.test(id));
				const styles = [...(viteMetadata?.importedCss ?? []), ...(viteMetadata?.importedAssets ?? [])];
				return [[file.fileName, { isStart, moduleIds, imports, dynamicImports, styles }]];
			});
			const source = JSON.stringify(shellFiles(new Map(files)));
			this.emitFile({ type: 'asset', fileName: LIST, source });
		}
	};
}
