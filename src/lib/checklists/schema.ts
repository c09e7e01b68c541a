/**
 * What a checklist must look like: as files people write (`checklistFile`, `domainFile`) and as the definition made
 * of them. Each field says what to write; the reader's errors and the hints of editors (checklists/schema.json) both
 * come from here.
 */
import { z } from 'zod';
import { HAZARDS, TAGS, type Definition } from './types.ts';

/** Attaches the sentence that an author reads when the field is wrong. */
function say(what: string): { error: string } {
	return { error: `write ${what}` };
}

const hint = <T extends z.ZodType>(schema: T, what: string): T => schema.describe(what);

const sentence = (language: string) =>
	hint(
		z
			.string(say(`the text in ${language}`))
			.trim()
			.min(1, say(`the text in ${language}`))
			.max(1200, {
				error: `shorten the text: at most 1200 characters`
			}),
		`The text in ${language}`
	);
const text = z.strictObject(
	{ lv: sentence('Latvian'), en: sentence('English'), ru: sentence('Russian') },
	{
		error: (issue) =>
			issue.code === 'unrecognized_keys' ? undefined : 'write the text under lv:, en: and ru:'
	}
);

const slug = (what: string) =>
	hint(
		z
			.string(say(what))
			.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, say(`${what}: small letters a–z, digits and hyphens`)),
		what
	);
const VERSION_RULE = "a version of three numbers in quotes, such as '1.0.0'";
const version = hint(
	z.string(say(VERSION_RULE)).regex(/^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$/, say(VERSION_RULE)),
	'Version: three numbers'
);
const ITEM_RULE = "the number of an item in quotes, such as '12.1'";
const itemId = hint(
	z.string(say(ITEM_RULE)).regex(/^[1-9]\d*\.[1-9]\d*$/, say(ITEM_RULE)),
	'Number of an item'
);

const four = <T extends z.ZodType>(each: T, what: string) =>
	hint(
		z.tuple([each, each, each, each], say(`exactly four ${what}, for the levels 0, 1, 2 and 3`)),
		`Four ${what}`
	);
const flag = (what: string) => hint(z.boolean(say('true, or leave the line out')).default(false), what);
const one = <const T extends readonly string[]>(values: T, what: string) =>
	hint(z.enum(values, say(`one of: ${values.join(', ')}`)), what);
const WEIGHT = '3 (protects life in the first 72 hours), 2 (makes the others work) or 1 (strengthens)';
const EFFORT = '1 (an evening, no money), 2 (some weeks and people) or 3 (months, money or an authority)';
const MONTHS = '12 (about contacts or people) or 24; the statement of level 3 names the same period';
const ids = (what: string) => z.array(slug(`an id of ${what}`), say(`a list of ids, such as [${what}]`));

/** An item as it is written in a file of its domain. */
const itemFile = z.strictObject(
	{
		id: itemId,
		weight: hint(z.literal([1, 2, 3], say(WEIGHT)), WEIGHT),
		critical: flag('A must-have: weight 3, and never naAllowed'),
		quick: flag('Part of the quick form'),
		naAllowed: flag('“Not applicable” may be answered, with a reason'),
		household: flag('A poll of the households helps to answer'),
		sensitive: flag('Details of the answer stay in the community'),
		only: hint(
			z.literal('border', say('border, or leave the line out')),
			'Only in the eastern border zone'
		).optional(),
		hazard: one(HAZARDS, 'The hazard the item is about').optional(),
		tags: hint(
			z.array(one(TAGS, 'Theme'), say('a list, such as [children]')).default([]),
			'Themes, for filters'
		),
		effort: hint(z.literal([1, 2, 3], say(EFFORT)), `Effort of the next step: ${EFFORT}`),
		expiryMonths: hint(
			z.int(say(MONTHS)).min(1, say(MONTHS)).max(60, say(MONTHS)),
			`After so many months level 3 counts as 2: ${MONTHS}`
		),
		meaningChanged: hint(version, 'The version in which the item began to mean something else').optional(),
		title: hint(text, 'At most 8 words'),
		explanation: hint(text, 'One sentence: what is meant'),
		levels: four(text, 'statements'),
		why: hint(text, 'Why it matters'),
		nextStep: hint(text, 'One step that a group without money can do'),
		evidence: hint(text, 'What shows it; never personal data'),
		helpers: hint(ids('helpers'), 'Who can help: ids of checklist.yaml'),
		links: hint(ids('links').default([]), 'Official pages: ids of checklist.yaml')
	},
	{ error: unknownKey }
);

/** `NN-<domain>.yaml`: a domain with its items. */
export const domainFile = z.strictObject(
	{
		id: slug('the id of the domain'),
		title: text,
		intro: hint(text, 'One or two sentences: what this part is about'),
		items: z.array(itemFile, say('a list of items')).min(1, say('at least one item'))
	},
	{ error: unknownKey }
);

const helpers = z.record(slug('the id of a helper'), text, say('the helpers, each with its name'));
const links = z.record(
	slug('the id of a link'),
	z.strictObject(
		{
			url: hint(z.url({ protocol: /^https$/, ...say('an address that begins with https://') }), 'https://…'),
			title: text
		},
		{ error: unknownKey }
	),
	say('the links, each with url: and title:')
);

const head = {
	id: slug('the id of the checklist'),
	version,
	status: one(['draft', 'published'], 'draft until the version is published'),
	title: text,
	summary: text,
	drillItem: hint(itemId, 'The item that guards the top grade'),
	levels: four(text, 'short names'),
	helpers,
	links
};

/** `checklist.yaml`: what belongs to the whole, and the order of the domains. */
export const checklistFile = z.strictObject(
	{
		...head,
		domains: z
			.array(slug('the id of a domain'), say('the ids of the domains in order'))
			.min(1, say('at least one domain'))
	},
	{ error: unknownKey }
);

/** A definition, as it is stored, sent and scored. What the fields must not contradict is in `findContradictions`. */
export const definitionSchema: z.ZodType<Definition> = z.strictObject({
	...head,
	domains: z.array(z.strictObject({ id: slug('the id of the domain'), title: text, intro: text })).min(1),
	items: z.array(itemFile.extend({ domain: slug('the id of the domain') })).min(1)
});

/** A misspelt key is the most frequent mistake; the sentence names it. */
function unknownKey(issue: { code?: string; keys?: unknown }): string | undefined {
	if (issue.code !== 'unrecognized_keys' || !Array.isArray(issue.keys)) {
		return issue.code === 'invalid_type'
			? 'write the fields below each other, each as “name: value”'
			: undefined;
	}
	const keys = issue.keys.map((key) => `“${String(key)}”`).join(', ');
	return `remove ${keys} or correct the spelling: no field has this name`;
}
