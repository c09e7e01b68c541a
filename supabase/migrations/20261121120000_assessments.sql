-- Communities assess themselves: one round of a checklist, its answers, the score that was made of them, and the plan
-- that follows.
--
-- Nobody writes to these tables directly; what may be written, when and by whom is in the functions of the files that
-- follow. Where people answer for themselves first, nobody learns who said what: the tables that would tell are read by
-- nobody.

-- Whether this is an object of numbers between two bounds, under known keys only; `whole`: and without fractions.
create function private.numbers_within(data jsonb, keys text[], low numeric, high numeric, whole boolean)
returns boolean
language sql
immutable
set search_path = ''
as $$
	select case
		when jsonb_typeof(data) = 'object' then not exists (
			select
			from jsonb_each(data) e
			where case
				when e.key = any (keys) and jsonb_typeof(e.value) = 'number' then
					e.value::numeric not between low and high or (whole and e.value::numeric % 1 <> 0)
				else true
			end
		)
		else false
	end
$$;

-- A check of a table is asked with the rights of whoever writes to it.
grant execute on function private.numbers_within(jsonb, text[], numeric, numeric, boolean) to service_role;

create table public.assessments (
	id uuid primary key,
	community_id uuid not null references public.communities (id) on delete cascade,
	checklist_id text not null,
	checklist_version text not null,
	form text not null check (form in ('quick', 'full')),
	mode text not null check (mode in ('individual', 'together')),
	round text check (char_length(round) between 1 and 80),
	composition jsonb not null default '{}' check (
		private.numbers_within(
			composition,
			array[
				'people', 'age_under_18', 'age_18_34', 'age_35_64', 'age_65_over', 'outlying_homes', 'understand_lv',
				'understand_ru', 'understand_en', 'understand_other'
			],
			0, 9999, true
		)
	),
	border_zone boolean not null,
	exposure jsonb not null default '{}' check (
		private.numbers_within(exposure, array['border', 'flood', 'forest-fire', 'chemical', 'outage', 'alarm'], 0.5, 1.5, false)
	),
	source text not null default 'screen' check (source in ('screen', 'paper')),
	entered_by_role text check (entered_by_role in ('mentor', 'pkc')),
	revises uuid references public.assessments (id),
	revision_reason text check (char_length(revision_reason) between 1 and 500),
	status text not null default 'draft' check (status in ('draft', 'submitted', 'confirmed', 'archived')),
	as_of date,
	revision integer not null default 1,
	meeting_opened_at timestamptz,
	meeting jsonb,
	created_by uuid references auth.users (id) on delete set null,
	created_at timestamptz not null default now(),
	submitted_by uuid references auth.users (id) on delete set null,
	submitted_at timestamptz,
	confirmed_by uuid references auth.users (id) on delete set null,
	confirmed_at timestamptz,
	archived_at timestamptz,
	updated_at timestamptz not null default now(),
	constraint assessments_checklist_version_fkey foreign key (checklist_id, checklist_version)
		references public.checklists (id, version),
	constraint assessments_revision_reason_check1 check ((revises is null) = (revision_reason is null)),
	constraint assessments_meeting_check1 check ((meeting is null) = (meeting_opened_at is null)),
	constraint assessments_go_step_by_step check (
		(as_of is null) = (submitted_at is null)
		and case status
			when 'draft' then num_nonnulls(submitted_at, confirmed_at, archived_at) = 0
			when 'submitted' then submitted_at is not null and num_nonnulls(confirmed_at, archived_at) = 0
			when 'confirmed' then num_nonnulls(submitted_at, confirmed_at) = 2 and archived_at is null
			else archived_at is not null
		end
	)
);
comment on table public.assessments is
	'Class C. A round of a checklist in a community: a draft, then submitted and never changed again, confirmed, archived. Drafts are never deleted.';
