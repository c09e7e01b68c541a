/**
 * Who appears in the role matrix and the attack tests. "Here" is the community Sample in Rēzeknes novads, Latgale;
 * "elsewhere" is the community Distant in Madonas novads, Vidzeme.
 */

/** Everybody, in the order of the columns of docs/role-matrix.md. */
export const PEOPLE = {
	visitor: 'nobody is signed in',
	newcomer: 'signed in, no role',
	member: 'member of the community here',
	coordinator: 'the only coordinator of the community here',
	mentor: 'mentor of the community here',
	pkc: 'PKC staff of the region here',
	civilProtection: 'civil protection of the municipality here',
	planner: 'planner of the region here',
	national: 'national staff',
	applicant: 'registered a community here that is not yet approved',
	coordinatorElsewhere: 'the only coordinator of the community elsewhere',
	pkcElsewhere: 'PKC staff of the region elsewhere',
	civilProtectionElsewhere: 'civil protection of the municipality elsewhere',
	former: 'was PKC staff here; the role was ended',
	lapsed: 'was coordinator here; the role has expired',
	gone: 'still has a valid token, but the account is deleted'
} as const;

export type Person = keyof typeof PEOPLE;

export const everybody = Object.keys(PEOPLE) as Person[];

/** All who come with a token. */
export const signedIn = everybody.filter((person) => person !== 'visitor');

/** All who come with a token of an account that exists. */
export const withAccount = signedIn.filter((person) => person !== 'gone');

/** The account of a person; `null` for the visitor. */
export function userId(person: Person): string | null {
	return person === 'visitor' ? null : fixedId('aa', everybody.indexOf(person));
}

/** A UUID that nothing but these tests uses. */
export function fixedId(kind: string, n: number): string {
	return `0d0000${kind}-0000-4000-8000-${String(n).padStart(12, '0')}`;
}
