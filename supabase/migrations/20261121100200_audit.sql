-- The audit log: who changed what and when, in names of columns and ids, never in values. It only grows.

create table public.audit_log (
	id bigint generated always as identity primary key,
	at timestamptz not null default now(),
	-- No foreign key: the entry stays when the account goes, and then the id leads to nobody.
	actor_id uuid,
	actor_role text not null,
	action text not null check (
		action in ('insert', 'update', 'delete', 'export', 'data_copy', 'account_deleted', 'handed_to_pkc')
	),
	table_name text not null,
	row_id text,
	columns text[] not null default '{}',
	region text,
	community_id uuid,
	detail jsonb not null default '{}'
);
comment on table public.audit_log is
	'Class M. Append-only, for the owner of the table too. Read by national staff and, for their region, by PKC.';
comment on column public.audit_log.actor_role is
	'Role of the person that concerns the row; `user` without one, `service` for the server, `system` for maintenance.';
comment on column public.audit_log.detail is 'Ids, roles and decisions only.';
create index audit_log_region_idx on public.audit_log (region, id desc);
create index audit_log_community_id_idx on public.audit_log (community_id, id desc);
create index audit_log_row_idx on public.audit_log (table_name, row_id);
create index audit_log_actor_id_idx on public.audit_log (actor_id);
alter table public.audit_log enable row level security;

create function private.refuse_change()
returns trigger
language plpgsql
set search_path = ''
as $$
begin
	raise exception 'The audit log only grows.' using errcode = 'insufficient_privilege';
end
$$;
create trigger only_grows before update or delete or truncate on public.audit_log
	for each statement execute function private.refuse_change();
-- `always`: also where triggers are switched off for replication.
alter table public.audit_log enable always trigger only_grows;

create function private.acting_role(region text, community_id uuid)
returns text
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
	if auth.uid() is null then
		return case when auth.role() = 'service_role' then 'service' else 'system' end;
	end if;
	return coalesce(
		(
			select m.role
			from private.my_memberships() m
			order by
				(m.scope_kind = 'community' and m.scope_id = acting_role.community_id::text) is true desc,
				(m.scope_kind = 'region' and m.scope_id = acting_role.region) is true desc,
				array_position(
					array['national', 'pkc', 'coordinator', 'mentor', 'civil_protection', 'planner', 'member'], m.role
				)
			limit 1
		),
		'user'
	);
end
$$;

create function private.write_audit(
	action text,
	table_name text,
	row_id text,
	columns text[],
	region text,
	community_id uuid,
	detail jsonb default '{}'
)
returns void
language sql
security definer
set search_path = ''
as $$
	insert into public.audit_log (actor_id, actor_role, action, table_name, row_id, columns, region, community_id, detail)
	values (
		auth.uid(), private.acting_role(region, community_id), action, table_name, row_id, columns, region, community_id,
		detail
	)
$$;

-- For every table of class C and M, and for everything that gives rights. Its argument names the column of the key.
-- Security definer, because nobody may write to the log directly.
create function private.audit()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
declare
	before constant jsonb := case when tg_op = 'INSERT' then '{}' else to_jsonb(old) end;
	after constant jsonb := case when tg_op = 'DELETE' then '{}' else to_jsonb(new) end;
	kept constant jsonb := case when tg_op = 'DELETE' then before else after end;
	changed text[];
	activity constant text := case when tg_table_name = 'activities' then kept ->> 'id' else kept ->> 'activity_id' end;
	community uuid;
	region text;
begin
	select coalesce(array_agg(name order by name), '{}') into changed
	from (select jsonb_object_keys(before) union select jsonb_object_keys(after)) as keys (name)
	where coalesce(before -> name, 'null') <> coalesce(after -> name, 'null');
	if changed = '{}' then
		return null;
	end if;

	community := case
		when tg_table_name = 'communities' then kept ->> 'id'
		when kept ->> 'scope_kind' = 'community' then kept ->> 'scope_id'
		when kept ? 'activity_id' then (
			select a.community_id::text from public.activities a where a.id = activity::uuid
		)
		else kept ->> 'community_id'
	end::uuid;
	region := coalesce(
		private.region_of_community(community),
		private.region_of_scope(kept ->> 'scope_kind', kept ->> 'scope_id'),
		private.region_of_territory(kept ->> 'territory_code'),
		kept ->> 'region',
		case
			when activity is not null then coalesce(
				(
					select t.region
					from public.activity_territories at
					join public.territories t on t.code = at.territory_code
					where at.activity_id = activity::uuid
					order by at.role desc
					limit 1
				),
				-- An activity is written before its territories; then it is of the region its author works for.
				(select min(r.id) from private.pkc_regions() r (id) having count(*) = 1)
			)
		end
	);
	perform private.write_audit(
		lower(tg_op),
		tg_table_name::text,
		kept ->> tg_argv[0],
		changed,
		region,
		community,
		(
			select coalesce(jsonb_object_agg(e.key, e.value), '{}')
			from jsonb_each(kept) e
			where e.value <> 'null'
				and (
					e.key in ('scope_kind', 'scope_id', 'territory_code', 'decision', 'merged_into')
					or (e.key = 'user_id' and tg_table_name = 'memberships')
					or (e.key = 'role' and tg_table_name in ('memberships', 'invitations', 'role_grants'))
				)
		)
	);
	return null;
end
$$;
comment on function private.audit() is 'Writes one entry to the audit log for each changed row: names of columns and ids, never values.';

create trigger audit after insert or update or delete on public.organisations
	for each row execute function private.audit('id');
create trigger audit after insert or update or delete on public.communities
	for each row execute function private.audit('id');
create trigger audit after insert or update or delete on public.community_territories
	for each row execute function private.audit('community_id');
create trigger audit after insert or update or delete on public.community_contacts
	for each row execute function private.audit('id');
create trigger audit after insert or update or delete on public.community_reviews
	for each row execute function private.audit('id');
create trigger audit after insert or update or delete on public.places
	for each row execute function private.audit('id');
create trigger audit after insert or update or delete on public.resources
	for each row execute function private.audit('id');
create trigger audit after insert or update or delete on public.activities
	for each row execute function private.audit('id');
create trigger audit after insert or update or delete on public.activity_territories
	for each row execute function private.audit('activity_id');
create trigger audit after insert or update or delete on public.activity_parties
	for each row execute function private.audit('activity_id');
create trigger audit after insert or update or delete on public.territory_surveys
	for each row execute function private.audit('id');
create trigger audit after insert or update or delete on public.profiles
	for each row execute function private.audit('user_id');
create trigger audit after insert or update or delete on public.memberships
	for each row execute function private.audit('id');
create trigger audit after insert or update or delete on public.invitations
	for each row execute function private.audit('id');
create trigger audit after insert or update or delete on public.role_grants
	for each row execute function private.audit('role');
