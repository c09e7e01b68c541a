/**
 * The open data of `/api/v1`, each with what may be asked, what is answered and examples. Endpoints check and shape by
 * it; the OpenAPI document, the catalogue for data portals and the page `/about/api` are made of it.
 */
import { z } from 'zod';
import * as ask from './parameters.ts';
import type { Format } from './parameters.ts';
import * as records from './records.ts';

/** Where the API begins. */
export const API_PATH = '/api/v1';

/** One set of data and how it is asked for. */
export interface Endpoint<
	Path extends z.ZodObject = z.ZodObject,
	Query extends z.ZodObject = z.ZodObject,
	Kept extends z.ZodType = z.ZodType
> {
	/** Name in the OpenAPI document; the page and the catalogue have their words by it. */
	id: EndpointId;
	/** Below `API_PATH`, with `{name}` for what stands in it. */
	path: string;
	/** In English, for the OpenAPI document: more than its title says. */
	description: string;
	/** What stands in the path. */
	inPath: Path;
	/** What stands behind `?`. */
	query: Query;
	/** One record of the answer. */
	record: Kept;
	/** The first is the usual one. */
	formats: readonly [Format, ...Format[]];
	/** Whether JSON comes in pages. */
	paged: boolean;
	/** Addresses below `API_PATH` that answer on every installation. The first one is shown to people. */
	examples: readonly [string, ...string[]];
}

/** Every set of data, in the order in which people read of them. */
export const ENDPOINT_IDS = [
	'territories',
	'activityStatus',
	'coverage',
	'communities',
	'activities',
	'indicators',
	'indicatorValues',
	'sources'
] as const;
export type EndpointId = (typeof ENDPOINT_IDS)[number];

function define<Path extends z.ZodObject, Query extends z.ZodObject, Kept extends z.ZodType>(
	endpoint: Endpoint<Path, Query, Kept>
): Endpoint<Path, Query, Kept> {
	return endpoint;
}

/** All parameters are named: an unknown one is refused with their list. */
const query = <Shape extends z.ZodRawShape>(shape: Shape) => z.strictObject(shape);
const nothing = query({});
const byCode = { limit: ask.limit, after: ask.afterCode };
const byId = { limit: ask.limit, after: ask.afterId };

export const ENDPOINTS = {
	territories: define({
		id: 'territories',
		path: '/territories',
		description:
			'The reference that all other answers use. GeoJSON (RFC 7946, WGS84) and TopoJSON have the boundaries of July 2022, generalised for maps of the country.',
		inPath: nothing,
		query: query({
			level: ask.level(ask.FIGURE_LEVELS),
			region: ask.region,
			format: ask.format(['json', 'geojson', 'topojson']),
			...byCode
		}),
		record: records.territoryRecord,
		formats: ['json', 'geojson', 'topojson'],
		paged: true,
		examples: [
			'/territories?level=municipality&region=latgale',
			'/territories?limit=2',
			'/territories?level=country',
			'/territories?level=region&format=geojson',
			'/territories?level=municipality&region=latgale&format=topojson'
		]
	}),
	activityStatus: define({
		id: 'activityStatus',
		path: '/activity-status',
		description:
			'What the map shows, on any day. The rule behind it stands on /about/method. Silence alone never means that nobody is there: not_surveyed is not inactive. Inside the eastern border zone the public sees three states only.',
		inPath: nothing,
		query: query({
			asOf: ask.asOf,
			level: ask.level(ask.AREA_LEVELS),
			region: ask.region,
			format: ask.format(['json', 'csv', 'geojson']),
			...byCode
		}),
		record: z.union([records.unitStatusRecord, records.areaStatusRecord]),
		formats: ['json', 'csv', 'geojson'],
		paged: true,
		examples: [
			'/activity-status?asOf=2026-06-30&region=vidzeme&format=csv',
			'/activity-status?region=latgale&limit=3',
			'/activity-status?level=municipality',
			'/activity-status?level=region&asOf=2026-06-30&format=geojson'
		]
	}),
	coverage: define({
		id: 'coverage',
		path: '/coverage',
		description:
			'Counts of parishes and towns by status and, of self-assessments, only numbers of communities and one coarse band per region and year. Both come from communities outside the eastern border zone, in groups of three or more, so that nobody can be computed out of them. Scores of places, communities or households are never here.',
		inPath: nothing,
		query: query({ asOf: ask.asOf, region: ask.region }),
		record: records.coverageRecord,
		formats: ['json'],
		paged: false,
		examples: ['/coverage', '/coverage?region=vidzeme&asOf=2026-06-30']
	}),
	communities: define({
		id: 'communities',
		path: '/communities',
		description: 'Public cards of approved communities. Never contact persons, members or answers.',
		inPath: nothing,
		query: query({
			region: ask.region,
			territory: ask.territory,
			kind: ask.communityKind,
			since: ask.since.describe('Known since this day or later.'),
			...byId
		}),
		record: records.communityRecord,
		formats: ['json'],
		paged: true,
		examples: ['/communities?region=latgale&limit=5', '/communities?territory=0042000']
	}),
	activities: define({
		id: 'activities',
		path: '/activities',
		description: 'Public activities and agreements, with days as exact as they are known.',
		inPath: nothing,
		query: query({
			region: ask.region,
			territory: ask.territory,
			kind: ask.activityKind,
			since: ask.since.describe('Ended on this day or later.'),
			...byId
		}),
		record: records.activityRecord,
		formats: ['json'],
		paged: true,
		examples: ['/activities?kind=initiative&limit=2', '/activities?region=latgale&since=2025-01-01&limit=3']
	}),
	indicators: define({
		id: 'indicators',
		path: '/indicators',
		description: 'Which figures of territories there are.',
		inPath: nothing,
		query: nothing,
		record: records.indicatorRecord,
		formats: ['json'],
		paged: false,
		examples: ['/indicators']
	}),
	indicatorValues: define({
		id: 'indicatorValues',
		path: '/indicators/{indicator}',
		description:
			'Values of one figure, each with year, method and source. They are never joined with the activity of a place.',
		inPath: z.object({ indicator: records.indicatorRecord.shape.id.describe('Id of "/indicators".') }),
		query: query({
			level: ask.level(ask.FIGURE_LEVELS),
			region: ask.region,
			year: ask.year,
			format: ask.format(['json', 'csv']),
			...byCode
		}),
		record: records.indicatorValueRecord,
		formats: ['json', 'csv'],
		paged: true,
		examples: [
			'/indicators/population?level=municipality',
			'/indicators/minority-share?region=latgale&limit=3',
			'/indicators/border-distance?region=latgale&format=csv'
		]
	}),
	sources: define({
		id: 'sources',
		path: '/sources',
		description: 'Where all data are from, with licence and known weaknesses.',
		inPath: nothing,
		query: nothing,
		record: records.sourceRecord,
		formats: ['json'],
		paged: false,
		examples: ['/sources']
	})
} satisfies Record<EndpointId, Endpoint>;

/** The same as a list. */
export const ENDPOINT_LIST: readonly Endpoint[] = ENDPOINT_IDS.map((id) => ENDPOINTS[id]);
