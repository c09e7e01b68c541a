-- Registering communities, deciding on them, keeping their cards.
--
-- Security definer throughout: status, dates and the rest of a community are written by nobody directly. Each
-- function takes a JSON object with known keys only, so nothing else can be slipped in.

create function private.normalised_name(name text)
returns text
language sql
immutable
set search_path = ''
as $$
	-- As `territories.name_normalised`.
	select btrim(
		regexp_replace(
			lower(translate(name, 'ĀČĒĢĪĶĻŅŌŖŠŪŽāčēģīķļņōŗšūž', 'ACEGIKLNORSUZacegiklnorsuz')),
			'[^a-zа-яё0-9]+', ' ', 'g'
		)
	)
$$;

create function private.trigrams(name text)
returns text[]
language sql
immutable
set search_path = ''
as $$
	select array(
		select distinct substr(padded.text, start, 3)
		from (select '  ' || private.normalised_name(name) || ' ' as text) padded
		cross join generate_series(1, greatest(char_length(padded.text) - 2, 1)) start
	)
$$;

-- 0 to 1: the share of letter triples two names have in common, or 1 when one name is in the other.
create function private.likeness(a text, b text)
returns real
language sql
immutable
set search_path = ''
as $$
	select case
		when private.normalised_name(a) = '' or private.normalised_name(b) = '' then 0
		when strpos(' ' || private.normalised_name(a) || ' ', ' ' || private.normalised_name(b) || ' ') > 0
			or strpos(' ' || private.normalised_name(b) || ' ', ' ' || private.normalised_name(a) || ' ') > 0 then 1
		else (
			select count(*) filter (where x.t is not null and y.t is not null)::real / count(*)
			from unnest(private.trigrams(a)) x (t)
			full join unnest(private.trigrams(b)) y (t) on y.t = x.t
		)
	end
$$;

-- The object with texts trimmed and empty ones made null. Refuses what is no object, and keys that are not allowed.
create function private.form(data jsonb, allowed text[])
returns jsonb
language plpgsql
stable
set search_path = ''
as $$
declare
	unknown text;
