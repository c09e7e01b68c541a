-- Who may read and write: an allow or a refuse for every relation and every role.
begin;
create extension if not exists pgtap with schema extensions;
select plan(144);

-- Row level security is on everywhere, so that even a grant by mistake shows nothing.
select is_empty(
	$$ select relname from pg_class
	where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relrowsecurity $$,
	'every table has row level security'
);

select tables_are(
	'public',
	array[
		'activities', 'activity_parties', 'activity_territories', 'answer_writes', 'answers', 'assessment_scores',
		'assessments', 'audit_log', 'checklists', 'communities', 'community_contacts', 'community_reviews',
		'community_territories', 'data_sources', 'indicator_imports', 'indicators', 'invitations', 'memberships', 'organisations', 'places',
		'plan_items', 'poll_ballots', 'poll_counts', 'polls', 'profiles', 'resources', 'respondent_links', 'respondents',
		'role_grants', 'territories', 'territory_indicators', 'territory_surveys', 'zone_territories',
		'zone_version_territories', 'zone_versions', 'zones'
	],
	'the tables asked below are all tables'
);

create temporary table relation_names (name text, is_table boolean);
insert into relation_names
select relname, relkind = 'r' from pg_class
where relnamespace = 'public'::regnamespace and relkind in ('r', 'v');
grant select on relation_names to anon, authenticated, service_role;

-- Visitors
set local role anon;
select throws_ok(format('select * from public.%I', name), '42501', null, format('anon cannot read %s', name))
from relation_names where is_table order by name;
select throws_ok(format('delete from public.%I', name), '42501', null, format('anon cannot delete from %s', name))
from relation_names where is_table order by name;
select lives_ok(format('select * from public.%I', name), format('anon reads %s', name))
from relation_names where not is_table order by name;
select lives_ok('select * from public.public_activity_evidence()', 'anon reads public evidence');
select throws_ok('select * from public.activity_evidence()', '42501', null, 'anon cannot read full evidence');
select throws_ok('select public.schema_version()', '42501', null, 'anon cannot ask for the schema version');
select throws_ok('select private.apply_privileges()', '42501', null, 'anon cannot reach private functions');
select throws_ok(
	'select * from private.eastern_border_territories', '42501', null, 'anon cannot reach private views'
);

-- Signed-in people: the reference tables and what respondents are known by stay closed, too; who may do what
-- elsewhere is in role_matrix.sql.
set local role authenticated;
select throws_ok(format('select * from public.%I', name), '42501', null, format('authenticated cannot read %s', name))
from relation_names
where name in (
	'answer_writes', 'checklists', 'data_sources', 'indicators', 'poll_ballots', 'poll_counts', 'polls',
	'respondent_links', 'respondents', 'territories', 'territory_indicators', 'zone_territories',
	'zone_version_territories', 'zone_versions', 'zones'
)
order by name;
select lives_ok(format('select * from public.%I', name), format('authenticated reads %s', name))
from relation_names where not is_table order by name;
select throws_ok(
	'select * from public.activity_evidence()', '42501', null, 'authenticated cannot read full evidence'
);

-- The server
set local role service_role;
select lives_ok('select * from public.activity_evidence()', 'service_role reads full evidence');
select lives_ok('select count(*) from public.community_contacts', 'service_role reads contacts');
select lives_ok(
	$$ insert into public.organisations (name, kind) values ('pgTAP', 'other') $$, 'service_role writes'
);

-- Even with every privilege granted, the views cannot be written and the tables show and take nothing.
reset role;
grant all on all tables in schema public to anon;
set local role anon;
select is_empty('select * from public.communities', 'with a grant by mistake anon still sees no community');
select throws_ok(
	$$ insert into public.organisations (name, kind) values ('pgTAP 2', 'other') $$,
	'42501',
	null,
	'with a grant by mistake anon still writes nothing'
);
select throws_ok(
	format('delete from public.%I', name), '55000', null, format('with a grant by mistake %s is still read-only', name)
)
from relation_names where not is_table order by name;
reset role;
select lives_ok('select private.apply_privileges()', 'the privileges can be set anew');
select ok(not has_table_privilege('anon', 'public.communities', 'select'), 'and then the grant is gone');

select * from finish();
rollback;
