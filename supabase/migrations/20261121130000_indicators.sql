-- Indicators: figures of territories that come in imports, each of which can be undone as a whole; and the versions of
-- zones. Adds to the reference tables of 20261121090100.

-- Shares, counts, what is counted per area, and kilometres.
alter table public.indicators drop constraint indicators_measure_check;
alter table public.indicators
	add constraint indicators_measure_check check (measure in ('count', 'share', 'density', 'distance'));

create table public.indicator_imports (
	id uuid primary key default gen_random_uuid(),
	title text not null check (char_length(title) between 1 and 200),
	origin text not null check (origin in ('seed', 'import')),
	source_id text references public.data_sources (id),
	loaded_at timestamptz not null default now(),
	loaded_by uuid references auth.users (id) on delete set null,
	undone_at timestamptz,
	constraint indicator_imports_seed_stays check (origin = 'import' or undone_at is null)
);
comment on table public.indicator_imports is
	'Class M. What has been loaded when; the values of an import come and go together. Read by national staff.';
comment on column public.indicator_imports.origin is '`seed`: written by the reference data and renewed with them; cannot be undone.';
comment on column public.indicator_imports.undone_at is 'Since then the values of the import are gone; the row tells that they were there.';
create index indicator_imports_source_id_idx on public.indicator_imports (source_id);
create index indicator_imports_loaded_by_idx on public.indicator_imports (loaded_by);
alter table public.indicator_imports enable row level security;
create policy "National staff sees the imports" on public.indicator_imports
	for select to authenticated using ((select private.is_national()));
create trigger audit after insert or update or delete on public.indicator_imports
	for each row execute function private.audit('id');

-- A newer import adds values and overwrites none: when it is undone, the older ones are still there. Which value is
-- shown is decided by src/lib/indicators/best.ts. The table was empty until now.
alter table public.territory_indicators
	add column import_id uuid not null references public.indicator_imports (id) on delete cascade,
	add column basis text check (basis in ('census', 'register', 'estimate', 'stated', 'computed')),
	add column caveat text check (char_length(caveat) between 1 and 300);
alter table public.territory_indicators drop constraint territory_indicators_pkey;
alter table public.territory_indicators add primary key (territory_code, indicator, year, import_id);
comment on column public.territory_indicators.basis is
	'What was counted: census, register of residents, estimate of the statistical office; `stated`: a source that does not say; `computed` from boundaries.';
comment on column public.territory_indicators.caveat is 'What to know about this one value, in Latvian.';
create index territory_indicators_import_id_idx on public.territory_indicators (import_id);

create view public.public_indicators with (security_barrier) as
	with listed as (select * from public.indicators)
	select i.id, i.name, i.measure, i.unit
	from listed i;
comment on view public.public_indicators is 'Class P. Statistical figures of territories, for example population.';

create view public.public_indicator_values with (security_barrier) as
	with loaded as (select * from public.indicator_imports b where b.undone_at is null)
	select
		v.territory_code,
		v.indicator,
		v.year,
		v.value,
		v.method,
		v.inherited_from,
		v.basis,
		v.caveat,
		v.source_id,
		v.import_id,
		b.loaded_at
	from public.territory_indicators v
	join loaded b on b.id = v.import_id;
comment on view public.public_indicator_values is
	'Class P by itself; joined with activity it is class M. Every value with year, method and source; a missing row means "nav datu".';

create view public.public_former_territories with (security_barrier) as
	with units as (select * from public.territories t where t.kind in ('parish', 'town', 'state_city'))
	select u.code, u.code_2018, u.municipality_2018
	from units u;
comment on view public.public_former_territories is
	'Class P. Code and municipality of each unit before the reform of 2021, through which older tables are read.';

-- Zones by date. `zones` and `zone_territories` stay what the database itself applies to protect the eastern border
-- zone, on every day alike; versions are for maps and filters.
create table public.zone_versions (
	zone_id text not null references public.zones (id) on delete cascade,
	valid_from date not null,
	valid_to date,
	definition text not null check (char_length(definition) between 1 and 1000),
	border_km numeric(5, 1) check (border_km >= 0),
	source_id text not null references public.data_sources (id),
	primary key (zone_id, valid_from),
	constraint zone_versions_ends_after_it_begins check (valid_to >= valid_from)
);
comment on table public.zone_versions is
	'Class P. What a zone is from a day on, until its next version or `valid_to`, both days included.';
