-- Written by `npm run roles:write` from tests/roles/matrix.ts. Do not edit.
begin;
create extension if not exists pgtap with schema extensions;
set local search_path = public, extensions;
select plan(3738);

-- The rows that are asked about; everything is undone at the end.
insert into public.territories (code, code_current, kind, name, parent_code, region, lon, lat, area_km2) values
	('LV', 'LV', 'country', 'Latvija', null, null, 24.4, 56.9, 64578.6),
	('latgale', 'latgale', 'region', 'Latgale', 'LV', 'latgale', 27.3, 56.5, 14549.3),
	('vidzeme', 'vidzeme', 'region', 'Vidzeme', 'LV', 'vidzeme', 26.3, 57.3, 19806.1),
	('0043000', '0043000', 'municipality', 'Rēzeknes novads', 'latgale', 'latgale', 27.1, 56.5, 2813),
	('0038001', '0038001', 'municipality', 'Madonas novads', 'vidzeme', 'vidzeme', 26.2, 56.8, 3350),
	('0043560', '0043560', 'parish', 'Nautrēnu pagasts', '0043000', 'latgale', 27.4, 56.7, 100),
	('0043430', '0043430', 'parish', 'Dekšāres pagasts', '0043000', 'latgale', 26.8, 56.6, 105.2),
	('0038410', '0038410', 'parish', 'Barkavas pagasts', '0038001', 'vidzeme', 26.6, 56.7, 187.9),
	('0038550', '0038550', 'parish', 'Praulienas pagasts', '0038001', 'vidzeme', 26.4, 56.8, 197.7)
on conflict do nothing;
insert into public.data_sources (id, kind, title, publisher) values ('matrix', 'document', 'Matrix', 'Tests') on conflict do nothing;
insert into public.zones (id, name, definition, source_id) values ('matrix', 'Matrix', 'A zone of tests', 'matrix') on conflict do nothing;
insert into public.zone_territories (zone_id, territory_code) values ('matrix', '0043000') on conflict do nothing;
insert into public.indicators (id, name, measure, unit) values ('matrix', 'Matrix', 'count', 'people') on conflict do nothing;
insert into public.territory_indicators (territory_code, indicator, measure, year, value, method, source_id)
values ('0043560', 'matrix', 'count', 2020, 1, 'published', 'matrix') on conflict do nothing;
insert into public.checklists (id, version, definition, sha256)
values ('matrix', '1.0.0', '{"id": "matrix", "version": "1.0.0", "status": "published", "items": []}', repeat('0', 64)) on conflict do nothing;
insert into auth.users (id, email, email_confirmed_at) values
	('0d0000aa-0000-4000-8000-000000000001', 'newcomer@example.com', '2026-01-01'),
	('0d0000aa-0000-4000-8000-000000000002', 'member@example.com', '2026-01-01'),
	('0d0000aa-0000-4000-8000-000000000003', 'coordinator@example.com', '2026-01-01'),
	('0d0000aa-0000-4000-8000-000000000004', 'mentor@example.com', '2026-01-01'),
	('0d0000aa-0000-4000-8000-000000000005', 'pkc@example.com', '2026-01-01'),
	('0d0000aa-0000-4000-8000-000000000006', 'civilprotection@example.com', '2026-01-01'),
	('0d0000aa-0000-4000-8000-000000000007', 'planner@example.com', '2026-01-01'),
	('0d0000aa-0000-4000-8000-000000000008', 'national@example.com', '2026-01-01'),
	('0d0000aa-0000-4000-8000-000000000009', 'applicant@example.com', '2026-01-01'),
	('0d0000aa-0000-4000-8000-000000000010', 'coordinatorelsewhere@example.com', '2026-01-01'),
	('0d0000aa-0000-4000-8000-000000000011', 'pkcelsewhere@example.com', '2026-01-01'),
	('0d0000aa-0000-4000-8000-000000000012', 'former@example.com', '2026-01-01'),
	('0d0000aa-0000-4000-8000-000000000013', 'lapsed@example.com', '2026-01-01');
insert into public.profiles (user_id, display_name) values
	('0d0000aa-0000-4000-8000-000000000002', 'Paraugs member'),
	('0d0000aa-0000-4000-8000-000000000003', 'Paraugs coordinator'),
	('0d0000aa-0000-4000-8000-000000000005', 'Paraugs pkc');
insert into public.organisations (id, kind, name, region) values
	('0d0000c8-0000-4000-8000-000000000001', 'pkc', 'Matrix PKC here', 'latgale'),
	('0d0000c8-0000-4000-8000-000000000002', 'pkc', 'Matrix PKC elsewhere', 'vidzeme');
insert into public.communities (id, name, kind, territory_code, status, known_since, place, note) values
	('0d0000c0-0000-4000-8000-000000000001', 'Sample', 'association', '0043560', 'approved', '2025-01-01', 'A house', 'Internal'),
	('0d0000c0-0000-4000-8000-000000000002', 'Distant', 'association', '0038410', 'approved', '2025-01-01', 'A house', 'Internal'),
	('0d0000c0-0000-4000-8000-000000000003', 'Waiting', 'association', '0043560', 'pending', '2026-01-01', null, null),
	('0d0000c0-0000-4000-8000-000000000004', 'Waiting afar', 'association', '0038410', 'pending', '2026-01-01', null, null);
insert into public.memberships (id, user_id, role, scope_kind, scope_id, expires_at, ended_at) values
	('0d0000b0-0000-4000-8000-000000000001', '0d0000aa-0000-4000-8000-000000000002', 'member', 'community', '0d0000c0-0000-4000-8000-000000000001', null, null),
	('0d0000b0-0000-4000-8000-000000000002', '0d0000aa-0000-4000-8000-000000000003', 'coordinator', 'community', '0d0000c0-0000-4000-8000-000000000001', null, null),
	('0d0000b0-0000-4000-8000-000000000003', '0d0000aa-0000-4000-8000-000000000004', 'mentor', 'community', '0d0000c0-0000-4000-8000-000000000001', null, null),
	('0d0000b0-0000-4000-8000-000000000004', '0d0000aa-0000-4000-8000-000000000005', 'pkc', 'region', 'latgale', null, null),
	('0d0000b0-0000-4000-8000-000000000005', '0d0000aa-0000-4000-8000-000000000006', 'civil_protection', 'municipality', '0043000', null, null),
	('0d0000b0-0000-4000-8000-000000000006', '0d0000aa-0000-4000-8000-000000000007', 'planner', 'region', 'latgale', null, null),
	('0d0000b0-0000-4000-8000-000000000007', '0d0000aa-0000-4000-8000-000000000008', 'national', 'country', 'LV', null, null),
	('0d0000b0-0000-4000-8000-000000000008', '0d0000aa-0000-4000-8000-000000000009', 'coordinator', 'community', '0d0000c0-0000-4000-8000-000000000003', null, null),
	('0d0000b0-0000-4000-8000-000000000009', '0d0000aa-0000-4000-8000-000000000010', 'coordinator', 'community', '0d0000c0-0000-4000-8000-000000000002', null, null),
	('0d0000b0-0000-4000-8000-000000000010', '0d0000aa-0000-4000-8000-000000000011', 'pkc', 'region', 'vidzeme', null, null),
	('0d0000b0-0000-4000-8000-000000000011', '0d0000aa-0000-4000-8000-000000000012', 'pkc', 'region', 'latgale', null, '2026-01-01'),
	('0d0000b0-0000-4000-8000-000000000012', '0d0000aa-0000-4000-8000-000000000013', 'coordinator', 'community', '0d0000c0-0000-4000-8000-000000000001', '2026-01-01', null);
insert into public.community_territories (community_id, territory_code) values
	('0d0000c0-0000-4000-8000-000000000001', '0043430'),
	('0d0000c0-0000-4000-8000-000000000002', '0038550');
insert into public.community_contacts (id, community_id, name, email, consent_given_on, consent_expires_on) values
	('0d0000c1-0000-4000-8000-000000000001', '0d0000c0-0000-4000-8000-000000000001', 'Paraugs', 'contact@example.com', '2026-01-01', '2099-01-01'),
	('0d0000c1-0000-4000-8000-000000000002', '0d0000c0-0000-4000-8000-000000000002', 'Paraugs', 'contact@example.com', '2026-01-01', '2099-01-01'),
	('0d0000c1-0000-4000-8000-000000000003', '0d0000c0-0000-4000-8000-000000000001', 'Paraugs', 'contact@example.com', '2020-01-01', '2021-01-01');
insert into public.resources (id, community_id, kind, name) values
	('0d0000c2-0000-4000-8000-000000000001', '0d0000c0-0000-4000-8000-000000000001', 'people', 'Helpers'),
	('0d0000c2-0000-4000-8000-000000000002', '0d0000c0-0000-4000-8000-000000000002', 'people', 'Helpers');
insert into public.places (id, name, kind, territory_code, community_id, public) values
	('0d0000c3-0000-4000-8000-000000000001', 'A private barn', 'other', '0043560', '0d0000c0-0000-4000-8000-000000000001', 'false'),
	('0d0000c3-0000-4000-8000-000000000002', 'A private barn', 'other', '0038410', '0d0000c0-0000-4000-8000-000000000002', 'false'),
	('0d0000c3-0000-4000-8000-000000000003', 'A library', 'library', '0043560', null, 'true');
insert into public.community_reviews (id, community_id, decision, message) values
	('0d0000c4-0000-4000-8000-000000000001', '0d0000c0-0000-4000-8000-000000000001', 'approved', 'Welcome'),
	('0d0000c4-0000-4000-8000-000000000002', '0d0000c0-0000-4000-8000-000000000002', 'approved', 'Welcome');
insert into public.activities (id, title, kind, community_id, starts_on, ends_on, precision, public) values
	('0d0000c5-0000-4000-8000-000000000001', 'Behind closed doors', 'event', '0d0000c0-0000-4000-8000-000000000001', '2026-05-01', '2026-05-01', 'day', 'false'),
	('0d0000c5-0000-4000-8000-000000000002', 'Behind closed doors', 'event', '0d0000c0-0000-4000-8000-000000000002', '2026-05-01', '2026-05-01', 'day', 'false'),
	('0d0000c5-0000-4000-8000-000000000003', 'Open to all', 'event', '0d0000c0-0000-4000-8000-000000000001', '2026-05-01', '2026-05-01', 'day', 'true'),
	('0d0000c5-0000-4000-8000-000000000004', 'Too early', 'event', '0d0000c0-0000-4000-8000-000000000003', '2026-05-01', '2026-05-01', 'day', 'true');
