import { existsSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SourceError } from './errors.ts';

const UNITS = 'boundaries/Territorial_units_LV_1.2m_(2022.07.01.)/Territorial_units_LV_1.2m_(2022.07.01.)';
const NEIGHBOURHOODS = 'boundaries/apkaimes/Apkaimes';

/** What the folder with the source tables must hold, by the name used in this build. */
const FILES = {
	'units.shp': `${UNITS}.shp`,
	'units.dbf': `${UNITS}.dbf`,
	'units.prj': `${UNITS}.prj`,
	'units.cpg': `${UNITS}.cpg`,
	'neighbourhoods.shp': `${NEIGHBOURHOODS}.shp`,
	'neighbourhoods.dbf': `${NEIGHBOURHOODS}.dbf`,
	'neighbourhoods.prj': `${NEIGHBOURHOODS}.prj`,
	'neighbourhoods.cpg': `${NEIGHBOURHOODS}.cpg`,
	'territories.csv': 'territories.csv',
	'municipalities.csv': 'municipalities.csv',
	'communities.csv': 'communities_latgale.csv',
	'places.csv': 'resource_centres_latgale.csv',
	'activities.csv': 'activities_latgale.csv',
	'documents.csv': 'source_documents.csv',
	'ethnicity-municipalities.csv': 'ethnicity_municipalities.csv',
	'ethnicity-parishes.csv': 'ethnicity_parishes_2011.csv',
	'population.csv': 'population_2020_municipalities_2018.csv'
} as const;

export type SourceFile = keyof typeof FILES;
export type SourceFiles = Record<SourceFile, Uint8Array>;

/** The path of a source file inside the folder, for messages. */
export function sourcePath(file: SourceFile): string {
	return FILES[file];
}

/**
 * Reads every file of the folder with the source tables.
 * @throws SourceError that names the folder or all missing files at once.
 */
export async function readSourceFolder(folder: string): Promise<SourceFiles> {
	if (!existsSync(folder) || !statSync(folder).isDirectory()) {
		throw new SourceError(`--source: there is no folder “${folder}”.`);
	}
	const names = Object.keys(FILES) as SourceFile[];
	const missing = names.filter((name) => !existsSync(join(folder, FILES[name])));
	if (missing.length > 0) {
		const list = missing.map((name) => `  ${FILES[name]}`).join('\n');
		throw new SourceError(
			`The folder “${folder}” lacks:\n${list}\nWhat it must hold stands in docs/data.md.`
		);
	}
	// Complete once the loop has run.
	const files = {} as SourceFiles;
	for (const name of names) files[name] = await readFile(join(folder, FILES[name]));
	return files;
}
