-- Reference data: where figures come from, the territories of Latvia, zones, indicators, organisations.
-- Every table has row level security and no policy: only the owner and service_role read or write it.

create table public.data_sources (
	id text primary key check (id ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and char_length(id) <= 60),
	kind text not null check (kind in ('dataset', 'document', 'regulation', 'computed')),
	title text not null check (char_length(title) between 1 and 300),
	publisher text not null check (char_length(publisher) between 1 and 300),
	published text check (published ~ '^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$'),
	place text check (char_length(place) between 1 and 120),
	url text check (url ~ '^https?://[^[:space:]]+$' and char_length(url) <= 500),
	licence text check (char_length(licence) between 1 and 300),
	weaknesses text check (char_length(weaknesses) between 1 and 2000)
);
comment on table public.data_sources is 'Class P. Documents and data sets behind every figure, community and activity.';
comment on column public.data_sources.id is 'Stable key used by map layers and pages, for example `csp-boundaries-2022`.';
comment on column public.data_sources.published is 'ISO date as exactly as it is known: YYYY, YYYY-MM or YYYY-MM-DD.';
comment on column public.data_sources.weaknesses is 'What a reader should know before trusting the source.';
alter table public.data_sources enable row level security;

create table public.territories (
	code text primary key,
	code_current text not null check (char_length(code_current) between 1 and 10),
	kind text not null check (
		kind in ('country', 'region', 'municipality', 'state_city', 'parish', 'town', 'neighbourhood')
	),
	name text not null check (char_length(name) between 1 and 120),
	-- As `normaliseName` in src/lib/territories/names.ts. PGlite has no unaccent, and lower() alone would leave letters
	-- with marks to the collation of the server.
	name_normalised text not null generated always as (
		btrim(
			regexp_replace(
				lower(translate(name, 'ĀČĒĢĪĶĻŅŌŖŠŪŽāčēģīķļņōŗšūž', 'ACEGIKLNORSUZacegiklnorsuz')),
				'[^a-z0-9]+', ' ', 'g'
			)
		)
	) stored,
	parent_code text references public.territories (code),
	region text check (region in ('kurzeme', 'latgale', 'riga', 'vidzeme', 'zemgale')),
	lon double precision not null check (lon between 20 and 29),
	lat double precision not null check (lat between 55 and 59),
	area_km2 numeric(9, 2) not null check (area_km2 > 0),
	code_2018 text check (code_2018 ~ '^[0-9]{7}$'),
	municipality_2018 text check (char_length(municipality_2018) between 1 and 120),
	border_russia_km numeric(6, 1) check (border_russia_km >= 0),
	border_belarus_km numeric(6, 1) check (border_belarus_km >= 0),
	source_id text references public.data_sources (id),
	constraint territories_code_matches_kind check (
		case kind
			when 'country' then code = 'LV'
			when 'region' then code = region
			when 'neighbourhood' then code ~ '^LV[A-Z]{3}[0-9]{2}$'
			else code ~ '^[0-9]{7}$'
		end
	),
	constraint territories_only_the_country_stands_alone check ((kind = 'country') = (parent_code is null)),
	constraint territories_only_the_country_has_no_region check ((kind = 'country') = (region is null))
);
comment on table public.territories is
	'Class P. The country, 5 regions, 35 municipalities, 592 units (parish, town, state city) and 85 neighbourhoods.';
comment on column public.territories.code is 'ATVK code of 2022-07-01, region id, `LV` or neighbourhood code. Never changes.';
comment on column public.territories.code_current is 'The code in force today; addresses with it lead to `code`.';
comment on column public.territories.name_normalised is 'Lower case without diacritics and signs, for search.';
comment on column public.territories.parent_code is
	'unit → municipality → region → country; a state city stands under its region, a neighbourhood under its unit.';
comment on column public.territories.lon is 'Longitude of a point inside the territory, WGS84.';
comment on column public.territories.municipality_2018 is
	'Municipality of 2018, through which figures published for it are inherited.';
