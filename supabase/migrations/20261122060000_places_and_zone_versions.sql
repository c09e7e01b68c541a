-- Smart villages beside resource centres, with the day since which each is known; versions of zones that were wrong
-- can be taken back, and putting an older one right leaves what the zone is today as it is.

alter table public.places drop constraint places_kind_check;
alter table public.places
	add constraint places_kind_check check (
		kind in (
			'resource_centre', 'smart_village', 'hall', 'culture_centre', 'library', 'school', 'outdoor', 'other'
		)
	),
	add column known_since date check (known_since between '1900-01-01' and '2100-12-31');
-- What came from a document is known since then, as the communities of the same document are.
update public.places p
set known_since = coalesce(
	(select min(c.known_since) from public.communities c where c.source_id = p.source_id), p.created_at::date
);
alter table public.places
	alter column known_since set default private.today(),
	alter column known_since set not null;
comment on column public.places.known_since is
	'First day on which the place is known to exist: maps and lists of an earlier day leave it out.';
comment on column public.places.public is
	'False hides the whole place: smaller than a parish is shown only for public buildings, and for smart villages, which are settlements that have said so themselves.';

create or replace view public.public_places with (security_barrier) as
	with shown as (select * from public.places p where p.public)
	select
		p.id,
		p.name,
		p.kind,
		p.territory_code,
		p.place,
		p.outdoor,
		p.lon,
		p.lat,
		c.id as community_id,
		p.source_id,
		p.known_since
	from shown p
	left join public.communities c on c.id = p.community_id and c.status = 'approved';
comment on view public.public_places is
	'Class P. Public buildings, open-air places and smart villages; the community only when it is approved.';

-- The public places that national staff keeps, as points of the map. Others belong to communities.
create function private.kept_place(id uuid)
returns public.places
language plpgsql
security definer
set search_path = ''
as $$
declare
	place public.places;
begin
	select p.* into place
	from public.places p
	where p.id = kept_place.id and p.public and p.kind in ('resource_centre', 'smart_village')
	for update;
	if place.id is null then
		perform private.refuse('DK002');
	end if;
	return place;
end
$$;
comment on function private.kept_place(uuid) is 'A public resource centre or smart village, to be changed; refuses others with DK002.';

create function public.save_place(data jsonb)
returns uuid
language plpgsql
security definer
set search_path = ''
as $$
declare
	given jsonb;
	place public.places;
	home text;
	failed_column text;
	failed_constraint text;
begin
	perform private.require_national();
	given := private.form(
		data, array['id', 'name', 'kind', 'territory_code', 'place', 'known_since', 'source_id', 'source']
	);
	if given ->> 'id' is null then
		place.id := gen_random_uuid();
		place.public := true;
		place.outdoor := false;
		place.created_at := now();
	else
		place := private.kept_place((given ->> 'id')::uuid);
		home := place.territory_code;
	end if;
	place := jsonb_populate_record(place, given - array['id', 'source']);
	if place.kind is null or place.kind not in ('resource_centre', 'smart_village') then
		perform private.refuse('DK006', 'kind');
	end if;
	perform private.check_unit(place.territory_code);
	if place.known_since is null or place.known_since > private.today() then
		perform private.refuse('DK006', 'known_since');
	end if;
	if given ? 'source' then
		place.source_id := private.insert_source(given -> 'source');
	end if;
	if place.source_id is null then
		perform private.refuse('DK006', 'source_id');
	end if;
	-- The point was that of another territory.
	if home <> place.territory_code then
		place.lon := null;
		place.lat := null;
	end if;
	insert into public.places values (place.*)
	on conflict (id) do update
	set name = excluded.name,
		kind = excluded.kind,
		territory_code = excluded.territory_code,
		place = excluded.place,
		lon = excluded.lon,
		lat = excluded.lat,
		known_since = excluded.known_since,
		source_id = excluded.source_id;
	return place.id;
exception
	when data_exception or integrity_constraint_violation then
		get stacked diagnostics failed_column = column_name, failed_constraint = constraint_name;
		perform private.refuse_form(failed_column, failed_constraint);
end
$$;
comment on function public.save_place(jsonb) is
	'Class P. National staff adds a resource centre or a smart village, or changes the given fields of the one with `id`. Brings its source with it, or names one. DK001, DK002, DK006 (detail: field).';

create function public.remove_place(id uuid)
returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
	place public.places;
begin
	perform private.require_national();
	place := private.kept_place(remove_place.id);
	-- Who signed an agreement stays named in it.
	if exists (select from public.activity_parties ap where ap.place_id = place.id) then
		perform private.refuse('DK004');
	end if;
	delete from public.places p where p.id = place.id;
end
$$;
comment on function public.remove_place(uuid) is
	'Class P. National staff takes back a resource centre or smart village that was entered wrongly. DK001, DK002, DK004 (it has signed an agreement).';

-- What a zone is called stands once; what it is and where that stands, in each of its versions. Lists of zones show
-- those of the newest.
create function private.follow_newest_version(zone text)
returns void
language sql
security definer
set search_path = ''
as $$
	update public.zones z
	set definition = v.definition, source_id = v.source_id
	from public.zone_versions v
	where z.id = zone
		and v.zone_id = zone
		and v.valid_from = (select max(n.valid_from) from public.zone_versions n where n.zone_id = zone)
