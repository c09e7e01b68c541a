/** The role matrix through the API, and whether everything is in it. As pgTAP it runs in tests/database. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '../database/database.ts';
import { openApi, outcomeOf, type Api, type ApiKind } from './api.ts';
import { FUNCTIONS, TABLES, VIEWS } from './matrix.ts';
import { everybody, type Person } from './people.ts';
import { questions, title } from './questions.ts';

const names = (rules: { name: string }[]): string[] => rules.map((rule) => rule.name).sort();

describe('the matrix', () => {
	it('names every table, view and function there is', async () => {
		const database = await openDatabase();
		try {
			const rows = await database.rows<{ name: string; kind: string }>(
				`select relname as name, relkind::text as kind from pg_class
				where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'f', 'v', 'm')
				union all
				select distinct proname, 'function' from pg_proc where pronamespace = 'public'::regnamespace`
			);
			const found = (...kinds: string[]): string[] =>
				rows
					.filter((row) => kinds.includes(row.kind))
					.map((row) => row.name)
					.sort();
			expect(names(TABLES)).toEqual(found('r', 'p', 'f'));
			expect(names(VIEWS)).toEqual(found('v', 'm'));
			expect(names(FUNCTIONS)).toEqual(found('function'));
		} finally {
			await database.close();
		}
	});

	it('asks about every operation on every table and view', () => {
		const asked = new Set(questions().map((question) => `${question.object} ${question.operation}`));
		for (const { name } of [...TABLES, ...VIEWS]) {
			for (const operation of ['select', 'insert', 'update', 'delete']) {
				expect(asked).toContain(`${name} ${operation}`);
			}
		}
		for (const { name } of FUNCTIONS) expect(asked).toContain(`${name} execute`);
	});

	it('agrees with supabase/tests/role_matrix.sql and docs/role-matrix.md', async () => {
		const script = join(import.meta.dirname, '..', '..', 'src', 'cli', 'role-matrix.ts');
		await promisify(execFile)(process.execPath, [script, '--check']);
	});
});

/**
 * The embedded backend runs the same SQL and is slow: there a visitor, the two who may do most, and somebody with a
 * mandate elsewhere answer for the others, who are all asked in `npm run test:deep`.
 */
const ASKED: Record<ApiKind, readonly Person[]> = {
	postgrest: everybody,
	embedded: process.env.DEEP ? everybody : ['visitor', 'coordinator', 'pkc', 'civilProtectionElsewhere']
};

describe.each<ApiKind>(['postgrest', 'embedded'])('through %s', (kind) => {
	let api: Api;
	beforeAll(async () => {
		api = await openApi(kind);
	});
	afterAll(() => api.close());

	it.each(ASKED[kind])('%s', async (person) => {
		const wrong: string[] = [];
		const untouched = await api.digest();
		// Refused is refused only when nothing has changed: looked at before rows do change, and at the end.
		const checkUntouched = async (moment: string): Promise<void> => {
			if ((await api.digest()) === untouched) return;
			wrong.push(`before ${moment}: rows have changed though everything was refused`);
			await api.reset();
		};
		for (const question of questions()) {
			const expected = question.expected[person];
			const changes = question.operation !== 'select' && expected === 'allowed';
			if (changes) await checkUntouched(title(question));
			const outcome = outcomeOf(await api.ask(person, question.request), person);
			if (outcome !== expected) wrong.push(`${title(question)}: ${outcome}, not ${expected}`);
			if (changes) await api.reset();
		}
		await checkUntouched('the end');
		expect(wrong).toEqual([]);
	});
});
