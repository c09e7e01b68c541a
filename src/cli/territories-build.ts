/**
 * `npm run territories:build -- --source DIR`: makes boundaries, place list and seed data from the folder with
 * the source tables (docs/data.md). The same tables always give the same bytes.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { buildBoundaries } from './territories/boundaries.ts';
import { SourceError } from './territories/errors.ts';
import { placesOf } from '../lib/territories/names.ts';
import { buildTerritories, groupUnits } from './territories/reference.ts';
import { buildSeed } from './territories/seed.ts';
import { readSourceFolder } from './territories/source-folder.ts';
import { readTables } from './territories/tables.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const USAGE =
	'Usage: npm run territories:build -- --source DIR   (DIR: the folder with the source tables, docs/data.md)';

function sourceOption(): string {
	try {
		const { source } = parseArgs({ options: { source: { type: 'string' } } }).values;
		if (source !== undefined) return source;
	} catch (error) {
		throw new SourceError(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
	}
	throw new SourceError(USAGE);
}

async function build(source: string): Promise<void> {
	const files = await readSourceFolder(source);
	const tables = readTables(files);
	const groupings = groupUnits(tables.units);
	const boundaries = await buildBoundaries(files, groupings);
	const territories = buildTerritories(tables, groupings, boundaries);
	const outputs = {
		'static/geo/units.topo.json': JSON.stringify(boundaries.detailed),
		'static/geo/light.topo.json': JSON.stringify(boundaries.light),
		'static/geo/places.json': JSON.stringify(placesOf(territories)),
		'supabase/seed.sql': buildSeed(tables, territories)
	};
	for (const [path, content] of Object.entries(outputs)) {
		const target = join(ROOT, path);
		await mkdir(dirname(target), { recursive: true });
		await writeFile(target, content);
		const [plain, compressed] = [Buffer.byteLength(content), gzipSync(content).length];
		console.log(`${path}  ${(plain / 1000).toFixed(1)} kB, ${(compressed / 1000).toFixed(1)} kB compressed`);
	}
}

try {
	await build(sourceOption());
} catch (error) {
	if (!(error instanceof SourceError)) throw error;
	console.error(error.message);
	process.exitCode = 1;
}
