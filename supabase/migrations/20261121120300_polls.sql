-- A household poll: a few closed questions to the neighbours, on paper or by a link. Anonymous: of a ballot it is kept
-- that it was cast and in which hour, of the answers how many there were of each, and nothing joins the two.

-- Five to eight questions with two to six answers to choose from.
create function private.is_poll(questions jsonb)
returns boolean
language sql
immutable
set search_path = ''
as $$
	select case
		when jsonb_typeof(questions) = 'array' then jsonb_array_length(questions) between 5 and 8 and not exists (
			select
			from jsonb_array_elements(questions) q (question)
			where case
				when jsonb_typeof(question) <> 'object' or jsonb_typeof(question -> 'options') is distinct from 'array' then true
				else question - array['text', 'options'] <> '{}'
					or jsonb_typeof(question -> 'text') is distinct from 'string'
					or char_length(question ->> 'text') not between 1 and 300
					or jsonb_array_length(question -> 'options') not between 2 and 6
					or exists (
						select
						from jsonb_array_elements(question -> 'options') o (option)
						where jsonb_typeof(option) <> 'string' or char_length(option #>> '{}') not between 1 and 100
					)
			end
		)
		else false
	end
$$;

grant execute on function private.is_poll(jsonb) to service_role;

create table public.polls (
	id uuid primary key,
	community_id uuid not null references public.communities (id) on delete cascade,
	assessment_id uuid references public.assessments (id) on delete set null,
	questions jsonb not null check (private.is_poll(questions)),
	token_hash text not null unique,
	closes_at timestamptz not null,
	created_by uuid references auth.users (id) on delete set null,
	created_at timestamptz not null default now()
);
comment on table public.polls is 'Class C. A poll of the households around a community. Read by nobody; `poll_overview` tells of it.';
comment on column public.polls.id is 'Made by the device.';
comment on column public.polls.questions is 'List of { text, options: [text, …] }; fixed once the poll has begun.';
comment on column public.polls.token_hash is 'Hash of the hash that the link is presented with: what stands here opens nothing.';
create index polls_community_id_idx on public.polls (community_id);
create index polls_assessment_id_idx on public.polls (assessment_id);
create index polls_created_by_idx on public.polls (created_by);
alter table public.polls enable row level security;
create trigger audit after insert or update or delete on public.polls
	for each row execute function private.audit('id');

-- No trigger tells the audit log of these two: a list of ballots with the second each was cast would tell whose they are.
-- It hears only of ballots entered from paper, by whom and for which poll.
create table public.poll_ballots (
	id uuid primary key,
	poll_id uuid not null references public.polls (id) on delete cascade,
	cast_in timestamptz not null check (cast_in = date_trunc('hour', cast_in))
);
comment on table public.poll_ballots is 'Class C. That a ballot was cast, so that it counts once. Never what it says. Read by nobody.';
create index poll_ballots_poll_id_idx on public.poll_ballots (poll_id);
alter table public.poll_ballots enable row level security;

create table public.poll_counts (
	poll_id uuid not null references public.polls (id) on delete cascade,
	question smallint not null,
	option smallint not null,
	ballots integer not null default 0,
	primary key (poll_id, question, option)
);
comment on table public.poll_counts is
	'Class C. How many chose which answer. Read by nobody; `poll_overview` tells of closed polls with ten ballots or more.';
comment on column public.poll_counts.question is 'Place in the list of questions, from 0; `option` likewise.';
alter table public.poll_counts enable row level security;

-- Security definer throughout: neighbours have no account, and counts are told by rules that no policy can hold.

create function public.start_poll(data jsonb)
returns uuid
language plpgsql
security definer
set search_path = ''
as $$
declare
	given constant jsonb := private.form(
		data, array['id', 'community_id', 'assessment_id', 'questions', 'token_hash', 'closes_at']
	);
	poll public.polls;
	failed_column text;
	failed_constraint text;
begin
	poll := jsonb_populate_record(null::public.polls, given);
	perform private.led_community(poll.community_id);
	if exists (select from public.polls p where p.id = poll.id and p.community_id = poll.community_id) then
		return poll.id;
	end if;
	perform private.check_token(poll.token_hash, poll.closes_at);
	if poll.assessment_id is not null and not exists (
		select from public.assessments a where a.id = poll.assessment_id and a.community_id = poll.community_id
	) then
		perform private.refuse('DK006', 'assessment_id');
	end if;
	poll.token_hash := private.hash_of(poll.token_hash);
	poll.created_by := auth.uid();
	poll.created_at := now();
	insert into public.polls values (poll.*);
	insert into public.poll_counts (poll_id, question, option)
	select poll.id, q.nth - 1, o.nth - 1
	from jsonb_array_elements(poll.questions) with ordinality q (question, nth)
	cross join jsonb_array_elements(q.question -> 'options') with ordinality o (option, nth);
	return poll.id;
exception
	when data_exception or integrity_constraint_violation then
		get stacked diagnostics failed_column = column_name, failed_constraint = constraint_name;
		perform private.refuse_form(failed_column, failed_constraint);
end
$$;
comment on function public.start_poll(jsonb) is
	'Class C. Coordinator, mentor or PKC begins a poll of up to 60 days under an `id` made by the device. DK001, DK002, DK004 (community not approved), DK006 (detail: field).';

-- A poll the caller leads, locked. Others do not learn that it exists.
create function private.led_poll(id uuid)
returns public.polls
language plpgsql
security definer
set search_path = ''
as $$
declare
	poll public.polls;
begin
	perform private.require_user();
	select p.* into poll from public.polls p where p.id = led_poll.id;
	if poll.id is null or poll.community_id not in (select private.seen_communities()) then
		perform private.refuse('DK002');
	end if;
	if poll.community_id not in (select private.led_communities()) then
		perform private.refuse('DK001');
	end if;
	-- Only now: others hold up nobody, and do not learn from the waiting that it exists.
	select p.* into poll from public.polls p where p.id = led_poll.id for update;
	return poll;
end
$$;

create function public.close_poll(id uuid)
returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
	poll constant public.polls := private.led_poll(id);
begin
	update public.polls p set closes_at = now() where p.id = poll.id and p.closes_at > now();
end
$$;
comment on function public.close_poll(uuid) is 'Class C. Coordinator, mentor or PKC ends a poll before its day; it cannot be opened again. DK001, DK002.';

create function public.poll_by_token(token_hash text)
returns table (community_name text, questions jsonb, closes_at timestamptz, state text)
language sql
stable
security definer
set search_path = ''
as $$
	select c.name, p.questions, p.closes_at, case when p.closes_at > now() then 'open' else 'closed' end
	from public.polls p
	join public.communities c on c.id = p.community_id
	where p.token_hash = private.hash_of(poll_by_token.token_hash)
$$;
comment on function public.poll_by_token(text) is 'Class C. What the holder of a link is asked; no row for an unknown one.';

-- Counts a ballot once, and says whether it is new. The caller has locked the poll.
create function private.count_ballot(poll public.polls, id uuid, choices jsonb)
returns boolean
language plpgsql
security definer
set search_path = ''
as $$
declare
	chosen integer;
begin
	if exists (select from public.poll_ballots b where b.id = count_ballot.id and b.poll_id = poll.id) then
		return false;
	end if;
	if poll.closes_at <= now() then
		perform private.refuse('DK003');
	end if;
	-- More than any community has neighbours.
	if (select count(*) from public.poll_ballots b where b.poll_id = poll.id) >= 5000 then
		perform private.refuse('DK004', 'ballots');
	end if;
	insert into public.poll_ballots (id, poll_id, cast_in) values (count_ballot.id, poll.id, date_trunc('hour', now()));
	update public.poll_counts c
	set ballots = c.ballots + 1
	from jsonb_each(choices) e
	where c.poll_id = poll.id and e.key = c.question::text and e.value = to_jsonb(c.option);
	get diagnostics chosen = row_count;
	-- Each choice is one of those that were offered, and there is one at least.
	if chosen = 0 or chosen <> (select count(*) from jsonb_object_keys(choices)) then
		perform private.refuse('DK006', 'choices');
	end if;
	return true;
exception
	when data_exception or integrity_constraint_violation then
		perform private.refuse('DK006');
end
$$;

create function public.cast_ballot(token_hash text, id uuid, choices jsonb)
returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
	poll public.polls;
begin
	select p.* into poll
	from public.polls p
	where p.token_hash = private.hash_of(cast_ballot.token_hash)
	for update;
	if poll.id is null then
		perform private.refuse('DK002');
	end if;
	perform private.count_ballot(poll, id, choices);
end
$$;
comment on function public.cast_ballot(text, uuid, jsonb) is
	'Class C. Counts a ballot under an `id` of its own, once: `{ "0": 2 }` chooses the third answer to the first question. DK002, DK003 (closed), DK004 (5000 ballots are cast), DK006.';

create function public.enter_ballot(poll_id uuid, id uuid, choices jsonb)
returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
	poll constant public.polls := private.led_poll(poll_id);
begin
	if private.count_ballot(poll, id, choices) then
		-- That they entered one, so that nobody fills a poll unseen. Not which one, and nothing of what it says.
		perform private.write_audit(
			'insert', 'poll_ballots', poll.id::text, '{}', private.region_of_community(poll.community_id), poll.community_id
		);
	end if;
end
$$;
comment on function public.enter_ballot(uuid, uuid, jsonb) is
	'Class C. As `cast_ballot`, from paper: coordinator, mentor or PKC; that they did is in the audit log. DK001, DK002, DK003 (closed), DK004 (5000 ballots are cast), DK006.';

create function public.poll_overview(community_id uuid)
returns table (
	id uuid,
	assessment_id uuid,
	questions jsonb,
	created_at timestamptz,
	closes_at timestamptz,
	state text,
	ballots integer,
	counts jsonb
)
language sql
stable
security definer
set search_path = ''
as $$
	select
		p.id, p.assessment_id, p.questions, p.created_at, p.closes_at,
		case when p.closes_at > now() then 'open' else 'closed' end,
		box.ballots,
		-- While ballots still come, each of them could be read off the difference.
		case when box.ballots >= 10 and p.closes_at <= now() then (
			select jsonb_agg(one.counts order by one.question)
			from (
				select
					c.question,
					-- Questions may be skipped.
					case when sum(c.ballots) >= 10 then jsonb_agg(c.ballots order by c.option) end as counts
				from public.poll_counts c
				where c.poll_id = p.id
				group by c.question
			) one
		) end
	from public.polls p
	cross join lateral (select count(*)::integer as ballots from public.poll_ballots b where b.poll_id = p.id) box
	where p.community_id = poll_overview.community_id and p.community_id in (select private.seen_communities())
	order by p.created_at desc, p.id
$$;
comment on function public.poll_overview(uuid) is
	'Class C. The polls of a community with the number of ballots, newest first, for those who see it; once a poll is closed and has ten ballots, how many chose each answer, question by question; null where fewer than ten answered.';
