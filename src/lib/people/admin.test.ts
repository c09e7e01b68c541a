import { describe, expect, it } from 'vitest';
import { organisationForm } from './admin.ts';

const typed = { id: '', name: ' Kurzemes PKC ', kind: 'pkc', region: 'kurzeme' };

describe('the form of an organisation', () => {
	it('trims the name', () => {
		expect(organisationForm.parse(typed).name).toBe('Kurzemes PKC');
	});

	it('wants a region for those who work in one, and only for them', () => {
		expect(organisationForm.safeParse({ ...typed, region: '' }).error?.issues[0]?.path).toEqual(['region']);
		expect(organisationForm.safeParse({ ...typed, kind: 'planning_region', region: '' }).success).toBe(false);
		expect(organisationForm.safeParse({ ...typed, kind: 'association', region: '' }).success).toBe(true);
	});

	it.each([
		['name', ' '],
		['name', 'a'.repeat(201)],
		['kind', 'party'],
		['region', 'sēlija'],
		['id', '7']
	])('refuses %s %j', (field, value) => {
		expect(organisationForm.safeParse({ ...typed, [field]: value }).error?.issues[0]?.path).toEqual([field]);
	});
});
