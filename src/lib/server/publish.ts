/**
 * Writes published checklists into the database. What is published lies frozen in
 * `checklists/<id>/<version>/definition.json`; it is written at start of the embedded backend, by `npm run db:deploy`
 * and by `npm run checklists:publish`.
 */
import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { definitionSchema } from '../checklists/schema.ts';
import type { Definition } from '../checklists/types.ts';
import { unwrap, type Client } from './client.ts';
import type { Json } from './database.types.ts';
import { AppError } from './errors.ts';
import type { SqlSession } from './migrations.ts';

/** The frozen form of a version, beside the files it was made from. */
export const FROZEN_FILE = 'definition.json';

export interface FrozenChecklist {
	definition: Definition;
	/** Of the bytes of the file. */
	sha256: string;
}

/** The table of published versions, as far as publishing needs it. */
export interface PublishedTable {
	/** sha256 of a version; null when it is not there. */
	hashOf(id: string, version: string): Promise<string | null>;
	/** Adds a version; when another process has just done so, nothing happens. */
	add(checklist: FrozenChecklist): Promise<void>;
}

/**
 * Every frozen version.
 * @param directory the directory `checklists/`; without it nothing is published
 * @throws AppError `config` when a file is not a definition
 */
export function readFrozen(directory: string): FrozenChecklist[] {
	const files = globSync(`*/*/${FROZEN_FILE}`, { cwd: directory }).sort();
	return files.map((file) => {
		const text = readFileSync(join(directory, file), 'utf8');
		try {
			return { definition: definitionSchema.parse(JSON.parse(text)), sha256: hashOf(text) };
		} catch (error) {
			throw new AppError(
				'config',
				`checklists/${file} is not a definition: put it back as it was published (npm run checklists:check).`,
				{ cause: error }
			);
		}
	});
}

/** What stands for the content of a version: sha256 of the text of its file, in hexadecimal. */
export function hashOf(text: string): string {
	return createHash('sha256').update(text).digest('hex');
}

/**
 * Writes what is not there yet. May be run at any time, by several processes at once.
 * @returns the versions written now, as `id version`
 * @throws AppError `conflict` when a version is there with other content; what came before it stays written
 */
export async function publish(
	table: PublishedTable,
	checklists: readonly FrozenChecklist[]
): Promise<string[]> {
	const written: string[] = [];
	for (const checklist of checklists) {
		const { id, version } = checklist.definition;
		const there = await table.hashOf(id, version);
		if (there === null) {
			await table.add(checklist);
			written.push(`${id} ${version}`);
		}
		if ((there ?? (await table.hashOf(id, version))) !== checklist.sha256) {
			throw new AppError(
				'conflict',
				`The database has ${id} ${version} with other content: put checklists/${id}/${version}/${FROZEN_FILE} back as it was, and give the change a new version.`
			);
		}
	}
	return written;
}

/** The table through a session of the database's owner. */
export function tableOfSession(session: SqlSession): PublishedTable {
	return {
		async hashOf(id, version) {
			const { rows } = await session.query(
				'select sha256 from public.checklists where id = $1 and version = $2',
				[id, version]
			);
			return (rows as { sha256: string }[])[0]?.sha256 ?? null;
		},
		async add({ definition, sha256 }) {
			await session.query(
				'insert into public.checklists (id, version, definition, sha256) values ($1, $2, $3, $4) on conflict do nothing',
				[definition.id, definition.version, JSON.stringify(definition), sha256]
			);
		}
	};
}

/** The table through the API; the client must pass every policy. */
export function tableOfClient(client: Client): PublishedTable {
	return {
		async hashOf(id, version) {
			const rows = unwrap(
				await client.from('checklists').select('sha256').eq('id', id).eq('version', version)
			);
			return rows[0]?.sha256 ?? null;
		},
		async add({ definition, sha256 }) {
			const { id, version } = definition;
			const row = { id, version, definition: definition as unknown as NonNullable<Json>, sha256 };
			unwrap(
				await client
					.from('checklists')
					.upsert(row, { onConflict: 'id,version', ignoreDuplicates: true })
					.select('id')
			);
		}
	};
}
