/** Languages every text of a checklist is written in. */
export const LANGUAGES = ['lv', 'en', 'ru'] as const;
export type Language = (typeof LANGUAGES)[number];

/** One text in every language. */
export type Text = Record<Language, string>;

/** How far a community has come with an item, in its own words: not there, started, there, tested. */
export const LEVELS = [0, 1, 2, 3] as const;
export type Level = (typeof LEVELS)[number];

/** What may threaten a place. An item names at most one; it weighs in the order of gaps and never in the score. */
export const HAZARDS = ['border', 'flood', 'forest-fire', 'chemical', 'outage', 'alarm'] as const;
export type Hazard = (typeof HAZARDS)[number];

/** Themes that cut across the domains, for filters. */
export const TAGS = ['children', 'border', 'minorities'] as const;
export type Tag = (typeof TAGS)[number];

export const FORMS = ['full', 'quick'] as const;
export type Form = (typeof FORMS)[number];

/** A part of the checklist: one screen. */
export interface Domain {
	id: string;
	title: Text;
	intro: Text;
}

/** One statement group of the checklist. Its id is stable for ever. */
export interface Item {
	id: string;
	domain: string;
	/** 3 = protects life in the first 72 hours, 2 = makes the others work, 1 = strengthens. */
	weight: 1 | 2 | 3;
	/** A must-have: weight 3, never “not applicable”. */
	critical: boolean;
	/** Part of the quick form. */
	quick: boolean;
	/** “Not applicable” may be answered, with a reason. */
	naAllowed: boolean;
	/** A poll of the households helps to answer. */
	household: boolean;
	/** Details of the answer stay in the community. */
	sensitive: boolean;
	/** Only for communities inside the eastern border zone. */
	only?: 'border' | undefined;
	hazard?: Hazard | undefined;
	tags: Tag[];
	/** Of the next step: 1 = an evening, 2 = some weeks and people, 3 = months, money or an authority. */
	effort: 1 | 2 | 3;
	/** How long level 3 counts, in calendar months. */
	expiryMonths: number;
	/** The version in which the item began to mean something else; answers from before are not compared with later ones. */
	meaningChanged?: string | undefined;
	title: Text;
	explanation: Text;
	/** The statements to choose from, by level. */
	levels: [Text, Text, Text, Text];
	why: Text;
	nextStep: Text;
	evidence: Text;
	/** Ids of `Definition.helpers`. */
	helpers: string[];
	/** Ids of `Definition.links`. */
	links: string[];
}

/** Somebody who can help, with the name people know. */
export type Helper = Text;

/** An official page. */
export interface Link {
	url: string;
	title: Text;
}

/** One immutable version of a checklist: domains and items in the order in which they are read. */
export interface Definition {
	id: string;
	/** Semantic version. */
	version: string;
	status: 'draft' | 'published';
	title: Text;
	summary: Text;
	/** The item that guards the top grade. */
	drillItem: string;
	/** Short names of the levels. */
	levels: [Text, Text, Text, Text];
	helpers: Record<string, Helper>;
	links: Record<string, Link>;
	domains: Domain[];
	items: Item[];
}
