/**
 * `npm run territories:build -- --source DIR`: makes boundaries, place list and seed data from the folder with
 * the source tables (docs/data.md). The same tables always give the same bytes.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { borderDistances, easternBorder, type CountriesTopology } from './territories/border-distance.ts';
import { buildBoundaries } from './territories/boundaries.ts';
import { SourceError } from './territories/errors.ts';
import { buildIndicators } from './territories/indicators.ts';
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

/** Outlines of the countries around Latvia (Natural Earth, 1:10 million): they say where the eastern border ends. */
async function readCountries(): Promise<CountriesTopology> {
	const path = createRequire(import.meta.url).resolve('world-atlas/countries-10m.json');
	return JSON.parse(await readFile(path, 'utf8')) as CountriesTopology;
}

async function build(source: string): Promise<void> {
	const files = await readSourceFolder(source);
	const tables = readTables(files);
	const groupings = groupUnits(tables.units);
	const boundaries = await buildBoundaries(files, groupings);
	const territories = buildTerritories(tables, groupings, boundaries);
	const border = easternBorder(boundaries.detailed, await readCountries());
	const distances = borderDistances(boundaries.detailed, border);
	const values = buildIndicators(tables, territories, distances);
	const outputs = {
		'static/geo/units.topo.json': JSON.stringify(boundaries.detailed),
		'static/geo/light.topo.json': JSON.stringify(boundaries.light),
		'static/geo/places.json': JSON.stringify(placesOf(territories)),
		'supabase/seed.sql': buildSeed(tables, territories, { values, distances })
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
