/** What callers of the open data may ask for. A parameter that is not named here is refused, so that none is mistyped. */
import { z } from 'zod';
import { ACTIVITY_KINDS, COMMUNITY_KINDS } from '../communities/schema.ts';
import { LEVELS, REGION_CODES } from '../territories/types.ts';

/** Formats of answers. Only JSON comes in pages. */
export const FORMATS = ['json', 'csv', 'geojson', 'topojson'] as const;
export type Format = (typeof FORMATS)[number];

/** Levels at which areas are listed; a state city stands at those of parishes and of municipalities. */
export const AREA_LEVELS = [...LEVELS, 'neighbourhood'] as const;
/** Of the whole country there are figures, too. */
export const FIGURE_LEVELS = [...AREA_LEVELS, 'country'] as const;
export type AreaLevel = (typeof FIGURE_LEVELS)[number];

/** Records of one page: when nothing is said, and at most. No answer of the database has more than 1,000 rows. */
export const PAGE = { usual: 100, most: 1000 } as const;

const DAY = 'must be a day, YYYY-MM-DD';
const LIMIT = `must be a whole number from 1 to ${PAGE.most}`;
const AFTER = 'must be what "meta.next" of the page before says';

function one<const Values extends readonly string[]>(values: Values) {
	return z.enum(values, `must be one of ${values.join(', ')}`);
}

/** The format of the answer; JSON when nothing is said. */
export function format<const Values extends readonly Format[]>(values: Values) {
	return one(values).default('json').describe('Format of the answer. Only JSON comes in pages.');
}

/** Which level; parishes, towns and state cities when nothing is said. */
export function level<const Values extends readonly AreaLevel[]>(values: Values) {
	return one(values)
		.default('parish')
		.describe('Level of the areas; "parish" has towns and state cities, too.');
}

export const region = one(REGION_CODES).optional().describe('Only this planning region.');
export const asOf = z.iso
	.date(DAY)
	.optional()
	.describe('As of the end of this day, from 2000-01-01 to today in Latvia; today when left out.');
export const since = z.iso.date(DAY).optional();
export const territory = z
	.string()
	.max(20, 'must be the code of a territory')
	.optional()
	.describe('Only this territory and all that lies inside it: a code of "/territories".');
export const activityKind = one(ACTIVITY_KINDS).optional().describe('Only this kind of activity.');
export const communityKind = one(COMMUNITY_KINDS).optional().describe('Only this kind of community.');
export const year = z.coerce
	.number('must be a year')
	.int('must be a year')
	.min(1989, 'must be a year from 1989 on')
	.max(2100, 'must be a year')
	.optional()
	.describe('The best value of this year or the last one before it; the newest when left out.');

export const limit = z.coerce
	.number(LIMIT)
	.int(LIMIT)
	.min(1, LIMIT)
	.max(PAGE.most, LIMIT)
	.default(PAGE.usual)
	.describe('Records of one page.');
const followed = 'Where the page begins: follow "meta.next" of the page before.';
/** Pages of areas follow their codes. */
export const afterCode = z.string().min(1, AFTER).max(20, AFTER).optional().describe(followed);
/** Pages of what is kept in the database follow its ids. */
export const afterId = z.uuid(AFTER).optional().describe(followed);

/** A parameter for people: its name and what it may be; empty where that is not a few words. */
export interface Choice {
	name: string;
	values: string[];
}

/** What can be chosen of a set of data, without what leads from page to page. */
export function choicesOf(query: z.ZodObject): Choice[] {
	const { properties = {} } = z.toJSONSchema(query, { io: 'input' });
	return Object.entries(properties).flatMap(([name, schema]) => {
		if (PAGING.includes(name) || typeof schema !== 'object') return [];
		const values = schema.format === 'date' ? ['YYYY-MM-DD'] : (schema.enum ?? []).map(String);
		return [{ name, values }];
	});
}

const PAGING = ['limit', 'after'];
