-- "May I?" The only functions that policies and other functions ask.
--
-- They are security definer, because the tables they look into are themselves protected by policies that ask them.
-- They give away only what concerns the caller. Each returns a set, so that `x in (select private.…())` is computed
-- once for a statement and not once for a row.

create function private.my_memberships()
returns setof public.memberships
language sql
stable
security definer
set search_path = ''
as $$
	select m.*
	from public.memberships m
	where m.user_id = (select auth.uid())
		and m.ended_at is null
		and (m.expires_at is null or m.expires_at > now())
$$;
comment on function private.my_memberships() is 'Roles the caller holds now: neither ended nor expired.';

create function private.is_national()
returns boolean
language sql
stable
security definer
set search_path = ''
as $$
	select exists (select from private.my_memberships() m where m.role = 'national')
$$;

create function private.pkc_regions()
returns setof text
language sql
stable
security definer
set search_path = ''
as $$
	select m.scope_id from private.my_memberships() m where m.role = 'pkc'
$$;
comment on function private.pkc_regions() is 'Planning regions the caller is PKC staff of.';

create function private.pkc_territories()
returns setof text
language sql
stable
security definer
set search_path = ''
as $$
	select t.code from public.territories t where t.region in (select private.pkc_regions())
$$;
comment on function private.pkc_territories() is 'Every territory in the regions the caller is PKC staff of.';

create function private.coordinated_communities()
returns setof uuid
language sql
stable
security definer
set search_path = ''
as $$
	select m.scope_id::uuid from private.my_memberships() m where m.role = 'coordinator'
$$;

create function private.pkc_communities()
returns setof uuid
language sql
stable
security definer
set search_path = ''
as $$
	select c.id from public.communities c where c.territory_code in (select private.pkc_territories())
$$;
comment on function private.pkc_communities() is 'Communities at home in a region the caller is PKC staff of.';

create function private.seen_communities()
returns setof uuid
language sql
stable
security definer
set search_path = ''
as $$
	select m.scope_id::uuid from private.my_memberships() m where m.scope_kind = 'community'
	union
	select private.pkc_communities()
$$;
comment on function private.seen_communities() is 'Whose class C the caller sees: as member, coordinator, mentor or PKC.';

create function private.managed_communities()
returns setof uuid
language sql
stable
security definer
set search_path = ''
as $$
	select private.coordinated_communities()
	union
	select private.pkc_communities()
$$;
comment on function private.managed_communities() is 'What the caller may change: as coordinator or PKC.';

create function private.mandated_territories()
returns setof text
language sql
stable
security definer
set search_path = ''
as $$
	with recursive mandates as materialized (
		select m.role, m.scope_id from private.my_memberships() m
	),
	inside (code) as (
		select t.code
		from public.territories t
		join mandates m on m.scope_id = t.code
		where m.role in ('pkc', 'planner', 'civil_protection', 'national')
		union
		select t.code from public.territories t join inside on inside.code = t.parent_code
	)
	select inside.code from inside
$$;
comment on function private.mandated_territories() is
	'Whose class M the caller sees: the region of PKC and planners, the municipality of civil protection, everything for national.';

create function private.pkc_activities()
returns setof uuid
language sql
stable
security definer
set search_path = ''
as $$
	select a.id from public.activities a where a.community_id in (select private.pkc_communities())
	union
	select at.activity_id
	from public.activity_territories at
	join public.activities a on a.id = at.activity_id and a.community_id is null
	where at.territory_code in (select private.pkc_territories())
	union
	select ap.activity_id
	from public.activity_parties ap
	join public.activities a on a.id = ap.activity_id and a.community_id is null
	left join public.places p on p.id = ap.place_id
	where coalesce(ap.territory_code, p.territory_code) in (select private.pkc_territories())
		or ap.community_id in (select private.pkc_communities())
$$;
comment on function private.pkc_activities() is
	'Activities of communities of the caller''s regions; of no community, those that touch the regions.';

create function private.seen_activities()
returns setof uuid
language sql
stable
security definer
set search_path = ''
as $$
	select a.id from public.activities a where a.community_id in (select private.seen_communities())
	union
	select private.pkc_activities()
$$;

-- These three are asked for every changed row; plpgsql keeps their plans.
create function private.region_of_territory(code text)
returns text
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
	return (
		select t.region from public.territories t where t.code = region_of_territory.code
	);
end
$$;

create function private.region_of_community(id uuid)
returns text
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
	return (
		select t.region
		from public.communities c
		join public.territories t on t.code = c.territory_code
		where c.id = region_of_community.id
	);
end
$$;

create function private.region_of_scope(scope_kind text, scope_id text)
returns text
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
	return (
		select case scope_kind
			when 'community' then (
				select t.region
				from public.communities c
				join public.territories t on t.code = c.territory_code
				where c.id::text = scope_id
			)
			when 'country' then null
			else private.region_of_territory(scope_id)
		end
	);
end
$$;

create function private.may_grant(granter uuid, role text, scope_kind text, scope_id text)
returns boolean
language sql
stable
security definer
set search_path = ''
as $$
	select exists (
		select
		from public.memberships m
		join public.role_grants g on g.granter_role = m.role and g.role = may_grant.role
		where m.user_id = granter
			and m.ended_at is null
			and (m.expires_at is null or m.expires_at > now())
			and case g.scope_rule
				when 'same' then m.scope_kind = may_grant.scope_kind and m.scope_id = may_grant.scope_id
				when 'within_region' then
					m.scope_id = private.region_of_scope(may_grant.scope_kind, may_grant.scope_id)
				else true
			end
	)
$$;
comment on function private.may_grant(uuid, text, text, text) is
	'Whether a person may, now, give this role in this scope to somebody, or end it.';

create function private.granted_scopes()
returns table (scope_kind text, scope_id text)
language sql
stable
security definer
set search_path = ''
as $$
	select 'community', c.id::text from private.managed_communities() c (id)
	union all
	select 'municipality', t.code from private.pkc_territories() t (code)
	union all
	select 'region', r.id from private.pkc_regions() r (id)
$$;
comment on function private.granted_scopes() is 'Scopes in which the caller invites people, national staff aside.';

create function private.require_user()
returns uuid
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
	caller constant uuid := auth.uid();
begin
	-- A token outlives the account it was given to.
	if caller is null or not exists (select from auth.users u where u.id = caller) then
		perform private.refuse('DK001', '', 401);
	end if;
	return caller;
end
$$;
comment on function private.require_user() is 'The caller; refuses visitors and accounts that are gone.';

create function private.today()
returns date
language sql
stable
set search_path = ''
as $$
	select (now() at time zone 'Europe/Riga')::date
$$;
