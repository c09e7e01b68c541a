/** Makes questions that a database can be asked out of the matrix, each with the answer it must give to each person. */
import {
	FUNCTIONS,
	TABLES,
	VIEWS,
	type Call,
	type FunctionRules,
	type Operation,
	type Outcome,
	type PrivacyClass,
	type RelationRules,
	type Target
} from './matrix.ts';
import { everybody, type Person } from './people.ts';

/** A question put through the API. */
export interface ApiRequest {
	method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
	path: string;
	body?: unknown;
}

export interface Question {
	/** Table, view or function. */
	object: string;
	kind: 'table' | 'view' | 'function';
	class: PrivacyClass;
	operation: Operation | 'execute';
	/** Which row or call, in the words of the matrix. */
	target: string;
	sql: string;
	request: ApiRequest;
	expected: Record<Person, Outcome>;
}

/** All questions, in the order of the matrix. */
export function questions(): Question[] {
	return [...TABLES, ...VIEWS].flatMap(ofRelation).concat(FUNCTIONS.flatMap(ofFunction));
}

/** What a question is called in the output of tests. */
export function title(question: Question): string {
	return `${question.operation} ${question.object} (${question.target})`;
}

function ofRelation(rules: RelationRules): Question[] {
	return [
		...selects(rules),
		...inserts(rules),
		...updates(rules),
		...deletes(rules),
		...protectedColumns(rules)
	];
}

const answers = (allowed: readonly Person[], others: Outcome, visitor: Outcome): Record<Person, Outcome> =>
	record((person) => (allowed.includes(person) ? 'allowed' : person === 'visitor' ? visitor : others));

const record = (of: (person: Person) => Outcome): Record<Person, Outcome> =>
	Object.fromEntries(everybody.map((person) => [person, of(person)])) as Record<Person, Outcome>;

function selects(rules: RelationRules): Question[] {
	const columns = Object.keys(firstRow(rules)).join(',');
	return Object.entries(rules.rows).map(([target, row]) => ({
		...about(rules, 'select', target),
		sql: `select ${columns} from public.${rules.name} ${where(row)}`,
		request: { method: 'GET', path: `/${rules.name}?select=${columns}&${filter(row)}` },
		expected: answers(
			rules.select?.[target] ?? [],
			rules.select ? 'nothing' : 'refused',
			rules.kind === 'view' ? 'nothing' : 'refused'
		)
	}));
}

function inserts(rules: RelationRules): Question[] {
	const attempts = rules.insert ?? { any: { row: firstRow(rules), allowed: [] } };
	// A row of somebody else's is refused by its policy, with the same code as a missing privilege.
	return Object.entries(attempts).map(([target, { row, allowed }]) => insert(rules, target, row, allowed));
}

function insert(rules: RelationRules, target: string, row: Target, allowed: readonly Person[]): Question {
	return {
		...about(rules, 'insert', target),
		sql: `insert into public.${rules.name} (${Object.keys(row).join(', ')}) values (${Object.values(row).map(literal).join(', ')})`,
		request: { method: 'POST', path: `/${rules.name}`, body: row },
		expected: answers(allowed, 'refused', 'refused')
	};
}

function updates(rules: RelationRules): Question[] {
	const [column = '', value = ''] = Object.entries(firstRow(rules))[0] ?? [];
	const attempts = rules.update ?? { [firstTarget(rules)]: { set: { [column]: value }, allowed: [] } };
	return Object.entries(attempts).map(([target, { set, allowed }]) =>
		update(rules, target, set, allowed, rules.update ? 'nothing' : 'refused')
	);
}

function update(
	rules: RelationRules,
	target: string,
	set: Target,
	allowed: readonly Person[],
	others: Outcome,
	row = rules.rows[target] ?? firstRow(rules)
): Question {
	const changes = Object.entries(set).map(([column, value]) => `${column} = ${literal(value)}`);
	return {
		...about(rules, 'update', target),
		sql: `update public.${rules.name} set ${changes.join(', ')} ${where(row)}`,
		request: { method: 'PATCH', path: `/${rules.name}?${returned(row)}&${filter(row)}`, body: set },
		expected: answers(allowed, others, 'refused')
	};
}