comment on column public.assessments.id is 'Made by the device that began, so that sending twice begins once.';
comment on column public.assessments.mode is 'Everyone answers alone before the meeting, or all of it is answered together.';
comment on column public.assessments.composition is 'Who took part, in numbers of people. No names, and never ethnicity.';
comment on column public.assessments.border_zone is 'Whether the community lies in the eastern border zone; decides what is asked.';
comment on column public.assessments.exposure is 'How much hazards matter here, 0.5 to 1.5; what is not named is 1.';
comment on column public.assessments.entered_by_role is 'Set when it was entered for the community, by somebody who is not of it.';
comment on column public.assessments.revises is 'The assessment that this one corrects.';
comment on column public.assessments.as_of is 'The day it holds for, fixed when it is submitted.';
comment on column public.assessments.revision is
	'Goes up with each change of what stands in this row of a draft. With the revisions of its answers it tells one state of the draft from every other.';
comment on column public.assessments.meeting_opened_at is
	'From then on the levels of all respondents are shown together, and they change no more: late answers would tell whose they are.';
comment on column public.assessments.meeting is
	'What respondents had said when the meeting was opened, item by item and of nobody (`private.spread_of`). It stays when somebody leaves, for what was then missing would be theirs, and when respondents are deleted.';
create index assessments_community_id_idx on public.assessments (community_id, created_at);
create index assessments_checklist_idx on public.assessments (checklist_id, checklist_version);
create index assessments_revises_idx on public.assessments (revises);
create index assessments_created_by_idx on public.assessments (created_by);
create index assessments_submitted_by_idx on public.assessments (submitted_by);
create index assessments_confirmed_by_idx on public.assessments (confirmed_by);
alter table public.assessments enable row level security;

create table public.respondent_links (
	id uuid primary key,
	assessment_id uuid not null references public.assessments (id) on delete cascade,
	token_hash text not null unique,
	expires_at timestamptz not null,
	revoked_at timestamptz,
	created_by uuid references auth.users (id) on delete set null,
	created_at timestamptz not null default now()
);
comment on table public.respondent_links is
	'Class C. Links by which people join an individual round without an account. Read by nobody; `assessment_view` lists them.';
comment on column public.respondent_links.token_hash is 'Hash of the hash that a link is presented with: what stands here opens nothing.';
comment on column public.respondent_links.created_by is
	'Their link lives on when their role ends: it lets people in, and shows them nothing. Whoever leads then may revoke it.';
create index respondent_links_assessment_id_idx on public.respondent_links (assessment_id);
create index respondent_links_created_by_idx on public.respondent_links (created_by);
alter table public.respondent_links enable row level security;

create table public.respondents (
	id uuid primary key,
	assessment_id uuid not null references public.assessments (id) on delete cascade,
	link_id uuid references public.respondent_links (id) on delete set null,
	token_hash text not null unique,
	name text check (char_length(name) between 1 and 60),
	joined_at timestamptz not null default now(),
	expires_at timestamptz not null,
	finished_at timestamptz,
	revoked_at timestamptz
);
comment on table public.respondents is
	'Class C, personal data. People who answer for themselves. Read by nobody: communities see how many they are.';
comment on column public.respondents.token_hash is 'Hash of the hash of what only the person''s device knows.';
comment on column public.respondents.expires_at is
	'Until then the device may answer. The row goes with all its answers 30 days later, or 30 days after the round was submitted or put aside (`delete_expired`).';
create index respondents_assessment_id_idx on public.respondents (assessment_id);
create index respondents_link_id_idx on public.respondents (link_id);
alter table public.respondents enable row level security;

create table public.answers (
	assessment_id uuid not null references public.assessments (id) on delete cascade,
	item_id text not null check (item_id ~ '^[1-9][0-9]{0,2}\.[1-9][0-9]{0,2}$'),
	respondent_id uuid references public.respondents (id) on delete cascade,
	value jsonb check (value in ('0', '1', '2', '3', '"dk"', '"na"')),
	as_of date not null check (as_of between '1900-01-01' and '2100-12-31'),
	evidence smallint not null check (evidence between 0 and 3),
	reason text check (char_length(reason) between 1 and 500),
	note text check (char_length(note) between 1 and 2000),
	dissent text check (char_length(dissent) between 1 and 2000),
	revision integer not null,
	changed_at timestamptz not null check (isfinite(changed_at)),
	written_at timestamptz not null default now(),
	written_by uuid references auth.users (id) on delete set null,
	-- Also one only of the community's own, whose respondent is null.
	unique nulls not distinct (assessment_id, item_id, respondent_id),
	constraint answers_na_has_reason check (value <> '"na"' or reason is not null),
	constraint answers_dissent_is_of_the_community check (dissent is null or respondent_id is null)
);
comment on table public.answers is
	'Class C. What the community agreed on (no respondent), read by its people; and what each respondent said, read by that respondent alone, by way of a function.';
