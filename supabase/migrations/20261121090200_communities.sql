-- Communities, what they have, and the places they meet in.

create table public.communities (
	id uuid primary key default gen_random_uuid(),
	name text not null check (char_length(name) between 1 and 200),
	kind text not null check (
		kind in (
			'informal_group', 'association', 'foundation', 'residents_council', 'consultative_council', 'institution',
			'other'
		)
	),
	territory_code text not null references public.territories (code),
	place text check (char_length(place) between 1 and 200),
	place_public boolean not null default false,
	web text check (web ~ '^https?://[^[:space:]]+$' and char_length(web) <= 300),
	status text not null default 'pending' check (status in ('pending', 'approved', 'rejected', 'merged')),
	merged_into uuid references public.communities (id),
	known_since date not null check (known_since between '1900-01-01' and '2100-12-31'),
	confirmed_on date check (confirmed_on between '1900-01-01' and '2100-12-31'),
	note text check (char_length(note) between 1 and 2000),
	source_id text references public.data_sources (id),
	created_at timestamptz not null default now(),
	constraint communities_confirmed_after_known check (confirmed_on >= known_since),
	constraint communities_merged_into_another check (
		(status = 'merged') = (merged_into is not null) and merged_into is distinct from id
	)
);
comment on table public.communities is
	'Class P once approved (name, kind, territory, public place, web); everything else is class C. Pending, rejected and merged ones are seen by no one but PKC.';
comment on column public.communities.territory_code is 'Home unit or neighbourhood; further ones stand in `community_territories`.';
comment on column public.communities.place is 'Village, building or quarter. Class C unless `place_public`.';
comment on column public.communities.place_public is 'True only for a public building: smaller than a parish is shown for nothing else.';
comment on column public.communities.known_since is 'First day on which the community is known to exist; a fact of the activity rule.';
comment on column public.communities.confirmed_on is 'Last day on which somebody confirmed that it can be reached; a fact of the activity rule.';
comment on column public.communities.note is 'Internal (class C), never in a public view.';
create index communities_territory_code_idx on public.communities (territory_code);
create index communities_merged_into_idx on public.communities (merged_into);
create index communities_source_id_idx on public.communities (source_id);
alter table public.communities enable row level security;

create table public.community_territories (
	community_id uuid not null references public.communities (id) on delete cascade,
	territory_code text not null references public.territories (code),
	primary key (community_id, territory_code)
);
comment on table public.community_territories is
	'Class P for approved communities. Further territories a community works in, besides `communities.territory_code`.';
create index community_territories_territory_code_idx on public.community_territories (territory_code);
alter table public.community_territories enable row level security;

create table public.community_contacts (
	id uuid primary key default gen_random_uuid(),
	community_id uuid not null references public.communities (id) on delete cascade,
	name text not null check (char_length(name) between 1 and 120),
	role text check (char_length(role) between 1 and 120),
	email text check (email ~ '^[^@[:space:]]+@[^@[:space:]]+$' and char_length(email) <= 254),
	phone text check (phone ~ '^[+]?[0-9 ()-]{5,20}$'),
	consent_given_on date not null check (consent_given_on between '1900-01-01' and '2100-12-31'),
	consent_expires_on date not null check (consent_expires_on between '1900-01-01' and '2100-12-31'),
	created_at timestamptz not null default now(),
	constraint community_contacts_can_be_reached check (email is not null or phone is not null),
	constraint community_contacts_consent_expires check (consent_expires_on > consent_given_on)
);
comment on table public.community_contacts is
	'Class C, personal data. A person stands here only with recorded consent and only until it expires.';
create index community_contacts_community_id_idx on public.community_contacts (community_id);
create index community_contacts_consent_expires_on_idx on public.community_contacts (consent_expires_on);
alter table public.community_contacts enable row level security;

create table public.places (
	id uuid primary key default gen_random_uuid(),
	name text not null check (char_length(name) between 1 and 200),
	kind text not null check (
		kind in ('resource_centre', 'hall', 'culture_centre', 'library', 'school', 'outdoor', 'other')
	),
	territory_code text not null references public.territories (code),
	place text check (char_length(place) between 1 and 200),
	outdoor boolean not null default false,
	lon double precision check (lon between 20 and 29),
	lat double precision check (lat between 55 and 59),
	public boolean not null default false,
	community_id uuid references public.communities (id) on delete set null,
	note text check (char_length(note) between 1 and 2000),
	source_id text references public.data_sources (id),
	created_at timestamptz not null default now(),
	constraint places_point_is_whole check ((lon is null) = (lat is null))
);
comment on table public.places is
	'Class P where `public` (public buildings and open-air places of public bodies only), otherwise class C.';
comment on column public.places.public is 'False hides the whole place: smaller than a parish is shown only for public buildings.';
comment on column public.places.place is 'Where it is, in words.';
comment on column public.places.note is 'Internal (class C), never in a public view.';
create index places_territory_code_idx on public.places (territory_code);
create index places_community_id_idx on public.places (community_id);
create index places_source_id_idx on public.places (source_id);
alter table public.places enable row level security;

create table public.resources (
	id uuid primary key default gen_random_uuid(),
	community_id uuid not null references public.communities (id) on delete cascade,
	kind text not null check (kind in ('people', 'skills', 'equipment', 'premises', 'transport', 'network', 'other')),
	name text not null check (char_length(name) between 1 and 200),
	note text check (char_length(note) between 1 and 500),
	created_at timestamptz not null default now()
);
comment on table public.resources is
	'Class C. What a community can offer. Only that it exists and which role holds it: never exact stocks, keys, alarms or radio channels.';
create index resources_community_id_idx on public.resources (community_id);
alter table public.resources enable row level security;
