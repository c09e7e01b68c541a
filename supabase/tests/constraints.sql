-- What the tables refuse. A wrong row must fail where it is written, not show up on a map.
begin;
create extension if not exists pgtap with schema extensions;
select plan(44);

insert into public.data_sources (id, kind, title, publisher) values ('pgtap', 'document', 'pgTAP', 'pgTAP');
insert into public.territories (code, code_current, kind, name, region, lon, lat, area_km2)
values ('LV', 'LV', 'country', 'Latvija', null, 25, 57, 64000)
on conflict do nothing;
insert into public.territories (code, code_current, kind, name, parent_code, region, lon, lat, area_km2)
values ('latgale', 'latgale', 'region', 'Latgale', 'LV', 'latgale', 27, 56, 14000)
on conflict do nothing;
insert into public.territories (code, code_current, kind, name, parent_code, region, lon, lat, area_km2)
values ('9990000', '9990000', 'municipality', 'Čiekuru novads', 'latgale', 'latgale', 27, 56, 100);
insert into public.communities (id, name, kind, territory_code, known_since)
values ('00000000-0000-4000-8000-00000000000a', 'pgTAP', 'association', '9990000', '2025-01-01');
insert into public.places (id, name, kind, territory_code)
values ('00000000-0000-4000-8000-00000000000b', 'pgTAP', 'hall', '9990000');
insert into public.activities (id, title, kind, starts_on, ends_on, precision)
values ('00000000-0000-4000-8000-00000000000c', 'pgTAP', 'event', '2025-01-01', '2025-01-01', 'day');
insert into public.organisations (id, name, kind) values ('00000000-0000-4000-8000-00000000000d', 'pgTAP', 'pkc');

-- Territories
select is(name_normalised, 'ciekuru novads', 'names are normalised for search')
from public.territories where code = '9990000';

create function pg_temp.territory(code text, kind text, parent text, region text, lon numeric, lat numeric)
returns text language sql as $$
	select format(
		'insert into public.territories (code, code_current, kind, name, parent_code, region, lon, lat, area_km2)
		values (%L, %L, %L, %L, %L, %L, %s, %s, 10)',
		code, code, kind, 'pgTAP', parent, region, lon, lat
	)
$$;
select lives_ok(pg_temp.territory('9990001', 'parish', '9990000', 'latgale', 27, 56), 'a parish');
select lives_ok(pg_temp.territory('LVXXX01', 'neighbourhood', '9990001', 'latgale', 27, 56), 'a neighbourhood');
select throws_ok(
	pg_temp.territory('999', 'parish', '9990000', 'latgale', 27, 56), '23514', null, 'a code that lost its zeros'
);
select throws_ok(
	pg_temp.territory('LV9990', 'parish', '9990000', 'latgale', 27, 56), '23514', null, 'a code with a prefix'
);
select throws_ok(pg_temp.territory('9990002', 'village', '9990000', 'latgale', 27, 56), '23514', null, 'a kind');
select throws_ok(pg_temp.territory('9990002', 'parish', null, 'latgale', 27, 56), '23514', null, 'no parent');
select throws_ok(pg_temp.territory('9990002', 'parish', '9990000', null, 27, 56), '23514', null, 'no region');
select throws_ok(pg_temp.territory('9990002', 'parish', '9990000', 'selija', 27, 56), '23514', null, 'a region');
select throws_ok(pg_temp.territory('9990002', 'parish', '1111111', 'latgale', 27, 56), '23503', null, 'a parent');
select throws_ok(
	pg_temp.territory('9990002', 'parish', '9990000', 'latgale', 56, 27), '23514', null, 'longitude and latitude swapped'
);

-- Indicators: only shares are inherited, and they say from where.
insert into public.indicators (id, name, measure, unit)
values ('pgtap-count', 'pgTAP', 'count', 'persons'), ('pgtap-share', 'pgTAP', 'share', '%');
insert into public.indicator_imports (id, title, origin) values ('00000000-0000-4000-8000-00000000000e', 'pgTAP', 'import');
create function pg_temp.indicator(indicator text, measure text, value numeric, method text, inherited_from text)
returns text language sql as $$
	select format(
		'insert into public.territory_indicators
			(territory_code, indicator, measure, year, value, method, inherited_from, source_id, import_id)
		values (''9990000'', %L, %L, 2020, %s, %L, %L, ''pgtap'', ''00000000-0000-4000-8000-00000000000e'')',
		indicator, measure, value, method, inherited_from
	)
