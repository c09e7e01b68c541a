-- Rules that showed themselves in use: what is sent twice is one, what PKC signed with others stays signed, nobody
-- decides on what they have not read, and nobody is held by what was rejected or merged.

-- A button is easily pressed twice: what one person sends is worked off one after the other, and the same entry sent
-- again within this time is taken for the same.
create function private.pressed_twice()
returns interval
language sql
immutable
set search_path = ''
as $$
	select interval '10 minutes'
$$;

create function private.one_at_a_time()
returns void
language plpgsql
set search_path = ''
as $$
begin
	perform pg_advisory_xact_lock(hashtextextended('record ' || private.require_user()::text, 0));
end
$$;

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
comment on function public.register_community(jsonb) is
	'Class C. Registers a community that nobody else sees until PKC approves it; the caller becomes its coordinator, unless PKC of its region asks not to. DK001, DK006 (detail: field).';

-- It tells one thing more.
drop function public.similar_communities(text, text);
create function public.similar_communities(name text, territory_code text)
returns table (id uuid, name text, kind text, territory_code text, same_place boolean, own boolean, pending boolean)
language sql
stable
security definer
set search_path = ''
as $$
	with
	asked as (
		select
			t.code,
			-- A neighbourhood stands for its town; a parish for itself, and its municipality comes second.
			case when t.kind = 'neighbourhood' then t.parent_code else t.code end as unit,
			case
				when t.kind = 'neighbourhood' then
					(select case when u.kind = 'state_city' then u.code else u.parent_code end from public.territories u where u.code = t.parent_code)
				when t.kind = 'state_city' then t.code
				else t.parent_code
			end as municipality
		from public.territories t
		where t.code = similar_communities.territory_code and auth.uid() is not null
	),
	near as (
		select t.code, t.code = a.unit or t.parent_code = a.unit as same_place
		from asked a
		join public.territories t
			on t.code in (a.unit, a.municipality)
			or t.parent_code in (a.unit, a.municipality)
	),
	candidates as (
		select
			c.id, c.name, c.kind, c.territory_code,
			bool_or(n.same_place) as same_place,
			c.id in (select private.coordinated_communities()) as own,
			c.status = 'pending' as pending,
			private.likeness(c.name, similar_communities.name) as likeness
		from public.communities c
		left join public.community_territories ct on ct.community_id = c.id
		join near n on n.code in (c.territory_code, ct.territory_code)
		where c.status = 'approved'
			or (c.status = 'pending' and c.id in (select private.managed_communities()))
		group by c.id
	)
	select c.id, c.name, c.kind, c.territory_code, c.same_place, c.own, c.pending
	from candidates c
	where c.likeness >= 0.3
	order by c.same_place desc, c.likeness desc, c.name, c.id
	limit 20
$$;
comment on function public.similar_communities(text, text) is
	'Class P, the caller''s own, and for PKC those of its region that wait. Communities with a similar name, those of the same place first; for signed-in people.';

create or replace function public.resubmit_community(id uuid, data jsonb)
returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
	community public.communities := private.managed_community(id);
	given constant jsonb := private.form(data, array[
		'name', 'kind', 'territory_code', 'further_territory_codes', 'place', 'place_public', 'web', 'contact',
		'expected_updated_at'
	]);
	failed_column text;
	failed_constraint text;
begin
	if community.id not in (select private.coordinated_communities()) then
		perform private.refuse('DK001');
	end if;
	if community.status <> 'pending' then
		perform private.refuse('DK004');
	end if;
	perform private.check_unchanged(given, community.updated_at);
	community := jsonb_populate_record(community, given - 'contact' - 'further_territory_codes');
	perform private.check_unit(community.territory_code);
	update public.communities c
	set name = community.name,
		kind = community.kind,
		territory_code = community.territory_code,
		place = community.place,
		place_public = community.place_public,
		web = community.web
	where c.id = community.id;
	if given ? 'contact' then
		delete from public.community_contacts cc where cc.community_id = community.id;
		perform private.save_contact(community.id, given -> 'contact');
	end if;
	if given ? 'further_territory_codes' then
		perform private.save_further_territories(community.id, private.texts(given, 'further_territory_codes'));
	else
		-- They follow the home: into another region none is taken along.
		delete from public.community_territories ct
		where ct.community_id = community.id
			and (
				ct.territory_code = community.territory_code
				or private.region_of_territory(ct.territory_code) <> private.region_of_territory(community.territory_code)
			);
	end if;
	insert into public.community_reviews (community_id, decision, by)
	values (community.id, 'resubmitted', auth.uid());
exception
	when data_exception or integrity_constraint_violation then
		get stacked diagnostics failed_column = column_name, failed_constraint = constraint_name;
		perform private.refuse_form(failed_column, failed_constraint);