insert into public.activity_territories (activity_id, territory_code, role) values
	('0d0000c5-0000-4000-8000-000000000001', '0043560', 'own'),
	('0d0000c5-0000-4000-8000-000000000002', '0038410', 'own'),
	('0d0000c5-0000-4000-8000-000000000003', '0043560', 'own');
insert into public.activity_parties (id, activity_id, territory_code) values
	('0d0000c6-0000-4000-8000-000000000001', '0d0000c5-0000-4000-8000-000000000001', '0043000'),
	('0d0000c6-0000-4000-8000-000000000002', '0d0000c5-0000-4000-8000-000000000002', '0038001');
insert into public.territory_surveys (id, territory_code, surveyed_on, finding, organisation_id, note) values
	('0d0000c7-0000-4000-8000-000000000001', '0043560', '2026-05-01', 'active', '0d0000c8-0000-4000-8000-000000000001', 'Internal'),
	('0d0000c7-0000-4000-8000-000000000002', '0038410', '2026-05-01', 'active', '0d0000c8-0000-4000-8000-000000000002', 'Internal');
insert into public.invitations (id, token_hash, role, scope_kind, scope_id, email_hint, invited_by, expires_at, accepted_at, revoked_at) values
	('0d0000c9-0000-4000-8000-000000000001', private.hash_of('hash-of-the-token-here-00000000000000000000000000000000000000000'), 'member', 'community', '0d0000c0-0000-4000-8000-000000000001', 'invited@example.com', '0d0000aa-0000-4000-8000-000000000003', '2099-01-01', null, null),
	('0d0000c9-0000-4000-8000-000000000002', private.hash_of('hash-of-the-token-elsewhere-000000000000000000000000000000000000'), 'member', 'community', '0d0000c0-0000-4000-8000-000000000002', 'invited@example.com', '0d0000aa-0000-4000-8000-000000000010', '2099-01-01', null, null),
	('0d0000c9-0000-4000-8000-000000000003', private.hash_of('hash-of-the-token-expired-00000000000000000000000000000000000000'), 'member', 'community', '0d0000c0-0000-4000-8000-000000000001', 'invited@example.com', '0d0000aa-0000-4000-8000-000000000003', '2026-01-01', null, null),
	('0d0000c9-0000-4000-8000-000000000004', private.hash_of('hash-of-the-token-used-00000000000000000000000000000000000000000'), 'member', 'community', '0d0000c0-0000-4000-8000-000000000001', 'invited@example.com', '0d0000aa-0000-4000-8000-000000000003', '2099-01-01', '2026-01-01', null),
	('0d0000c9-0000-4000-8000-000000000005', private.hash_of('hash-of-the-token-revoked-00000000000000000000000000000000000000'), 'member', 'community', '0d0000c0-0000-4000-8000-000000000001', 'invited@example.com', '0d0000aa-0000-4000-8000-000000000003', '2099-01-01', null, '2026-01-01'),
	('0d0000c9-0000-4000-8000-000000000006', private.hash_of('hash-of-the-token-orphaned-0000000000000000000000000000000000000'), 'member', 'community', '0d0000c0-0000-4000-8000-000000000001', 'invited@example.com', '0d0000aa-0000-4000-8000-000000000012', '2099-01-01', null, null);

create temporary table people (nth integer, name text, id uuid);
insert into people values
	(1, 'visitor', null),
	(2, 'newcomer', '0d0000aa-0000-4000-8000-000000000001'),
	(3, 'member', '0d0000aa-0000-4000-8000-000000000002'),
	(4, 'coordinator', '0d0000aa-0000-4000-8000-000000000003'),
	(5, 'mentor', '0d0000aa-0000-4000-8000-000000000004'),
	(6, 'pkc', '0d0000aa-0000-4000-8000-000000000005'),
	(7, 'civilProtection', '0d0000aa-0000-4000-8000-000000000006'),
	(8, 'planner', '0d0000aa-0000-4000-8000-000000000007'),
	(9, 'national', '0d0000aa-0000-4000-8000-000000000008'),
	(10, 'applicant', '0d0000aa-0000-4000-8000-000000000009'),
	(11, 'coordinatorElsewhere', '0d0000aa-0000-4000-8000-000000000010'),
	(12, 'pkcElsewhere', '0d0000aa-0000-4000-8000-000000000011'),
	(13, 'former', '0d0000aa-0000-4000-8000-000000000012'),
	(14, 'lapsed', '0d0000aa-0000-4000-8000-000000000013'),
	(15, 'gone', '0d0000aa-0000-4000-8000-000000000014');