begin
	if jsonb_typeof(data) is distinct from 'object' then
		perform private.refuse('DK006');
	end if;
	select k.name into unknown from jsonb_object_keys(data) k (name) where k.name <> all (allowed) limit 1;
	if unknown is not null then
		perform private.refuse('DK006', left(unknown, 60));
	end if;
	return (
		select coalesce(
			jsonb_object_agg(
				e.key,
				case
					when jsonb_typeof(e.value) = 'string' then
						coalesce(to_jsonb(nullif(btrim(e.value #>> '{}'), '')), 'null')
					else e.value
				end
			),
			'{}'
		)
		from jsonb_each(data) e
	);
end
$$;

-- The text array under a key.
create function private.texts(data jsonb, key text)
returns text[]
language plpgsql
immutable
set search_path = ''
as $$
begin
	if coalesce(jsonb_typeof(data -> key), 'null') = 'null' then
		return '{}';
	end if;
	if jsonb_typeof(data -> key) <> 'array' then
		perform private.refuse('DK006', key);
	end if;
	return array(select jsonb_array_elements_text(data -> key));
end
$$;

-- Turns a violated constraint of a form into DK006 with the name of the field, and never with a value.
create function private.refuse_form(column_name text, constraint_name text)
returns void
language plpgsql
immutable
set search_path = ''
as $$
begin
	perform private.refuse(
		'DK006',
		coalesce(
			nullif(column_name, ''),
			-- Checks of a column are named table_column_check.
			nullif(
				regexp_replace(
					regexp_replace(constraint_name, '_(check|fkey|key)[0-9]*$', ''),
					'^(communities|community_contacts|activities|territory_surveys|organisations|profiles)_', ''
				),
				''
			)
		)
	);
end
$$;

create function private.check_unit(code text)
returns void
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
	if not exists (
		select
		from public.territories t
		where t.code = check_unit.code and t.kind in ('parish', 'town', 'state_city', 'neighbourhood')
	) then
		perform private.refuse('DK006', 'territory_code');
	end if;
end
$$;

create function private.save_contact(community_id uuid, contact jsonb)
returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
	given constant jsonb := private.form(contact, array['name', 'role', 'email', 'phone', 'consent']);
begin
	if given -> 'consent' is distinct from 'true' then
		perform private.refuse('DK006', 'consent');
	end if;
	insert into public.community_contacts (community_id, name, role, email, phone, consent_given_on, consent_expires_on)
	values (
		save_contact.community_id, given ->> 'name', given ->> 'role', given ->> 'email', given ->> 'phone',
		private.today(), (private.today() + interval '2 years')::date
	);
end
$$;
comment on function private.save_contact(uuid, jsonb) is 'Stores a contact person with consent of today, for two years.';

create function private.save_further_territories(community_id uuid, codes text[])
returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
	home_region constant text := private.region_of_community(community_id);
	code text;
begin
	foreach code in array codes loop
		perform private.check_unit(code);
		if private.region_of_territory(code) is distinct from home_region then
			perform private.refuse('DK006', 'further_territory_codes');
		end if;
	end loop;
	delete from public.community_territories ct
	where ct.community_id = save_further_territories.community_id and ct.territory_code <> all (codes);
	insert into public.community_territories (community_id, territory_code)
	select save_further_territories.community_id, wanted.code
	from (select distinct unnest(codes) as code) wanted
	join public.communities c on c.id = save_further_territories.community_id and c.territory_code <> wanted.code
	on conflict do nothing;
end
$$;

create function public.register_community(data jsonb)
returns uuid
language plpgsql
security definer
set search_path = ''
as $$
declare
	caller constant uuid := private.require_user();
	given constant jsonb := private.form(data, array[
		'name', 'kind', 'territory_code', 'further_territory_codes', 'place', 'place_public', 'web', 'contact'
	]);
	community public.communities;
	failed_column text;
	failed_constraint text;
begin
	perform private.check_unit(given ->> 'territory_code');
	if coalesce(jsonb_typeof(given -> 'contact'), 'null') <> 'object' then
		perform private.refuse('DK006', 'contact');
	end if;
	community := jsonb_populate_record(
		null::public.communities, '{"place_public": false}' || (given - 'contact' - 'further_territory_codes')
	);
	community.id := gen_random_uuid();
	community.status := 'pending';
	community.known_since := private.today();
	community.created_at := now();
	insert into public.communities values (community.*);
	insert into public.memberships (user_id, role, scope_kind, scope_id)
	values (caller, 'coordinator', 'community', community.id);
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
	'Class C. Registers a community that nobody else sees until PKC approves it; the caller becomes its coordinator. DK001, DK006 (detail: field).';

create function public.similar_communities(name text, territory_code text)
returns table (id uuid, name text, kind text, territory_code text, same_place boolean, own boolean)
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
			private.likeness(c.name, similar_communities.name) as likeness
		from public.communities c
		left join public.community_territories ct on ct.community_id = c.id
		join near n on n.code in (c.territory_code, ct.territory_code)
		where c.status = 'approved'
			or (c.status = 'pending' and c.id in (select private.coordinated_communities()))
		group by c.id
	)
	select c.id, c.name, c.kind, c.territory_code, c.same_place, c.own
	from candidates c
	where c.likeness >= 0.3
	order by c.same_place desc, c.likeness desc, c.name, c.id
	limit 20
$$;
comment on function public.similar_communities(text, text) is
	'Class P and the caller''s own. Communities with a similar name, those of the same place first; for signed-in people.';

-- A community the caller manages, locked. Who does not see it does not learn that it exists.
create function private.managed_community(id uuid)
returns public.communities
language plpgsql
security definer
set search_path = ''
as $$
declare
	community public.communities;
begin
	perform private.require_user();
	select c.* into community
	from public.communities c
	where c.id = managed_community.id
		and (c.status = 'approved' or c.id in (select private.seen_communities()))
	for update;
	if community.id is null then
		perform private.refuse('DK002');
	end if;
	if community.id not in (select private.managed_communities()) then
		perform private.refuse('DK001');
	end if;
	return community;
end
$$;

-- As `managed_community`, for what only PKC of the region may do.
create function private.pkc_community(id uuid)
returns public.communities
language plpgsql
security definer
set search_path = ''
as $$
declare
	community constant public.communities := private.managed_community(id);
begin
	if community.id not in (select private.pkc_communities()) then
		perform private.refuse('DK001');
	end if;
	return community;
end
$$;

create function public.resubmit_community(id uuid, data jsonb)
returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
	community public.communities := private.managed_community(id);
	given constant jsonb := private.form(data, array[
		'name', 'kind', 'territory_code', 'further_territory_codes', 'place', 'place_public', 'web', 'contact'
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
	'Class C. The coordinator mends a community that is not yet decided on. DK001, DK002, DK004, DK006 (detail: field).';

create function public.update_community(id uuid, data jsonb)
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
		array['name', 'kind', 'place', 'place_public', 'web', 'note']
			|| case when by_pkc then array['territory_code', 'further_territory_codes'] else '{}' end
	);
	failed_column text;
	failed_constraint text;
begin
	if community.status not in ('pending', 'approved') then
		perform private.refuse('DK004');
	end if;
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
	'Class C. Changes the given fields of a community''s card; territories by PKC of the region only. DK001, DK002, DK004, DK006 (detail: field).';

create function public.confirm_community(id uuid, day date)
returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
	community constant public.communities := private.pkc_community(id);
begin
	if community.status <> 'approved' then
		perform private.refuse('DK004');
	end if;
	if day is null or day > private.today() or day < community.known_since then
		perform private.refuse('DK006', 'day');
	end if;
	update public.communities c
	set confirmed_on = day
	where c.id = community.id and (c.confirmed_on is null or c.confirmed_on < day);
end
$$;
comment on function public.confirm_community(uuid, date) is
	'Class C. PKC of the region confirms that a community exists; an earlier day than the one known changes nothing. DK001, DK002, DK004, DK006.';

create function private.merge_community(source public.communities, target public.communities)
returns void
language plpgsql
security definer
set search_path = ''
as $$
begin
	-- What they did becomes one history; contacts stay where the consent was given, reviews where they were made.
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
	insert into public.memberships (user_id, role, scope_kind, scope_id, organisation_id, granted_by, expires_at)
	select m.user_id, m.role, 'community', target.id, m.organisation_id, auth.uid(), m.expires_at
	from public.memberships m
	where m.scope_kind = 'community'
		and m.scope_id = source.id::text
		and m.ended_at is null
		and (m.expires_at is null or m.expires_at > now())
		and not exists (
			select
			from public.memberships held
			where held.user_id = m.user_id
				and held.role = m.role
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

create function public.review_community(id uuid, decision text, message text default null, merge_into uuid default null)
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
	if decision = 'merged' then
		target := private.pkc_community(merge_into);
		if target.status <> 'approved' then
			perform private.refuse('DK006', 'merge_into');
		end if;
		perform private.merge_community(community, target);
	elsif decision in ('approved', 'rejected') then
		update public.communities c set status = decision where c.id = community.id;
	end if;
	insert into public.community_reviews (community_id, decision, message, by)
	values (community.id, decision, words, auth.uid());
end
$$;
comment on function public.review_community(uuid, text, text, uuid) is
	'Class C. PKC of the region approves, rejects, asks back or merges into an approved community of the region. DK001, DK002, DK004, DK006 (detail: field).';
