import { describe, expect, it } from 'vitest';
import { grantableRoles, grantedBy, seesMembers, type Grant } from './grants.ts';
import type { Role } from './schema.ts';

const GRANTS: Grant[] = [
	{ granter_role: 'coordinator', role: 'member', scope_rule: 'same' },
	{ granter_role: 'pkc', role: 'member', scope_rule: 'within_region' },
	{ granter_role: 'pkc', role: 'pkc', scope_rule: 'within_region' },
	{ granter_role: 'national', role: 'national', scope_rule: 'any' }
];
const held = (role: Role, scope_id: string) => ({ role, scope_id });

describe('grantableRoles', () => {
	it('are those of every role held, each once, in the order of the roles', () => {
		expect(grantableRoles(GRANTS, [held('pkc', 'latgale'), held('coordinator', 'c1')])).toEqual([
			'member',
			'pkc'
		]);
		expect(grantableRoles(GRANTS, [held('member', 'c1'), held('planner', 'latgale')])).toEqual([]);
	});
});

describe('grantedBy', () => {
	const own = [held('coordinator', 'c1'), held('pkc', 'latgale'), held('national', 'LV')];
	it.each([
		['the same community', 'member', 'c1', 'vidzeme', ['coordinator']],
		['another community', 'member', 'c2', 'vidzeme', []],
		['a community of the region', 'member', 'c2', 'latgale', ['pkc']],
		['a community by two roles', 'member', 'c1', 'latgale', ['coordinator', 'pkc']],
		['the own region', 'pkc', 'latgale', 'latgale', ['pkc']],
		['another region', 'pkc', 'vidzeme', 'vidzeme', []],
		['the country', 'national', 'LV', null, ['national']],
		['a role nobody here gives', 'mentor', 'c1', 'latgale', []]
	] as const)('%s', (_, role, id, region, expected) => {
		expect(grantedBy(GRANTS, own, role, { id, region }).map((one) => one.role)).toEqual(expected);
	});
});

describe('seesMembers', () => {
	const here = { id: 'c1', region: 'latgale' };
	it.each([
		['fellow members', held('member', 'c1'), 'community', here, true],
		['members elsewhere', held('coordinator', 'c2'), 'community', here, false],
		['PKC of the region', held('pkc', 'latgale'), 'community', here, true],
		['PKC elsewhere', held('pkc', 'vidzeme'), 'community', here, false],
		['PKC of its own region', held('pkc', 'latgale'), 'region', { id: 'latgale', region: 'latgale' }, true],
		['PKC of the country', held('pkc', 'latgale'), 'country', { id: 'LV', region: null }, false],
		[
			'planners of the region',
			held('planner', 'latgale'),
			'region',
			{ id: 'latgale', region: 'latgale' },
			false
		],
		['national staff', held('national', 'LV'), 'community', here, true]
	] as const)('%s', (_, own, kind, scope, expected) => {
		expect(seesMembers([own], kind, scope)).toBe(expected);
	});
});
