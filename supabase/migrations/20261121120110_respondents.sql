-- People who answer for themselves before the meeting, without an account, and what the meeting is shown of it.
--
-- Security definer throughout: who holds a token has no rights in the database, and what respondents say is read by
-- nobody. No function tells anybody who said what.

create function public.create_respondent_link(assessment_id uuid, id uuid, token_hash text, expires_at timestamptz)
returns uuid
language plpgsql
security definer
set search_path = ''
as $$
declare
	assessment constant public.assessments := private.led_assessment(assessment_id);
	failed_column text;
	failed_constraint text;
begin
	perform private.check_token(create_respondent_link.token_hash, create_respondent_link.expires_at);
	if create_respondent_link.expires_at > now() + interval '30 days' then
		perform private.refuse('DK006', 'expires_at');
	end if;
	if exists (
		select
		from public.respondent_links l
		where l.id = create_respondent_link.id
			and l.assessment_id = assessment.id
			and l.token_hash = private.hash_of(create_respondent_link.token_hash)
	) then
		return create_respondent_link.id;
	end if;
	perform private.check_round(assessment);
	insert into public.respondent_links (id, assessment_id, token_hash, expires_at, created_by)
	values (
		create_respondent_link.id, assessment.id, private.hash_of(create_respondent_link.token_hash),
		create_respondent_link.expires_at, auth.uid()
	);
	return create_respondent_link.id;
exception
	when integrity_constraint_violation then
		get stacked diagnostics failed_column = column_name, failed_constraint = constraint_name;
		perform private.refuse_form(failed_column, failed_constraint);
end
$$;
comment on function public.create_respondent_link(uuid, uuid, text, timestamptz) is
	'Class C. A link for up to 30 days by which people join an individual round. DK001, DK002, DK004 (detail: status, mode or meeting_opened_at), DK006 (detail: field).';

create function public.revoke_respondent_link(id uuid, respondents_too boolean default false)
returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
	link public.respondent_links;
	assessment public.assessments;
begin
	select l.* into link from public.respondent_links l where l.id = revoke_respondent_link.id;
	assessment := private.led_assessment(link.assessment_id);
	update public.respondent_links l set revoked_at = now() where l.id = link.id and l.revoked_at is null;
	if respondents_too then
		-- Later, what is gone from the meeting would tell whose it was.
		perform private.check_round(assessment);
		update public.respondents r set revoked_at = now() where r.link_id = link.id and r.revoked_at is null;
	end if;
end
$$;
comment on function public.revoke_respondent_link(uuid, boolean) is
	'Class C. Nobody joins by this link any more; `respondents_too`: those who did are shut out, and what they said counts no more. DK001, DK002, DK004 (the meeting is open).';

-- Whether people can join by a link: `open`, or why not.
create function private.link_state(link public.respondent_links, assessment public.assessments)
returns text
language sql
stable
set search_path = ''
as $$
	select case
		when link.revoked_at is not null then 'revoked'
		when link.expires_at <= now() then 'expired'
		when assessment.status <> 'draft' or assessment.mode <> 'individual' or assessment.meeting_opened_at is not null
			then 'closed'
		else 'open'
	end
$$;

create function public.respondent_link_by_token(token_hash text)
returns table (
	community_name text,
	round text,
	checklist_id text,
	checklist_version text,
	form text,
	border_zone boolean,
	expires_at timestamptz,
	state text
)
language sql
stable
security definer
set search_path = ''
as $$
	select
		case when s.state = 'open' then c.name else '' end,
		case when s.state = 'open' then a.round end,
		a.checklist_id, a.checklist_version, a.form,
		a.border_zone and s.state = 'open',
		l.expires_at, s.state
	from public.respondent_links l
	join public.assessments a on a.id = l.assessment_id
	join public.communities c on c.id = a.community_id
	cross join private.link_state(l, a) s (state)
	where l.token_hash = private.hash_of(respondent_link_by_token.token_hash)
$$;
comment on function public.respondent_link_by_token(text) is
	'Class C. What the holder of a link may know before joining; no row for an unknown one. Whose round it is only while it is open. No names of persons.';

-- The respondent whose device this is.
create function private.respondent_by_token(token_hash text)
returns public.respondents
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
	person public.respondents;
