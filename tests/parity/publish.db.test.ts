/** Published checklists in the database: written once, the same from both backends, never changed. */
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Definition } from '../../src/lib/checklists/types.ts';
import { compareVersions } from '../../src/lib/checklists/versions.ts';
import { getChecklist, listChecklists } from '../../src/lib/server/checklists.ts';
import type { Backend } from '../../src/lib/server/client.ts';
import { publish, readFrozen, tableOfClient, type FrozenChecklist } from '../../src/lib/server/publish.ts';
import {
	CHECKLISTS_DIR,
	embeddedBackend,
	postgresBackend,
	temporaryDirectory,
	type TestBackend
} from './backends.ts';

const KINDS = ['embedded', 'postgres'] as const;
const opened: Partial<Record<(typeof KINDS)[number], TestBackend>> = {};
beforeAll(async () => {
	opened.embedded = await embeddedBackend();
	opened.postgres = await postgresBackend();
});
afterAll(async () => {
	for (const kind of KINDS) await opened[kind]?.close();
});
function backendOf(kind: (typeof KINDS)[number]): Backend {
	const found = opened[kind];
	if (found === undefined) throw new Error(`${kind} did not open`);
	return found.backend;
}

/** The versions that lie frozen in checklists/, oldest first. */
const FROZEN = readFrozen(CHECKLISTS_DIR)
	.map(({ definition }) => definition.version)
	.sort(compareVersions);

/** The first published version under a number that is far from any real one. */
function version(number: string): FrozenChecklist {
	const first = readFrozen(CHECKLISTS_DIR)[0];
	if (first === undefined) throw new Error('nothing is published');
	return { definition: { ...first.definition, version: number }, sha256: 'a'.repeat(64) };
}

describe.each(KINDS)('%s', (kind) => {
	it('has what lies frozen in checklists/, without anybody asking', async () => {
		const backend = backendOf(kind);
		for (const { definition, sha256 } of readFrozen(CHECKLISTS_DIR)) {
			const found = await getChecklist(backend, definition.id, definition.version);
			expect(found.definition).toEqual(definition);
			expect(found.version).toMatchObject({
				sha256,
				items: definition.items.length,
				title: definition.title
			});
		}
	});

	it('writes a version once, and refuses another content for it', async () => {
		const table = tableOfClient(backendOf(kind).serviceClient());
		const next = version('100.9.0');
		expect(await publish(table, [next])).toEqual(['drosa-kopiena 100.9.0']);
		expect(await publish(table, [next])).toEqual([]);
		await expect(publish(table, [{ ...next, sha256: 'b'.repeat(64) }])).rejects.toMatchObject({
			code: 'conflict',
			message: expect.stringContaining('drosa-kopiena 100.9.0 with other content') as string
		});
	});

	it('answers with the newest version, counted as numbers', async () => {
		const table = tableOfClient(backendOf(kind).serviceClient());
		await publish(table, [version('100.9.0'), version('100.10.0')]);
		expect((await listChecklists(backendOf(kind))).map((each) => each.version)).toEqual([
			...FROZEN,
			'100.9.0',
			'100.10.0'
		]);
		expect((await getChecklist(backendOf(kind), 'drosa-kopiena')).definition.version).toBe('100.10.0');
		expect((await getChecklist(backendOf(kind), 'drosa-kopiena', '1.0.0')).definition.version).toBe('1.0.0');
	});

	it('knows no other', async () => {
		const backend = backendOf(kind);
		await expect(getChecklist(backend, 'other')).rejects.toMatchObject({ code: 'not_found' });
		await expect(getChecklist(backend, 'drosa-kopiena', '1.0')).rejects.toMatchObject({ code: 'not_found' });
	});

	it('lets nobody change or remove a version, not even the server', async () => {
		const client = backendOf(kind).serviceClient();
		for (const { error } of [
			await client
				.from('checklists')
				.update({ sha256: 'c'.repeat(64) })
				.eq('version', '1.0.0'),
			await client.from('checklists').delete().eq('version', '1.0.0')
		])
			expect(error?.code).toBe('42501');
	});
});

describe('readFrozen', () => {
	it('refuses a file that is no definition', () => {
		const directory = temporaryDirectory();
		try {
			cpSync(CHECKLISTS_DIR, directory.path, { recursive: true });
			const folder = join(directory.path, 'other', '1.0.0');
			mkdirSync(folder, { recursive: true });
			writeFileSync(join(folder, 'definition.json'), '{}');
			expect(() => readFrozen(directory.path)).toThrow(
				'checklists/other/1.0.0/definition.json is not a definition'
			);
			rmSync(folder, { recursive: true });
			expect(readFrozen(directory.path).map(({ definition }) => definition.version)).toContain('1.0.0');
			expect(readFrozen(join(directory.path, 'none'))).toEqual([]);
		} finally {
			directory.remove();
		}
	});

	it('gives exactly the file', () => {
		const file = join(CHECKLISTS_DIR, 'drosa-kopiena', '1.0.0', 'definition.json');
		const [first] = readFrozen(CHECKLISTS_DIR);
		expect(first?.definition).toEqual(JSON.parse(readFileSync(file, 'utf8')) as Definition);
	});
});
