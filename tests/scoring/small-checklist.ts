/** A checklist small enough to count by hand, and arbitrary ones for properties. */
import fc from 'fast-check';
import { itemsInForm } from '../../src/lib/checklists/applicability.ts';
import { HAZARDS, type Definition, type Item, type Text } from '../../src/lib/checklists/types.ts';
import { ANSWER_VALUES, EVIDENCE, type Answer, type Context } from '../../src/lib/scoring/types.ts';

export const AS_OF = '2026-11-21';

/** The same words in every language. */
export function text(words: string): Text {
	return { lv: words, en: words, ru: words };
}

/** An item with weight 1 that is in every form, but for what is said. */
export function item(id: string, domain: string, more: Partial<Item> = {}): Item {
	return {
		id,
		domain,
		weight: 1,
		critical: false,
		quick: true,
		naAllowed: false,
		household: false,
		sensitive: false,
		tags: [],
		effort: 2,
		expiryMonths: 12,
		title: text(`Item ${id}`),
		explanation: text('What is meant'),
		levels: [text('none'), text('started'), text('there'), text('tested')],
		why: text('Why'),
		nextStep: text('Next'),
		evidence: text('Shown by'),
		helpers: [],
		links: [],
		...more
	};
}

/** A definition of these items, its domains in their order. */
export function definition(items: Item[], more: Partial<Definition> = {}): Definition {
	return {
		id: 'small',
		version: '1.0.0',
		status: 'published',
		title: text('Small'),
		summary: text('A small checklist'),
		drillItem: items[0]?.id ?? '1.1',
		levels: [text('none'), text('started'), text('there'), text('tested')],
		helpers: {},
		links: {},
		domains: [...new Set(items.map(({ domain }) => domain))].map((id) => ({
			id,
			title: text(id),
			intro: text(id)
		})),
		items,
		...more
	};
}

/** Answers of today with a document each, by item. */
export function answers(values: Record<string, Answer['value'] | Partial<Answer>>): Answer[] {
	return Object.entries(values).map(([id, value]) => ({
		item: id,
		value: 2,
		asOf: AS_OF,
		evidence: 1,
		...(typeof value === 'object' ? value : { value })
	}));
}

export function context(more: Partial<Context> = {}): Context {
	return { form: 'full', asOf: AS_OF, borderZone: false, ...more };
}

/** Checklists of up to four domains, with every flag the rules look at. */
const checklist: fc.Arbitrary<Definition> = fc
	.array(
		fc.array(
			fc.record({
				weight: fc.constantFrom(1 as const, 2 as const, 3 as const),
				critical: fc.boolean(),
				quick: fc.boolean(),
				naAllowed: fc.boolean(),
				border: fc.nat({ max: 4 }).map((n) => n === 0),
				hazard: fc.option(fc.constantFrom(...HAZARDS), { nil: undefined }),
				effort: fc.constantFrom(1 as const, 2 as const, 3 as const),
				expiryMonths: fc.constantFrom(12, 24)
			}),
			{ minLength: 1, maxLength: 5 }
		),
		{ minLength: 1, maxLength: 4 }
	)
	.map((domains) =>
		definition(
			domains.flatMap((items, d) =>
				items.map(({ border, critical, naAllowed, weight, ...rest }, i) =>
					item(`${d + 1}.${i + 1}`, `d${d + 1}`, {
						...rest,
						critical,
						weight: critical ? 3 : weight,
						naAllowed: naAllowed && !critical,
						...(border ? { only: 'border' as const } : {})
					})
				)
			)
		)
	);

/** Days around the end of 12 and 24 months. */
const day = fc.constantFrom(
	'2026-11-21',
	'2025-11-21',
	'2025-11-20',
	'2024-11-21',
	'2024-11-20',
	'2020-02-29'
);

/** An assessment: a checklist, answers to some of its items, and a context. */
export interface Assessment {
	definition: Definition;
	answers: Answer[];
	context: Context;
}

/** @param openness of ten items, how many stay unanswered, about */
export function assessment(openness = 2): fc.Arbitrary<Assessment> {
	return checklist.chain((drawn) =>
		fc.record({
			definition: fc.constant(drawn),
			context: fc.record({
				form: fc.constantFrom('full' as const, 'quick' as const),
				asOf: fc.constant(AS_OF),
				borderZone: fc.boolean(),
				exposure: fc.option(
					fc.dictionary(
						fc.constantFrom(...HAZARDS),
						fc.integer({ min: 50, max: 150 }).map((hundredths) => hundredths / 100)
					),
					{ nil: undefined }
				)
			}),
			answers: fc
				.tuple(
					...drawn.items.map(({ id }) =>
						fc.option(
							fc.record({
								item: fc.constant(id),
								value: fc.constantFrom(...ANSWER_VALUES, 2 as const, 3 as const, 3 as const),
								asOf: day,
								evidence: fc.constantFrom(...EVIDENCE),
								reason: fc.constant('a reason')
							}),
							{ freq: Math.max(1, Math.round(10 / openness) - 1) }
						)
					)
				)
				.map((given) => given.filter((answer) => answer !== null))
		})
	);
}

/** The answers that enter the score. */
export function inForm({ definition: drawn, answers: given, context: where }: Assessment): Answer[] {
	const ids = new Set(itemsInForm(drawn, where).map(({ id }) => id));
	return given.filter(({ item: id }) => ids.has(id));
}
