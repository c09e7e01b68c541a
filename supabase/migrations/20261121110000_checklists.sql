-- Checklists: instruments as data. A version is written once and never changes, because answers refer to it for ever.
-- What a definition looks like is checked before it comes here (src/lib/checklists/schema.ts).

create table public.checklists (
	id text not null check (id ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and char_length(id) <= 60),
	version text not null check (version ~ '^(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)$' and char_length(version) <= 20),
	definition jsonb not null,
	sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
	published_at timestamptz not null default now(),
	primary key (id, version),
	constraint checklists_definition_is_of_this_version check (
		(
			definition ->> 'id' = id
			and definition ->> 'version' = version
			and definition ->> 'status' = 'published'
			and jsonb_typeof(definition -> 'items') = 'array'
		) is true
	)
);
comment on table public.checklists is 'Class P. Published versions of checklists; never changed, never removed.';
comment on column public.checklists.sha256 is 'Of the file checklists/<id>/<version>/definition.json, as `sha256sum` gives it.';
alter table public.checklists enable row level security;

create function private.keep_published()
returns trigger
language plpgsql
set search_path = ''
as $$
begin
	raise exception 'A published checklist never changes: publish a new version.' using errcode = 'insufficient_privilege';
end
$$;
create trigger never_changes before update or delete or truncate on public.checklists
	for each statement execute function private.keep_published();
-- `always`: also where triggers are switched off for replication.
alter table public.checklists enable always trigger never_changes;

create view public.public_checklists with (security_barrier) as
	with published as (select * from public.checklists)
	select
		c.id,
		c.version,
		c.definition -> 'title' as title,
		jsonb_array_length(c.definition -> 'items') as items,
		c.definition,
		c.sha256,
		c.published_at
	from published c;
comment on view public.public_checklists is 'Class P. Published versions of checklists, with how many items each has.';

-- Everything granted so far stays as it is; only this is added.
alter function private.apply_privileges() rename to apply_privileges_to_people;
create function private.apply_privileges()
returns void
language plpgsql
security invoker
set search_path = ''
as $$
begin
	perform private.apply_privileges_to_people();
	grant select on public.public_checklists to anon, authenticated;
end
$$;
revoke all on function private.apply_privileges() from public;
comment on function private.apply_privileges_to_people() is
	'The part of `private.apply_privileges` that knows communities and people; never called by itself.';
comment on function private.apply_privileges() is
	'Takes back every privilege of anon and authenticated and grants what each may have again. May be run at any time.';

select private.apply_privileges();
