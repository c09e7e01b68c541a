/** The directory `checklists/`: one folder per checklist, one per version in it. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { checklistFile, domainFile } from '../../lib/checklists/schema.ts';
import type { Definition } from '../../lib/checklists/types.ts';
import { compareVersions } from '../../lib/checklists/versions.ts';
import { FROZEN_FILE } from '../../lib/server/publish.ts';
import { CHECKLIST_FILE, describeMistake, readVersion } from './read.ts';

/** Hints and checks for editors, made from the schemas of src/lib/checklists. */
export const SCHEMA_FILE = 'schema.json';

/** A version as it lies in the directory. */
export interface VersionFolder {
	id: string;
	version: string;
	/** null when its files have mistakes. */
	definition: Definition | null;
	/** What is to be corrected, a sentence each, with file and line. */
	mistakes: string[];
	/** The published form beside the files: none yet, the same, or other than the files say. */
	frozen: 'none' | 'same' | 'differs';
}

/**
 * Reads every version.
 * @param directory the directory `checklists/`
 * @returns by checklist, oldest version first
 */
export function readChecklists(directory: string): VersionFolder[] {
	return globSync(`*/*/${CHECKLIST_FILE}`, { cwd: directory })
		.map((file) => readFolder(directory, dirname(file)))
		.sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : compareVersions(a.version, b.version)));
}

function readFolder(directory: string, path: string): VersionFolder {
	const [id, version] = [basename(dirname(path)), basename(path)];
	const read = readVersion(join(directory, path));
	if (read.mistakes) {
		const mistakes = read.mistakes.map(
			(mistake) => `checklists/${id}/${version}/${describeMistake(mistake)}`
		);
		return { id, version, definition: null, mistakes, frozen: 'none' };
	}
	const { definition } = read;
	const mistakes =
		definition.id === id
			? []
			: [`checklists/${id}/${version}/${CHECKLIST_FILE}: id: write ${id}, as the folder is called`];
	const file = join(directory, path, FROZEN_FILE);
	const frozen = !existsSync(file)
		? 'none'
		: readFileSync(file, 'utf8') === serialise(definition)
			? 'same'
			: 'differs';
	return { id, version, definition, mistakes, frozen };
}

/** A definition as the text of its file: the same definition gives the same bytes. */
export function serialise(definition: Definition): string {
	return `${JSON.stringify(definition, null, '\t')}\n`;
}

/** The text of `checklists/schema.json`. */
export async function editorSchema(): Promise<string> {
	// Only developers have it; publishing works without.
	const prettier = await import('prettier');
	const part = (schema: z.ZodType): unknown => {
		const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: 'input', reused: 'inline' });
		return rest;
	};
	const schema = {
		$schema: 'https://json-schema.org/draft/2020-12/schema',
		title: 'Files of a checklist',
		description: 'Written by `npm run checklists:check -- --write` from src/lib/checklists/schema.ts.',
		if: { required: ['version'] },
		then: { $ref: '#/$defs/checklist' },
		else: { $ref: '#/$defs/domain' },
		$defs: { checklist: part(checklistFile), domain: part(domainFile) }
	};
	return prettier.format(JSON.stringify(schema), { parser: 'json', useTabs: true, printWidth: 110 });
}
