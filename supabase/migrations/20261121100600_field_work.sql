-- What PKC and communities record: findings of surveys and activities. Security definer, as in the file before.

create function public.record_survey(data jsonb)
returns uuid
language plpgsql
security definer
set search_path = ''
as $$
declare
	given constant jsonb := private.form(data, array[
		'territory_code', 'surveyed_on', 'finding', 'asked_role', 'note', 'next_step', 'organisation_id'
	]);
	survey public.territory_surveys := jsonb_populate_record(null::public.territory_surveys, given);
	area text;
	failed_column text;
	failed_constraint text;
begin
	perform private.require_user();
	perform private.check_unit(survey.territory_code);
	area := private.region_of_territory(survey.territory_code);
	if area not in (select private.pkc_regions()) then
		perform private.refuse('DK001');
	end if;
	if survey.surveyed_on is null or survey.surveyed_on > private.today() then
		perform private.refuse('DK006', 'surveyed_on');
	end if;
	if survey.organisation_id is null then
		survey.organisation_id := coalesce(
			(
				select m.organisation_id
				from private.my_memberships() m
				where m.role = 'pkc' and m.scope_id = area and m.organisation_id is not null
				limit 1
			),
			private.organisation_for('pkc', area)
		);
	end if;
	-- The finding is published in the name of the organisation: only of one that works in the region.
	if not exists (
		select
		from public.organisations o
		where o.id = survey.organisation_id and (o.region is null or o.region = area)
	) then
		perform private.refuse('DK006', 'organisation_id');
	end if;
	survey.id := gen_random_uuid();
	survey.created_at := now();
	insert into public.territory_surveys values (survey.*);
	return survey.id;
exception
	when data_exception or integrity_constraint_violation then
		get stacked diagnostics failed_column = column_name, failed_constraint = constraint_name;
		perform private.refuse_form(failed_column, failed_constraint);
end
$$;
comment on function public.record_survey(jsonb) is
	'Class M. PKC of the region records what a survey of a unit or neighbourhood found. DK001, DK006 (detail: field).';

-- Whether the caller may write activities of a community; of none, only PKC may.
create function private.may_write_activity(community_id uuid)
returns boolean
language sql
stable
security definer
set search_path = ''
as $$
	select case
		when community_id is null then exists (select private.pkc_regions())
		else community_id in (select private.managed_communities())
	end
$$;

create function private.check_activity_places(activity public.activities, codes text[], communities uuid[], places uuid[])
returns void
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
	regions constant text[] := case
		when activity.community_id is null then array(select private.pkc_regions())
		else array[private.region_of_community(activity.community_id)]
	end;
	code text;
begin
	-- An activity lights up its places on the map, so it stays inside the region of who answers for it.
	foreach code in array codes loop
		if private.region_of_territory(code) is null or private.region_of_territory(code) <> all (regions) then
			perform private.refuse('DK006', 'territory_codes');
		end if;
	end loop;
	if exists (
		select
		from unnest(communities) p (id)
		left join public.communities c
			on c.id = p.id and (c.status = 'approved' or c.id in (select private.seen_communities()))
		where c.id is null or private.region_of_community(c.id) <> all (regions)
	) then
		perform private.refuse('DK006', 'party_community_ids');
	end if;
	if exists (
		select
		from unnest(places) p (id)
		left join public.places pl on pl.id = p.id
		where pl.id is null or private.region_of_territory(pl.territory_code) <> all (regions)
	) then
		perform private.refuse('DK006', 'party_place_ids');
	end if;
end
$$;

create function public.save_activity(data jsonb)
returns uuid
language plpgsql
security definer
set search_path = ''
as $$
declare
	given constant jsonb := private.form(data, array[
		'id', 'title', 'kind', 'community_id', 'starts_on', 'ends_on', 'precision', 'target_groups', 'participants',
		'participants_qualifier', 'co_authors', 'organisations', 'eur_municipal', 'eur_attracted', 'public', 'note',
		'territory_codes', 'party_community_ids', 'party_place_ids', 'party_territory_codes'
	]);
	relations constant text[] := array[
		'id', 'territory_codes', 'party_community_ids', 'party_place_ids', 'party_territory_codes'
	];
	codes constant text[] := private.texts(given, 'territory_codes');
	party_communities constant uuid[] := private.texts(given, 'party_community_ids')::uuid[];
	party_places constant uuid[] := private.texts(given, 'party_place_ids')::uuid[];
	party_codes constant text[] := private.texts(given, 'party_territory_codes');
	activity public.activities;
	code text;
	failed_column text;
	failed_constraint text;