comment on column public.answers.value is 'A level, "dk" (nobody knows) or "na" (not applicable). Null: taken back; the row stays.';
comment on column public.answers.revision is 'Goes up by one with each change. Who writes says which one they saw.';
comment on column public.answers.changed_at is 'By the clock of the device.';
create index answers_respondent_id_idx on public.answers (respondent_id);
create index answers_written_by_idx on public.answers (written_by);
alter table public.answers enable row level security;

create table public.answer_writes (
	write_id uuid primary key,
	assessment_id uuid not null references public.assessments (id) on delete cascade,
	respondent_id uuid references public.respondents (id) on delete cascade,
	item_id text not null,
	base_revision integer not null check (base_revision >= 0),
	revision integer not null,
	outcome text not null check (outcome in ('written', 'same', 'conflict')),
	content jsonb not null check (
		(content -> 'value' in ('0', '1', '2', '3', '"dk"', '"na"', 'null')) is true and char_length(content::text) <= 20000
	),
	written_by uuid,
	written_at timestamptz not null default now()
);
comment on table public.answer_writes is
	'Class C. Every write of an answer that a device has sent, and what came of it: sent again it changes nothing, and nothing that was overwritten is lost. Read by nobody.';
comment on column public.answer_writes.write_id is 'Made by the device.';
comment on column public.answer_writes.written_by is 'No foreign key: the entry stays when the account goes, and then the id leads to nobody.';
create index answer_writes_assessment_id_idx on public.answer_writes (assessment_id);
create index answer_writes_respondent_id_idx on public.answer_writes (respondent_id);
alter table public.answer_writes enable row level security;

create table public.assessment_scores (
	assessment_id uuid primary key references public.assessments (id) on delete cascade,
	result jsonb not null,
	sha256 text not null,
	created_at timestamptz not null default now()
);
comment on table public.assessment_scores is
	'Class C. What the answers of a submitted assessment amounted to, as `score()` gave it on the server; never changed.';
comment on column public.assessment_scores.sha256 is 'Of the definition it was scored with (`checklists.sha256`).';
alter table public.assessment_scores enable row level security;

create table public.plan_items (
	id uuid primary key,
	community_id uuid not null references public.communities (id) on delete cascade,
	assessment_id uuid references public.assessments (id) on delete set null,
	item_id text check (item_id ~ '^[1-9][0-9]{0,2}\.[1-9][0-9]{0,2}$'),
	text text not null check (char_length(text) between 1 and 500),
	owner_role text check (char_length(owner_role) between 1 and 120),
	helper text check (char_length(helper) between 1 and 120),
	due_on date check (due_on between '2000-01-01' and '2100-12-31'),
	status text not null default 'open' check (status in ('open', 'doing', 'done', 'dropped')),
	shared boolean not null default false,
	municipality_reply text check (char_length(municipality_reply) between 1 and 2000),
	replied_at timestamptz,
	replied_by uuid references auth.users (id) on delete set null,
	created_at timestamptz not null default now(),
	updated_at timestamptz not null default now()
);
comment on table public.plan_items is
	'Class C. Steps of a community, in its own words. Of those that are shared, `shared_plan_items` tells civil protection of its municipality.';
comment on column public.plan_items.id is 'Made by the device.';
comment on column public.plan_items.owner_role is 'A role, not a name: who sees to it.';
create index plan_items_community_id_idx on public.plan_items (community_id);
create index plan_items_assessment_id_idx on public.plan_items (assessment_id);
create index plan_items_replied_by_idx on public.plan_items (replied_by);
alter table public.plan_items enable row level security;