-- One answer for each person, in the order of the table above.
create temporary table questions (nth integer, title text, statement text, answers text[]);
insert into questions values
	(1, 'select data_sources (any)', 'select id from public.data_sources where id = ''matrix''', '{refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused}'),
	(2, 'insert data_sources (any)', 'insert into public.data_sources (id) values (''matrix'')', '{refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused}'),
	(3, 'update data_sources (any)', 'update public.data_sources set id = ''matrix'' where id = ''matrix''', '{refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused}'),
	(4, 'delete data_sources (any)', 'delete from public.data_sources where id = ''matrix''', '{refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused}'),
	(5, 'select territories (any)', 'select code from public.territories where code = ''0043560''', '{refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused}'),
	(6, 'insert territories (any)', 'insert into public.territories (code) values (''0043560'')', '{refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused}'),
	(7, 'update territories (any)', 'update public.territories set code = ''0043560'' where code = ''0043560''', '{refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused}'),
	(8, 'delete territories (any)', 'delete from public.territories where code = ''0043560''', '{refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused}'),
	(9, 'select zones (any)', 'select id from public.zones where id = ''matrix''', '{refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused}'),
	(10, 'insert zones (any)', 'insert into public.zones (id) values (''matrix'')', '{refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused}'),
	(11, 'update zones (any)', 'update public.zones set id = ''matrix'' where id = ''matrix''', '{refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused}'),
	(12, 'delete zones (any)', 'delete from public.zones where id = ''matrix''', '{refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused}'),
	(13, 'select zone_territories (any)', 'select zone_id,territory_code from public.zone_territories where zone_id = ''matrix'' and territory_code = ''0043000''', '{refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused}'),
	(14, 'insert zone_territories (any)', 'insert into public.zone_territories (zone_id, territory_code) values (''matrix'', ''0043000'')', '{refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused}'),
	(15, 'update zone_territories (any)', 'update public.zone_territories set zone_id = ''matrix'' where zone_id = ''matrix'' and territory_code = ''0043000''', '{refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused}'),
	(16, 'delete zone_territories (any)', 'delete from public.zone_territories where zone_id = ''matrix'' and territory_code = ''0043000''', '{refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused}'),
	(17, 'select indicators (any)', 'select id from public.indicators where id = ''matrix''', '{refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused}'),
	(18, 'insert indicators (any)', 'insert into public.indicators (id) values (''matrix'')', '{refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused}'),
	(19, 'update indicators (any)', 'update public.indicators set id = ''matrix'' where id = ''matrix''', '{refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused}'),
	(20, 'delete indicators (any)', 'delete from public.indicators where id = ''matrix''', '{refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused}'),
	(21, 'select checklists (any)', 'select id,version from public.checklists where id = ''matrix'' and version = ''1.0.0''', '{refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused}'),
	(22, 'insert checklists (any)', 'insert into public.checklists (id, version) values (''matrix'', ''1.0.0'')', '{refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused}'),
	(23, 'update checklists (any)', 'update public.checklists set id = ''matrix'' where id = ''matrix'' and version = ''1.0.0''', '{refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused}'),
	(24, 'delete checklists (any)', 'delete from public.checklists where id = ''matrix'' and version = ''1.0.0''', '{refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused}'),
	(25, 'select territory_indicators (any)', 'select territory_code,indicator from public.territory_indicators where territory_code = ''0043560'' and indicator = ''matrix''', '{refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused}'),
	(26, 'insert territory_indicators (any)', 'insert into public.territory_indicators (territory_code, indicator) values (''0043560'', ''matrix'')', '{refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused}'),
	(27, 'update territory_indicators (any)', 'update public.territory_indicators set territory_code = ''0043560'' where territory_code = ''0043560'' and indicator = ''matrix''', '{refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused}'),
	(28, 'delete territory_indicators (any)', 'delete from public.territory_indicators where territory_code = ''0043560'' and indicator = ''matrix''', '{refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused}'),
	(29, 'select organisations (any)', 'select id from public.organisations where id = ''0d0000c8-0000-4000-8000-000000000001''', '{refused,allowed,allowed,allowed,allowed,allowed,allowed,allowed,allowed,allowed,allowed,allowed,allowed,allowed,allowed}'),
	(30, 'insert organisations (any)', 'insert into public.organisations (id) values (''0d0000c8-0000-4000-8000-000000000001'')', '{refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused}'),
	(31, 'update organisations (any)', 'update public.organisations set id = ''0d0000c8-0000-4000-8000-000000000001'' where id = ''0d0000c8-0000-4000-8000-000000000001''', '{refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused}'),
	(32, 'delete organisations (any)', 'delete from public.organisations where id = ''0d0000c8-0000-4000-8000-000000000001''', '{refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused}'),
	(33, 'select role_grants (any)', 'select granter_role,role from public.role_grants where granter_role = ''pkc'' and role = ''mentor''', '{refused,allowed,allowed,allowed,allowed,allowed,allowed,allowed,allowed,allowed,allowed,allowed,allowed,allowed,allowed}'),
	(34, 'insert role_grants (any)', 'insert into public.role_grants (granter_role, role) values (''pkc'', ''mentor'')', '{refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused}'),
	(35, 'update role_grants (any)', 'update public.role_grants set granter_role = ''pkc'' where granter_role = ''pkc'' and role = ''mentor''', '{refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused}'),
	(36, 'delete role_grants (any)', 'delete from public.role_grants where granter_role = ''pkc'' and role = ''mentor''', '{refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused}'),
	(37, 'select communities (here)', 'select id from public.communities where id = ''0d0000c0-0000-4000-8000-000000000001''', '{refused,nothing,allowed,allowed,allowed,allowed,nothing,nothing,nothing,nothing,nothing,nothing,nothing,nothing,nothing}'),
	(38, 'select communities (elsewhere)', 'select id from public.communities where id = ''0d0000c0-0000-4000-8000-000000000002''', '{refused,nothing,nothing,nothing,nothing,nothing,nothing,nothing,nothing,nothing,allowed,allowed,nothing,nothing,nothing}'),
	(39, 'select communities (pending)', 'select id from public.communities where id = ''0d0000c0-0000-4000-8000-000000000003''', '{refused,nothing,nothing,nothing,nothing,allowed,nothing,nothing,nothing,allowed,nothing,nothing,nothing,nothing,nothing}'),
	(40, 'insert communities (any)', 'insert into public.communities (id) values (''0d0000c0-0000-4000-8000-000000000001'')', '{refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused}'),
	(41, 'update communities (here)', 'update public.communities set id = ''0d0000c0-0000-4000-8000-000000000001'' where id = ''0d0000c0-0000-4000-8000-000000000001''', '{refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused}'),
	(42, 'delete communities (here)', 'delete from public.communities where id = ''0d0000c0-0000-4000-8000-000000000001''', '{refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused}'),
	(43, 'select community_territories (here)', 'select community_id,territory_code from public.community_territories where community_id = ''0d0000c0-0000-4000-8000-000000000001'' and territory_code = ''0043430''', '{refused,nothing,allowed,allowed,allowed,allowed,nothing,nothing,nothing,nothing,nothing,nothing,nothing,nothing,nothing}'),
	(44, 'select community_territories (elsewhere)', 'select community_id,territory_code from public.community_territories where community_id = ''0d0000c0-0000-4000-8000-000000000002'' and territory_code = ''0038550''', '{refused,nothing,nothing,nothing,nothing,nothing,nothing,nothing,nothing,nothing,allowed,allowed,nothing,nothing,nothing}'),
	(45, 'insert community_territories (any)', 'insert into public.community_territories (community_id, territory_code) values (''0d0000c0-0000-4000-8000-000000000001'', ''0043430'')', '{refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused}'),
	(46, 'update community_territories (here)', 'update public.community_territories set community_id = ''0d0000c0-0000-4000-8000-000000000001'' where community_id = ''0d0000c0-0000-4000-8000-000000000001'' and territory_code = ''0043430''', '{refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused}'),
	(47, 'delete community_territories (here)', 'delete from public.community_territories where community_id = ''0d0000c0-0000-4000-8000-000000000001'' and territory_code = ''0043430''', '{refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused}'),
	(48, 'select community_reviews (here)', 'select id from public.community_reviews where id = ''0d0000c4-0000-4000-8000-000000000001''', '{refused,nothing,allowed,allowed,allowed,allowed,nothing,nothing,nothing,nothing,nothing,nothing,nothing,nothing,nothing}'),
	(49, 'select community_reviews (elsewhere)', 'select id from public.community_reviews where id = ''0d0000c4-0000-4000-8000-000000000002''', '{refused,nothing,nothing,nothing,nothing,nothing,nothing,nothing,nothing,nothing,allowed,allowed,nothing,nothing,nothing}'),
	(50, 'insert community_reviews (any)', 'insert into public.community_reviews (id) values (''0d0000c4-0000-4000-8000-000000000001'')', '{refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused}'),
	(51, 'update community_reviews (here)', 'update public.community_reviews set id = ''0d0000c4-0000-4000-8000-000000000001'' where id = ''0d0000c4-0000-4000-8000-000000000001''', '{refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused}'),
	(52, 'delete community_reviews (here)', 'delete from public.community_reviews where id = ''0d0000c4-0000-4000-8000-000000000001''', '{refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused}'),
	(53, 'select community_contacts (here)', 'select id from public.community_contacts where id = ''0d0000c1-0000-4000-8000-000000000001''', '{refused,nothing,allowed,allowed,allowed,allowed,nothing,nothing,nothing,nothing,nothing,nothing,nothing,nothing,nothing}'),
	(54, 'select community_contacts (elsewhere)', 'select id from public.community_contacts where id = ''0d0000c1-0000-4000-8000-000000000002''', '{refused,nothing,nothing,nothing,nothing,nothing,nothing,nothing,nothing,nothing,allowed,allowed,nothing,nothing,nothing}'),
	(55, 'select community_contacts (without consent)', 'select id from public.community_contacts where id = ''0d0000c1-0000-4000-8000-000000000003''', '{refused,nothing,nothing,nothing,nothing,nothing,nothing,nothing,nothing,nothing,nothing,nothing,nothing,nothing,nothing}'),
	(56, 'insert community_contacts (here)', 'insert into public.community_contacts (community_id, name, phone, consent_given_on, consent_expires_on) values (''0d0000c0-0000-4000-8000-000000000001'', ''Paraugs'', ''+371 20000000'', ''2026-01-01'', ''2098-01-01'')', '{refused,refused,refused,allowed,refused,allowed,refused,refused,refused,refused,refused,refused,refused,refused,refused}'),
	(57, 'insert community_contacts (elsewhere)', 'insert into public.community_contacts (community_id, name, phone, consent_given_on, consent_expires_on) values (''0d0000c0-0000-4000-8000-000000000002'', ''Paraugs'', ''+371 20000000'', ''2026-01-01'', ''2098-01-01'')', '{refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,allowed,allowed,refused,refused,refused}'),
	(58, 'update community_contacts (here)', 'update public.community_contacts set name = ''Cits'' where id = ''0d0000c1-0000-4000-8000-000000000001''', '{refused,nothing,nothing,allowed,nothing,allowed,nothing,nothing,nothing,nothing,nothing,nothing,nothing,nothing,nothing}'),
	(59, 'update community_contacts (elsewhere)', 'update public.community_contacts set name = ''Cits'' where id = ''0d0000c1-0000-4000-8000-000000000002''', '{refused,nothing,nothing,nothing,nothing,nothing,nothing,nothing,nothing,nothing,allowed,allowed,nothing,nothing,nothing}'),
	(60, 'delete community_contacts (here)', 'delete from public.community_contacts where id = ''0d0000c1-0000-4000-8000-000000000001''', '{refused,nothing,nothing,allowed,nothing,allowed,nothing,nothing,nothing,nothing,nothing,nothing,nothing,nothing,nothing}'),
	(61, 'delete community_contacts (elsewhere)', 'delete from public.community_contacts where id = ''0d0000c1-0000-4000-8000-000000000002''', '{refused,nothing,nothing,nothing,nothing,nothing,nothing,nothing,nothing,nothing,allowed,allowed,nothing,nothing,nothing}'),
	(62, 'insert community_contacts (with id)', 'insert into public.community_contacts (community_id, name, phone, consent_given_on, consent_expires_on, id) values (''0d0000c0-0000-4000-8000-000000000001'', ''Paraugs'', ''+371 20000000'', ''2026-01-01'', ''2098-01-01'', ''0d0000c1-0000-4000-8000-000000000001'')', '{refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused}'),
	(63, 'insert community_contacts (with created_at)', 'insert into public.community_contacts (community_id, name, phone, consent_given_on, consent_expires_on, created_at) values (''0d0000c0-0000-4000-8000-000000000001'', ''Paraugs'', ''+371 20000000'', ''2026-01-01'', ''2098-01-01'', ''2020-01-01'')', '{refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused}'),
	(64, 'update community_contacts (of id)', 'update public.community_contacts set id = ''0d0000c1-0000-4000-8000-000000000003'' where id = ''0d0000c1-0000-4000-8000-000000000001''', '{refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused}'),
	(65, 'update community_contacts (of community_id)', 'update public.community_contacts set community_id = ''0d0000c0-0000-4000-8000-000000000002'' where id = ''0d0000c1-0000-4000-8000-000000000001''', '{refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused}'),
	(66, 'update community_contacts (of created_at)', 'update public.community_contacts set created_at = ''2020-01-01'' where id = ''0d0000c1-0000-4000-8000-000000000001''', '{refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused}'),
	(67, 'select resources (here)', 'select id from public.resources where id = ''0d0000c2-0000-4000-8000-000000000001''', '{refused,nothing,allowed,allowed,allowed,allowed,nothing,nothing,nothing,nothing,nothing,nothing,nothing,nothing,nothing}'),
	(68, 'select resources (elsewhere)', 'select id from public.resources where id = ''0d0000c2-0000-4000-8000-000000000002''', '{refused,nothing,nothing,nothing,nothing,nothing,nothing,nothing,nothing,nothing,allowed,allowed,nothing,nothing,nothing}'),
	(69, 'insert resources (here)', 'insert into public.resources (community_id, kind, name) values (''0d0000c0-0000-4000-8000-000000000001'', ''skills'', ''First aid'')', '{refused,refused,refused,allowed,refused,allowed,refused,refused,refused,refused,refused,refused,refused,refused,refused}'),
	(70, 'insert resources (elsewhere)', 'insert into public.resources (community_id, kind, name) values (''0d0000c0-0000-4000-8000-000000000002'', ''skills'', ''First aid'')', '{refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,allowed,allowed,refused,refused,refused}'),
	(71, 'update resources (here)', 'update public.resources set name = ''Other'' where id = ''0d0000c2-0000-4000-8000-000000000001''', '{refused,nothing,nothing,allowed,nothing,allowed,nothing,nothing,nothing,nothing,nothing,nothing,nothing,nothing,nothing}'),
	(72, 'update resources (elsewhere)', 'update public.resources set name = ''Other'' where id = ''0d0000c2-0000-4000-8000-000000000002''', '{refused,nothing,nothing,nothing,nothing,nothing,nothing,nothing,nothing,nothing,allowed,allowed,nothing,nothing,nothing}'),
	(73, 'delete resources (here)', 'delete from public.resources where id = ''0d0000c2-0000-4000-8000-000000000001''', '{refused,nothing,nothing,allowed,nothing,allowed,nothing,nothing,nothing,nothing,nothing,nothing,nothing,nothing,nothing}'),
	(74, 'delete resources (elsewhere)', 'delete from public.resources where id = ''0d0000c2-0000-4000-8000-000000000002''', '{refused,nothing,nothing,nothing,nothing,nothing,nothing,nothing,nothing,nothing,allowed,allowed,nothing,nothing,nothing}'),
	(75, 'insert resources (with id)', 'insert into public.resources (community_id, kind, name, id) values (''0d0000c0-0000-4000-8000-000000000001'', ''skills'', ''First aid'', ''0d0000c2-0000-4000-8000-000000000001'')', '{refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused}'),
	(76, 'insert resources (with created_at)', 'insert into public.resources (community_id, kind, name, created_at) values (''0d0000c0-0000-4000-8000-000000000001'', ''skills'', ''First aid'', ''2020-01-01'')', '{refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused}'),
	(77, 'update resources (of id)', 'update public.resources set id = ''0d0000c2-0000-4000-8000-000000000002'' where id = ''0d0000c2-0000-4000-8000-000000000001''', '{refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused}'),
	(78, 'update resources (of community_id)', 'update public.resources set community_id = ''0d0000c0-0000-4000-8000-000000000002'' where id = ''0d0000c2-0000-4000-8000-000000000001''', '{refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused}'),
	(79, 'update resources (of created_at)', 'update public.resources set created_at = ''2020-01-01'' where id = ''0d0000c2-0000-4000-8000-000000000001''', '{refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused}'),
	(80, 'select places (here)', 'select id from public.places where id = ''0d0000c3-0000-4000-8000-000000000001''', '{refused,nothing,allowed,allowed,allowed,allowed,nothing,nothing,nothing,nothing,nothing,nothing,nothing,nothing,nothing}'),
	(81, 'select places (elsewhere)', 'select id from public.places where id = ''0d0000c3-0000-4000-8000-000000000002''', '{refused,nothing,nothing,nothing,nothing,nothing,nothing,nothing,nothing,nothing,allowed,allowed,nothing,nothing,nothing}'),
	(82, 'insert places (any)', 'insert into public.places (id) values (''0d0000c3-0000-4000-8000-000000000001'')', '{refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused}'),
	(83, 'update places (here)', 'update public.places set id = ''0d0000c3-0000-4000-8000-000000000001'' where id = ''0d0000c3-0000-4000-8000-000000000001''', '{refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused}'),
	(84, 'delete places (here)', 'delete from public.places where id = ''0d0000c3-0000-4000-8000-000000000001''', '{refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused}'),
	(85, 'select activities (here)', 'select id from public.activities where id = ''0d0000c5-0000-4000-8000-000000000001''', '{refused,nothing,allowed,allowed,allowed,allowed,nothing,nothing,nothing,nothing,nothing,nothing,nothing,nothing,nothing}'),
	(86, 'select activities (elsewhere)', 'select id from public.activities where id = ''0d0000c5-0000-4000-8000-000000000002''', '{refused,nothing,nothing,nothing,nothing,nothing,nothing,nothing,nothing,nothing,allowed,allowed,nothing,nothing,nothing}'),
	(87, 'insert activities (any)', 'insert into public.activities (id) values (''0d0000c5-0000-4000-8000-000000000001'')', '{refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused}'),
	(88, 'update activities (here)', 'update public.activities set id = ''0d0000c5-0000-4000-8000-000000000001'' where id = ''0d0000c5-0000-4000-8000-000000000001''', '{refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused}'),
	(89, 'delete activities (here)', 'delete from public.activities where id = ''0d0000c5-0000-4000-8000-000000000001''', '{refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused}'),
	(90, 'select activity_territories (here)', 'select activity_id,territory_code from public.activity_territories where activity_id = ''0d0000c5-0000-4000-8000-000000000001'' and territory_code = ''0043560''', '{refused,nothing,allowed,allowed,allowed,allowed,nothing,nothing,nothing,nothing,nothing,nothing,nothing,nothing,nothing}'),
	(91, 'select activity_territories (elsewhere)', 'select activity_id,territory_code from public.activity_territories where activity_id = ''0d0000c5-0000-4000-8000-000000000002'' and territory_code = ''0038410''', '{refused,nothing,nothing,nothing,nothing,nothing,nothing,nothing,nothing,nothing,allowed,allowed,nothing,nothing,nothing}'),
	(92, 'insert activity_territories (any)', 'insert into public.activity_territories (activity_id, territory_code) values (''0d0000c5-0000-4000-8000-000000000001'', ''0043560'')', '{refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused}'),
	(93, 'update activity_territories (here)', 'update public.activity_territories set activity_id = ''0d0000c5-0000-4000-8000-000000000001'' where activity_id = ''0d0000c5-0000-4000-8000-000000000001'' and territory_code = ''0043560''', '{refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused}'),
	(94, 'delete activity_territories (here)', 'delete from public.activity_territories where activity_id = ''0d0000c5-0000-4000-8000-000000000001'' and territory_code = ''0043560''', '{refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused}'),
	(95, 'select activity_parties (here)', 'select id from public.activity_parties where id = ''0d0000c6-0000-4000-8000-000000000001''', '{refused,nothing,allowed,allowed,allowed,allowed,nothing,nothing,nothing,nothing,nothing,nothing,nothing,nothing,nothing}'),
	(96, 'select activity_parties (elsewhere)', 'select id from public.activity_parties where id = ''0d0000c6-0000-4000-8000-000000000002''', '{refused,nothing,nothing,nothing,nothing,nothing,nothing,nothing,nothing,nothing,allowed,allowed,nothing,nothing,nothing}'),
	(97, 'insert activity_parties (any)', 'insert into public.activity_parties (id) values (''0d0000c6-0000-4000-8000-000000000001'')', '{refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused}'),
	(98, 'update activity_parties (here)', 'update public.activity_parties set id = ''0d0000c6-0000-4000-8000-000000000001'' where id = ''0d0000c6-0000-4000-8000-000000000001''', '{refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused}'),
	(99, 'delete activity_parties (here)', 'delete from public.activity_parties where id = ''0d0000c6-0000-4000-8000-000000000001''', '{refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused}'),
	(100, 'select profiles (of the member)', 'select user_id from public.profiles where user_id = ''0d0000aa-0000-4000-8000-000000000002''', '{refused,nothing,allowed,nothing,nothing,nothing,nothing,nothing,nothing,nothing,nothing,nothing,nothing,nothing,nothing}'),
	(101, 'select profiles (of pkc)', 'select user_id from public.profiles where user_id = ''0d0000aa-0000-4000-8000-000000000005''', '{refused,nothing,nothing,nothing,nothing,allowed,nothing,nothing,nothing,nothing,nothing,nothing,nothing,nothing,nothing}'),
	(102, 'insert profiles (of the newcomer)', 'insert into public.profiles (user_id, locale) values (''0d0000aa-0000-4000-8000-000000000001'', ''en'')', '{refused,allowed,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused}'),
	(103, 'update profiles (of the member)', 'update public.profiles set display_name = ''Cits'' where user_id = ''0d0000aa-0000-4000-8000-000000000002''', '{refused,nothing,allowed,nothing,nothing,nothing,nothing,nothing,nothing,nothing,nothing,nothing,nothing,nothing,nothing}'),
	(104, 'update profiles (of pkc)', 'update public.profiles set display_name = ''Cits'' where user_id = ''0d0000aa-0000-4000-8000-000000000005''', '{refused,nothing,nothing,nothing,nothing,allowed,nothing,nothing,nothing,nothing,nothing,nothing,nothing,nothing,nothing}'),
	(105, 'delete profiles (of the member)', 'delete from public.profiles where user_id = ''0d0000aa-0000-4000-8000-000000000002''', '{refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused}'),
	(106, 'insert profiles (with created_at)', 'insert into public.profiles (user_id, locale, created_at) values (''0d0000aa-0000-4000-8000-000000000001'', ''en'', ''2020-01-01'')', '{refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused}'),
	(107, 'insert profiles (with updated_at)', 'insert into public.profiles (user_id, locale, updated_at) values (''0d0000aa-0000-4000-8000-000000000001'', ''en'', ''2020-01-01'')', '{refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused}'),
	(108, 'update profiles (of user_id)', 'update public.profiles set user_id = ''0d0000aa-0000-4000-8000-000000000008'' where user_id = ''0d0000aa-0000-4000-8000-000000000002''', '{refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused}'),
	(109, 'update profiles (of created_at)', 'update public.profiles set created_at = ''2020-01-01'' where user_id = ''0d0000aa-0000-4000-8000-000000000002''', '{refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused}'),
	(110, 'update profiles (of updated_at)', 'update public.profiles set updated_at = ''2020-01-01'' where user_id = ''0d0000aa-0000-4000-8000-000000000002''', '{refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused}'),
	(111, 'select memberships (the member’s)', 'select id from public.memberships where id = ''0d0000b0-0000-4000-8000-000000000001''', '{refused,nothing,allowed,allowed,allowed,allowed,nothing,nothing,allowed,nothing,nothing,nothing,nothing,nothing,nothing}'),
	(112, 'select memberships (the planner’s)', 'select id from public.memberships where id = ''0d0000b0-0000-4000-8000-000000000006''', '{refused,nothing,nothing,nothing,nothing,allowed,nothing,allowed,allowed,nothing,nothing,nothing,nothing,nothing,nothing}'),
	(113, 'select memberships (of the community elsewhere)', 'select id from public.memberships where id = ''0d0000b0-0000-4000-8000-000000000009''', '{refused,nothing,nothing,nothing,nothing,nothing,nothing,nothing,allowed,nothing,allowed,allowed,nothing,nothing,nothing}'),
	(114, 'select memberships (ended, of PKC)', 'select id from public.memberships where id = ''0d0000b0-0000-4000-8000-000000000011''', '{refused,nothing,nothing,nothing,nothing,allowed,nothing,nothing,allowed,nothing,nothing,nothing,allowed,nothing,nothing}'),
	(115, 'select memberships (national staff’s)', 'select id from public.memberships where id = ''0d0000b0-0000-4000-8000-000000000007''', '{refused,nothing,nothing,nothing,nothing,nothing,nothing,nothing,allowed,nothing,nothing,nothing,nothing,nothing,nothing}'),
	(116, 'insert memberships (any)', 'insert into public.memberships (id) values (''0d0000b0-0000-4000-8000-000000000001'')', '{refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused}'),
	(117, 'update memberships (the member’s)', 'update public.memberships set id = ''0d0000b0-0000-4000-8000-000000000001'' where id = ''0d0000b0-0000-4000-8000-000000000001''', '{refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused}'),
	(118, 'delete memberships (the member’s)', 'delete from public.memberships where id = ''0d0000b0-0000-4000-8000-000000000001''', '{refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused}'),
	(119, 'select invitations (here)', 'select id from public.invitations where id = ''0d0000c9-0000-4000-8000-000000000001''', '{refused,nothing,nothing,allowed,nothing,allowed,nothing,nothing,allowed,nothing,nothing,nothing,nothing,nothing,nothing}'),
	(120, 'select invitations (elsewhere)', 'select id from public.invitations where id = ''0d0000c9-0000-4000-8000-000000000002''', '{refused,nothing,nothing,nothing,nothing,nothing,nothing,nothing,allowed,nothing,allowed,allowed,nothing,nothing,nothing}'),
	(121, 'insert invitations (any)', 'insert into public.invitations (id) values (''0d0000c9-0000-4000-8000-000000000001'')', '{refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused}'),
	(122, 'update invitations (here)', 'update public.invitations set id = ''0d0000c9-0000-4000-8000-000000000001'' where id = ''0d0000c9-0000-4000-8000-000000000001''', '{refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused}'),
	(123, 'delete invitations (here)', 'delete from public.invitations where id = ''0d0000c9-0000-4000-8000-000000000001''', '{refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused}'),
	(124, 'select territory_surveys (here)', 'select id from public.territory_surveys where id = ''0d0000c7-0000-4000-8000-000000000001''', '{refused,nothing,nothing,nothing,nothing,allowed,allowed,allowed,allowed,nothing,nothing,nothing,nothing,nothing,nothing}'),
	(125, 'select territory_surveys (elsewhere)', 'select id from public.territory_surveys where id = ''0d0000c7-0000-4000-8000-000000000002''', '{refused,nothing,nothing,nothing,nothing,nothing,nothing,nothing,allowed,nothing,nothing,allowed,nothing,nothing,nothing}'),
	(126, 'insert territory_surveys (any)', 'insert into public.territory_surveys (id) values (''0d0000c7-0000-4000-8000-000000000001'')', '{refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused}'),
	(127, 'update territory_surveys (here)', 'update public.territory_surveys set id = ''0d0000c7-0000-4000-8000-000000000001'' where id = ''0d0000c7-0000-4000-8000-000000000001''', '{refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused}'),
	(128, 'delete territory_surveys (here)', 'delete from public.territory_surveys where id = ''0d0000c7-0000-4000-8000-000000000001''', '{refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused}'),
	(129, 'select audit_log (here)', 'select table_name,row_id from public.audit_log where table_name = ''communities'' and row_id = ''0d0000c0-0000-4000-8000-000000000001''', '{refused,nothing,nothing,nothing,nothing,allowed,nothing,nothing,allowed,nothing,nothing,nothing,nothing,nothing,nothing}'),
	(130, 'select audit_log (elsewhere)', 'select table_name,row_id from public.audit_log where table_name = ''communities'' and row_id = ''0d0000c0-0000-4000-8000-000000000002''', '{refused,nothing,nothing,nothing,nothing,nothing,nothing,nothing,allowed,nothing,nothing,allowed,nothing,nothing,nothing}'),
	(131, 'select audit_log (of the whole country)', 'select table_name,row_id from public.audit_log where table_name = ''memberships'' and row_id = ''0d0000b0-0000-4000-8000-000000000007''', '{refused,nothing,nothing,nothing,nothing,nothing,nothing,nothing,allowed,nothing,nothing,nothing,nothing,nothing,nothing}'),
	(132, 'insert audit_log (any)', 'insert into public.audit_log (table_name, row_id) values (''communities'', ''0d0000c0-0000-4000-8000-000000000001'')', '{refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused}'),
	(133, 'update audit_log (here)', 'update public.audit_log set table_name = ''communities'' where table_name = ''communities'' and row_id = ''0d0000c0-0000-4000-8000-000000000001''', '{refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused}'),
	(134, 'delete audit_log (here)', 'delete from public.audit_log where table_name = ''communities'' and row_id = ''0d0000c0-0000-4000-8000-000000000001''', '{refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused}'),
	(135, 'select public_sources (shown)', 'select id from public.public_sources where id = ''matrix''', '{allowed,allowed,allowed,allowed,allowed,allowed,allowed,allowed,allowed,allowed,allowed,allowed,allowed,allowed,allowed}'),
	(136, 'insert public_sources (any)', 'insert into public.public_sources (id) values (''matrix'')', '{refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused}'),
	(137, 'update public_sources (shown)', 'update public.public_sources set id = ''matrix'' where id = ''matrix''', '{refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused}'),
	(138, 'delete public_sources (shown)', 'delete from public.public_sources where id = ''matrix''', '{refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused}'),
	(139, 'select public_territories (shown)', 'select code from public.public_territories where code = ''0043560''', '{allowed,allowed,allowed,allowed,allowed,allowed,allowed,allowed,allowed,allowed,allowed,allowed,allowed,allowed,allowed}'),
	(140, 'insert public_territories (any)', 'insert into public.public_territories (code) values (''0043560'')', '{refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused}'),
	(141, 'update public_territories (shown)', 'update public.public_territories set code = ''0043560'' where code = ''0043560''', '{refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused}'),
	(142, 'delete public_territories (shown)', 'delete from public.public_territories where code = ''0043560''', '{refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused}'),
	(143, 'select public_zones (shown)', 'select id from public.public_zones where id = ''matrix''', '{allowed,allowed,allowed,allowed,allowed,allowed,allowed,allowed,allowed,allowed,allowed,allowed,allowed,allowed,allowed}'),
	(144, 'insert public_zones (any)', 'insert into public.public_zones (id) values (''matrix'')', '{refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused}'),
	(145, 'update public_zones (shown)', 'update public.public_zones set id = ''matrix'' where id = ''matrix''', '{refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused}'),
	(146, 'delete public_zones (shown)', 'delete from public.public_zones where id = ''matrix''', '{refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused}'),
	(147, 'select public_zone_territories (shown)', 'select zone_id,territory_code from public.public_zone_territories where zone_id = ''matrix'' and territory_code = ''0043560''', '{allowed,allowed,allowed,allowed,allowed,allowed,allowed,allowed,allowed,allowed,allowed,allowed,allowed,allowed,allowed}'),
	(148, 'insert public_zone_territories (any)', 'insert into public.public_zone_territories (zone_id, territory_code) values (''matrix'', ''0043560'')', '{refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused}'),
	(149, 'update public_zone_territories (shown)', 'update public.public_zone_territories set zone_id = ''matrix'' where zone_id = ''matrix'' and territory_code = ''0043560''', '{refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused}'),
	(150, 'delete public_zone_territories (shown)', 'delete from public.public_zone_territories where zone_id = ''matrix'' and territory_code = ''0043560''', '{refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused}'),
	(151, 'select public_checklists (shown)', 'select id,version from public.public_checklists where id = ''matrix'' and version = ''1.0.0''', '{allowed,allowed,allowed,allowed,allowed,allowed,allowed,allowed,allowed,allowed,allowed,allowed,allowed,allowed,allowed}'),
	(152, 'insert public_checklists (any)', 'insert into public.public_checklists (id, version) values (''matrix'', ''1.0.0'')', '{refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused}'),
	(153, 'update public_checklists (shown)', 'update public.public_checklists set id = ''matrix'' where id = ''matrix'' and version = ''1.0.0''', '{refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused}'),
	(154, 'delete public_checklists (shown)', 'delete from public.public_checklists where id = ''matrix'' and version = ''1.0.0''', '{refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused}'),
	(155, 'select public_communities (shown)', 'select id from public.public_communities where id = ''0d0000c0-0000-4000-8000-000000000001''', '{allowed,allowed,allowed,allowed,allowed,allowed,allowed,allowed,allowed,allowed,allowed,allowed,allowed,allowed,allowed}'),
	(156, 'select public_communities (not approved)', 'select id from public.public_communities where id = ''0d0000c0-0000-4000-8000-000000000003''', '{nothing,nothing,nothing,nothing,nothing,nothing,nothing,nothing,nothing,nothing,nothing,nothing,nothing,nothing,nothing}'),
	(157, 'insert public_communities (any)', 'insert into public.public_communities (id) values (''0d0000c0-0000-4000-8000-000000000001'')', '{refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused}'),
	(158, 'update public_communities (shown)', 'update public.public_communities set id = ''0d0000c0-0000-4000-8000-000000000001'' where id = ''0d0000c0-0000-4000-8000-000000000001''', '{refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused}'),
	(159, 'delete public_communities (shown)', 'delete from public.public_communities where id = ''0d0000c0-0000-4000-8000-000000000001''', '{refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused}'),
	(160, 'select public_places (shown)', 'select id from public.public_places where id = ''0d0000c3-0000-4000-8000-000000000003''', '{allowed,allowed,allowed,allowed,allowed,allowed,allowed,allowed,allowed,allowed,allowed,allowed,allowed,allowed,allowed}'),
	(161, 'select public_places (not public)', 'select id from public.public_places where id = ''0d0000c3-0000-4000-8000-000000000001''', '{nothing,nothing,nothing,nothing,nothing,nothing,nothing,nothing,nothing,nothing,nothing,nothing,nothing,nothing,nothing}'),
	(162, 'insert public_places (any)', 'insert into public.public_places (id) values (''0d0000c3-0000-4000-8000-000000000003'')', '{refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused}'),
	(163, 'update public_places (shown)', 'update public.public_places set id = ''0d0000c3-0000-4000-8000-000000000003'' where id = ''0d0000c3-0000-4000-8000-000000000003''', '{refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused}'),
	(164, 'delete public_places (shown)', 'delete from public.public_places where id = ''0d0000c3-0000-4000-8000-000000000003''', '{refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused}'),
	(165, 'select public_activities (shown)', 'select id from public.public_activities where id = ''0d0000c5-0000-4000-8000-000000000003''', '{allowed,allowed,allowed,allowed,allowed,allowed,allowed,allowed,allowed,allowed,allowed,allowed,allowed,allowed,allowed}'),
	(166, 'select public_activities (not public)', 'select id from public.public_activities where id = ''0d0000c5-0000-4000-8000-000000000001''', '{nothing,nothing,nothing,nothing,nothing,nothing,nothing,nothing,nothing,nothing,nothing,nothing,nothing,nothing,nothing}'),
	(167, 'select public_activities (of one not approved)', 'select id from public.public_activities where id = ''0d0000c5-0000-4000-8000-000000000004''', '{nothing,nothing,nothing,nothing,nothing,nothing,nothing,nothing,nothing,nothing,nothing,nothing,nothing,nothing,nothing}'),
	(168, 'insert public_activities (any)', 'insert into public.public_activities (id) values (''0d0000c5-0000-4000-8000-000000000003'')', '{refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused}'),
	(169, 'update public_activities (shown)', 'update public.public_activities set id = ''0d0000c5-0000-4000-8000-000000000003'' where id = ''0d0000c5-0000-4000-8000-000000000003''', '{refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused}'),
	(170, 'delete public_activities (shown)', 'delete from public.public_activities where id = ''0d0000c5-0000-4000-8000-000000000003''', '{refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused}'),
	(171, 'select public_surveys (shown)', 'select territory_code,surveyed_on from public.public_surveys where territory_code = ''0038410'' and surveyed_on = ''2026-05-01''', '{allowed,allowed,allowed,allowed,allowed,allowed,allowed,allowed,allowed,allowed,allowed,allowed,allowed,allowed,allowed}'),
	(172, 'insert public_surveys (any)', 'insert into public.public_surveys (territory_code, surveyed_on) values (''0038410'', ''2026-05-01'')', '{refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused}'),
	(173, 'update public_surveys (shown)', 'update public.public_surveys set territory_code = ''0038410'' where territory_code = ''0038410'' and surveyed_on = ''2026-05-01''', '{refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused}'),
	(174, 'delete public_surveys (shown)', 'delete from public.public_surveys where territory_code = ''0038410'' and surveyed_on = ''2026-05-01''', '{refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused}'),
	(175, 'execute public_activity_evidence (any)', 'select * from public.public_activity_evidence()', '{allowed,allowed,allowed,allowed,allowed,allowed,allowed,allowed,allowed,allowed,allowed,allowed,allowed,allowed,allowed}'),
	(176, 'execute mandated_activity_evidence (here)', 'select * from public.mandated_activity_evidence() where territory_code = ''0043560''', '{refused,nothing,nothing,nothing,nothing,allowed,allowed,allowed,allowed,nothing,nothing,nothing,nothing,nothing,nothing}'),
	(177, 'execute mandated_activity_evidence (elsewhere)', 'select * from public.mandated_activity_evidence() where territory_code = ''0038410''', '{refused,nothing,nothing,nothing,nothing,nothing,nothing,nothing,allowed,nothing,nothing,allowed,nothing,nothing,nothing}'),
	(178, 'execute activity_evidence (any)', 'select * from public.activity_evidence()', '{refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused}'),
	(179, 'execute schema_version (any)', 'select * from public.schema_version()', '{refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused}'),
	(180, 'execute delete_expired (any)', 'select * from public.delete_expired()', '{refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused}'),
	(181, 'execute invite_first_national (any)', 'select * from public.invite_first_national("token_hash" => ''xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx'', "expires_at" => ''tomorrow'')', '{refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused,refused}'),
	(182, 'execute create_invitation (member here)', 'select * from public.create_invitation("role" => ''member'', "scope_kind" => ''community'', "scope_id" => ''0d0000c0-0000-4000-8000-000000000001'', "token_hash" => ''hash-of-the-token-fresh-0000000000000000000000000000000000000000'', "email_hint" => ''somebody@example.com'', "expires_at" => ''tomorrow'')', '{refused,DK001,DK001,allowed,DK001,allowed,DK001,DK001,allowed,DK001,DK001,DK001,DK001,DK001,DK001}'),
	(183, 'execute create_invitation (coordinator here)', 'select * from public.create_invitation("role" => ''coordinator'', "scope_kind" => ''community'', "scope_id" => ''0d0000c0-0000-4000-8000-000000000001'', "token_hash" => ''hash-of-the-token-fresh-0000000000000000000000000000000000000000'', "email_hint" => ''somebody@example.com'', "expires_at" => ''tomorrow'')', '{refused,DK001,DK001,allowed,DK001,allowed,DK001,DK001,allowed,DK001,DK001,DK001,DK001,DK001,DK001}'),
	(184, 'execute create_invitation (member elsewhere)', 'select * from public.create_invitation("role" => ''member'', "scope_kind" => ''community'', "scope_id" => ''0d0000c0-0000-4000-8000-000000000002'', "token_hash" => ''hash-of-the-token-fresh-0000000000000000000000000000000000000000'', "email_hint" => ''somebody@example.com'', "expires_at" => ''tomorrow'')', '{refused,DK001,DK001,DK001,DK001,DK001,DK001,DK001,allowed,DK001,allowed,allowed,DK001,DK001,DK001}'),
	(185, 'execute create_invitation (mentor here)', 'select * from public.create_invitation("role" => ''mentor'', "scope_kind" => ''community'', "scope_id" => ''0d0000c0-0000-4000-8000-000000000001'', "token_hash" => ''hash-of-the-token-fresh-0000000000000000000000000000000000000000'', "email_hint" => ''somebody@example.com'', "expires_at" => ''tomorrow'')', '{refused,DK001,DK001,DK001,DK001,allowed,DK001,DK001,allowed,DK001,DK001,DK001,DK001,DK001,DK001}'),
	(186, 'execute create_invitation (civil protection here)', 'select * from public.create_invitation("role" => ''civil_protection'', "scope_kind" => ''municipality'', "scope_id" => ''0043000'', "token_hash" => ''hash-of-the-token-fresh-0000000000000000000000000000000000000000'', "email_hint" => ''somebody@example.com'', "expires_at" => ''tomorrow'')', '{refused,DK001,DK001,DK001,DK001,allowed,DK001,DK001,allowed,DK001,DK001,DK001,DK001,DK001,DK001}'),
	(187, 'execute create_invitation (planner here)', 'select * from public.create_invitation("role" => ''planner'', "scope_kind" => ''region'', "scope_id" => ''latgale'', "token_hash" => ''hash-of-the-token-fresh-0000000000000000000000000000000000000000'', "email_hint" => ''somebody@example.com'', "expires_at" => ''tomorrow'')', '{refused,DK001,DK001,DK001,DK001,allowed,DK001,DK001,allowed,DK001,DK001,DK001,DK001,DK001,DK001}'),
	(188, 'execute create_invitation (pkc here)', 'select * from public.create_invitation("role" => ''pkc'', "scope_kind" => ''region'', "scope_id" => ''latgale'', "token_hash" => ''hash-of-the-token-fresh-0000000000000000000000000000000000000000'', "email_hint" => ''somebody@example.com'', "expires_at" => ''tomorrow'')', '{refused,DK001,DK001,DK001,DK001,allowed,DK001,DK001,allowed,DK001,DK001,DK001,DK001,DK001,DK001}'),
	(189, 'execute create_invitation (pkc elsewhere)', 'select * from public.create_invitation("role" => ''pkc'', "scope_kind" => ''region'', "scope_id" => ''vidzeme'', "token_hash" => ''hash-of-the-token-fresh-0000000000000000000000000000000000000000'', "email_hint" => ''somebody@example.com'', "expires_at" => ''tomorrow'')', '{refused,DK001,DK001,DK001,DK001,DK001,DK001,DK001,allowed,DK001,DK001,allowed,DK001,DK001,DK001}'),
	(190, 'execute create_invitation (national)', 'select * from public.create_invitation("role" => ''national'', "scope_kind" => ''country'', "scope_id" => ''LV'', "token_hash" => ''hash-of-the-token-fresh-0000000000000000000000000000000000000000'', "email_hint" => ''somebody@example.com'', "expires_at" => ''tomorrow'')', '{refused,DK001,DK001,DK001,DK001,DK001,DK001,DK001,allowed,DK001,DK001,DK001,DK001,DK001,DK001}'),
	(191, 'execute invitation_by_token (with the link)', 'select * from public.invitation_by_token("token_hash" => ''hash-of-the-token-here-00000000000000000000000000000000000000000'')', '{allowed,allowed,allowed,allowed,allowed,allowed,allowed,allowed,allowed,allowed,allowed,allowed,allowed,allowed,allowed}'),
	(192, 'execute invitation_by_token (with a guess)', 'select * from public.invitation_by_token("token_hash" => ''hash-of-the-token-unknown-00000000000000000000000000000000000000'')', '{nothing,nothing,nothing,nothing,nothing,nothing,nothing,nothing,nothing,nothing,nothing,nothing,nothing,nothing,nothing}'),
	(193, 'execute accept_invitation (open)', 'select * from public.accept_invitation("token_hash" => ''hash-of-the-token-here-00000000000000000000000000000000000000000'')', '{refused,allowed,allowed,DK001,allowed,allowed,allowed,allowed,allowed,allowed,allowed,allowed,allowed,allowed,DK001}'),
	(194, 'execute accept_invitation (expired)', 'select * from public.accept_invitation("token_hash" => ''hash-of-the-token-expired-00000000000000000000000000000000000000'')', '{refused,DK003,DK003,DK003,DK003,DK003,DK003,DK003,DK003,DK003,DK003,DK003,DK003,DK003,DK001}'),
	(195, 'execute accept_invitation (used)', 'select * from public.accept_invitation("token_hash" => ''hash-of-the-token-used-00000000000000000000000000000000000000000'')', '{refused,DK004,DK004,DK004,DK004,DK004,DK004,DK004,DK004,DK004,DK004,DK004,DK004,DK004,DK001}'),
	(196, 'execute accept_invitation (revoked)', 'select * from public.accept_invitation("token_hash" => ''hash-of-the-token-revoked-00000000000000000000000000000000000000'')', '{refused,DK004,DK004,DK004,DK004,DK004,DK004,DK004,DK004,DK004,DK004,DK004,DK004,DK004,DK001}'),
	(197, 'execute accept_invitation (given by somebody who may no longer)', 'select * from public.accept_invitation("token_hash" => ''hash-of-the-token-orphaned-0000000000000000000000000000000000000'')', '{refused,DK004,DK004,DK004,DK004,DK004,DK004,DK004,DK004,DK004,DK004,DK004,DK004,DK004,DK001}'),
	(198, 'execute accept_invitation (with a guess)', 'select * from public.accept_invitation("token_hash" => ''hash-of-the-token-unknown-00000000000000000000000000000000000000'')', '{refused,DK002,DK002,DK002,DK002,DK002,DK002,DK002,DK002,DK002,DK002,DK002,DK002,DK002,DK001}'),
	(199, 'execute decline_invitation (open)', 'select * from public.decline_invitation("token_hash" => ''hash-of-the-token-here-00000000000000000000000000000000000000000'')', '{refused,allowed,allowed,allowed,allowed,allowed,allowed,allowed,allowed,allowed,allowed,allowed,allowed,allowed,DK001}'),
	(200, 'execute decline_invitation (used)', 'select * from public.decline_invitation("token_hash" => ''hash-of-the-token-used-00000000000000000000000000000000000000000'')', '{refused,DK004,DK004,DK004,DK004,DK004,DK004,DK004,DK004,DK004,DK004,DK004,DK004,DK004,DK001}'),
	(201, 'execute decline_invitation (with a guess)', 'select * from public.decline_invitation("token_hash" => ''hash-of-the-token-unknown-00000000000000000000000000000000000000'')', '{refused,DK002,DK002,DK002,DK002,DK002,DK002,DK002,DK002,DK002,DK002,DK002,DK002,DK002,DK001}'),
	(202, 'execute revoke_invitation (here)', 'select * from public.revoke_invitation("id" => ''0d0000c9-0000-4000-8000-000000000001'')', '{refused,DK002,DK002,allowed,DK002,allowed,DK002,DK002,allowed,DK002,DK002,DK002,DK002,DK002,DK001}'),
	(203, 'execute revoke_invitation (elsewhere)', 'select * from public.revoke_invitation("id" => ''0d0000c9-0000-4000-8000-000000000002'')', '{refused,DK002,DK002,DK002,DK002,DK002,DK002,DK002,allowed,DK002,allowed,allowed,DK002,DK002,DK001}'),
	(204, 'execute renew_invitation (here)', 'select * from public.renew_invitation("id" => ''0d0000c9-0000-4000-8000-000000000001'', "new_token_hash" => ''hash-of-the-token-fresh-0000000000000000000000000000000000000000'', "expires_at" => ''tomorrow'')', '{refused,DK002,DK002,allowed,DK002,allowed,DK002,DK002,allowed,DK002,DK002,DK002,DK002,DK002,DK001}'),
	(205, 'execute renew_invitation (elsewhere)', 'select * from public.renew_invitation("id" => ''0d0000c9-0000-4000-8000-000000000002'', "new_token_hash" => ''hash-of-the-token-fresh-0000000000000000000000000000000000000000'', "expires_at" => ''tomorrow'')', '{refused,DK002,DK002,DK002,DK002,DK002,DK002,DK002,allowed,DK002,allowed,allowed,DK002,DK002,DK001}'),
	(206, 'execute my_roles (own)', 'select * from public.my_roles()', '{refused,nothing,allowed,allowed,allowed,allowed,allowed,allowed,allowed,allowed,allowed,allowed,nothing,nothing,nothing}'),
	(207, 'execute scope_members (here)', 'select * from public.scope_members("scope_kind" => ''community'', "scope_id" => ''0d0000c0-0000-4000-8000-000000000001'')', '{refused,nothing,allowed,allowed,allowed,allowed,nothing,nothing,allowed,nothing,nothing,nothing,nothing,nothing,nothing}'),
	(208, 'execute scope_members (elsewhere)', 'select * from public.scope_members("scope_kind" => ''community'', "scope_id" => ''0d0000c0-0000-4000-8000-000000000002'')', '{refused,nothing,nothing,nothing,nothing,nothing,nothing,nothing,allowed,nothing,allowed,allowed,nothing,nothing,nothing}'),
	(209, 'execute scope_members (region here)', 'select * from public.scope_members("scope_kind" => ''region'', "scope_id" => ''latgale'')', '{refused,nothing,nothing,nothing,nothing,allowed,nothing,nothing,allowed,nothing,nothing,nothing,nothing,nothing,nothing}'),
	(210, 'execute scope_members (country)', 'select * from public.scope_members("scope_kind" => ''country'', "scope_id" => ''LV'')', '{refused,nothing,nothing,nothing,nothing,nothing,nothing,nothing,allowed,nothing,nothing,nothing,nothing,nothing,nothing}'),
	(211, 'execute leave_membership (the member’s)', 'select * from public.leave_membership("id" => ''0d0000b0-0000-4000-8000-000000000001'')', '{refused,DK002,allowed,DK002,DK002,DK002,DK002,DK002,DK002,DK002,DK002,DK002,DK002,DK002,DK001}'),
	(212, 'execute leave_membership (the last coordinator’s)', 'select * from public.leave_membership("id" => ''0d0000b0-0000-4000-8000-000000000002'')', '{refused,DK002,DK002,DK005,DK002,DK002,DK002,DK002,DK002,DK002,DK002,DK002,DK002,DK002,DK001}'),
	(213, 'execute leave_membership (ended before)', 'select * from public.leave_membership("id" => ''0d0000b0-0000-4000-8000-000000000011'')', '{refused,DK002,DK002,DK002,DK002,DK002,DK002,DK002,DK002,DK002,DK002,DK002,DK004,DK002,DK001}'),
	(214, 'execute end_membership (the member’s)', 'select * from public.end_membership("id" => ''0d0000b0-0000-4000-8000-000000000001'')', '{refused,DK002,DK002,allowed,DK002,allowed,DK002,DK002,allowed,DK002,DK002,DK002,DK002,DK002,DK001}'),
	(215, 'execute end_membership (the last coordinator’s elsewhere)', 'select * from public.end_membership("id" => ''0d0000b0-0000-4000-8000-000000000009'')', '{refused,DK002,DK002,DK002,DK002,DK002,DK002,DK002,allowed,DK002,DK005,allowed,DK002,DK002,DK001}'),
	(216, 'execute end_membership (the planner’s)', 'select * from public.end_membership("id" => ''0d0000b0-0000-4000-8000-000000000006'')', '{refused,DK002,DK002,DK002,DK002,allowed,DK002,DK002,allowed,DK002,DK002,DK002,DK002,DK002,DK001}'),
	(217, 'execute end_membership (national staff’s)', 'select * from public.end_membership("id" => ''0d0000b0-0000-4000-8000-000000000007'')', '{refused,DK002,DK002,DK002,DK002,DK002,DK002,DK002,allowed,DK002,DK002,DK002,DK002,DK002,DK001}'),
	(218, 'execute register_community (any)', 'select * from public.register_community("data" => ''{"name":"Jauna kopiena","kind":"informal_group","territory_code":"0043560","contact":{"name":"Paraugs","email":"paraugs@example.com","consent":true}}'')', '{refused,allowed,allowed,allowed,allowed,allowed,allowed,allowed,allowed,allowed,allowed,allowed,allowed,allowed,DK001}'),
	(219, 'execute similar_communities (approved)', 'select * from public.similar_communities("name" => ''SAMPLE'', "territory_code" => ''0043560'')', '{refused,allowed,allowed,allowed,allowed,allowed,allowed,allowed,allowed,allowed,allowed,allowed,allowed,allowed,allowed}'),
	(220, 'execute similar_communities (not approved)', 'select * from public.similar_communities("name" => ''Waiting'', "territory_code" => ''0043560'')', '{refused,nothing,nothing,nothing,nothing,allowed,nothing,nothing,nothing,allowed,nothing,nothing,nothing,nothing,nothing}'),
	(221, 'execute resubmit_community (pending)', 'select * from public.resubmit_community("id" => ''0d0000c0-0000-4000-8000-000000000003'', "data" => ''{"name":"Waiting still"}'')', '{refused,DK002,DK002,DK002,DK002,DK001,DK002,DK002,DK002,allowed,DK002,DK002,DK002,DK002,DK001}'),
	(222, 'execute resubmit_community (approved already)', 'select * from public.resubmit_community("id" => ''0d0000c0-0000-4000-8000-000000000001'', "data" => ''{"name":"Sample again"}'')', '{refused,DK001,DK001,DK004,DK001,DK001,DK001,DK001,DK001,DK001,DK001,DK001,DK001,DK001,DK001}'),
	(223, 'execute update_community (here)', 'select * from public.update_community("id" => ''0d0000c0-0000-4000-8000-000000000001'', "data" => ''{"web":"https://example.com"}'')', '{refused,DK001,DK001,allowed,DK001,allowed,DK001,DK001,DK001,DK001,DK001,DK001,DK001,DK001,DK001}'),
	(224, 'execute update_community (elsewhere)', 'select * from public.update_community("id" => ''0d0000c0-0000-4000-8000-000000000002'', "data" => ''{"web":"https://example.com"}'')', '{refused,DK001,DK001,DK001,DK001,DK001,DK001,DK001,DK001,DK001,allowed,allowed,DK001,DK001,DK001}'),
	(225, 'execute update_community (pending)', 'select * from public.update_community("id" => ''0d0000c0-0000-4000-8000-000000000003'', "data" => ''{"web":"https://example.com"}'')', '{refused,DK002,DK002,DK002,DK002,allowed,DK002,DK002,DK002,allowed,DK002,DK002,DK002,DK002,DK001}'),
	(226, 'execute update_community (its territory)', 'select * from public.update_community("id" => ''0d0000c0-0000-4000-8000-000000000001'', "data" => ''{"territory_code":"0043430"}'')', '{refused,DK001,DK001,DK006,DK001,allowed,DK001,DK001,DK001,DK001,DK001,DK001,DK001,DK001,DK001}'),
	(227, 'execute confirm_community (here)', 'select * from public.confirm_community("id" => ''0d0000c0-0000-4000-8000-000000000001'', "day" => ''2026-06-01'')', '{refused,DK001,DK001,DK001,DK001,allowed,DK001,DK001,DK001,DK001,DK001,DK001,DK001,DK001,DK001}'),
	(228, 'execute confirm_community (elsewhere)', 'select * from public.confirm_community("id" => ''0d0000c0-0000-4000-8000-000000000002'', "day" => ''2026-06-01'')', '{refused,DK001,DK001,DK001,DK001,DK001,DK001,DK001,DK001,DK001,DK001,allowed,DK001,DK001,DK001}'),
	(229, 'execute review_community (here)', 'select * from public.review_community("id" => ''0d0000c0-0000-4000-8000-000000000003'', "decision" => ''approved'')', '{refused,DK002,DK002,DK002,DK002,allowed,DK002,DK002,DK002,DK001,DK002,DK002,DK002,DK002,DK001}'),
	(230, 'execute review_community (elsewhere)', 'select * from public.review_community("id" => ''0d0000c0-0000-4000-8000-000000000004'', "decision" => ''approved'')', '{refused,DK002,DK002,DK002,DK002,DK002,DK002,DK002,DK002,DK002,DK002,allowed,DK002,DK002,DK001}'),
	(231, 'execute review_community (merging across regions)', 'select * from public.review_community("id" => ''0d0000c0-0000-4000-8000-000000000003'', "decision" => ''merged'', "merge_into" => ''0d0000c0-0000-4000-8000-000000000002'')', '{refused,DK002,DK002,DK002,DK002,DK001,DK002,DK002,DK002,DK001,DK002,DK002,DK002,DK002,DK001}'),
	(232, 'execute record_survey (here)', 'select * from public.record_survey("data" => ''{"territory_code":"0043560","surveyed_on":"2026-06-01","finding":"dormant","asked_role":"bibliotekāre"}'')', '{refused,DK001,DK001,DK001,DK001,allowed,DK001,DK001,DK001,DK001,DK001,DK001,DK001,DK001,DK001}'),
	(233, 'execute record_survey (elsewhere)', 'select * from public.record_survey("data" => ''{"territory_code":"0038410","surveyed_on":"2026-06-01","finding":"dormant","asked_role":"bibliotekāre"}'')', '{refused,DK001,DK001,DK001,DK001,DK001,DK001,DK001,DK001,DK001,DK001,allowed,DK001,DK001,DK001}'),
	(234, 'execute save_activity (of the community here)', 'select * from public.save_activity("data" => ''{"title":"Talka","kind":"talka","starts_on":"2026-04-25","ends_on":"2026-04-25","precision":"day","community_id":"0d0000c0-0000-4000-8000-000000000001","territory_codes":["0043560"]}'')', '{refused,DK001,DK001,allowed,DK001,allowed,DK001,DK001,DK001,DK001,DK001,DK001,DK001,DK001,DK001}'),
	(235, 'execute save_activity (of the community elsewhere)', 'select * from public.save_activity("data" => ''{"title":"Talka","kind":"talka","starts_on":"2026-04-25","ends_on":"2026-04-25","precision":"day","community_id":"0d0000c0-0000-4000-8000-000000000002","territory_codes":["0038410"]}'')', '{refused,DK001,DK001,DK001,DK001,DK001,DK001,DK001,DK001,DK001,allowed,allowed,DK001,DK001,DK001}'),
	(236, 'execute save_activity (of no community, here)', 'select * from public.save_activity("data" => ''{"title":"Talka","kind":"talka","starts_on":"2026-04-25","ends_on":"2026-04-25","precision":"day","territory_codes":["0043560"]}'')', '{refused,DK001,DK001,DK001,DK001,allowed,DK001,DK001,DK001,DK001,DK001,DK006,DK001,DK001,DK001}'),
	(237, 'execute save_activity (reaching into the other region)', 'select * from public.save_activity("data" => ''{"title":"Talka","kind":"talka","starts_on":"2026-04-25","ends_on":"2026-04-25","precision":"day","community_id":"0d0000c0-0000-4000-8000-000000000001","territory_codes":["0038410"]}'')', '{refused,DK001,DK001,DK006,DK001,DK006,DK001,DK001,DK001,DK001,DK001,DK001,DK001,DK001,DK001}'),
	(238, 'execute save_activity (a change elsewhere)', 'select * from public.save_activity("data" => ''{"id":"0d0000c5-0000-4000-8000-000000000002","title":"Another title"}'')', '{refused,DK002,DK002,DK002,DK002,DK002,DK002,DK002,DK002,DK002,allowed,allowed,DK002,DK002,DK001}'),
	(239, 'execute save_activity (a change here)', 'select * from public.save_activity("data" => ''{"id":"0d0000c5-0000-4000-8000-000000000001","title":"Another title"}'')', '{refused,DK002,DK001,allowed,DK001,allowed,DK002,DK002,DK002,DK002,DK002,DK002,DK002,DK002,DK001}'),
	(240, 'execute save_profile (own)', 'select * from public.save_profile("display_name" => ''Paraugs'', "locale" => ''lv'')', '{refused,allowed,allowed,allowed,allowed,allowed,allowed,allowed,allowed,allowed,allowed,allowed,allowed,allowed,23503}'),
	(241, 'execute export_my_data (own)', 'select * from public.export_my_data()', '{refused,allowed,allowed,allowed,allowed,allowed,allowed,allowed,allowed,allowed,allowed,allowed,allowed,allowed,DK001}'),
	(242, 'execute delete_my_account (own)', 'select * from public.delete_my_account()', '{refused,allowed,allowed,DK005,allowed,allowed,allowed,allowed,allowed,DK005,DK005,allowed,allowed,allowed,DK001}'),
	(243, 'execute delete_my_account (own, handing the community over)', 'select * from public.delete_my_account("hand_over" => ''true'')', '{refused,allowed,allowed,allowed,allowed,allowed,allowed,allowed,allowed,allowed,allowed,allowed,allowed,allowed,DK001}'),
	(244, 'execute save_organisation (any)', 'select * from public.save_organisation("data" => ''{"name":"Jauna","kind":"pkc","region":"latgale"}'')', '{refused,DK001,DK001,DK001,DK001,DK001,DK001,DK001,allowed,DK001,DK001,DK001,DK001,DK001,DK001}'),
	(245, 'execute list_people (any)', 'select * from public.list_people()', '{refused,DK001,DK001,DK001,DK001,DK001,DK001,DK001,allowed,DK001,DK001,DK001,DK001,DK001,DK001}'),
	(246, 'execute audit_entries (here)', 'select * from public.audit_entries("of_row" => ''0d0000c0-0000-4000-8000-000000000001'')', '{refused,DK001,DK001,DK001,DK001,allowed,DK001,DK001,allowed,DK001,DK001,nothing,DK001,DK001,DK001}'),
	(247, 'execute audit_entries (elsewhere)', 'select * from public.audit_entries("of_row" => ''0d0000c0-0000-4000-8000-000000000002'')', '{refused,DK001,DK001,DK001,DK001,nothing,DK001,DK001,allowed,DK001,DK001,allowed,DK001,DK001,DK001}'),
	(248, 'execute record_export (of the region here)', 'select * from public.record_export("what" => ''coverage'', "region" => ''latgale'')', '{refused,DK001,DK001,DK001,DK001,allowed,DK001,allowed,allowed,DK001,DK001,DK001,DK001,DK001,DK001}'),
	(249, 'execute record_export (of the own area)', 'select * from public.record_export("what" => ''coverage'')', '{refused,DK001,DK001,DK001,DK001,allowed,allowed,allowed,allowed,DK001,DK001,allowed,DK001,DK001,DK001}');

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
	array['activities', 'activity_parties', 'activity_territories', 'audit_log', 'checklists', 'communities', 'community_contacts', 'community_reviews', 'community_territories', 'data_sources', 'indicators', 'invitations', 'memberships', 'organisations', 'places', 'profiles', 'resources', 'role_grants', 'territories', 'territory_indicators', 'territory_surveys', 'zone_territories', 'zones']::name[],
	'every table is in the matrix'
);
select is(
	(
		select array_agg(c.relname order by c.relname)
		from pg_class c
		where c.relnamespace = 'public'::regnamespace and c.relkind in ('v', 'm')
	),
	array['public_activities', 'public_checklists', 'public_communities', 'public_places', 'public_sources', 'public_surveys', 'public_territories', 'public_zone_territories', 'public_zones']::name[],
	'every view is in the matrix'
);
select is(
	(
		select array_agg(distinct p.proname order by p.proname)
		from pg_proc p
		where p.pronamespace = 'public'::regnamespace
	),
	array['accept_invitation', 'activity_evidence', 'audit_entries', 'confirm_community', 'create_invitation', 'decline_invitation', 'delete_expired', 'delete_my_account', 'end_membership', 'export_my_data', 'invitation_by_token', 'invite_first_national', 'leave_membership', 'list_people', 'mandated_activity_evidence', 'my_roles', 'public_activity_evidence', 'record_export', 'record_survey', 'register_community', 'renew_invitation', 'resubmit_community', 'review_community', 'revoke_invitation', 'save_activity', 'save_organisation', 'save_profile', 'schema_version', 'scope_members', 'similar_communities', 'update_community']::name[],
	'every function is in the matrix'
);

select * from finish();
rollback;
