/**
 * `npm run roles:write`: writes the pgTAP file and the page of docs that follow from tests/roles/matrix.ts. With
 * `--check` it writes nothing and fails when one of them is not what the matrix says.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as prettier from 'prettier';
import { documentText } from '../../tests/roles/document.ts';
import { pgtapFile } from '../../tests/roles/pgtap.ts';

const ROOT = join(import.meta.dirname, '..', '..');

async function files(): Promise<Record<string, string>> {
	const page = 'docs/role-matrix.md';
	const options = { ...(await prettier.resolveConfig(join(ROOT, page))), filepath: page };
	return {
		'supabase/tests/role_matrix.sql': pgtapFile(),
		[page]: await prettier.format(documentText(), options)
	};
}

async function main(): Promise<number> {
	const check = process.argv.includes('--check');
	let differ = 0;
	for (const [name, text] of Object.entries(await files())) {
		const file = join(ROOT, name);
		if (existsSync(file) && readFileSync(file, 'utf8') === text) continue;
		differ++;
		if (check)
			console.error(`${name} does not agree with tests/roles/matrix.ts: run \`npm run roles:write\`.`);
		else {
			writeFileSync(file, text);
			console.log(`${name} is written.`);
		}
	}
	return check && differ > 0 ? 1 : 0;
}

process.exitCode = await main();