-- What is no draft any more stays as it is, for the owner of the tables too. It goes only with the community itself, which
-- is gone already when its rows follow. Respondents may take their own answers with them at any time.
create function private.keep_submitted()
returns trigger
language plpgsql
set search_path = ''
as $$
begin
	-- Neither taken out of a submitted assessment, nor put into one.
	if exists (
		select
		from unnest(array[to_jsonb(old), to_jsonb(new)]) part (data)
		join public.assessments a on a.id = (part.data ->> 'assessment_id')::uuid
		where part.data ->> 'respondent_id' is null and a.status <> 'draft'
	) then
		raise exception 'A submitted assessment never changes: correct it by a new one.'
			using errcode = 'insufficient_privilege';
	end if;
	return case when tg_op = 'DELETE' then old else new end;
end
$$;
-- Not of `written_by`: whoever deletes their account is no longer named.
create trigger keep_submitted
	before delete or update of
		assessment_id, item_id, respondent_id, value, as_of, evidence, reason, note, dissent, revision, changed_at, written_at
	on public.answers
	for each row execute function private.keep_submitted();
create trigger add_nothing before insert on public.answers
	for each row execute function private.keep_submitted();
create trigger keep_submitted before update or delete on public.assessment_scores
	for each row execute function private.keep_submitted();

-- An assessment goes on, from draft to archive, and never back. From submission on only its people and its community may
-- be named otherwise.
create function private.keep_assessment()
returns trigger
language plpgsql
set search_path = ''
as $$
declare
	steps constant text[] := array['draft', 'submitted', 'confirmed', 'archived'];
	moving constant text[] := array[
		'status', 'confirmed_at', 'archived_at', 'updated_at', 'created_by', 'submitted_by', 'confirmed_by', 'community_id'
	];
begin
	if tg_op = 'DELETE' and exists (select from public.communities c where c.id = old.community_id)
		or tg_op = 'UPDATE' and old.status <> 'draft' and (
			array_position(steps, new.status) < array_position(steps, old.status)
			or (new.confirmed_at is distinct from old.confirmed_at and (old.status, new.status) <> ('submitted', 'confirmed'))
			or (new.archived_at is distinct from old.archived_at and new.status = old.status)
			or to_jsonb(new) - moving <> to_jsonb(old) - moving
		) then
		raise exception 'A submitted assessment never changes: correct it by a new one. None is ever deleted.'
			using errcode = 'insufficient_privilege';
	end if;
	return case when tg_op = 'DELETE' then old else new end;
end
$$;
create trigger keep_submitted before update or delete on public.assessments
	for each row execute function private.keep_assessment();

create function private.keep_writes()
returns trigger
language plpgsql
set search_path = ''
as $$
begin
	if tg_op = 'UPDATE'
		or exists (select from public.assessments a where a.id = old.assessment_id)
		and (old.respondent_id is null or exists (select from public.respondents r where r.id = old.respondent_id)) then
		raise exception 'The log of writes only grows.' using errcode = 'insufficient_privilege';
	end if;
	return old;
end
$$;
create trigger only_grows before update or delete on public.answer_writes
	for each row execute function private.keep_writes();

create function private.keep_all()
returns trigger
language plpgsql
set search_path = ''
as $$
begin
	raise exception 'Assessments are never cleared away.' using errcode = 'insufficient_privilege';
end
$$;
create trigger keep_all before truncate on public.assessments for each statement execute function private.keep_all();
create trigger keep_all before truncate on public.answers for each statement execute function private.keep_all();
create trigger keep_all before truncate on public.answer_writes for each statement execute function private.keep_all();
create trigger keep_all before truncate on public.assessment_scores for each statement execute function private.keep_all();

-- `always`: also where triggers are switched off for replication. Not of new rows, so that a copy can be read in.
alter table public.answers enable always trigger keep_submitted, enable always trigger keep_all;
alter table public.assessment_scores enable always trigger keep_submitted, enable always trigger keep_all;
alter table public.assessments enable always trigger keep_submitted, enable always trigger keep_all;
alter table public.answer_writes enable always trigger only_grows, enable always trigger keep_all;

create trigger touch before update on public.assessments for each row execute function private.touch();
create trigger touch before update on public.plan_items for each row execute function private.touch();