function deletes(rules: RelationRules): Question[] {
	const attempts = rules.delete ?? { [firstTarget(rules)]: [] };
	return Object.entries(attempts).map(([target, allowed]) => {
		const row = rules.rows[target] ?? firstRow(rules);
		return {
			...about(rules, 'delete', target),
			sql: `delete from public.${rules.name} ${where(row)}`,
			request: { method: 'DELETE', path: `/${rules.name}?${returned(row)}&${filter(row)}` },
			expected: answers(allowed, rules.delete ? 'nothing' : 'refused', 'refused')
		};
	});
}

/** Columns that nobody writes, one question each, with a row that would be accepted without them. */
function protectedColumns(rules: RelationRules): Question[] {
	const base = Object.values(rules.insert ?? {})[0]?.row ?? {};
	const one = (column: string, value: string): Target => ({ [column]: value });
	return [
		...Object.entries(rules.protected?.insert ?? {}).map(([column, value]) =>
			insert(rules, `with ${column}`, { ...base, ...one(column, value) }, [])
		),
		...Object.entries(rules.protected?.update ?? {}).map(([column, value]) =>
			update(rules, `of ${column}`, one(column, value), [], 'refused', firstRow(rules))
		)
	];
}

function ofFunction(rules: FunctionRules): Question[] {
	return Object.entries(rules.calls).map(([target, call]) => {
		const named = Object.entries(call.arguments).map(([name, value]) => `"${name}" => ${argument(value)}`);
		return {
			object: rules.name,
			kind: 'function',
			class: rules.class,
			operation: 'execute',
			target,
			sql: `select * from public.${rules.name}(${named.join(', ')})${call.row ? ` ${where(call.row)}` : ''}`,
			request: {
				method: 'POST',
				path: `/rpc/${rules.name}${call.row ? `?${filter(call.row)}` : ''}`,
				body: call.arguments
			},
			expected: record((person) => expectedOf(call, person))
		};
	});
}

function expectedOf(call: Call, person: Person): Outcome {
	const { others, ...named } = call.expect;
	const found = Object.entries(named).find(([, people]) => people.includes(person));
	if (found) return found[0] as Outcome;
	if (person === 'visitor') return 'refused';
	return person === 'gone' && others.startsWith('DK') ? 'DK001' : others;
}

const about = (
	{ name, kind, class: privacy }: RelationRules,
	operation: Operation,
	target: string
): Pick<Question, 'object' | 'kind' | 'class' | 'operation' | 'target'> => ({
	object: name,
	kind,
	class: privacy,
	operation,
	target
});

const firstTarget = (rules: RelationRules): string => Object.keys(rules.rows)[0] ?? '';
const firstRow = (rules: RelationRules): Target => rules.rows[firstTarget(rules)] ?? {};

const literal = (value: string): string => `'${value.replaceAll("'", "''")}'`;
/** Text in quotes fits every type of parameter, numbers and objects too. */
const argument = (value: unknown): string => {
	if (value === null) return 'null';
	// Lists of texts and days are arrays of SQL; lists of anything else are jsonb.
	if (Array.isArray(value) && value.length > 0 && value.every((each) => typeof each === 'string'))
		return literal(`{${value.join(',')}}`);
	return literal(typeof value === 'string' ? value : JSON.stringify(value));
};

const where = (row: Target): string =>
	`where ${Object.entries(row)
		.map(([column, value]) => `${column} = ${literal(value)}`)
		.join(' and ')}`;
const filter = (row: Target): string =>
	Object.entries(row)
		.map(([column, value]) => `${column}=eq.${encodeURIComponent(value)}`)
		.join('&');
const returned = (row: Target): string => `select=${Object.keys(row)[0] ?? ''}`;
