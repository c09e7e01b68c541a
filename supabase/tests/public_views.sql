-- What the public sees of people's data, as the role that asks.
begin;
create extension if not exists pgtap with schema extensions;
select plan(22);

insert into public.data_sources (id, kind, title, publisher) values ('pgtap', 'document', 'pgTAP', 'pgTAP');
insert into public.territories (code, code_current, kind, name, region, lon, lat, area_km2)
values ('LV', 'LV', 'country', 'Latvija', null, 25, 57, 64000)
on conflict do nothing;
insert into public.territories (code, code_current, kind, name, parent_code, region, lon, lat, area_km2) values
	('latgale', 'latgale', 'region', 'Latgale', 'LV', 'latgale', 27, 56, 14000),
	('vidzeme', 'vidzeme', 'region', 'Vidzeme', 'LV', 'vidzeme', 25, 57, 20000)
on conflict do nothing;
insert into public.territories (code, code_current, kind, name, parent_code, region, lon, lat, area_km2) values
	('9990000', '9990000', 'municipality', 'Border', 'latgale', 'latgale', 27, 56, 100),
	('9990001', '9990001', 'town', 'Border town', '9990000', 'latgale', 27, 56, 10),
	('LVXXX01', 'LVXXX01', 'neighbourhood', 'Border quarter', '9990001', 'latgale', 27, 56, 1),
	('9990002', '9990002', 'parish', 'Inner parish', 'vidzeme', 'vidzeme', 25, 57, 10);
insert into public.zones (id, name, definition, source_id) values ('eastern-border', 'pgTAP', 'pgTAP', 'pgtap')
on conflict do nothing;
insert into public.zones (id, name, definition, complete, source_id)
values ('pgtap-partial', 'pgTAP', 'pgTAP', false, 'pgtap');
insert into public.zone_territories (zone_id, territory_code)
values ('eastern-border', 'latgale'), ('pgtap-partial', '9990002')
on conflict do nothing;

insert into public.communities
	(id, name, kind, territory_code, place, place_public, status, known_since, note, source_id)
values
	('a0000000-0000-4000-8000-000000000001', 'Approved', 'association', '9990001', 'Library', true, 'approved', '2025-01-01', 'secret', 'pgtap'),
	('a0000000-0000-4000-8000-000000000002', 'Approved at home', 'informal_group', '9990001', 'A kitchen', false, 'approved', '2025-01-01', 'secret', 'pgtap'),
	('a0000000-0000-4000-8000-000000000003', 'Pending', 'association', '9990001', null, true, 'pending', '2025-01-01', 'secret', 'pgtap'),
	('a0000000-0000-4000-8000-000000000004', 'Rejected', 'association', '9990001', null, true, 'rejected', '2025-01-01', 'secret', 'pgtap');
insert into public.communities (id, name, kind, territory_code, status, merged_into, known_since)
values ('a0000000-0000-4000-8000-000000000005', 'Merged', 'association', '9990001', 'merged', 'a0000000-0000-4000-8000-000000000001', '2025-01-01');
insert into public.community_territories (community_id, territory_code) values
	('a0000000-0000-4000-8000-000000000001', '9990002'),
	('a0000000-0000-4000-8000-000000000001', '9990000'),
	('a0000000-0000-4000-8000-000000000001', '9990001');

insert into public.places (id, name, kind, territory_code, public, community_id, note) values
	('b0000000-0000-4000-8000-000000000001', 'Public hall', 'hall', '9990001', true, 'a0000000-0000-4000-8000-000000000001', 'secret'),
	('b0000000-0000-4000-8000-000000000002', 'Hall of a pending one', 'hall', '9990001', true, 'a0000000-0000-4000-8000-000000000003', 'secret'),
	('b0000000-0000-4000-8000-000000000003', 'Private house', 'other', '9990001', false, 'a0000000-0000-4000-8000-000000000001', 'secret');

insert into public.activities (id, title, kind, community_id, starts_on, ends_on, precision, public, note) values
	('c0000000-0000-4000-8000-000000000001', 'Of an approved one', 'event', 'a0000000-0000-4000-8000-000000000001', '2026-01-01', '2026-01-01', 'day', true, 'secret'),
	('c0000000-0000-4000-8000-000000000002', 'Of a pending one', 'event', 'a0000000-0000-4000-8000-000000000003', '2026-01-01', '2026-01-01', 'day', true, 'secret'),
	('c0000000-0000-4000-8000-000000000003', 'Not public', 'event', null, '2026-01-01', '2026-01-01', 'day', false, 'secret'),
	('c0000000-0000-4000-8000-000000000004', 'Agreement', 'agreement', null, '2026-01-01', '2026-01-01', 'day', true, 'secret');
insert into public.activity_territories (activity_id, territory_code, role) values
	('c0000000-0000-4000-8000-000000000001', '9990002', 'own'),
	('c0000000-0000-4000-8000-000000000001', '9990001', 'further');
insert into public.activity_parties (activity_id, community_id, place_id, territory_code) values
	('c0000000-0000-4000-8000-000000000004', 'a0000000-0000-4000-8000-000000000001', null, null),
	('c0000000-0000-4000-8000-000000000004', 'a0000000-0000-4000-8000-000000000003', null, null),
	('c0000000-0000-4000-8000-000000000004', null, 'b0000000-0000-4000-8000-000000000001', null),
	('c0000000-0000-4000-8000-000000000004', null, 'b0000000-0000-4000-8000-000000000003', null),
	('c0000000-0000-4000-8000-000000000004', null, null, '9990000');