-- As `private.audit`, for what belongs to an assessment: the entry names that. Of respondents it tells neither who they
-- are nor which fields they filled in, for that could tell what they said.
create function private.audit_part()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
declare
	before constant jsonb := case when tg_op = 'INSERT' then '{}' else to_jsonb(old) end;
	after constant jsonb := case when tg_op = 'DELETE' then '{}' else to_jsonb(new) end;
	kept constant jsonb := before || after;
	community constant uuid := (
		select a.community_id from public.assessments a where a.id = (kept ->> 'assessment_id')::uuid
	);
	region constant text := private.region_of_community(community);
	changed constant text[] := array(
		select k.name
		from jsonb_object_keys(kept) k (name)
		where coalesce(before -> k.name, 'null') <> coalesce(after -> k.name, 'null')
		order by k.name
	);
begin
	-- When a respondent answers, and how often, would tell who said what; `answer_writes` has it, and nobody reads that.
	if kept ->> 'respondent_id' is not null or (tg_table_name = 'respondents' and tg_op = 'UPDATE') then
		return null;
	end if;
	if changed <> '{}' then
		insert into public.audit_log (actor_id, actor_role, action, table_name, row_id, columns, region, community_id)
		values (
			auth.uid(),
			case when auth.role() = 'anon' then 'respondent' else private.acting_role(region, community) end,
			lower(tg_op), tg_table_name, kept ->> 'assessment_id',
			case when tg_table_name = 'respondents' then '{}' else changed end,
			region, community
		);
	end if;
	return null;
end
$$;

create trigger audit after insert or update or delete on public.assessments
	for each row execute function private.audit('id');
create trigger audit after insert or update or delete on public.respondent_links
	for each row execute function private.audit_part();
create trigger audit after insert or update or delete on public.respondents
	for each row execute function private.audit_part();
create trigger audit after insert or update or delete on public.answers
	for each row execute function private.audit_part();
create trigger audit after insert or update or delete on public.assessment_scores
	for each row execute function private.audit_part();
create trigger audit after insert or update or delete on public.plan_items
	for each row execute function private.audit('id');

-- Whoever is asked to look from outside: mentors and PKC.
create function private.guided_communities()
returns setof uuid
language sql
stable
security definer
set search_path = ''
as $$
	select m.scope_id::uuid from private.my_memberships() m where m.role = 'mentor'
	union
	select private.pkc_communities()
$$;
comment on function private.guided_communities() is 'Communities of which the caller is mentor or PKC.';

create function private.confirmed_communities()
returns setof uuid
language sql
stable
security definer
set search_path = ''
as $$
	select private.guided_communities()
	except
	select m.scope_id::uuid from private.my_memberships() m where m.role in ('member', 'coordinator')
$$;
comment on function private.confirmed_communities() is
	'Whose answers the caller confirms: as mentor or PKC, and being no member. Nobody confirms what is one''s own.';

create function private.led_communities()
returns setof uuid
language sql
stable
security definer
set search_path = ''
as $$
	select private.coordinated_communities()
	union
	select private.guided_communities()
$$;
comment on function private.led_communities() is 'Whose assessments the caller leads: as coordinator, mentor or PKC.';

create function private.protected_communities()
returns setof uuid
language sql
stable
security definer
set search_path = ''
as $$
	with recursive inside (code) as (
		select m.scope_id from private.my_memberships() m where m.role = 'civil_protection'
		union
		select t.code from public.territories t join inside on inside.code = t.parent_code
	)
	select c.id from public.communities c join inside on inside.code = c.territory_code where c.status = 'approved'
$$;
comment on function private.protected_communities() is 'Communities at home in a municipality whose civil protection the caller is.';

-- Policies. What has none is read by nobody.
create policy read on public.assessments for select to authenticated
	using (community_id in (select private.seen_communities()));
-- What belongs to an assessment is seen with it.
create policy read on public.answers for select to authenticated
	using (respondent_id is null and assessment_id in (select a.id from public.assessments a));
create policy read on public.assessment_scores for select to authenticated
	using (assessment_id in (select a.id from public.assessments a));
create policy read on public.plan_items for select to authenticated
	using (community_id in (select private.seen_communities()));
