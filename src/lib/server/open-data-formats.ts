/** Open data in the formats that programs ask for. */
import { z } from 'zod';
import { todayInRiga } from '../activity/dates.ts';
import { csvFile } from '../map/export/csv.ts';
import { exportedShape } from '../map/export/geojson.ts';
import type { Cell } from '../map/export/types.ts';
import type { GeometryName } from '../map/geometry.ts';
import { OBJECT_OF_LEVEL } from '../map/levels.ts';
import { CONTENT_TYPES } from '../open-data/answers.ts';
import { API_PATH } from '../open-data/endpoints.ts';
import type { AreaLevel, Format } from '../open-data/parameters.ts';
import type { Meta } from '../open-data/records.ts';
import { chosenAreas } from '../open-data/topojson.ts';
import { refusedParameters } from './api.ts';
import { exactAreas, exactTopology } from './topology.ts';

/** A record; only those of lists, which are JSON alone, hold more than single values. */
export type Row = Record<string, Cell>;

/** What is to be sent. */
interface Content {
	rows: readonly Row[];
	meta: Meta;
	/** Of which the rows are. */
	record: z.ZodType;
	/** Of the address. */
	path: string;
}

interface Sent {
	body: string;
	headers: Record<string, string>;
}

/**
 * The body of an answer, and the headers of its format.
 * @throws ApiError 400 for boundaries of what has none; AppError `unavailable` when they cannot be read
 */
export async function inFormat(format: Format, content: Content): Promise<Sent> {
	switch (format) {
		case 'json':
			return sentJson(format, { data: content.rows, meta: content.meta });
		case 'csv':
			return csvOf(content);
		case 'geojson':
			return sentJson(format, await geojsonOf(content));
		case 'topojson':
			return sentJson(format, await topojsonOf(content));
	}
}

function sentJson(format: Format, body: object): Sent {
	return { body: JSON.stringify(body), headers: { 'Content-Type': CONTENT_TYPES[format] } };
}

/** The columns of a table are the fields of the records; what stands beside records in JSON stands in each row. */
function csvOf({ rows, meta, record, path }: Content): Sent {
	const { asOf, level, sources } = meta;
	const names = Object.keys(rows[0] ?? fieldsOf(record));
	const beside = {
		...(asOf !== undefined && { asOf }),
		sources: sources.map(({ id }) => id).join(' ')
	};
	const cells = rows.map((row) => [...names.map((name) => row[name] ?? null), ...Object.values(beside)]);
	// As every file: of what, of which class of privacy and of which day.
	const what = path.slice(path.indexOf(API_PATH) + API_PATH.length + 1).replaceAll('/', '-');
	const name = [
		'drosa-kopiena',
		what,
		...(level === undefined ? [] : [level]),
		'P',
		asOf ?? todayInRiga(new Date())
	].join('-');
	return {
		body: csvFile([[...names, ...Object.keys(beside)], ...cells]),
		headers: {
			'Content-Type': `${CONTENT_TYPES.csv}; charset=utf-8; header=present`,
			'Content-Disposition': `attachment; filename="${name}.csv"`
		}
	};
}

/** A table without rows has headings, too. */
function fieldsOf(record: z.ZodType): object {
	if (record instanceof z.ZodUnion) return fieldsOf(record.options[0] as z.ZodType);
	return record instanceof z.ZodObject ? record.shape : {};
}

/** RFC 7946. What has no boundary has no geometry. */
async function geojsonOf({ rows, meta }: Content): Promise<object> {
	const object = objectOf(meta.level);
	const areas = object === null ? [] : (await exactAreas(object)).features;
	const shapes = new Map(areas.map(({ properties, geometry }) => [properties.code, geometry]));
	const features = rows.map((properties) => {
		const shape = shapes.get(String(properties.code));
		return {
			...{ type: 'Feature', id: properties.code, properties },
			geometry: shape === undefined ? null : exportedShape(shape)
		};
	});
	return { type: 'FeatureCollection', meta, features };
}

async function topojsonOf({ rows, meta }: Content): Promise<object> {
	const object = objectOf(meta.level);
	if (object === null)
		throw refusedParameters([{ parameter: 'level', message: 'has no boundaries of its own; take "region"' }]);
	const records = new Map(rows.map((row) => [String(row.code), row]));
	return { ...chosenAreas(await exactTopology(), object, records), meta };
}

/** Which object of the boundaries has the areas of a level; null: none. */
function objectOf(level: AreaLevel | undefined): GeometryName | null {
	if (level === undefined || level === 'country') return null;
	return level === 'neighbourhood' ? 'neighbourhoods' : OBJECT_OF_LEVEL[level];
}
