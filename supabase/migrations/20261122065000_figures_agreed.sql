-- A community may agree that figures of areas in which it can be recognised are shown to people with a mandate. Where
-- fewer than three communities of an area were assessed, nothing is shown as long as one of them has not agreed.

alter table public.communities add column figures_agreed boolean not null default false;
comment on column public.communities.figures_agreed is
	'Class C. Whether people with a mandate may see the figures of an area with fewer than three assessed communities, this one among them. Changed by its coordinators only (`set_figures_agreed`).';

-- As before; who registers has agreed to nothing yet.
create or replace function public.register_community(data jsonb)
returns uuid
language plpgsql
security definer
set search_path = ''
as $$
declare
	given constant jsonb := private.form(data, array[
		'name', 'kind', 'territory_code', 'further_territory_codes', 'place', 'place_public', 'web', 'contact',
		'as_coordinator'
	]);
	-- PKC staff who come across a community register it without becoming its coordinator.
	as_coordinator constant boolean := coalesce((given ->> 'as_coordinator')::boolean, true);
	community public.communities;
	sent_before uuid;
	failed_column text;
	failed_constraint text;
begin
	perform private.one_at_a_time();
	perform private.check_unit(given ->> 'territory_code');
	if coalesce(jsonb_typeof(given -> 'contact'), 'null') <> 'object' then
		perform private.refuse('DK006', 'contact');
	end if;
	community := jsonb_populate_record(
		null::public.communities,
		'{"place_public": false}' || (given - array['contact', 'further_territory_codes', 'as_coordinator'])
	);
	if not as_coordinator
		and (private.region_of_territory(community.territory_code) in (select private.pkc_regions())) is not true then
		perform private.refuse('DK006', 'as_coordinator');
	end if;
	select c.id into sent_before
	from public.communities c
	where c.status = 'pending'
		and c.created_at > now() - private.pressed_twice()
		and c.territory_code = community.territory_code
		and private.normalised_name(c.name) = private.normalised_name(community.name)
		and c.id in (select private.managed_communities());
	if found then
		return sent_before;
	end if;
	community.id := gen_random_uuid();
	community.status := 'pending';
	community.figures_agreed := false;
	community.known_since := private.today();
	community.created_at := now();
	community.updated_at := now();
	insert into public.communities values (community.*);
	if as_coordinator then
		insert into public.memberships (user_id, role, scope_kind, scope_id)
		values (auth.uid(), 'coordinator', 'community', community.id);
	end if;
	perform private.save_contact(community.id, given -> 'contact');
	perform private.save_further_territories(community.id, private.texts(given, 'further_territory_codes'));
	return community.id;
exception
	when data_exception or integrity_constraint_violation then
		get stacked diagnostics failed_column = column_name, failed_constraint = constraint_name;
		perform private.refuse_form(failed_column, failed_constraint);
end
$$;

-- Two communities that become one have agreed only if both had.
create or replace function private.carry_assessments()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
	update public.assessments a set community_id = new.merged_into where a.community_id = new.id;
	update public.plan_items i set community_id = new.merged_into where i.community_id = new.id;
	update public.polls p set community_id = new.merged_into where p.community_id = new.id;
	update public.communities c
	set figures_agreed = false
	where c.id = new.merged_into and c.figures_agreed and not new.figures_agreed;
	return null;
end
$$;

create function public.set_figures_agreed(id uuid, agreed boolean)
returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
	community constant public.communities := private.managed_community(id);
begin
	-- The community's own word: PKC, which may change the card, does not give it.
	if community.id not in (select private.coordinated_communities()) then
		perform private.refuse('DK001');
	end if;
	if community.status <> 'approved' then
		perform private.refuse('DK004');
	end if;
	if agreed is null then
		perform private.refuse('DK006', 'agreed');
	end if;
	update public.communities c
	set figures_agreed = agreed
	where c.id = community.id and c.figures_agreed <> agreed;
end
$$;
comment on function public.set_figures_agreed(uuid, boolean) is
	'Class C. A coordinator agrees, or withdraws it, that people with a mandate see figures of areas with fewer than three assessed communities. DK001, DK002, DK004, DK006 (detail: field).';

-- Everything granted so far stays as it is; only this is added.
alter function private.apply_privileges() rename to apply_privileges_to_places;
create function private.apply_privileges()
returns void
language plpgsql
security invoker
set search_path = ''
as $$
begin
	perform private.apply_privileges_to_places();

	-- It asks for itself who calls.
	grant execute on function public.set_figures_agreed(uuid, boolean) to authenticated;
end
$$;
revoke all on function private.apply_privileges() from public;
comment on function private.apply_privileges_to_places() is
	'The part of `private.apply_privileges` that knows places, too; never called by itself.';
comment on function private.apply_privileges() is
	'Takes back every privilege of anon and authenticated and grants what each may have again. May be run at any time.';

select private.apply_privileges();
