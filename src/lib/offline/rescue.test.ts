import { describe, expect, it } from 'vitest';
import { readRescue, RESCUE_MAX_BYTES, writeRescue } from './rescue.ts';
import type { AnswerRecord, Content, Round } from './round.ts';

const AT = '2026-11-21T10:00:00.000Z';
const content = (note: string): Content => ({
	...{ value: 2, asOf: '2026-11-21', evidence: 1, reason: '', note, dissent: 'Ne visi', changedAt: AT }
});
const fields = {
	...{ assessment: '3f0e9a52-6c1b-4d7e-9a10-2b7c5d8e9f01', checklist: 'drosa-kopiena', version: '1.0.0' },
	...{
		form: 'quick' as const,
		borderZone: true,
		exposure: { flood: 1.5 },
		title: 'Paraugs',
		name: 'Pavasaris'
	},
	...{
		status: 'draft',
		step: 'sakari',
		state: 'signed_out' as const,
		fetchedAt: AT,
		sentAt: null,
		updatedAt: AT
	}
};
const round: Round = {
	id: 'assessment/secret-person',
	kind: 'community',
	person: 'secret-person',
	...fields
};
const respondent: Round = { id: 'respondent-1', kind: 'respondent', token: 'secret-token', ...fields };
const record: AnswerRecord = {
	...{ round: round.id, item: '1.1', content: content('mans'), edition: 7, editor: 'tab' },
	known: { ...content('zināms'), revision: 3, name: 'Anna', writtenAt: AT },
	sending: { writeId: '00000000-0000-4000-8000-000000000001', base: 3, content: content('ceļā') },
	others: [{ ...content('cits'), revision: null, name: null, writtenAt: null }],
	problem: 'reason_missing'
};
const items = new Set(['1.1']);
const text = writeRescue({ round, records: [record] }, AT);
const changed = (change: object): string => JSON.stringify({ ...(JSON.parse(text) as object), ...change });

describe('a rescue file', () => {
	it('gives everything back that was kept', () => {
		expect(readRescue(text, round, items)).toEqual({ answers: [{ ...record, edition: 0, editor: null }] });
	});

	it('goes to another person of the community, but a respondent’s only to that one', () => {
		const other: Round = { ...round, id: 'assessment/berta', person: 'berta' };
		expect(readRescue(text, other, items).answers).toMatchObject([{ round: other.id }]);
		const own = writeRescue({ round: respondent, records: [record] }, AT);
		expect(readRescue(own, respondent, items).answers).toHaveLength(1);
		expect(readRescue(own, { ...respondent, id: 'respondent-2' }, items)).toEqual({ problem: 'other_round' });
		expect(readRescue(own, round, items)).toEqual({ problem: 'other_round' });
	});

	it('carries neither token nor person', () => {
		expect(text + writeRescue({ round: respondent, records: [] }, AT)).not.toContain('secret');
	});

	it('leaves out items that the checklist does not have', () => {
		expect(readRescue(text, round, new Set(['1.2']))).toEqual({ answers: [] });
	});

	it.each([
		['not_json', 'not json'],
		['not_ours', '{"format":"drosa-kopiena/assessment","formatVersion":1}'],
		['not_ours', changed({ answers: [{ item: '1.1' }] })],
		['newer_format', changed({ formatVersion: 2 })],
		['too_large', ' '.repeat(RESCUE_MAX_BYTES + 1)]
	])('is refused as %s', (problem, given) => {
		expect(readRescue(given, round, items)).toEqual({ problem });
	});

	it('of another assessment is refused', () => {
		const other = { ...round, assessment: '3f0e9a52-6c1b-4d7e-9a10-2b7c5d8e9f02' };
		expect(readRescue(text, other, items)).toEqual({ problem: 'other_round' });
	});
});