begin
	select r.* into person
	from public.respondents r
	where r.token_hash = private.hash_of(respondent_by_token.token_hash);
	if person.id is null then
		perform private.refuse('DK002');
	end if;
	if person.revoked_at is not null then
		perform private.refuse('DK004', 'revoked_at');
	end if;
	if person.expires_at <= now() then
		perform private.refuse('DK003');
	end if;
	return person;
end
$$;

create function public.respondent_view(token_hash text)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
	person constant public.respondents := private.respondent_by_token(token_hash);
begin
	return (
		select jsonb_build_object(
			'respondent', jsonb_build_object(
				'id', person.id, 'name', person.name, 'joined_at', person.joined_at, 'finished_at', person.finished_at,
				'expires_at', person.expires_at
			),
			'assessment', jsonb_build_object(
				'id', a.id, 'community_name', c.name, 'round', a.round, 'checklist_id', a.checklist_id,
				'checklist_version', a.checklist_version, 'form', a.form, 'border_zone', a.border_zone, 'status', a.status,
				'meeting_opened_at', a.meeting_opened_at
			),
			'answers', (
				select coalesce(jsonb_agg(private.answer_json(own) - array['dissent', 'written_by_name'] order by own.item_id), '[]')
				from public.answers own
				where own.respondent_id = person.id
			)
		)
		from public.assessments a
		join public.communities c on c.id = a.community_id
		where a.id = person.assessment_id
	);
end
$$;
comment on function public.respondent_view(text) is
	'Class C. For the device of a respondent: the round, and the own answers. DK002, DK003, DK004 (revoked).';

create function public.join_assessment(link_hash text, id uuid, token_hash text, name text default null)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
	link public.respondent_links;
	assessment public.assessments;
	failed_column text;
	failed_constraint text;
begin
	perform private.act_for(null);
	perform private.check_token(join_assessment.token_hash, now() + interval '1 day');
	select l.* into link from public.respondent_links l where l.token_hash = private.hash_of(link_hash);
	if link.id is null then
		perform private.refuse('DK002');
	end if;
	select a.* into assessment from public.assessments a where a.id = link.assessment_id for update;
	-- Sent again, also when the link has ended since.
	if not exists (
		select
		from public.respondents r
		where r.id = join_assessment.id
			and r.link_id = link.id
			and r.token_hash = private.hash_of(join_assessment.token_hash)
	) then
		case private.link_state(link, assessment)
			when 'open' then
				-- One link on a notice board is for a village. Those who were shut out take nobody's place.
				if (
					select count(*)
					from public.respondents r
					where r.assessment_id = assessment.id and r.revoked_at is null
				) >= 500 then
					perform private.refuse('DK004', 'respondents');
				end if;
				insert into public.respondents (id, assessment_id, link_id, token_hash, name, expires_at)
				values (
					join_assessment.id, assessment.id, link.id, private.hash_of(join_assessment.token_hash),
					nullif(btrim(join_assessment.name), ''),
					-- Time enough to send what was answered without a connection.
					link.expires_at + interval '30 days'
				);
			when 'expired' then
				perform private.refuse('DK003');
			else
				perform private.refuse('DK004');
		end case;
	end if;
	return public.respondent_view(join_assessment.token_hash);
exception
	when data_exception or integrity_constraint_violation then
		get stacked diagnostics failed_column = column_name, failed_constraint = constraint_name;
		perform private.refuse_form(failed_column, failed_constraint);
end
$$;
comment on function public.join_assessment(text, uuid, text, text) is
	'Class C. Whoever holds an open link joins under an `id` and with a token of the own device; returns `respondent_view`. DK002, DK003, DK004 (revoked, closed, or with 500 respondents full), DK006 (detail: field).';

create function public.write_respondent_answers(token_hash text, writes jsonb)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
	person constant public.respondents := private.respondent_by_token(token_hash);
	assessment public.assessments;
begin
	perform private.act_for(null);
	select a.* into assessment from public.assessments a where a.id = person.assessment_id for update;
	perform private.check_round(assessment);
	-- Far more than anybody changes their mind. What changes nothing counts, too: it is kept so that it stays what it was
	-- when it is sent again.
	if (select count(*) from public.answer_writes w where w.respondent_id = person.id) >= 3000 then
		perform private.refuse('DK004', 'writes');
	end if;
	return private.write_answers(assessment, person.id, writes);