comment on column public.zone_versions.border_km is
	'For zones by distance: units at most so many km from Russia or Belarus; 0 touches. The list was made by it.';
create index zone_versions_source_id_idx on public.zone_versions (source_id);
alter table public.zone_versions enable row level security;

create table public.zone_version_territories (
	zone_id text not null,
	valid_from date not null,
	territory_code text not null references public.territories (code),
	primary key (zone_id, valid_from, territory_code),
	foreign key (zone_id, valid_from) references public.zone_versions (zone_id, valid_from) on delete cascade
);
comment on table public.zone_version_territories is
	'Class P. The territories a version names. Whatever lies inside a listed territory belongs to it too.';
create index zone_version_territories_territory_code_idx on public.zone_version_territories (territory_code);
alter table public.zone_version_territories enable row level security;

create view public.public_zone_versions with (security_barrier) as
	with published as (select * from public.zones z where z.complete)
	select v.zone_id, v.valid_from, v.valid_to, v.definition, v.border_km, v.source_id
	from public.zone_versions v
	join published z on z.id = v.zone_id;
comment on view public.public_zone_versions is 'Class P. Versions of the published zones.';

create view public.public_zone_version_territories with (security_barrier) as
	with published as (select * from public.zones z where z.complete)
	select t.zone_id, t.valid_from, t.territory_code
	from public.zone_version_territories t
	join published z on z.id = t.zone_id;
comment on view public.public_zone_version_territories is
	'Class P. Territories as the versions of published zones list them, without what lies inside them.';

-- Security definer: nobody but the server writes these tables directly.
create function private.require_national_or_server()
returns void
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
	if auth.role() is distinct from 'service_role' then
		perform private.require_national();
	end if;
end
$$;
comment on function private.require_national_or_server() is 'National staff, or a command run with the key of the server.';

create function private.insert_source(data jsonb)
returns text
language plpgsql
security definer
set search_path = ''
as $$
declare
	given constant jsonb := private.form(
		data, array['id', 'kind', 'title', 'publisher', 'published', 'place', 'url', 'licence', 'weaknesses']
	);
begin
	insert into public.data_sources
	select (jsonb_populate_record(null::public.data_sources, given)).*;
	return given ->> 'id';
end
$$;
comment on function private.insert_source(jsonb) is 'Adds a source; one that is there already is never changed by an import.';

create function public.import_indicators(data jsonb)
returns uuid
language plpgsql
security definer
set search_path = ''
as $$
declare
	given jsonb;
	new_id constant uuid := gen_random_uuid();
	source text;
	failed_column text;
	failed_constraint text;
begin
	perform private.require_national_or_server();
	given := private.form(data, array['title', 'source_id', 'source', 'values']);
	if jsonb_typeof(given -> 'values') is distinct from 'array'
		or jsonb_array_length(given -> 'values') not between 1 and 50000
	then
		perform private.refuse('DK006', 'values');
	end if;
	source := case when given ? 'source' then private.insert_source(given -> 'source') else given ->> 'source_id' end;
	if source is null then
		perform private.refuse('DK006', 'source_id');
	end if;
	insert into public.indicator_imports (id, title, origin, source_id, loaded_by)
	values (new_id, given ->> 'title', 'import', source, auth.uid());
	insert into public.territory_indicators (
		territory_code, indicator, measure, year, value, method, inherited_from, basis, caveat, source_id, import_id
	)
	-- An unknown indicator has no measure and is refused for it.
	select
		v.territory_code, v.indicator, i.measure, v.year, v.value, v.method, v.inherited_from, v.basis, v.caveat, source,
		new_id
	from jsonb_to_recordset(given -> 'values') as v (
		territory_code text, indicator text, year smallint, value numeric, method text, inherited_from text, basis text,
		caveat text
	)
	left join public.indicators i on i.id = v.indicator;
	return new_id;