comment on column public.territories.border_russia_km is 'Boundary shared with Russia, computed from generalised outlines.';
comment on column public.territories.border_belarus_km is 'Boundary shared with Belarus, computed from generalised outlines.';
create index territories_parent_code_idx on public.territories (parent_code);
create index territories_source_id_idx on public.territories (source_id);
alter table public.territories enable row level security;

create table public.zones (
	id text primary key check (id ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and char_length(id) <= 60),
	name text not null check (char_length(name) between 1 and 120),
	definition text not null check (char_length(definition) between 1 and 1000),
	complete boolean not null default true,
	source_id text not null references public.data_sources (id)
);
comment on table public.zones is
	'Class P. Areas that cut across the hierarchy. Zone `eastern-border` (Austrumu pierobeža as policy) limits what the public sees.';
comment on column public.zones.complete is 'False: the list of territories is known to have holes and is not published.';
create index zones_source_id_idx on public.zones (source_id);
alter table public.zones enable row level security;

create table public.zone_territories (
	zone_id text not null references public.zones (id) on delete cascade,
	territory_code text not null references public.territories (code),
	primary key (zone_id, territory_code)
);
comment on table public.zone_territories is
	'Class P. The territories a zone is defined by. Whatever lies inside a listed territory belongs to the zone too.';
create index zone_territories_territory_code_idx on public.zone_territories (territory_code);
alter table public.zone_territories enable row level security;

create table public.indicators (
	id text primary key check (id ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and char_length(id) <= 60),
	name text not null check (char_length(name) between 1 and 200),
	measure text not null check (measure in ('count', 'share')),
	unit text not null check (char_length(unit) between 1 and 40),
	unique (id, measure)
);
comment on table public.indicators is 'Class P. Statistical figures of territories, for example population.';
comment on column public.indicators.measure is 'A `share` (in per cent) may be inherited from a larger unit, a `count` never.';
alter table public.indicators enable row level security;

create table public.territory_indicators (
	territory_code text not null references public.territories (code),
	indicator text not null,
	measure text not null,
	year smallint not null check (year between 1900 and 2100),
	value numeric not null check (value >= 0),
	method text not null check (method in ('published', 'secondhand', 'derived', 'inherited')),
	inherited_from text check (char_length(inherited_from) between 1 and 120),
	source_id text not null references public.data_sources (id),
	primary key (territory_code, indicator, year),
	foreign key (indicator, measure) references public.indicators (id, measure),
	constraint territory_indicators_share_is_per_cent check (measure <> 'share' or value <= 100),
	constraint territory_indicators_only_shares_are_inherited check (method <> 'inherited' or measure = 'share'),
	constraint territory_indicators_inherited_says_from check ((method = 'inherited') = (inherited_from is not null))
);
comment on table public.territory_indicators is
	'Class P by itself; joined with activity it is class M. A missing row means "nav datu", never 0.';
comment on column public.territory_indicators.measure is 'Repeats `indicators.measure` so that the rule on inheritance is a constraint.';
comment on column public.territory_indicators.inherited_from is 'Name of the larger unit the share was published for.';
create index territory_indicators_indicator_idx on public.territory_indicators (indicator, measure);
create index territory_indicators_source_id_idx on public.territory_indicators (source_id);
alter table public.territory_indicators enable row level security;

create table public.organisations (
	id uuid primary key default gen_random_uuid(),
	name text not null check (char_length(name) between 1 and 200),
	kind text not null check (
		kind in ('pkc', 'planning_region', 'municipality', 'association', 'foundation', 'national', 'other')
	),
	region text check (region in ('kurzeme', 'latgale', 'riga', 'vidzeme', 'zemgale')),
	created_at timestamptz not null default now(),
	unique (kind, name)
);
comment on table public.organisations is 'Class P. Organisations that survey and support communities. No persons.';
alter table public.organisations enable row level security;
