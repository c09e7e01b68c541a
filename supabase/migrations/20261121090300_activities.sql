-- What happened, where and when, and what field surveys found.

create table public.activities (
	id uuid primary key default gen_random_uuid(),
	title text not null check (char_length(title) between 1 and 300),
	kind text not null check (
		kind in (
			'initiative', 'event', 'training', 'contest', 'talka', 'forum', 'agreement', 'camp', 'advocacy', 'grant'
		)
	),
	community_id uuid references public.communities (id),
	starts_on date not null check (starts_on between '1900-01-01' and '2100-12-31'),
	ends_on date not null check (ends_on between '1900-01-01' and '2100-12-31'),
	precision text not null check (precision in ('day', 'month', 'year', 'period')),
	target_groups text[] not null default '{}' check (
		target_groups <@ array[
			'all', 'children', 'youth', 'youth_special_needs', 'families', 'seniors', 'men', 'women', 'minorities',
			'ukrainians', 'less_active', 'disabilities', 'newcomers'
		]
	),
	participants integer check (participants >= 0),
	participants_qualifier text check (participants_qualifier in ('about', 'more_than')),
	co_authors integer check (co_authors >= 0),
	organisations integer check (organisations >= 0),
	eur_municipal numeric(12, 2) check (eur_municipal >= 0),
	eur_attracted numeric(12, 2) check (eur_attracted >= 0),
	public boolean not null default true,
	note text check (char_length(note) between 1 and 2000),
	source_id text references public.data_sources (id),
	created_at timestamptz not null default now(),
	constraint activities_end_after_start check (ends_on >= starts_on),
	constraint activities_qualifier_needs_number check (participants_qualifier is null or participants is not null)
);
comment on table public.activities is
	'Class P where `public` and not of an unapproved community, otherwise class C. An agreement is kind `agreement`; its parties stand in `activity_parties`.';
comment on column public.activities.community_id is
	'Whose activity it is. It stays hidden until that community is approved, so a community with activities cannot simply be deleted.';
comment on column public.activities.precision is
	'How exactly the dates are known: `day`, the `month` or `year` of the dates, or only that it was somewhere in the `period`.';
comment on column public.activities.organisations is 'Number of organisations that took part.';
comment on column public.activities.co_authors is 'People who shaped the idea, not only took part.';
comment on column public.activities.public is 'False hides it, and it then counts for no activity status.';
comment on column public.activities.note is 'Internal (class C), never in a public view.';
create index activities_community_id_idx on public.activities (community_id);
create index activities_source_id_idx on public.activities (source_id);
alter table public.activities enable row level security;

create table public.activity_territories (
	activity_id uuid not null references public.activities (id) on delete cascade,
	territory_code text not null references public.territories (code),
	role text not null default 'own' check (role in ('own', 'further')),
	primary key (activity_id, territory_code)
);
comment on table public.activity_territories is
	'Same class as the activity. At most one `own` territory; an agreement may have none.';
create index activity_territories_territory_code_idx on public.activity_territories (territory_code);
create unique index activity_territories_one_own_idx on public.activity_territories (activity_id) where role = 'own';
alter table public.activity_territories enable row level security;

create table public.activity_parties (
	id uuid primary key default gen_random_uuid(),
	activity_id uuid not null references public.activities (id) on delete cascade,
	community_id uuid references public.communities (id) on delete cascade,
	place_id uuid references public.places (id) on delete cascade,
	territory_code text references public.territories (code),
	constraint activity_parties_exactly_one check (num_nonnulls(community_id, place_id, territory_code) = 1),
	unique (activity_id, community_id),
	unique (activity_id, place_id),
	unique (activity_id, territory_code)
);
comment on table public.activity_parties is
	'Same class as the activity. Who signed an agreement or carried an activity together: a community, a place (resource centre) or the municipality of a territory.';
create index activity_parties_community_id_idx on public.activity_parties (community_id);
create index activity_parties_place_id_idx on public.activity_parties (place_id);
create index activity_parties_territory_code_idx on public.activity_parties (territory_code);
alter table public.activity_parties enable row level security;

create table public.territory_surveys (
	id uuid primary key default gen_random_uuid(),
	territory_code text not null references public.territories (code),
	surveyed_on date not null check (surveyed_on between '1900-01-01' and '2100-12-31'),
	finding text not null check (finding in ('active', 'emerging', 'dormant', 'nobody')),
	organisation_id uuid not null references public.organisations (id),
	asked_role text check (char_length(asked_role) between 1 and 120),
	note text check (char_length(note) between 1 and 2000),
	next_step text check (char_length(next_step) between 1 and 500),
	created_at timestamptz not null default now()
);
comment on table public.territory_surveys is
	'Class M. Of a survey the public sees finding, date and organisation; inside the eastern border zone only `active` and `emerging`, and only while it is the latest.';
comment on column public.territory_surveys.asked_role is 'Role of the person asked (for example librarian), never a name.';
create index territory_surveys_territory_code_idx on public.territory_surveys (territory_code, surveyed_on desc, created_at desc, id desc);
create index territory_surveys_organisation_id_idx on public.territory_surveys (organisation_id);
alter table public.territory_surveys enable row level security;