exception
	when data_exception or integrity_constraint_violation then
		get stacked diagnostics failed_column = column_name, failed_constraint = constraint_name;
		perform private.refuse_form(failed_column, failed_constraint);
end
$$;
comment on function public.import_indicators(jsonb) is
	'Class P. National staff or the server loads values of indicators as one import: all of them or none. Returns its id. DK001, DK006 (detail: field).';

create function public.undo_indicator_import(id uuid)
returns integer
language plpgsql
security definer
set search_path = ''
as $$
declare
	batch public.indicator_imports;
	removed integer;
begin
	perform private.require_national_or_server();
	select b.* into batch from public.indicator_imports b where b.id = undo_indicator_import.id for update;
	if batch.id is null then
		perform private.refuse('DK002');
	end if;
	if batch.origin = 'seed' then
		perform private.refuse('DK006', 'origin');
	end if;
	if batch.undone_at is not null then
		perform private.refuse('DK004');
	end if;
	delete from public.territory_indicators v where v.import_id = batch.id;
	get diagnostics removed = row_count;
	update public.indicator_imports b set undone_at = now() where b.id = batch.id;
	return removed;
end
$$;
comment on function public.undo_indicator_import(uuid) is
	'Class P. National staff or the server takes back all values of one import; returns how many. What older imports hold is shown again. DK001, DK002, DK004 (undone already), DK006 (reference data).';

create function public.save_zone(data jsonb)
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
	on conflict (id) do update set
		name = excluded.name, definition = excluded.definition, source_id = excluded.source_id;
	insert into public.zone_versions (zone_id, valid_from, valid_to, definition, border_km, source_id)
	values (
		zone, first_day, (given ->> 'valid_to')::date, given ->> 'definition', (given ->> 'border_km')::numeric,
		source
	)
	on conflict (zone_id, valid_from) do update set
		valid_to = excluded.valid_to, definition = excluded.definition, border_km = excluded.border_km,
		source_id = excluded.source_id;
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
	'Class P. National staff adds a zone, or a version of one: what it is from `valid_from` on. The same day again replaces that version. Brings its source with it, or names one. DK001 (also for `eastern-border`), DK006 (detail: field).';

-- Security definer: it reads rows the caller could not list one by one.
alter function public.export_my_data() rename to data_with_assessments;
alter function public.data_with_assessments() set schema private;
comment on function private.data_with_assessments() is
	'The part of `export_my_data` that knows accounts, communities and assessments.';

create function public.export_my_data()
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
	caller constant uuid := private.require_user();
begin
	return private.data_with_assessments() || jsonb_build_object(
		'indicator_imports', (
			select coalesce(jsonb_agg(
				jsonb_build_object('id', b.id, 'title', b.title, 'loaded_at', b.loaded_at)
				order by b.loaded_at, b.id
			), '[]')
			from public.indicator_imports b
			where b.loaded_by = caller
		)
	);
end
$$;
comment on function public.export_my_data() is 'Class C. Everything stored about the caller, for the caller. DK001.';

-- Everything granted so far stays as it is; only this is added.
alter function private.apply_privileges() rename to apply_privileges_to_assessments;
create function private.apply_privileges()
returns void
language plpgsql
security invoker
set search_path = ''
as $$
begin
	perform private.apply_privileges_to_assessments();

	-- Class P.
	grant select on
		public.public_indicators,
		public.public_indicator_values,
		public.public_former_territories,
		public.public_zone_versions,
		public.public_zone_version_territories
	to anon, authenticated;

	-- Class M: rows by policy.
	grant select on public.indicator_imports to authenticated;
	-- Each of these asks for itself who calls.
	grant execute on function
		public.import_indicators(jsonb),
		public.undo_indicator_import(uuid),
		public.save_zone(jsonb)
	to authenticated;
end
$$;
revoke all on function private.apply_privileges() from public;
comment on function private.apply_privileges_to_assessments() is
	'The part of `private.apply_privileges` that knows communities, people, checklists and assessments; never called by itself.';
comment on function private.apply_privileges() is
	'Takes back every privilege of anon and authenticated and grants what each may have again. May be run at any time.';

select private.apply_privileges();
