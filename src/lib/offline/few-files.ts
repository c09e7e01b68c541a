/**
 * Which modules share a file of the build, so that a phone on a slow line asks for few. By itself the bundler makes a
 * file for every set of pages that share something, most of them a single text long, and each costs a slow line a turn.
 * Runs while building, never in the browser.
 */
import { globSync } from 'node:fs';
import { resolve } from 'node:path';

/** What of the bundler's graph has to be known. */
export interface ModuleGraph {
	getModuleInfo(id: string): { importedIds: readonly string[]; code: string | null } | null;
}

/**
 * What the framework starts with, and the frame around every page: patterns of files in this folder. Not the module
 * that loads all pages: in a file that every page imports, it would make the framework lose track of their style sheets.
 */
const FRAME = [
	'node_modules/@sveltejs/kit/src/runtime/client/entry.js',
	'.svelte-kit/generated/root.js',
	'src/hooks.ts',
	'src/routes/+layout.svelte',
	'src/routes/+error.svelte'
];
/** Where questions are answered. */
const ANSWERING = ['src/routes/assess/{round,private}/+page.{svelte,ts}', 'src/routes/join/+page.svelte'];
/** Where the checklist and what this device has of it are looked at: they need a part of the same. */
const READING = ['src/routes/assess/**/+*.{svelte,ts}', 'src/routes/about/method/+*.{svelte,ts}'];
/** Part of a page of those, loaded later. */
const ROUNDS = ['src/routes/assess/Rounds.svelte'];
/** All other pages for whoever comes by: what they share with those above must stay small for them. */
const OTHER = ['src/routes/**/+*.{svelte,ts}'];
/** Members of a community who open these have come from answering. */
const MEMBERS = /^src\/routes\/(?:assessments|poll)\//;

const TEXTS = 'src/lib/i18n/paraglide/messages';
/** Shared files below so many bytes go into the one that the most similar pages share. */
const SMALL = 1500;

/**
 * Everything that some modules import at once, and what that imports, themselves included. Texts are found by their
 * use in the code: the module through which they are imported names all there are.
 */
export function reach(roots: Iterable<string>, graph: ModuleGraph, textsIn: string): ReadonlySet<string> {
	const found = new Set(roots);
	// A set also gives what is added while it is read.
	for (const id of found) {
		if (id.startsWith(textsIn)) continue;
		const { importedIds = [], code = null } = graph.getModuleInfo(id) ?? {};
		for (const imported of importedIds) {
			if (imported !== `${textsIn}.js`) found.add(imported);
		}
		for (const [, key] of (code ?? '').matchAll(/\bm\.(\w+)/g)) {
			const text = `${textsIn}/${key}.js`;
			if (graph.getModuleInfo(text) !== null) found.add(text);
		}
	}
	return found;
}

/** Groups for the bundler's `codeSplitting`; of two that want a module, the one with the higher priority takes it. */
export function fewFiles() {
	const find = (patterns: string[]) => globSync(patterns).map((file) => file.replaceAll('\\', '/'));
	const answering = new Set(find(ANSWERING));
	const reading = find(READING).filter((file) => !answering.has(file));
	const own = new Set([...answering, ...reading, ...find(FRAME)]);
	const other = find(OTHER).filter(
		(file) => !own.has(file) && !MEMBERS.test(file) && !file.includes('server.')
	);

	/** Whether pages need a module; the graph is whole when it is first asked. */
	const neededBy = (files: Iterable<string>) => {
		let needed: ReadonlySet<string> | undefined;
		return (id: string, graph: ModuleGraph): boolean => {
			needed ??= reach(
				[...files].map((file) => resolve(file)),
				graph,
				resolve(TEXTS)
			);
			return needed.has(id);
		};
	};
	type Needed = ReturnType<typeof neededBy>;
	const inFrame = neededBy(find(FRAME));
	const inAnswering = neededBy(answering);
	const group = (name: string, priority: number, ...needed: Needed[]) => ({
		debugName: name,
		priority,
		name: (id: string, graph: ModuleGraph) => (needed.every((by) => by(id, graph)) ? name : null)
	});
	return [
		group('frame', 5, inFrame),
		{
			...group('common', 4, inAnswering, neededBy(other)),
			entriesAware: true,
			entriesAwareMergeThreshold: SMALL
		},
		group('checklist', 3, inAnswering, neededBy(reading)),
		group('rounds', 2, inAnswering, neededBy(find(ROUNDS))),
		group('answering', 1, inAnswering)
	];
}
