-- For national staff, and for PKC as far as their region goes: organisations, people, the audit log.

create function private.require_national()
returns void
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
	perform private.require_user();
	if not private.is_national() then
		perform private.refuse('DK001');
	end if;
end
$$;

-- Security definer: organisations are written by nobody directly.
create function public.save_organisation(data jsonb)
returns uuid
language plpgsql
security definer
set search_path = ''
as $$
declare
	given constant jsonb := private.form(data, array['id', 'name', 'kind', 'region']);
	organisation public.organisations;
	failed_column text;
	failed_constraint text;
begin
	perform private.require_national();
	if given ->> 'id' is null then
		organisation := jsonb_populate_record(null::public.organisations, given);
		organisation.id := gen_random_uuid();
		organisation.created_at := now();
	else
		select o.* into organisation from public.organisations o where o.id = (given ->> 'id')::uuid for update;
		if organisation.id is null then
			perform private.refuse('DK002');
		end if;
		organisation := jsonb_populate_record(organisation, given - 'id');
	end if;
	if organisation.kind in ('pkc', 'planning_region') and organisation.region is null then
		perform private.refuse('DK006', 'region');
	end if;
	insert into public.organisations values (organisation.*)
	on conflict (id) do update set name = excluded.name, kind = excluded.kind, region = excluded.region;
	return organisation.id;
exception
	when data_exception or integrity_constraint_violation then
		get stacked diagnostics failed_column = column_name, failed_constraint = constraint_name;
		perform private.refuse_form(failed_column, failed_constraint);
end
$$;
comment on function public.save_organisation(jsonb) is
	'Class P. National staff adds an organisation, or changes the given fields of the one with `id`. DK001, DK002, DK006 (detail: field).';

-- Security definer: accounts lie outside the schema the API shows. Addresses are told by their first letter and domain.
create function public.list_people(search text default null, max_rows integer default 100)
returns table (user_id uuid, display_name text, email_hint text, created_at timestamptz, memberships jsonb)
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
	needle constant text := private.normalised_name(coalesce(search, ''));
begin
	perform private.require_national();
	return query
	select
		u.id,
		p.display_name,
		regexp_replace(u.email::text, '^(.)[^@]*', '\1…'),
		u.created_at,
		(
			select coalesce(jsonb_agg(
				jsonb_build_object(
					'id', m.id, 'role', m.role, 'scope_kind', m.scope_kind, 'scope_id', m.scope_id,
					'scope_name', private.scope_name(m.scope_kind, m.scope_id),
					'created_at', m.created_at, 'expires_at', m.expires_at
				)
				order by m.created_at, m.id
			), '[]')
			from public.memberships m
			where m.user_id = u.id and m.ended_at is null and (m.expires_at is null or m.expires_at > now())
		)
	from auth.users u
	left join public.profiles p on p.user_id = u.id
	where needle = ''
		or strpos(private.normalised_name(coalesce(p.display_name, '')), needle) > 0
		or lower(u.email) = lower(btrim(search))
	order by p.display_name, u.created_at, u.id
	limit least(greatest(max_rows, 1), 500);
end
$$;
comment on function public.list_people(text, integer) is
	'Class C. For national staff: people by part of the name or by the whole e-mail address, and the roles they hold. DK001.';

-- Security definer: it adds the names of the people who acted. Rows are those that the policies of the table show.
create function public.audit_entries(
	of_region text default null,
	of_community uuid default null,
	of_table text default null,
	of_row text default null,
	before_id bigint default null,
	max_rows integer default 100
)
returns table (
	id bigint,
	at timestamptz,
	actor_id uuid,
	actor_name text,
	actor_role text,
	action text,
	table_name text,
	row_id text,
	columns text[],
	region text,
	community_id uuid,
	community_name text,
	detail jsonb
)
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
	perform private.require_user();
	if not private.is_national() and not exists (select private.pkc_regions()) then
		perform private.refuse('DK001');
	end if;
	return query
	select
		a.id, a.at, a.actor_id, p.display_name, a.actor_role, a.action, a.table_name, a.row_id, a.columns, a.region,
		a.community_id, c.name, a.detail
	from public.audit_log a
	left join public.profiles p on p.user_id = a.actor_id
	left join public.communities c
		on c.id = a.community_id and (c.status = 'approved' or c.id in (select private.seen_communities()))
	where ((select private.is_national()) or a.region in (select private.pkc_regions()))
		and (of_region is null or a.region = of_region)
		and (of_community is null or a.community_id = of_community)
		and (of_table is null or a.table_name = of_table)
		and (of_row is null or a.row_id = of_row)
		and (before_id is null or a.id < before_id)
	order by a.id desc
	limit least(greatest(max_rows, 1), 1000);
end
$$;
comment on function public.audit_entries(text, uuid, text, text, bigint, integer) is
	'Class M. The audit log, newest first: all of it for national staff, the own regions for PKC. DK001.';

-- Security definer: nobody writes to the log directly.
create function public.record_export(what text, region text default null)
returns void
language plpgsql
security definer
set search_path = ''
as $$
begin
	perform private.require_user();
	if not exists (select private.mandated_territories()) then
		perform private.refuse('DK001');
	end if;
	if coalesce(what, '') !~ '^[a-z][a-z0-9_-]{0,59}$' then
		perform private.refuse('DK006', 'what');
	end if;
	if region is not null and region not in (select private.mandated_territories()) then
		perform private.refuse('DK001');
	end if;
	perform private.write_audit('export', what, null, '{}', region, null);
end
$$;
comment on function public.record_export(text, text) is
	'Class M. Notes in the audit log that the caller exports data of class M. DK001, DK006.';