insert into public.organisations (id, name, kind) values ('e0000000-0000-4000-8000-000000000001', 'pgTAP PKC', 'pkc');
insert into public.territory_surveys (territory_code, surveyed_on, finding, organisation_id, asked_role, note) values
	('9990001', '2026-01-01', 'active', 'e0000000-0000-4000-8000-000000000001', 'librarian', 'secret'),
	('9990001', '2026-02-01', 'emerging', 'e0000000-0000-4000-8000-000000000001', 'librarian', 'secret'),
	('LVXXX01', '2026-01-01', 'active', 'e0000000-0000-4000-8000-000000000001', 'librarian', 'secret'),
	('LVXXX01', '2026-02-01', 'nobody', 'e0000000-0000-4000-8000-000000000001', 'librarian', 'secret'),
	('9990002', '2026-01-01', 'dormant', 'e0000000-0000-4000-8000-000000000001', 'librarian', 'secret'),
	('9990002', '2026-02-01', 'nobody', 'e0000000-0000-4000-8000-000000000001', 'librarian', 'secret');

set local role anon;

-- Territories and zones
select results_eq(
	$$ select code, eastern_border from public.public_territories
	where code in ('LV', 'latgale', '9990000', '9990001', 'LVXXX01', '9990002') order by code $$,
	$$ values
		('9990000', true), ('9990001', true), ('9990002', false), ('LV', false), ('LVXXX01', true), ('latgale', true) $$,
	'whatever lies inside a territory of the zone belongs to it, and nothing else'
);
select results_eq(
	$$ select territory_code from public.public_zone_territories
	where zone_id = 'eastern-border' and territory_code in ('LV', 'vidzeme', '9990001', '9990002', 'LVXXX01') order by 1 $$,
	array['9990001', 'LVXXX01'],
	'a zone lists all its territories, down to the smallest'
);
select is_empty($$ select * from public.public_zones where id = 'pgtap-partial' $$, 'a partial list is no public zone');
select is_empty(
	$$ select * from public.public_zone_territories where zone_id = 'pgtap-partial' $$, 'nor are its territories public'
);

-- Communities
select results_eq(
	$$ select name from public.public_communities where source_id = 'pgtap' order by name $$,
	array['Approved', 'Approved at home'],
	'only approved communities are public'
);
select is(place, 'Library', 'a public building is named')
from public.public_communities where id = 'a0000000-0000-4000-8000-000000000001';
select is(place, null, 'no other place smaller than a parish is')
from public.public_communities where id = 'a0000000-0000-4000-8000-000000000002';
select is(further_territory_codes, array['9990000', '9990002'], 'further territories, without the home one')
from public.public_communities where id = 'a0000000-0000-4000-8000-000000000001';
select is(further_territory_codes, '{}', 'no further territories: an empty list')
from public.public_communities where id = 'a0000000-0000-4000-8000-000000000002';

-- Places
select results_eq(
	$$ select name, community_id from public.public_places where territory_code = '9990001' order by name $$,
	$$ values
		('Hall of a pending one', null::uuid), ('Public hall', 'a0000000-0000-4000-8000-000000000001'::uuid) $$,
	'public places only, and no word of a community that is not approved'
);

-- Activities
select results_eq(
	$$ select title from public.public_activities where starts_on = '2026-01-01' and title ~ '^(Of|Not|Agreement)' order by 1 $$,
	array['Agreement', 'Of an approved one'],
	'public activities of no or of approved communities'
);
select is(territory_codes, array['9990002', '9990001'], 'the own territory comes first')
from public.public_activities where id = 'c0000000-0000-4000-8000-000000000001';
select is(party_community_ids, array['a0000000-0000-4000-8000-000000000001']::uuid[], 'no party that is not approved')
from public.public_activities where id = 'c0000000-0000-4000-8000-000000000004';
select is(party_place_ids, array['b0000000-0000-4000-8000-000000000001']::uuid[], 'no party place that is not public')
from public.public_activities where id = 'c0000000-0000-4000-8000-000000000004';
select is(party_territory_codes, array['9990000'], 'territories that are party')
from public.public_activities where id = 'c0000000-0000-4000-8000-000000000004';
select is(territory_codes, '{}', 'no territory: an empty list, never null')
from public.public_activities where id = 'c0000000-0000-4000-8000-000000000004';

-- Surveys
select results_eq(
	$$ select surveyed_on, finding, organisation from public.public_surveys where territory_code = '9990002' order by 1 $$,
	$$ values (date '2026-01-01', 'dormant', 'pgTAP PKC'), (date '2026-02-01', 'nobody', 'pgTAP PKC') $$,
	'outside the border zone every survey is public'
);
select results_eq(
	$$ select surveyed_on, finding from public.public_surveys where territory_code = '9990001' $$,
	$$ values (date '2026-02-01', 'emerging') $$,
	'inside it only the latest, when it found somebody'
);
select is_empty(
	$$ select * from public.public_surveys where territory_code = 'LVXXX01' $$,
	'and none at all when the latest found nobody, in a neighbourhood too'
);

-- No internal note comes through any view.
select is_empty(
	$$ select column_name from information_schema.columns
	where table_schema = 'public' and table_name like 'public\_%'
		and column_name in ('note', 'asked_role', 'next_step', 'place_public', 'status', 'merged_into', 'created_at') $$,
	'no public view has an internal column'
);

-- Evidence
select is_empty(
	$$ select * from public.public_activity_evidence('2026-03-01') where territory_code = 'LVXXX01' $$,
	'where a survey found nobody inside the zone, evidence is silent'
);
select results_eq(
	$$ select survey_finding, end_last from public.public_activity_evidence('2026-03-01') where territory_code = '9990002' $$,
	$$ values ('nobody', date '2026-01-01') $$,
	'and outside it says what was found'
);

select * from finish();
rollback;