end
$$;
comment on function public.resubmit_community(uuid, jsonb) is
	'Class C. The coordinator mends a community that is not yet decided on, unless it changed since `expected_updated_at`. DK001, DK002, DK004, DK006 (detail: field), DK007.';

create or replace function public.update_community(id uuid, data jsonb)
returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
	community public.communities := private.managed_community(id);
	by_pkc constant boolean := community.id in (select private.pkc_communities());
	-- Where a community is decides on the map of an area: that stays with PKC.
	given constant jsonb := private.form(
		data,
		array['name', 'kind', 'place', 'place_public', 'web', 'note', 'expected_updated_at']
			|| case when by_pkc then array['territory_code', 'further_territory_codes'] else '{}' end
	);
	failed_column text;
	failed_constraint text;
begin
	if community.status not in ('pending', 'approved') then
		perform private.refuse('DK004');
	end if;
	perform private.check_unchanged(given, community.updated_at);
	community := jsonb_populate_record(community, given - 'further_territory_codes');
	perform private.check_unit(community.territory_code);
	if by_pkc and community.territory_code not in (select private.pkc_territories()) then
		perform private.refuse('DK001');
	end if;
	update public.communities c
	set name = community.name,
		kind = community.kind,
		territory_code = community.territory_code,
		place = community.place,
		place_public = community.place_public,
		web = community.web,
		note = community.note
	where c.id = community.id;
	if given ? 'further_territory_codes' then
		perform private.save_further_territories(community.id, private.texts(given, 'further_territory_codes'));
	end if;
exception
	when data_exception or integrity_constraint_violation then
		get stacked diagnostics failed_column = column_name, failed_constraint = constraint_name;
		perform private.refuse_form(failed_column, failed_constraint);
end
$$;
comment on function public.update_community(uuid, jsonb) is
	'Class C. Changes the given fields of a community''s card, unless it changed since `expected_updated_at`; territories by PKC of the region only. DK001, DK002, DK004, DK006 (detail: field), DK007.';

create or replace function private.merge_community(source public.communities, target public.communities)
returns void
language plpgsql
security definer
set search_path = ''
as $$
begin
	-- What they did becomes one history; contacts stay where the consent was given, reviews where they were made.
	-- The consent of a registration was for a community of its own, which there will not be.
	if source.status = 'pending' then
		delete from public.community_contacts cc where cc.community_id = source.id;
	end if;
	update public.activities a set community_id = target.id where a.community_id = source.id;
	delete from public.activity_parties ap
	where ap.community_id = source.id
		and exists (
			select from public.activity_parties other
			where other.activity_id = ap.activity_id and other.community_id = target.id
		);
	update public.activity_parties ap set community_id = target.id where ap.community_id = source.id;
	update public.places p set community_id = target.id where p.community_id = source.id;
	update public.resources r set community_id = target.id where r.community_id = source.id;
	insert into public.community_territories (community_id, territory_code)
	select target.id, code
	from (
		select source.territory_code as code
		union
		select ct.territory_code from public.community_territories ct where ct.community_id = source.id
	) codes
	where code <> target.territory_code
	on conflict do nothing;
	-- Whoever registered a community that exists already joins it, but does not take it over.
	insert into public.memberships (user_id, role, scope_kind, scope_id, organisation_id, granted_by, expires_at)
	select m.user_id, brought.role, 'community', target.id, m.organisation_id, auth.uid(), m.expires_at
	from public.memberships m
	cross join lateral (
		select case when source.status = 'pending' and m.role = 'coordinator' then 'member' else m.role end as role
	) brought
	where m.scope_kind = 'community'
		and m.scope_id = source.id::text
		and m.ended_at is null
		and (m.expires_at is null or m.expires_at > now())
		and not exists (
			select
			from public.memberships held
			where held.user_id = m.user_id
				and (held.role = brought.role or held.role = 'coordinator' and brought.role = 'member')
				and held.scope_kind = 'community'
				and held.scope_id = target.id::text
				and held.ended_at is null
		);
	update public.invitations i set revoked_at = now(), email_hint = null
	where i.scope_kind = 'community'
		and i.scope_id = source.id::text
		and num_nonnulls(i.accepted_at, i.declined_at, i.revoked_at) = 0;
	update public.communities c
	set known_since = least(source.known_since, target.known_since),
		confirmed_on = greatest(source.confirmed_on, target.confirmed_on)
	where c.id = target.id;
	update public.communities c set status = 'merged', merged_into = target.id where c.id = source.id;
end
$$;

