import Papa from 'papaparse';
import { z } from 'zod';
import { REGION_CODES } from '../../lib/territories/types.ts';
import { SourceError } from './errors.ts';
import { sourcePath, type SourceFile, type SourceFiles } from './source-folder.ts';

const text = z.string().trim().min(1);
/** An empty cell is no value, never an empty text and never 0. */
const empty = z
	.string()
	.trim()
	.transform((cell) => (cell === '' ? null : cell));
const number = z
	.string()
	.regex(/^-?\d+(\.\d+)?$/, 'is not a number')
	.transform(Number);
const count = z
	.string()
	.regex(/^\d*$/, 'is not a whole number')
	.transform((cell) => (cell === '' ? null : Number(cell)));
const kilometres = z
	.string()
	.regex(/^(\d+(\.\d+)?)?$/, 'is not a number')
	.transform((cell) => (cell === '' ? null : Number(cell)));
const atvk = z.string().regex(/^\d{7}$/, 'is not a code of seven digits');
const optionalAtvk = z
	.string()
	.regex(/^(\d{7})?$/, 'is not a code of seven digits')
	.transform((cell) => cell || null);
const percent = z
	.string()
	.regex(/^(\d+(\.\d+)?)?$/, 'is not a number')
	.transform((cell) => (cell === '' ? null : Number(cell)))
	.refine((share) => share === null || share <= 100, 'is more than 100 per cent');
const year = z
	.string()
	.regex(/^((19|20)\d\d)?$/, 'is not a year')
	.transform((cell) => (cell === '' ? null : Number(cell)));
const isoDate = z.iso.date();
const yes = z.enum(['yes', 'no', '']).transform((cell) => cell === 'yes');
const list = z.string().transform((cell) =>
	cell
		.split(';')
		.map((part) => part.trim())
		.filter((part) => part !== '')
);

const unitRow = z.object({
	code: atvk,
	code_current: optionalAtvk,
	name: text,
	type: z.enum(['parish', 'town', 'state_city']),
	municipality: text,
	municipality_code: atvk,
	planning_region: z.enum(REGION_CODES),
	area_km2: number,
	lon: number,
	lat: number,
	code_2018: optionalAtvk,
	municipality_2018: empty,
	eastern_border_plan: yes,
	touches_russia_km: kilometres,
	touches_belarus_km: kilometres
});

const municipalityRow = z.object({ code: atvk, name: text, planning_region: z.enum(REGION_CODES) });

const communityRow = z.object({
	id: text,
	name: text,
	kind: text,
	territory_code: atvk,
	territory: text,
	municipality: text,
	place: empty,
	source_document: list,
	note: empty
});

const placeRow = communityRow.extend({ outdoor: yes, community_id: empty });

const activityRow = z.object({
	title: text,
	kind: text,
	community_id: empty,
	territory_code: optionalAtvk,
	territory: empty,
	municipality: empty,
	date_from: isoDate,
	date_to: isoDate,
	date_precision: z.enum(['day', 'month', 'year', 'period']),
	target_groups: list,
	participants: count,
	participants_qualifier: z.enum(['about', 'more_than', '']).transform((cell) => cell || null),
	organisations: count,
	other_territories: list,
	source_document: list,
	note: empty
});

const documentRow = z.object({ file: text, title: text, publisher: text, date: empty, place: empty });

const groupCounts = { latvians: count, russians: count, belarusians: count, ukrainians: count, poles: count };

/** Ethnic composition of a municipality of 2009–2021 or, with ` (2021+)` behind the name, of one of today. */
const ethnicityMunicipalityRow = z.object({
	...groupCounts,
	municipality: text,
	year,
	total: count,
	note: z.string(),
	latvian_share_pct: percent,
	share_basis: z.string(),
	best: yes
});

/** Ethnic composition of a parish or town by the census of 2011; `name` may be that of a municipality of one parish. */
const ethnicityParishRow = z.object({
	...groupCounts,
	code: atvk,
	code2018: atvk,
	name: text,
	total_2011: count,
	latvian_share: percent,
	note: z.string()
});

const populationRow = z.object({ municipality2018: text, population_2020: count });

export type UnitRow = z.infer<typeof unitRow>;
export type MunicipalityRow = z.infer<typeof municipalityRow>;
export type CommunityRow = z.infer<typeof communityRow>;
export type PlaceRow = z.infer<typeof placeRow>;
export type ActivityRow = z.infer<typeof activityRow>;
export type DocumentRow = z.infer<typeof documentRow>;
export type EthnicityMunicipalityRow = z.infer<typeof ethnicityMunicipalityRow>;
export type EthnicityParishRow = z.infer<typeof ethnicityParishRow>;
export type PopulationRow = z.infer<typeof populationRow>;

export interface SourceTables {
	units: UnitRow[];
	municipalities: MunicipalityRow[];
	communities: CommunityRow[];
	places: PlaceRow[];
	activities: ActivityRow[];
	documents: DocumentRow[];
	ethnicityMunicipalities: EthnicityMunicipalityRow[];
	ethnicityParishes: EthnicityParishRow[];
	populations: PopulationRow[];
}

/** Codes are read as text, so leading zeros stay. @throws SourceError naming file, row and column. */
function readTable<Schema extends z.ZodObject>(files: SourceFiles, file: SourceFile, schema: Schema) {
	const content = new TextDecoder('utf-8', { fatal: true }).decode(files[file]);
	const parsed = Papa.parse<Record<string, string>>(content, { header: true, skipEmptyLines: true });
	const broken = parsed.errors[0];
	if (broken) throw new SourceError(`${sourcePath(file)}, row ${(broken.row ?? 0) + 2}: ${broken.message}`);
	return parsed.data.map((row, index) => {
		const result = schema.safeParse(row);
		if (result.success) return result.data;
		const issue = result.error.issues[0];
		const column = issue?.path.join('.') ?? '';
		throw new SourceError(
			`${sourcePath(file)}, row ${index + 2}, column ${column}: “${row[column] ?? ''}” ${issue?.message ?? ''}`
		);
	});
}

/** Reads and checks all tables of the folder; columns that the product does not use are ignored. */
export function readTables(files: SourceFiles): SourceTables {
	return {
		units: readTable(files, 'territories.csv', unitRow),
		municipalities: readTable(files, 'municipalities.csv', municipalityRow),
		communities: readTable(files, 'communities.csv', communityRow),
		places: readTable(files, 'places.csv', placeRow),
		activities: readTable(files, 'activities.csv', activityRow),
		documents: readTable(files, 'documents.csv', documentRow),
		ethnicityMunicipalities: readTable(files, 'ethnicity-municipalities.csv', ethnicityMunicipalityRow),
		ethnicityParishes: readTable(files, 'ethnicity-parishes.csv', ethnicityParishRow),
		populations: readTable(files, 'population.csv', populationRow)
	};
}
