import { describe, expect, it } from 'vitest';
import { ROLES, type Role } from './schema.ts';
import { tasksOf } from './tasks.ts';

const paths = (role: Role, isKept: boolean): string[] =>
	tasksOf({ role, scope_id: 'x' }, isKept).map(({ path }) => path);

describe('the tasks of a role', () => {
	it('in a community that PKC has rejected or merged are reading alone', () => {
		for (const role of ['coordinator', 'member', 'mentor'] as const) {
			expect(paths(role, false)).toEqual(['/communities/x']);
			expect(paths(role, true).length).toBeGreaterThan(1);
		}
	});

	it('elsewhere do not depend on a community, and are never none', () => {
		for (const role of ROLES.filter((one) => !['coordinator', 'member', 'mentor'].includes(one))) {
			expect(paths(role, false)).toEqual(paths(role, true));
			expect(paths(role, true).length).toBeGreaterThan(0);
		}
	});

	it('begin with registering for whoever has none', () => {
		expect(tasksOf(null, false).map(({ path }) => path)).toEqual(['/communities/register']);
	});
});