$$;
select throws_ok(
	pg_temp.indicator('pgtap-count', 'count', 1200, 'inherited', 'X'), '23514', null, 'an inherited count'
);
select throws_ok(
	pg_temp.indicator('pgtap-count', 'share', 12, 'inherited', 'X'), '23503', null, 'a count that calls itself a share'
);
select throws_ok(pg_temp.indicator('pgtap-share', 'share', 12, 'inherited', null), '23514', null, 'inherited from nowhere');
select throws_ok(pg_temp.indicator('pgtap-share', 'share', 101, 'published', null), '23514', null, 'more than 100 per cent');
select throws_ok(pg_temp.indicator('pgtap-count', 'count', -1, 'published', null), '23514', null, 'a negative count');
select lives_ok(pg_temp.indicator('pgtap-count', 'count', 1200, 'published', null), 'a published count');
select lives_ok(pg_temp.indicator('pgtap-share', 'share', 61.02, 'inherited', 'Aglonas novads'), 'an inherited share');

-- Communities
create function pg_temp.community(changes text) returns text language sql as $$
	select format('update public.communities set %s where id = %L', changes, '00000000-0000-4000-8000-00000000000a')
$$;
select is(status, 'pending', 'a new community waits for approval')
from public.communities where id = '00000000-0000-4000-8000-00000000000a';
select throws_ok(pg_temp.community($$ status = 'public' $$), '23514', null, 'a status');
select throws_ok(pg_temp.community($$ status = 'merged' $$), '23514', null, 'merged into nothing');
select throws_ok(pg_temp.community($$ status = 'merged', merged_into = id $$), '23514', null, 'merged into itself');
select throws_ok(pg_temp.community($$ confirmed_on = '2024-12-31' $$), '23514', null, 'confirmed before it was known');
select throws_ok(pg_temp.community($$ known_since = 'infinity' $$), '23514', null, 'a date without end');
select throws_ok(pg_temp.community($$ web = 'javascript:alert(1)' $$), '23514', null, 'an address that runs a script');
select throws_ok(pg_temp.community($$ name = '' $$), '23514', null, 'an empty name');
select throws_ok(pg_temp.community($$ territory_code = '0000000' $$), '23503', null, 'a territory that does not exist');

-- Contacts need a way to reach them, consent and its end.
create function pg_temp.contact(email text, phone text, given date, expires date) returns text language sql as $$
	select format(
		'insert into public.community_contacts (community_id, name, email, phone, consent_given_on, consent_expires_on)
		values (%L, ''pgTAP'', %L, %L, %L, %L)',
		'00000000-0000-4000-8000-00000000000a', email, phone, given, expires
	)
$$;
select lives_ok(pg_temp.contact('kopiena@example.org', null, '2026-01-01', '2027-01-01'), 'a contact with consent');
select throws_ok(pg_temp.contact('kopiena@example.org', null, null, '2027-01-01'), '23502', null, 'no consent');
select throws_ok(pg_temp.contact('kopiena@example.org', null, '2026-01-01', null), '23502', null, 'consent for ever');
select throws_ok(
	pg_temp.contact('kopiena@example.org', null, '2026-01-01', '2026-01-01'), '23514', null, 'consent already expired'
);
select throws_ok(pg_temp.contact(null, null, '2026-01-01', '2027-01-01'), '23514', null, 'no way to reach them');

-- Places
select throws_ok(
	$$ update public.places set lon = 27 where id = '00000000-0000-4000-8000-00000000000b' $$, '23514', null, 'half a point'
);
select is(public, false, 'a new place is not public')
from public.places where id = '00000000-0000-4000-8000-00000000000b';

-- Activities
create function pg_temp.activity(changes text) returns text language sql as $$
	select format('update public.activities set %s where id = %L', changes, '00000000-0000-4000-8000-00000000000c')
$$;
select lives_ok(pg_temp.activity($$ participants = 200, participants_qualifier = 'about' $$), 'about 200 people');
select throws_ok(pg_temp.activity($$ ends_on = '2024-12-31' $$), '23514', null, 'an end before the start');
select throws_ok(pg_temp.activity($$ precision = 'week' $$), '23514', null, 'a precision');
select throws_ok(pg_temp.activity($$ participants_qualifier = 'nearly' $$), '23514', null, 'a qualifier');
select throws_ok(pg_temp.activity($$ participants = null $$), '23514', null, 'a qualifier without a number');
select throws_ok(pg_temp.activity($$ eur_attracted = -1 $$), '23514', null, 'negative money');
select throws_ok(pg_temp.activity($$ target_groups = '{everyone}' $$), '23514', null, 'a target group');

-- Parties: exactly one each
create function pg_temp.party(community text, place text, territory text) returns text language sql as $$
	select format(
		'insert into public.activity_parties (activity_id, community_id, place_id, territory_code)
		values (%L, %L, %L, %L)',
		'00000000-0000-4000-8000-00000000000c', community, place, territory
	)
$$;
select lives_ok(pg_temp.party(null, null, '9990000'), 'the municipality of a territory is party');
select throws_ok(
	pg_temp.party('00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-00000000000b', null),
	'23514', null, 'two parties in one row'
);
select throws_ok(pg_temp.party(null, null, null), '23514', null, 'a party that is nobody');

select * from finish();
rollback;
