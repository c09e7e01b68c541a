/**
 * Reads a version of a checklist from the files people write, and says of every mistake where it is and what to
 * write instead.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { isMap, isNode, isPair, LineCounter, parseDocument, type Document } from 'yaml';
import type { z } from 'zod';
import { findContradictions } from '../../lib/checklists/contradictions.ts';
import { checklistFile, domainFile } from '../../lib/checklists/schema.ts';
import type { Definition } from '../../lib/checklists/types.ts';

/** The file that belongs to the whole of a version. */
export const CHECKLIST_FILE = 'checklist.yaml';

/** A mistake in a file. */
export interface Mistake {
	file: string;
	line: number;
	/** Keys down to the place, as `items.4.title.ru`; empty for the whole file. */
	field: string;
	/** What to do. */
	message: string;
}

/** A version that can be used, or what is to be corrected first. */
export type ReadVersion =
	{ definition: Definition; mistakes?: never } | { definition?: never; mistakes: Mistake[] };

type Path = readonly PropertyKey[];

interface Source {
	file: string;
	document: Document;
	lines: LineCounter;
	mistakes: Mistake[];
}

/** `02-sakari.yaml: line 14: items.0.title.ru: write the text in Russian` */
export function describeMistake({ file, line, field, message }: Mistake): string {
	return `${file}, line ${line}: ${field === '' ? '' : `${field}: `}${message}`;
}

/**
 * Reads `checklist.yaml` and the `NN-<domain>.yaml` beside it.
 * @param directory a version, as `checklists/drosa-kopiena/1.0.0`
 */
export function readVersion(directory: string): ReadVersion {
	if (!existsSync(join(directory, CHECKLIST_FILE))) {
		return { mistakes: [inWhole(CHECKLIST_FILE, `write this file: there is none in ${directory}`)] };
	}
	const head = open(directory, CHECKLIST_FILE);
	const whole = check(head, checklistFile);
	if (whole === null) return { mistakes: head.mistakes };

	const names = readdirSync(directory).filter((name) => /^\d\d-.+\.yaml$/.test(name));
	const parts = whole.domains.map((id, index) => readDomain(directory, names, head, id, index));
	const expected = new Set(parts.map((part) => part?.source.file));
	const strays = names
		.filter((name) => !expected.has(name))
		.map((name) => inWhole(name, `add its domain to domains: of ${CHECKLIST_FILE}, or remove the file`));
	const mistakes = [...head.mistakes, ...parts.flatMap((part) => part?.source.mistakes ?? []), ...strays];

	const domains = parts.flatMap((part) => (part?.domain ? [{ source: part.source, ...part.domain }] : []));
	if (mistakes.length > 0) return { mistakes };

	const items = domains.flatMap(({ source, id, items: own }) =>
		own.map((item, index) => ({ source, index, item: { ...item, domain: id } }))
	);
	const definition: Definition = {
		...whole,
		domains: domains.map(({ id, title, intro }) => ({ id, title, intro })),
		items: items.map(({ item }) => item)
	};
	const contradictions = findContradictions(definition).map(({ path, message }): Mistake => {
		const [where, position, ...rest] = path;
		const item = where === 'items' && typeof position === 'number' ? items[position] : undefined;
		if (item !== undefined) return mistakeAt(item.source, ['items', item.index, ...rest], message);
		const domain = where === 'domains' && typeof position === 'number' ? domains[position] : undefined;
		return domain === undefined ? mistakeAt(head, path, message) : mistakeAt(domain.source, rest, message);
	});
	if (basename(directory) !== whole.version) {
		contradictions.push(
			mistakeAt(head, ['version'], `write '${basename(directory)}', as the folder is called`)
		);
	}
	return contradictions.length > 0 ? { mistakes: contradictions } : { definition };
}

/** The file of a domain: two digits for its place, then its id. */
function readDomain(
	directory: string,
	names: readonly string[],
	head: Source,
	id: string,
	index: number
): { source: Source; domain: z.output<typeof domainFile> | null } | null {
	const name = names.find((candidate) => candidate.slice(3) === `${id}.yaml`);
	if (name === undefined) {
		const wanted = `${String(index + 1).padStart(2, '0')}-${id}.yaml`;
		head.mistakes.push(mistakeAt(head, ['domains', index], `write the file ${wanted}, or remove ${id}`));
		return null;
	}
	const source = open(directory, name);
	const domain = check(source, domainFile);
	if (domain !== null && domain.id !== id) {
		source.mistakes.push(mistakeAt(source, ['id'], `write ${id}, as the file is called`));
	}
	return { source, domain };
}

function open(directory: string, file: string): Source {
	const lines = new LineCounter();
	const document = parseDocument(readFileSync(join(directory, file), 'utf8'), { lineCounter: lines });
	const mistakes = document.errors.map(({ pos, message }): Mistake => ({
		file,
		line: lines.linePos(pos[0]).line,
		field: '',
		message: `correct the YAML: ${message.split('\n')[0]?.replace(/ at line .*$/, '') ?? ''}`
	}));
	return { file, document, lines, mistakes };
}

/** The content of a file when it has the form of the schema; otherwise the mistakes are noted. */
function check<Schema extends z.ZodType>(source: Source, schema: Schema): z.output<Schema> | null {
	if (source.mistakes.length > 0) return null;
	const parsed = schema.safeParse(source.document.toJS());
	if (parsed.success) return parsed.data;
	for (const { path, message } of parsed.error.issues) source.mistakes.push(mistakeAt(source, path, message));
	return null;
}

function mistakeAt(source: Source, path: Path, message: string): Mistake {
	return { file: source.file, line: lineOf(source, path), field: path.map(String).join('.'), message };
}

function inWhole(file: string, message: string): Mistake {
	return { file, line: 1, field: '', message };
}

/** The line of the key, or of the nearest thing around it that is written. */
function lineOf({ document, lines }: Source, path: Path): number {
	for (let depth = path.length; depth > 0; depth--) {
		const parent = document.getIn(path.slice(0, depth - 1), true);
		const key = path[depth - 1];
		const pair = isMap(parent)
			? parent.items.find((each) => isPair(each) && isNode(each.key) && String(each.key) === String(key))
			: undefined;
		const found = pair?.key ?? document.getIn(path.slice(0, depth), true);
		if (isNode(found) && found.range) return lines.linePos(found.range[0]).line;
	}
	return 1;
}