-- It asks one thing more.
drop function public.review_community(uuid, text, text, uuid);
create function public.review_community(
	id uuid,
	decision text,
	message text default null,
	merge_into uuid default null,
	expected_updated_at timestamptz default null
)
returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
	community constant public.communities := private.pkc_community(id);
	target public.communities;
	words constant text := nullif(btrim(message), '');
begin
	if decision is null or decision not in ('asked_back', 'approved', 'rejected', 'merged') then
		perform private.refuse('DK006', 'decision');
	end if;
	if decision in ('asked_back', 'rejected') and words is null or char_length(words) > 2000 then
		perform private.refuse('DK006', 'message');
	end if;
	if (decision = 'merged') <> (merge_into is not null) or merge_into = id then
		perform private.refuse('DK006', 'merge_into');
	end if;
	-- Nobody decides on what is one's own.
	if exists (
		select
		from public.memberships m
		where m.user_id = auth.uid()
			and m.scope_kind = 'community'
			and m.scope_id = community.id::text
			and m.role = 'coordinator'
	) then
		perform private.refuse('DK001');
	end if;
	if community.status <> 'pending' and not (decision = 'merged' and community.status = 'approved') then
		perform private.refuse('DK004');
	end if;
	-- Nobody decides on what they have not read.
	if expected_updated_at <> community.updated_at then
		perform private.refuse('DK007');
	end if;
	if decision = 'merged' then
		target := private.pkc_community(merge_into);
		if target.status <> 'approved' then
			perform private.refuse('DK006', 'merge_into');
		end if;
		perform private.merge_community(community, target);
	elsif decision in ('approved', 'rejected') then
		update public.communities c set status = decision where c.id = community.id;
	end if;
	if decision = 'rejected' then
		delete from public.community_contacts cc where cc.community_id = community.id;
	end if;
	insert into public.community_reviews (community_id, decision, message, by)
	values (community.id, decision, words, auth.uid());
end
$$;
comment on function public.review_community(uuid, text, text, uuid, timestamptz) is
	'Class C. PKC of the region approves, rejects (the contact is deleted), asks back or merges into an approved community of the region, unless it changed since `expected_updated_at`. DK001, DK002, DK004, DK006 (detail: field), DK007.';

create or replace function private.is_last_coordinator(membership public.memberships)
returns boolean
language plpgsql
security definer
set search_path = ''
as $$
begin
	if membership.role <> 'coordinator' then
		return false;
	end if;
	-- The lock lets two coordinators who leave at once see each other. What was rejected or merged needs nobody.
	perform from public.communities c
	where c.id::text = membership.scope_id and c.status in ('pending', 'approved')
	for update;
	return found and not exists (
		select
		from public.memberships m
		where m.scope_kind = 'community'
			and m.scope_id = membership.scope_id
			and m.role = 'coordinator'
			and m.user_id <> membership.user_id
			and m.ended_at is null
			and (m.expires_at is null or m.expires_at > now())
	);
end
$$;

create or replace function public.my_roles()
returns table (
	id uuid,
	role text,
	scope_kind text,
	scope_id text,
	scope_name text,
	region text,
	organisation text,
	granted_by_name text,
	created_at timestamptz,
	expires_at timestamptz
)
language sql
stable
security definer
set search_path = ''
as $$
	select
		m.id,
		m.role,
		m.scope_kind,
		m.scope_id,
		private.scope_name(m.scope_kind, m.scope_id),
		private.region_of_scope(m.scope_kind, m.scope_id),
		o.name,
		granter.display_name,
		m.created_at,
		m.expires_at
	from private.my_memberships() m
	left join public.organisations o on o.id = m.organisation_id
	left join public.profiles granter on granter.user_id = m.granted_by
	-- A role in what was merged only lets one read where it went; the role to act in is the one over there.
	where m.scope_kind <> 'community'
		or not exists (select from public.communities c where c.id::text = m.scope_id and c.status = 'merged')
	order by m.created_at, m.id
$$;
comment on function public.my_roles() is
	'Class C. The roles the caller holds now and where they come from, without those in communities that were merged.';

create or replace function public.record_survey(data jsonb)
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
	sent_before uuid;
	failed_column text;
	failed_constraint text;
begin
	perform private.one_at_a_time();
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
	select s.id into sent_before
	from public.territory_surveys s
	where s.created_at > now() - private.pressed_twice()
		and to_jsonb(s) - array['id', 'created_at'] = to_jsonb(survey) - array['id', 'created_at'];
	if found then
		return sent_before;
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

-- Whether the caller may record what is signed with others and so counts for others: PKC, where it answers for it.
create function private.may_write_parties(community_id uuid)
returns boolean
language sql
stable
security definer
set search_path = ''
as $$
	select case
		when community_id is null then exists (select private.pkc_regions())
		else community_id in (select private.pkc_communities())
	end
$$;