$$;
comment on function private.follow_newest_version(text) is
	'Gives a zone the definition and source of its newest version.';

-- As before, but a correction of an older version changes neither name nor definition nor source of the zone.
create or replace function public.save_zone(data jsonb)
returns text
language plpgsql
security definer
set search_path = ''
as $$
declare
	given jsonb;
	zone text;
	source text;
	first_day date;
	failed_column text;
	failed_constraint text;
begin
	perform private.require_national();
	given := private.form(
		data,
		array['id', 'name', 'definition', 'source_id', 'source', 'valid_from', 'valid_to', 'border_km', 'territory_codes']
	);
	zone := given ->> 'id';
	first_day := (given ->> 'valid_from')::date;
	-- What the public sees inside the eastern border hangs on this zone: it changes with the reference data only.
	if zone = 'eastern-border' then
		perform private.refuse('DK001');
	end if;
	if first_day is null then
		perform private.refuse('DK006', 'valid_from');
	end if;
	if jsonb_typeof(given -> 'territory_codes') is distinct from 'array'
		or jsonb_array_length(given -> 'territory_codes') = 0
	then
		perform private.refuse('DK006', 'territory_codes');
	end if;
	source := case when given ? 'source' then private.insert_source(given -> 'source') else given ->> 'source_id' end;
	insert into public.zones (id, name, definition, complete, source_id)
	values (zone, given ->> 'name', given ->> 'definition', true, source)
	on conflict (id) do nothing;
	insert into public.zone_versions (zone_id, valid_from, valid_to, definition, border_km, source_id)
	values (
		zone, first_day, (given ->> 'valid_to')::date, given ->> 'definition', (given ->> 'border_km')::numeric,
		source
	)
	on conflict (zone_id, valid_from) do update set
		valid_to = excluded.valid_to, definition = excluded.definition, border_km = excluded.border_km,
		source_id = excluded.source_id;
	if not exists (select from public.zone_versions v where v.zone_id = zone and v.valid_from > first_day) then
		update public.zones z set name = given ->> 'name' where z.id = zone;
	end if;
	perform private.follow_newest_version(zone);
	delete from public.zone_version_territories t where t.zone_id = zone and t.valid_from = first_day;
	insert into public.zone_version_territories (zone_id, valid_from, territory_code)
	select distinct zone, first_day, c.code from jsonb_array_elements_text(given -> 'territory_codes') c (code);
	perform private.write_audit('update', 'zones', zone, array['territory_codes'], null, null);
	return zone;
exception
	when data_exception or integrity_constraint_violation then
		get stacked diagnostics failed_column = column_name, failed_constraint = constraint_name;
		perform private.refuse_form(failed_column, failed_constraint);
end
$$;
comment on function public.save_zone(jsonb) is
	'Class P. National staff adds a zone, or a version of one: what it is from `valid_from` on. The same day again replaces that version; only the newest says what the zone is called and is. Brings its source with it, or names one. DK001 (also for `eastern-border`), DK006 (detail: field).';

create function public.remove_zone_version(zone_id text, valid_from date)
returns boolean
language plpgsql
security definer
set search_path = ''
as $$
begin
	perform private.require_national();
	if remove_zone_version.zone_id = 'eastern-border' then
		perform private.refuse('DK001');
	end if;
	delete from public.zone_versions v
	where v.zone_id = remove_zone_version.zone_id and v.valid_from = remove_zone_version.valid_from;
	if not found then
		perform private.refuse('DK002');
	end if;
	perform private.write_audit(
		'delete', 'zones', remove_zone_version.zone_id, array['territory_codes'], null, null
	);
	perform private.follow_newest_version(remove_zone_version.zone_id);
	if exists (select from public.zone_versions v where v.zone_id = remove_zone_version.zone_id) then
		return true;
	end if;
	delete from public.zones z where z.id = remove_zone_version.zone_id;
	return false;
end
$$;
comment on function public.remove_zone_version(text, date) is
	'Class P. National staff takes back a version of a zone that was wrong, and with its last version the zone; returns whether the zone is still there. The version before holds again. DK001 (also for `eastern-border`), DK002.';

-- Everything granted so far stays as it is; only this is added.
alter function private.apply_privileges() rename to apply_privileges_to_indicators;
create function private.apply_privileges()
returns void
language plpgsql
security invoker
set search_path = ''
as $$
begin
	perform private.apply_privileges_to_indicators();

	-- Each of these asks for itself who calls.
	grant execute on function
		public.save_place(jsonb),
		public.remove_place(uuid),
		public.remove_zone_version(text, date)
	to authenticated;
end
$$;
revoke all on function private.apply_privileges() from public;
comment on function private.apply_privileges_to_indicators() is
	'The part of `private.apply_privileges` that knows figures and zones, too; never called by itself.';
comment on function private.apply_privileges() is
	'Takes back every privilege of anon and authenticated and grants what each may have again. May be run at any time.';

select private.apply_privileges();
