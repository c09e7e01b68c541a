/**
 * `npm run checklists:check`: reads every checklist and says what is to be corrected, with file and line; what each
 * version has; and how it differs from the version before. `-- --write` also renews checklists/schema.json.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { diffDefinitions } from '../lib/checklists/diff.ts';
import type { Definition } from '../lib/checklists/types.ts';
import { editorSchema, readChecklists, SCHEMA_FILE, type VersionFolder } from './checklists/folder.ts';

const DIRECTORY = join(import.meta.dirname, '..', '..', 'checklists');

/** What a version has, in a line. */
function summary({ id, version, status, domains, items }: Definition): string {
	const count = (flag: 'critical' | 'quick'): number => items.filter((item) => item[flag]).length;
	return `${id} ${version} (${status}): ${domains.length} domains, ${items.length} items, ${count('critical')} critical, ${count('quick')} quick`;
}

/** What changed since the version before, a line for each kind of change. */
function changes(older: Definition, newer: Definition): string[] {
	const diff = diffDefinitions(older, newer);
	const lines: [string, string[]][] = [
		['added', diff.added],
		['removed', diff.removed],
		['means something else', diff.meaningChanged],
		['reworded', diff.reworded.map(({ item, texts }) => `${item} (${texts.join(', ')})`)],
		['other rules', diff.rulesChanged.map(({ item, fields }) => `${item} (${fields.join(', ')})`)]
	];
	return lines.flatMap(([what, items]) => (items.length === 0 ? [] : [`  ${what}: ${items.join('; ')}`]));
}

/** What is wrong with a version besides its own files. */
function frozenMistakes({ id, version, definition, frozen }: VersionFolder): string[] {
	if (definition === null) return [];
	if (frozen === 'differs') {
		return [
			`checklists/${id}/${version} was published and has been changed since: take the change back, or make a folder for a new version.`
		];
	}
	if (definition.status === 'published' && frozen === 'none') {
		return [
			`checklists/${id}/${version} says that it is published, and is not yet: run npm run checklists:publish.`
		];
	}
	return [];
}

async function main(): Promise<number> {
	const folders = readChecklists(DIRECTORY);
	const mistakes: string[] = [];
	let before: Definition | null = null;
	for (const folder of folders) {
		mistakes.push(...folder.mistakes, ...frozenMistakes(folder));
		const { definition } = folder;
		if (definition === null) continue;
		console.log(summary(definition));
		if (before?.id === definition.id) for (const line of changes(before, definition)) console.log(line);
		before = definition;
	}

	const file = join(DIRECTORY, SCHEMA_FILE);
	const schema = await editorSchema();
	if (!existsSync(file) || readFileSync(file, 'utf8') !== schema) {
		if (process.argv.includes('--write')) {
			writeFileSync(file, schema);
			console.log(`checklists/${SCHEMA_FILE} is written.`);
		} else {
			mistakes.push(
				`checklists/${SCHEMA_FILE} does not agree with src/lib/checklists/schema.ts: run npm run checklists:check -- --write.`
			);
		}
	}
	for (const mistake of mistakes) console.error(mistake);
	return mistakes.length > 0 ? 1 : 0;
}

process.exitCode = await main();