create or replace function public.save_activity(data jsonb)
returns uuid
language plpgsql
security definer
set search_path = ''
as $$
declare
	given constant jsonb := private.form(data, array[
		'id', 'title', 'kind', 'community_id', 'starts_on', 'ends_on', 'precision', 'target_groups', 'participants',
		'participants_qualifier', 'co_authors', 'organisations', 'eur_municipal', 'eur_attracted', 'public', 'note',
		'territory_codes', 'party_community_ids', 'party_place_ids', 'party_territory_codes', 'expected_updated_at'
	]);
	relations constant text[] := array[
		'id', 'territory_codes', 'party_community_ids', 'party_place_ids', 'party_territory_codes'
	];
	codes constant text[] := private.texts(given, 'territory_codes');
	party_communities constant uuid[] := private.texts(given, 'party_community_ids')::uuid[];
	party_places constant uuid[] := private.texts(given, 'party_place_ids')::uuid[];
	party_codes constant text[] := private.texts(given, 'party_territory_codes');
	gives_parties constant boolean := given ?| array['party_community_ids', 'party_place_ids', 'party_territory_codes'];
	own_columns constant text[] := array['id', 'created_at', 'updated_at'];
	activity public.activities;
	sent_before uuid;
	code text;
	failed_column text;
	failed_constraint text;
begin
	perform private.one_at_a_time();
	if given ->> 'id' is null then
		activity := jsonb_populate_record(
			null::public.activities, '{"public": true, "target_groups": []}' || (given - relations)
		);
		activity.id := gen_random_uuid();
		activity.created_at := now();
		activity.updated_at := now();
	else
		select a.* into activity from public.activities a where a.id = (given ->> 'id')::uuid for update;
		if activity.id is null or activity.id not in (select private.seen_activities()) then
			perform private.refuse('DK002');
		end if;
		if activity.community_id is null and activity.id not in (select private.pkc_activities())
			or not private.may_write_activity(activity.community_id) then
			perform private.refuse('DK001');
		end if;
		if (
				activity.kind = 'agreement'
				or gives_parties and exists (select from public.activity_parties ap where ap.activity_id = activity.id)
			)
			and not private.may_write_parties(activity.community_id) then
			perform private.refuse('DK001');
		end if;
		perform private.check_unchanged(given, activity.updated_at);
		activity := jsonb_populate_record(activity, given - relations);
	end if;
	if not private.may_write_activity(activity.community_id) then
		perform private.refuse('DK001');
	end if;
	if (activity.kind = 'agreement' or party_communities || party_places <> '{}' or party_codes <> '{}')
		and not private.may_write_parties(activity.community_id) then
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

	if given ->> 'id' is null then
		select a.id into sent_before
		from public.activities a
		where a.created_at > now() - private.pressed_twice()
			and to_jsonb(a) - own_columns = to_jsonb(activity) - own_columns
			and array(select at.territory_code from public.activity_territories at where at.activity_id = a.id order by 1)
				= array(select distinct c.code from unnest(codes) c (code) order by 1);
		if found then
			return sent_before;
		end if;
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
	if gives_parties then
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
	'Class C. Adds an activity, or changes the given fields of the one with `id`; first territory is the own one. PKC in its region, coordinators for their community. DK001, DK002, DK006 (detail: field), DK007 (changed since `expected_updated_at`).';

-- Security definer: organisations are written by nobody directly.
create or replace function public.save_organisation(data jsonb)
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
	-- Who joined before there was an organisation belongs to it now; who works elsewhere than it does, no longer.
	update public.memberships m set organisation_id = null
	where m.organisation_id = organisation.id
		and m.ended_at is null
		and m.scope_kind = 'region'
		and m.scope_id is distinct from organisation.region;
	update public.memberships m set organisation_id = private.organisation_for(m.role, m.scope_id)
	where m.organisation_id is null
		and m.ended_at is null
		and m.role in ('pkc', 'planner', 'national')
		and private.organisation_for(m.role, m.scope_id) is not null;
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
create or replace function public.list_people(search text default null, max_rows integer default 100)
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
					-- As everywhere: what is not approved has a name for those only who see it.
					'scope_name', case
						when m.scope_kind <> 'community'
							or exists (
								select
								from public.communities c
								where c.id::text = m.scope_id
									and (c.status = 'approved' or c.id in (select private.seen_communities()))
							)
						then private.scope_name(m.scope_kind, m.scope_id)
					end,
					'created_at', m.created_at, 'expires_at', m.expires_at,
					'granted_by_name', granter.display_name, 'organisation', o.name
				)
				order by m.created_at, m.id
			), '[]')
			from public.memberships m
			left join public.profiles granter on granter.user_id = m.granted_by
			left join public.organisations o on o.id = m.organisation_id
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
