/**
 * JSON-stat 2 (https://json-stat.org/full/), the format in which PxWeb answers. A data set is a cube; here it becomes
 * a table with one row for each place and period and one column for each kind of figure.
 */
import { z } from 'zod';
import { normaliseName } from '../../territories/names.ts';
import { distinctHeadings, TableError, type SourceTable } from './table.ts';

const MOST_CELLS = 1_000_000;
const MOST_COLUMNS = 300;

const datasetSchema = z.object({
	class: z.literal('dataset'),
	label: z.string().optional(),
	id: z.array(z.string()).min(1),
	size: z.array(z.int().min(0)),
	role: z.object({ time: z.array(z.string()).optional(), geo: z.array(z.string()).optional() }).optional(),
	dimension: z.record(
		z.string(),
		z.object({
			label: z.string().optional(),
			category: z.object({
				/** Codes in their order, or the position of each; may be missing where there is one category only. */
				index: z.union([z.array(z.string()), z.record(z.string(), z.int())]).optional(),
				label: z.record(z.string(), z.string()).optional()
			})
		})
	),
	/** Row by row, the last dimension fastest; or only what there is, by position. */
	value: z.union([z.array(z.number().nullable()), z.record(z.string(), z.number().nullable())])
});
type Dataset = z.infer<typeof datasetSchema>;

/** What PxWeb answers before it is asked for data. */
const descriptionSchema = z.object({ title: z.string(), variables: z.array(z.unknown()) });

interface Dimension {
	id: string;
	label: string;
	categories: { code: string; label: string }[];
	/** How far apart in `value` two neighbours are. */
	step: number;
}

const PLACE_NAMES = [
	'area',
	'geo',
	'region',
	'territory',
	'teritoriala vieniba',
	'territorial unit',
	'teritorija'
];
const TIME_NAMES = ['time', 'year', 'gads', 'laika periods', 'time period', 'period', 'periods'];

/**
 * Reads a data set.
 * @param placeDimension id of the dimension of places, where its name does not tell
 * @throws TableError `not_json_stat`, `description`, `too_large`, `place_column`, `no_rows`
 */
export function readJsonStat(text: string, placeDimension?: string): SourceTable {
	const dataset = parseDataset(text);
	const dimensions = dimensionsOf(dataset);
	const place = find(dimensions, [placeDimension, ...(dataset.role?.geo ?? [])], PLACE_NAMES);
	if (place === undefined) {
		throw new TableError(
			'place_column',
			placeDimension,
			dimensions.map(({ id }) => id)
		);
	}
	const time = find(dimensions, dataset.role?.time ?? [], TIME_NAMES);
	const kinds = kindsOf(dimensions.filter((each) => each !== place && each !== time));
	const valueAt = (position: number): number | null | undefined =>
		Array.isArray(dataset.value) ? dataset.value[position] : dataset.value[String(position)];

	const rows = place.categories.flatMap(({ code, label }, atPlace) =>
		(time?.categories ?? [null]).map((period, atTime) => {
			const start = atPlace * place.step + atTime * (time?.step ?? 0);
			const figures = kinds.map(({ offset }) => String(valueAt(start + offset) ?? ''));
			return [code, label, ...(period === null ? [] : [period.label]), ...figures];
		})
	);
	if (rows.length === 0) throw new TableError('no_rows');
	const columns = distinctHeadings([
		place.id,
		place.label,
		...(time === undefined ? [] : [time.label]),
		...kinds.map(({ heading }) => heading)
	]);
	const [codes = '', names = '', years] = columns;
	return {
		format: 'json-stat',
		title: dataset.label ?? null,
		columns,
		rows,
		known: { code: codes, name: names, ...(time === undefined ? {} : { year: years }) }
	};
}

function parseDataset(text: string): Dataset {
	let json: unknown;
	try {
		json = JSON.parse(text);
	} catch {
		throw new TableError('not_json_stat');
	}
	if (descriptionSchema.safeParse(json).success) throw new TableError('description');
	const parsed = datasetSchema.safeParse(json);
	if (!parsed.success) {
		throw new TableError('not_json_stat', parsed.error.issues[0]?.path.join('.'));
	}
	const { id, size } = parsed.data;
	if (id.length !== size.length) throw new TableError('not_json_stat', 'size');
	if (size.reduce((cells, each) => cells * each, 1) > MOST_CELLS) throw new TableError('too_large');
	return parsed.data;
}

function dimensionsOf({ id, size, dimension }: Dataset): Dimension[] {
	return id.map((name, position) => {
		const described = dimension[name];
		if (described === undefined) throw new TableError('not_json_stat', `dimension.${name}`);
		const { index, label = {} } = described.category;
		const codes = Array.isArray(index)
			? index
			: Object.entries(index ?? Object.fromEntries(Object.keys(label).map((code, at) => [code, at])))
					.sort(([, a], [, b]) => a - b)
					.map(([code]) => code);
		if (codes.length !== size[position]) throw new TableError('not_json_stat', `dimension.${name}.category`);
		return {
			id: name,
			label: described.label ?? name,
			categories: codes.map((code) => ({ code, label: label[code] ?? code })),
			step: size.slice(position + 1).reduce((cells, each) => cells * each, 1)
		};
	});
}

/** The dimension with one of these ids; else the one that is called so. */
function find(
	dimensions: readonly Dimension[],
	ids: readonly (string | undefined)[],
	names: readonly string[]
): Dimension | undefined {
	return (
		dimensions.find(({ id }) => ids.includes(id)) ??
		dimensions.find(
			({ id, label }) => names.includes(normaliseName(id)) || names.includes(normaliseName(label))
		)
	);
}

/** Every combination of the categories of the other dimensions. What they all share is not said in the heading. */
function kindsOf(dimensions: readonly Dimension[]): { heading: string; offset: number }[] {
	let kinds: { words: string[]; offset: number }[] = [{ words: [], offset: 0 }];
	for (const { categories, step } of dimensions) {
		const isSaid = categories.length > 1;
		kinds = kinds.flatMap(({ words, offset }) =>
			categories.map(({ label }, at) => ({
				words: isSaid ? [...words, label] : words,
				offset: offset + at * step
			}))
		);
		if (kinds.length > MOST_COLUMNS) throw new TableError('too_large');
	}
	const shared = dimensions.map(({ categories }) => categories[0]?.label ?? '').join(' · ');
	return kinds.map(({ words, offset }) => ({
		heading: words.length > 0 ? words.join(' · ') : shared,
		offset
	}));
}
