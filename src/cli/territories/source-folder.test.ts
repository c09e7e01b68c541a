import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readSourceFolder, type SourceFiles } from './source-folder.ts';
import { readTables } from './tables.ts';

let folder = '';
beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'source-'));
});
afterEach(async () => {
	await rm(folder, { recursive: true });
});

describe('readSourceFolder', () => {
	it('says that there is no such folder', async () => {
		await expect(readSourceFolder(join(folder, 'nowhere'))).rejects.toThrow(/there is no folder/);
	});

	it('names every missing file at once', async () => {
		await writeFile(join(folder, 'territories.csv'), 'code\n');
		const refusal = expect(readSourceFolder(folder)).rejects;
		await refusal.toThrow(/boundaries\/apkaimes\/Apkaimes\.shp\n(.*\n)*.*municipalities\.csv/);
		await expect(readSourceFolder(folder)).rejects.not.toThrow(/ {2}territories\.csv/);
	});
});

describe('readTables', () => {
	it('names file, row and column of a wrong cell', () => {
		const text = (content: string) => new TextEncoder().encode(content);
		const header =
			'code,code_current,name,type,municipality,municipality_code,planning_region,area_km2,lon,lat,code_2018,' +
			'municipality_2018,eastern_border_plan,touches_russia_km,touches_belarus_km';
		const good = '0001000,,Rīga,state_city,Rīga,0001000,riga,303.9,24.1,56.9,,,,,';
		// A spreadsheet has eaten the leading zeros.
		const bad = '2000,,Daugavpils,state_city,Daugavpils,0002000,latgale,73.2,26.5,55.8,,,yes,,';
		const files = { 'territories.csv': text([header, good, bad].join('\n')) } as unknown as SourceFiles;
		expect(() => readTables(files)).toThrow(
			'territories.csv, row 3, column code: “2000” is not a code of seven digits'
		);
	});
});