begin
	perform private.require_user();
	if given ->> 'id' is null then
		activity := jsonb_populate_record(
			null::public.activities, '{"public": true, "target_groups": []}' || (given - relations)
		);
		activity.id := gen_random_uuid();
		activity.created_at := now();
	else
		select a.* into activity from public.activities a where a.id = (given ->> 'id')::uuid for update;
		if activity.id is null or activity.id not in (select private.seen_activities()) then
			perform private.refuse('DK002');
		end if;
		if activity.community_id is null and activity.id not in (select private.pkc_activities())
			or not private.may_write_activity(activity.community_id) then
			perform private.refuse('DK001');
		end if;
		activity := jsonb_populate_record(activity, given - relations);
	end if;
	if not private.may_write_activity(activity.community_id) then
		perform private.refuse('DK001');
	end if;
	-- What is signed with others, and so counts for others, is recorded by PKC.
	if (activity.kind = 'agreement' or party_communities || party_places <> '{}' or party_codes <> '{}')
		and not exists (select private.pkc_regions()) then
		perform private.refuse('DK001');
	end if;
	foreach code in array codes loop
		perform private.check_unit(code);
	end loop;
	perform private.check_activity_places(activity, codes || party_codes, party_communities, party_places);
	-- Without any place it would belong to no region, and nobody could ever mend it.
	if activity.community_id is null
		and not (given ? 'id' and not given ? 'territory_codes')
		and codes || party_codes = '{}' and party_communities || party_places = '{}' then
		perform private.refuse('DK006', 'territory_codes');
	end if;

	insert into public.activities values (activity.*)
	on conflict (id) do update
	set title = excluded.title,
		kind = excluded.kind,
		community_id = excluded.community_id,
		starts_on = excluded.starts_on,
		ends_on = excluded.ends_on,
		precision = excluded.precision,
		target_groups = excluded.target_groups,
		participants = excluded.participants,
		participants_qualifier = excluded.participants_qualifier,
		co_authors = excluded.co_authors,
		organisations = excluded.organisations,
		eur_municipal = excluded.eur_municipal,
		eur_attracted = excluded.eur_attracted,
		public = excluded.public,
		note = excluded.note;
	if given ? 'territory_codes' then
		delete from public.activity_territories at where at.activity_id = activity.id;
		insert into public.activity_territories (activity_id, territory_code, role)
		select activity.id, c.code, case when min(c.nth) = 1 then 'own' else 'further' end
		from unnest(codes) with ordinality c (code, nth)
		group by c.code;
	end if;
	if given ?| array['party_community_ids', 'party_place_ids', 'party_territory_codes'] then
		delete from public.activity_parties ap where ap.activity_id = activity.id;
		insert into public.activity_parties (activity_id, community_id, place_id, territory_code)
		select activity.id, p.id, null::uuid, null from (select distinct unnest(party_communities)) p (id)
		union all
		select activity.id, null, p.id, null from (select distinct unnest(party_places)) p (id)
		union all
		select activity.id, null, null, p.code from (select distinct unnest(party_codes)) p (code);
	end if;
	return activity.id;
exception
	when data_exception or integrity_constraint_violation then
		get stacked diagnostics failed_column = column_name, failed_constraint = constraint_name;
		perform private.refuse_form(failed_column, failed_constraint);
end
$$;
comment on function public.save_activity(jsonb) is
	'Class C. Adds an activity, or changes the given fields of the one with `id`; first territory is the own one. PKC in its region, coordinators for their community. DK001, DK002, DK006 (detail: field).';

create function public.mandated_activity_evidence(as_of date default null)
returns table (
	territory_code text,
	fresh_last date,
	fresh_last_imprecise boolean,
	fresh_second date,
	end_last date,
	end_last_starts_on date,
	end_last_precision text,
	reachable_on date,
	reachable_by text,
	survey_on date,
	survey_finding text,
	survey_organisation text,
	communities integer,
	activities integer
)
language sql
stable
security definer
set search_path = ''
as $$
	select e.*
	from public.activity_evidence(as_of) e
	where e.territory_code in (select private.mandated_territories())
$$;
comment on function public.mandated_activity_evidence(date) is
	'Class M. `activity_evidence` of the areas the caller has a mandate for: region of PKC and planners, municipality of civil protection, everything for national. No rows for others.';
