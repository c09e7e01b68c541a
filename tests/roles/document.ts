/** Prints the matrix for readers: docs/role-matrix.md. */
import type { Outcome, PrivacyClass } from './matrix.ts';
import { everybody, PEOPLE, type Person } from './people.ts';
import { questions, type Question } from './questions.ts';

const SHORT: Record<Person, string> = {
	visitor: 'visitor',
	newcomer: 'newcomer',
	member: 'member',
	coordinator: 'coordinator',
	mentor: 'mentor',
	pkc: 'PKC',
	civilProtection: 'civil protection',
	planner: 'planner',
	national: 'national',
	applicant: 'applicant',
	coordinatorElsewhere: 'coordinator elsewhere',
	pkcElsewhere: 'PKC elsewhere',
	civilProtectionElsewhere: 'civil protection elsewhere',
	former: 'former PKC',
	lapsed: 'lapsed coordinator',
	gone: 'deleted account'
};

const SIGNS: Record<Outcome, string> = {
	allowed: '✓',
	nothing: '·',
	refused: '✗',
	DK001: '✗ 1',
	DK002: '✗ 2',
	DK003: '✗ 3',
	DK004: '✗ 4',
	DK005: '✗ 5',
	DK006: '✗ 6',
	'23503': '✗'
};

const CLASSES: Record<PrivacyClass, string> = { P: 'public', C: 'community', M: 'mandated' };

/** The text of docs/role-matrix.md, not yet formatted. */
export function documentText(): string {
	const parts = [
		'# Who may do what',
		'Written by `npm run roles:write` from `tests/roles/matrix.ts`. Do not edit. Each cell is asked on PostgreSQL, through PostgREST and through the embedded backend.',
		'“Here” is a community in Rēzeknes novads, Latgale; “elsewhere” one in Madonas novads, Vidzeme. All roles are held here, unless they say otherwise.',
		everybody.map((person) => `- **${SHORT[person]}**: ${PEOPLE[person]}`).join('\n'),
		'✓ done, or the row is seen; · nothing is seen or changed; ✗ refused: for lack of a right (401 for visitors, 403 for others), or by the function: 1 not allowed (403; 401 for deleted accounts), 2 not found (404), 3 expired (410), 4 already used (409), 5 last coordinator (409), 6 invalid (400).'
	];
	for (const kind of ['table', 'view', 'function'] as const) {
		parts.push(`## ${kind === 'table' ? 'Tables' : kind === 'view' ? 'Views' : 'Functions'}`);
		const groups = Map.groupBy(
			questions().filter((question) => question.kind === kind),
			(question) => question.object
		);
		for (const [object, asked] of groups) parts.push(section(object, asked));
	}
	return `${parts.join('\n\n')}\n`;
}

function section(object: string, asked: Question[]): string {
	const privacy = asked[0]?.class ?? 'C';
	const refused = asked.filter((question) =>
		everybody.every((person) => question.expected[person] === 'refused')
	);
	const told = asked.filter((question) => !refused.includes(question));
	const lines = [`### ${object}`, `Class ${privacy} (${CLASSES[privacy]}).`];
	if (told.length > 0) {
		lines.push(
			[
				`| | ${everybody.map((person) => SHORT[person]).join(' | ')} |`,
				`| --- |${everybody.map(() => ' :-: |').join('')}`,
				...told.map(
					(question) =>
						`| ${question.operation}: ${question.target} | ${everybody.map((person) => SIGNS[question.expected[person]]).join(' | ')} |`
				)
			].join('\n')
		);
	}
	if (refused.length > 0) {
		lines.push(
			`Refused to everybody: ${refused.map((question) => `${question.operation} (${question.target})`).join(', ')}.`
		);
	}
	return lines.join('\n\n');
}
