/** What an endpoint answers in each format, as schemas. */
import { z } from 'zod';
import type { Endpoint } from './endpoints.ts';
import type { Format } from './parameters.ts';
import { metaRecord } from './records.ts';

/** The type of the body of each format. */
export const CONTENT_TYPES = {
	json: 'application/json',
	csv: 'text/csv',
	geojson: 'application/geo+json',
	topojson: 'application/json'
} as const satisfies Record<Format, string>;

const geometry = z
	.object({ type: z.enum(['Polygon', 'MultiPolygon']), coordinates: z.array(z.unknown()) })
	.nullable()
	.describe('WGS84 degrees; null: no boundary is known.');

/** The answer of an endpoint in a format; a table is text. */
export function answerOf({ record }: Pick<Endpoint, 'record'>, format: Format): z.ZodType {
	switch (format) {
		case 'json':
			return z.object({ data: z.array(record), meta: metaRecord });
		case 'csv':
			return z
				.string()
				.describe(
					'RFC 4180 in UTF-8 with byte order mark: one row for each record, its fields as columns, then asOf where there is a day, and the keys of the sources. A text that a spreadsheet would run as a formula begins with an apostrophe.'
				);
		case 'geojson':
			return z.object({
				type: z.literal('FeatureCollection'),
				meta: metaRecord,
				features: z.array(
					z.object({ type: z.literal('Feature'), id: z.string(), properties: record, geometry })
				)
			});
		case 'topojson':
			return z.object({
				type: z.literal('Topology'),
				meta: metaRecord,
				transform: z.object({ scale: z.array(z.number()), translate: z.array(z.number()) }).optional(),
				objects: z.record(
					z.string(),
					z.object({
						type: z.literal('GeometryCollection'),
						geometries: z.array(
							z.object({
								type: z.enum(['Polygon', 'MultiPolygon']),
								id: z.string(),
								properties: record,
								arcs: z.array(z.unknown())
							})
						)
					})
				),
				arcs: z.array(z.array(z.array(z.number())))
			});
	}
}
