-- People: who they are to this service, which roles they hold, who invited them, and what was decided.
-- A role counts while it is neither ended nor expired; rows stay, so that it can be told who could do what when.

create table public.profiles (
	user_id uuid primary key references auth.users (id) on delete cascade,
	display_name text check (char_length(btrim(display_name)) between 1 and 80),
	locale text not null default 'lv' check (locale in ('lv', 'en', 'ru')),
	created_at timestamptz not null default now(),
	updated_at timestamptz not null default now()
);
comment on table public.profiles is
	'Class C, personal data. Seen by the person alone: the language would tell others more than they need to know. Names of fellow members come from `scope_members`.';
alter table public.profiles enable row level security;

create table public.memberships (
	id uuid primary key default gen_random_uuid(),
	user_id uuid not null references auth.users (id) on delete cascade,
	role text not null check (
		role in ('member', 'coordinator', 'mentor', 'pkc', 'civil_protection', 'planner', 'national')
	),
	scope_kind text not null,
	scope_id text not null check (char_length(scope_id) between 1 and 36),
	organisation_id uuid references public.organisations (id),
	granted_by uuid references auth.users (id) on delete set null,
	created_at timestamptz not null default now(),
	expires_at timestamptz,
	ended_at timestamptz,
	constraint memberships_role_has_its_scope check (
		scope_kind = case
			when role in ('member', 'coordinator', 'mentor') then 'community'
			when role = 'civil_protection' then 'municipality'
			when role in ('pkc', 'planner') then 'region'
			else 'country'
		end
	)
);
comment on table public.memberships is
	'Class C. A role of a person in a community, municipality, region or the country. Written by functions only.';
comment on column public.memberships.scope_id is 'Community id, ATVK code, region id or `LV`.';
comment on column public.memberships.organisation_id is 'In whose name the person acts: rights belong to organisations.';
create index memberships_user_id_idx on public.memberships (user_id) where ended_at is null;
create index memberships_scope_idx on public.memberships (scope_kind, scope_id, role) where ended_at is null;
create index memberships_organisation_id_idx on public.memberships (organisation_id);
create index memberships_granted_by_idx on public.memberships (granted_by);
create index memberships_all_of_user_idx on public.memberships (user_id);
create unique index memberships_held_once_idx on public.memberships (user_id, role, scope_kind, scope_id)
	where ended_at is null and expires_at is null;
alter table public.memberships enable row level security;

create table public.role_grants (
	granter_role text not null check (granter_role in ('coordinator', 'pkc', 'national')),
	role text not null check (
		role in ('member', 'coordinator', 'mentor', 'pkc', 'civil_protection', 'planner', 'national')
	),
	scope_rule text not null check (scope_rule in ('same', 'within_region', 'any')),
	primary key (granter_role, role)
);
comment on table public.role_grants is
	'Class P. Who may invite to which role, and end it: in the same scope, inside the own region, or anywhere.';
alter table public.role_grants enable row level security;

insert into public.role_grants (granter_role, role, scope_rule) values
	('coordinator', 'member', 'same'),
	('coordinator', 'coordinator', 'same'),
	('pkc', 'member', 'within_region'),
	('pkc', 'coordinator', 'within_region'),
	('pkc', 'mentor', 'within_region'),
	('pkc', 'civil_protection', 'within_region'),
	('pkc', 'planner', 'within_region'),
	('pkc', 'pkc', 'within_region'),
	('national', 'member', 'any'),
	('national', 'coordinator', 'any'),
	('national', 'mentor', 'any'),
	('national', 'civil_protection', 'any'),
	('national', 'planner', 'any'),
	('national', 'pkc', 'any'),
	('national', 'national', 'any');

create table public.invitations (
	id uuid primary key default gen_random_uuid(),
	token_hash text not null unique,
	role text not null,
	scope_kind text not null,
	scope_id text not null check (char_length(scope_id) between 1 and 36),
	email_hint text check (char_length(email_hint) between 1 and 254),
	note text check (char_length(note) between 1 and 500),
	invited_by uuid references auth.users (id) on delete set null,
	created_at timestamptz not null default now(),
	expires_at timestamptz not null,
	membership_expires_at timestamptz,
	accepted_at timestamptz,
	accepted_by uuid references auth.users (id) on delete set null,
	declined_at timestamptz,
	revoked_at timestamptz,
	constraint invitations_have_one_end check (num_nonnulls(accepted_at, declined_at, revoked_at) <= 1)
);
comment on table public.invitations is 'Class C. Single-use expiring links to a role. Written by functions only.';
comment on column public.invitations.token_hash is
	'Hash of the hash that a link is presented with: what stands here opens nothing.';
comment on column public.invitations.membership_expires_at is 'Until when the role will hold; null: without end.';
create index invitations_scope_idx on public.invitations (scope_kind, scope_id);
create index invitations_invited_by_idx on public.invitations (invited_by);
create index invitations_accepted_by_idx on public.invitations (accepted_by);
alter table public.invitations enable row level security;

create table public.community_reviews (
	id uuid primary key default gen_random_uuid(),
	community_id uuid not null references public.communities (id) on delete cascade,
	decision text not null check (decision in ('resubmitted', 'asked_back', 'approved', 'rejected', 'merged')),
	message text check (char_length(message) between 1 and 2000),
	by uuid references auth.users (id) on delete set null,
	at timestamptz not null default now()
);
comment on table public.community_reviews is
	'Class C. What PKC decided on a registered community, and when its coordinator sent it in again.';
create index community_reviews_community_id_idx on public.community_reviews (community_id, at);
create index community_reviews_by_idx on public.community_reviews (by);
alter table public.community_reviews enable row level security;

-- Refuses with one of the codes the pages know, and the HTTP status that goes with it. The detail names a field or is
-- empty, never a value. SQLSTATE `PGRST` is how PostgREST lets the database choose both.
create function private.refuse(code text, detail text default '', status integer default null)
returns void
language plpgsql
immutable
set search_path = ''
as $$
declare
	known constant jsonb := '{
		"DK001": ["not_allowed", 403],
		"DK002": ["not_found", 404],
		"DK003": ["expired", 410],
		"DK004": ["already_used", 409],
		"DK005": ["last_coordinator", 409],
		"DK006": ["invalid", 400]
	}';
begin
	raise exception using
		errcode = 'PGRST',
		message = jsonb_build_object(
			'code', code, 'message', known -> code ->> 0, 'details', coalesce(refuse.detail, ''), 'hint', null
		)::text,
		detail = jsonb_build_object(
			'status', coalesce(refuse.status, (known -> code ->> 1)::integer), 'headers', '{}'::jsonb
		)::text;
end
$$;

-- `scope_id` points to different tables, so a foreign key cannot hold it.
create function private.check_scope()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
	if not (
		case new.scope_kind
			when 'community' then exists (select from public.communities c where c.id::text = new.scope_id)
			when 'municipality' then exists (
				select from public.territories t
				where t.code = new.scope_id and t.kind in ('municipality', 'state_city')
			)
			when 'region' then exists (
				select from public.territories t where t.code = new.scope_id and t.kind = 'region'
			)
			else new.scope_kind = 'country' and new.scope_id = 'LV'
		end
	) then
		perform private.refuse('DK006', 'scope_id');
	end if;
	return new;
end
$$;
create trigger check_scope before insert or update of scope_kind, scope_id on public.memberships
	for each row execute function private.check_scope();
create trigger check_scope before insert or update of scope_kind, scope_id on public.invitations
	for each row execute function private.check_scope();