end
$$;
comment on function public.write_respondent_answers(text, jsonb) is
	'Class C. As `write_answers`, for the own answers of a respondent, until the meeting is open. DK002, DK003, DK004 (detail: status, mode, meeting_opened_at, revoked_at, or writes when 3000 are kept), DK006.';

create function public.finish_respondent(token_hash text)
returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
	person constant public.respondents := private.respondent_by_token(token_hash);
begin
	perform private.act_for(null);
	update public.respondents r set finished_at = now() where r.id = person.id and r.finished_at is null;
end
$$;
comment on function public.finish_respondent(text) is
	'Class C. A respondent has answered what there was to answer; may still change it. DK002, DK003, DK004.';

create function public.leave_assessment(token_hash text)
returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
	person public.respondents;
begin
	perform private.act_for(null);
	select r.* into person
	from public.respondents r
	where r.token_hash = private.hash_of(leave_assessment.token_hash);
	-- Not while the meeting is being opened.
	perform from public.assessments a where a.id = person.assessment_id for update;
	delete from public.respondents r where r.id = person.id;
	if not found then
		perform private.refuse('DK002');
	end if;
end
$$;
comment on function public.leave_assessment(text) is
	'Class C. A respondent takes everything back that they said. Once the meeting is open, it stays in the counts of all, which name nobody. DK002.';

-- ── The meeting ──────────────────────────────────────────────────────────────────────────────────────────────────

-- What respondents have said so far, item by item, in the order of the levels: nothing links what one person said of two
-- items, and what only one person said is left out.
create function private.spread_of(assessment_id uuid)
returns jsonb
language sql
stable
security definer
set search_path = ''
as $$
	with
	said as (
		select a.item_id, a.value, a.respondent_id
		from public.answers a
		join public.respondents r on r.id = a.respondent_id
		where a.assessment_id = spread_of.assessment_id and r.revoked_at is null and a.value is not null
	),
	items as (
		select
			s.item_id,
			coalesce(jsonb_agg(s.value order by s.value) filter (where jsonb_typeof(s.value) = 'number'), '[]') as levels,
			count(*) filter (where s.value = '"dk"') as dk,
			count(*) filter (where s.value = '"na"') as na
		from said s
		group by s.item_id
		having count(*) >= 2
	)
	select jsonb_build_object(
		'respondents', (select count(distinct s.respondent_id) from said s),
		'items', (
			select coalesce(
				jsonb_agg(
					jsonb_build_object('item', i.item_id, 'levels', i.levels, 'dk', i.dk, 'na', i.na) order by i.item_id
				),
				'[]'
			)
			from items i
		)
	)
$$;

create function public.open_meeting(id uuid)
returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
	assessment constant public.assessments := private.led_assessment(id);
	spread jsonb;
begin
	if assessment.meeting_opened_at is not null then
		return;
	end if;
	perform private.check_round(assessment);
	spread := private.spread_of(assessment.id);
	-- Of two, each would know what the other one said.
	if (spread ->> 'respondents')::integer < 3 then
		perform private.refuse('DK006', 'respondents');
	end if;
	update public.assessments a set meeting_opened_at = now(), meeting = spread where a.id = assessment.id;
end
$$;
comment on function public.open_meeting(uuid) is
	'Class C. From now on the people of the community see what respondents said, without whom; it cannot be taken back, and nobody joins or changes an answer any more. DK001, DK002, DK004 (detail: status or mode), DK006 (detail: respondents, when fewer than three have answered).';

create function public.meeting_view(id uuid)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
	assessment constant public.assessments := private.seen_assessment(id);
begin
	if assessment.meeting is null then
		perform private.refuse('DK004', 'meeting_opened_at');
	end if;
	return assessment.meeting;
end
$$;
comment on function public.meeting_view(uuid) is
	'Class C. As of when the meeting was opened: for each item that at least two answered the levels of all respondents in ascending order, how many do not know and how many find it not applicable; no respondents, no notes. DK002, DK004 (the meeting is not open).';
