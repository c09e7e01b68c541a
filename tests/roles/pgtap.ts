/** Prints the matrix as a pgTAP file that `supabase test db`, `pg_prove` and our own database tests run. */
import { ROWS_SQL, TERRITORY_SQL } from './fixtures.ts';
import { FUNCTIONS, TABLES, VIEWS } from './matrix.ts';
import { everybody, userId } from './people.ts';
import { questions, title } from './questions.ts';

const quote = (value: string): string => `'${value.replaceAll("'", "''")}'`;
const list = (names: string[]): string =>
	`array[${names
		.toSorted()
		.map((name) => `'${name}'`)
		.join(', ')}]::name[]`;

/** The text of supabase/tests/role_matrix.sql. */
export function pgtapFile(): string {
	const asked = questions();
	const expectations = asked.map((question, n) => {
		const outcomes = everybody.map((person) => question.expected[person]);
		return `\t(${n + 1}, ${quote(title(question))}, ${quote(question.sql)}, '{${outcomes.join(',')}}')`;
	});
	const people = everybody.map((person, n) => `\t(${n + 1}, '${person}', ${nullable(userId(person))})`);

	return `-- Written by \`npm run roles:write\` from tests/roles/matrix.ts. Do not edit.
begin;
create extension if not exists pgtap with schema extensions;
set local search_path = public, extensions;
select plan(${asked.length * everybody.length + 3});

-- The rows that are asked about; everything is undone at the end.
${TERRITORY_SQL}
${ROWS_SQL}

create temporary table people (nth integer, name text, id uuid);
insert into people values
${people.join(',\n')};

-- One answer for each person, in the order of the table above.
create temporary table questions (nth integer, title text, statement text, answers text[]);
insert into questions values
${expectations.join(',\n')};

-- What comes out when a person runs a statement. The statement is undone.
create function pg_temp.outcome(who uuid, statement text) returns text language plpgsql as $outcome$
declare
	touched bigint;
begin
	perform set_config(
		'request.jwt.claims',
		jsonb_strip_nulls(jsonb_build_object('role', case when who is null then 'anon' else 'authenticated' end, 'sub', who))::text,
		true
	);
	perform set_config('request.jwt.claim.sub', coalesce(who::text, ''), true);
	perform set_config('request.jwt.claim.role', case when who is null then 'anon' else 'authenticated' end, true);
	execute 'set local role ' || case when who is null then 'anon' else 'authenticated' end;
	execute statement;
	get diagnostics touched = row_count;
	raise exception using errcode = 'ZZZZZ', message = case when touched > 0 then 'allowed' else 'nothing' end;
exception
	when insufficient_privilege or object_not_in_prerequisite_state then
		return 'refused';
	when others then
		return case sqlstate
			when 'ZZZZZ' then sqlerrm
			when 'PGRST' then sqlerrm::jsonb ->> 'code'
			else sqlstate
		end;
end
$outcome$;

select is(
	pg_temp.outcome(p.id, q.statement),
	q.answers[p.nth],
	format('%s: %s', p.name, q.title)
)
from questions q
cross join people p
order by q.nth, p.nth;

-- What is not in the matrix fails here.
select is(
	(
		select array_agg(c.relname order by c.relname)
		from pg_class c
		where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'f')
	),
	${list(TABLES.map((rules) => rules.name))},
	'every table is in the matrix'
);
select is(
	(
		select array_agg(c.relname order by c.relname)
		from pg_class c
		where c.relnamespace = 'public'::regnamespace and c.relkind in ('v', 'm')
	),
	${list(VIEWS.map((rules) => rules.name))},
	'every view is in the matrix'
);
select is(
	(
		select array_agg(distinct p.proname order by p.proname)
		from pg_proc p
		where p.pronamespace = 'public'::regnamespace
	),
	${list(FUNCTIONS.map((rules) => rules.name))},
	'every function is in the matrix'
);

select * from finish();
rollback;
`;
}

function nullable(value: string | null): string {
	return value === null ? 'null' : quote(value);
}
