import { describe, expect, it } from 'vitest';
import { readForm } from '../ui/forms.ts';
import { inviteForm, invitationState } from './invitations.ts';

const TODAY = '2026-11-21';

function read(more: Record<string, string>) {
	const form = new FormData();
	const usual = {
		role: 'member',
		scope_id: 'c1',
		email_hint: '',
		note: '',
		days: '7',
		membership_expires_at: ''
	};
	for (const [name, value] of Object.entries({ ...usual, ...more })) form.set(name, value);
	return readForm(inviteForm(TODAY), form);
}

describe('inviteForm', () => {
	it('needs neither address nor note nor an end of the role', () => {
		const data = { role: 'member', days: 7, email_hint: null, membership_expires_at: null };
		expect(read({})).toMatchObject({ ok: true, data });
	});

	it.each([
		['role', 'king', 'choose'],
		['scope_id', '', 'choose'],
		['email_hint', 'anna', 'email'],
		['email_hint', `${'a'.repeat(250)}@example.org`, 'too_long'],
		['note', 'x'.repeat(501), 'too_long'],
		['note', 'Zvanīt 29 123 456', 'personal'],
		['days', '61', 'choose'],
		['membership_expires_at', '2026-11-20', 'date_past'],
		['membership_expires_at', '2027-02-30', 'date'],
		['membership_expires_at', 'rīt', 'date']
	])('names %s: %j', (field, typed, problem) => {
		expect(read({ [field]: typed })).toMatchObject({
			ok: false,
			values: { [field]: typed },
			problems: { [field]: problem }
		});
	});

	it('reads an address as it is meant, and a last day that is today', () => {
		expect(read({ email_hint: ' Anna@Example.ORG ', membership_expires_at: TODAY })).toMatchObject({
			ok: true,
			data: { email_hint: 'anna@example.org', membership_expires_at: TODAY }
		});
	});
});

describe('invitationState', () => {
	const now = '2026-11-21T12:00:00Z';
	const then = '2026-11-20T00:00:00+00:00';
	const row = {
		accepted_at: null,
		declined_at: null,
		revoked_at: null,
		expires_at: '2026-11-21T12:00:01+00:00'
	};
	it.each([
		['open', {}],
		['expired', { expires_at: '2026-11-21T12:00:00+00:00' }],
		['accepted', { accepted_at: then, expires_at: then }],
		['declined', { declined_at: then, expires_at: then }],
		['revoked', { revoked_at: then, expires_at: then }]
	] as const)('%s', (state, more) => {
		expect(invitationState({ ...row, ...more }, now)).toBe(state);
	});
});
