import { describe, expect, it } from 'vitest';
import { auditEntrySchema, auditPlace, auditSentence, type AuditEntry } from './audit.ts';

const ANNA = '00000000-0000-4000-8000-00000000000a';
const names = (code: string): string | null =>
	({ latgale: 'Latgale', '0043560': 'Nautrēnu pagasts' })[code] ?? null;

function entry(more: Partial<Record<keyof AuditEntry, unknown>>): AuditEntry {
	return auditEntrySchema.parse({
		id: 1,
		at: '2026-11-21T10:00:00+00:00',
		actor_id: ANNA,
		actor_name: 'Anna',
		actor_role: 'pkc',
		action: 'update',
		table_name: 'communities',
		row_id: null,
		columns: ['name'],
		region: 'latgale',
		community_id: null,
		community_name: null,
		detail: {},
		...more
	});
}

function sentence(more: Partial<Record<keyof AuditEntry, unknown>>): string {
	return auditSentence(entry(more), names);
}

describe('auditSentence', () => {
	const role = { role: 'member', scope_kind: 'community', scope_id: 'c1' };
	const community_name = 'Ļaudis';

	it('names who and what', () => {
		expect(sentence({})).toBe('Anna (PKC darbinieks) mainīja kopienas ziņas');
		expect(sentence({ table_name: 'activities', action: 'insert' })).toMatch(/pievienoja pasākumu$/);
	});

	it.each([
		['anybody without a name, by the role', { actor_name: null }, /^PKC darbinieks mainīja/],
		['somebody without name and role', { actor_name: null, actor_role: 'user' }, /^Lietotājs bez lomas /],
		[
			'people without an account',
			{ actor_id: null, actor_name: null, actor_role: 'respondent' },
			/^Cilvēks bez konta /
		],
		['the server', { actor_id: null, actor_name: null, actor_role: 'service' }, /^Serveris /]
	])('names %s', (_, more, expected) => {
		expect(sentence(more)).toMatch(expected);
	});

	it.each([
		['insert', [], { ...role, user_id: ANNA }, 'pieņēma lomu “Kopienas dalībnieks · Ļaudis”'],
		['insert', [], { ...role, user_id: 'other' }, 'piešķīra lomu “Kopienas dalībnieks · Ļaudis”'],
		['update', ['ended_at'], { ...role, user_id: ANNA }, 'atteicās no lomas “Kopienas dalībnieks · Ļaudis”'],
		['update', ['ended_at'], { ...role, user_id: 'other' }, 'izbeidza lomu “Kopienas dalībnieks · Ļaudis”'],
		['update', ['expires_at'], role, 'mainīja termiņu lomai “Kopienas dalībnieks · Ļaudis”']
	])('tells of roles: %s %j', (action, columns, detail, expected) => {
		expect(sentence({ table_name: 'memberships', action, columns, detail, community_name })).toContain(
			expected
		);
	});

	it.each([
		[['accepted_at', 'accepted_by'], 'pieņēma uzaicinājumu'],
		[['declined_at', 'email_hint'], 'noraidīja uzaicinājumu'],
		[['revoked_at', 'email_hint'], 'atsauca uzaicinājumu'],
		[['token_hash', 'expires_at'], 'izsniedza jaunu saiti'],
		[['email_hint', 'note'], 'mainīja uzaicinājumu']
	])('tells of invitations: %j', (columns, expected) => {
		const detail = { role: 'planner', scope_kind: 'region', scope_id: 'latgale' };
		expect(sentence({ table_name: 'invitations', columns, detail })).toContain(expected);
	});

	it.each([
		['assessments', 'insert', ['id', 'mode'], 'sāka pašnovērtējumu'],
		['assessments', 'update', ['as_of', 'status', 'submitted_at'], 'iesniedza pašnovērtējumu'],
		['assessments', 'update', ['confirmed_at', 'status'], 'apstiprināja pašnovērtējumu'],
		['assessments', 'update', ['archived_at', 'status'], 'nolika malā pašnovērtējumu'],
		['assessments', 'update', ['meeting_opened_at'], 'atvēra sanāksmi'],
		['assessments', 'update', ['composition'], 'mainīja pašnovērtējumu'],
		['respondents', 'insert', [], 'pievienojās pašnovērtējumam'],
		['respondents', 'delete', [], 'dzēsa cilvēka bez konta atbildes'],
		['poll_ballots', 'insert', [], 'ierakstīja aptaujas lapu no papīra'],
		['answers', 'update', ['value'], 'mainīja pašnovērtējuma atbildi']
	])('tells of rounds: %s %s %j', (table_name, action, columns, expected) => {
		expect(sentence({ table_name, action, columns })).toContain(expected);
	});

	it('tells of a respondent who took everything back', () => {
		const left = { table_name: 'respondents', action: 'delete', actor_role: 'respondent', actor_name: null };
		expect(sentence(left)).toContain('aizgāja no pašnovērtējuma');
	});

	it('tells of decisions, and copes with one it does not know', () => {
		const review = { table_name: 'community_reviews', action: 'insert' };
		expect(sentence({ ...review, detail: { decision: 'approved' } })).toMatch(/apstiprināja kopienu$/);
		expect(sentence({ ...review, detail: { decision: 'postponed' } })).toMatch(/pievienoja lēmumu/);
	});

	it('copes with tables and details it does not know', () => {
		expect(sentence({ table_name: 'something_new', detail: { role: 7 } })).toMatch(/mainīja something_new$/);
		expect(sentence({ table_name: 'memberships', action: 'insert', detail: {} })).toContain('“nav zināma”');
	});
});

describe('auditPlace', () => {
	it('is the community, else the place, else the region', () => {
		expect(auditPlace(entry({ community_name: 'Ļaudis' }), names)).toBe('Ļaudis');
		expect(auditPlace(entry({ detail: { territory_code: '0043560' } }), names)).toBe('Nautrēnu pagasts');
		expect(auditPlace(entry({}), names)).toBe('Latgale');
		expect(auditPlace(entry({ region: null }), names)).toBeNull();
	});
});
