-- Self-assessments added up. For the server only: which numbers are too small to leave it, `src/lib/coverage` decides.

create function public.assessed_units(as_of date default null)
returns table (
	territory_code text,
	communities integer,
	agreed integer,
	confirmed integer,
	within_year integer,
	indexes jsonb,
	levels jsonb,
	anew jsonb
)
language sql
stable
security invoker
set search_path = ''
as $$
with
asked as (
	select coalesce(assessed_units.as_of, (now() at time zone 'Europe/Riga')::date) as day
),
-- Each approved community once, at home, by its latest assessment.
latest as materialized (
	select distinct on (c.id)
		a.id,
		c.figures_agreed,
		a.confirmed_at is not null as confirmed,
		a.as_of > (asked.day - interval '1 year')::date as within_year,
		case t.kind when 'neighbourhood' then t.parent_code else t.code end as territory_code
	from asked
	join public.assessments a on a.status <> 'draft' and a.as_of <= asked.day
	join public.communities c on c.id = a.community_id and c.status = 'approved'
	join public.territories t on t.code = c.territory_code
	order by c.id, a.as_of desc, a.submitted_at desc, a.id
),
units as (
	select
		l.territory_code,
		count(*)::integer as communities,
		(count(*) filter (where l.figures_agreed))::integer as agreed,
		(count(*) filter (where l.confirmed))::integer as confirmed,
		(count(*) filter (where l.within_year))::integer as within_year
	from latest l
	group by l.territory_code
),
points as (
	select
		l.territory_code,
		s.point,
		count(*) as communities,
		count(*) filter (where l.within_year) as anew
	from latest l
	join public.assessment_scores s on s.assessment_id = l.id
	where s.point is not null
	group by l.territory_code, s.point
),
indexes as (
	select p.territory_code, jsonb_object_agg(p.point, p.communities) as counts, sum(p.anew) as anew
	from points p
	group by p.territory_code
),
items as (
	select
		l.territory_code,
		i.item,
		jsonb_build_array(
			count(*) filter (where i.level = 0),
			count(*) filter (where i.level = 1),
			count(*) filter (where i.level = 2),
			count(*) filter (where i.level = 3)
		) as counts,
		count(*) filter (where l.within_year) as anew
	from latest l
	join public.assessment_scores s on s.assessment_id = l.id
	cross join lateral unnest(s.items, s.levels) i (item, level)
	group by l.territory_code, i.item
),
levels as (
	select
		i.territory_code,
		jsonb_object_agg(i.item, i.counts) as counts,
		jsonb_object_agg(i.item, i.anew) as anew
	from items i
	group by i.territory_code
)
select
	u.territory_code,
	u.communities,
	u.agreed,
	u.confirmed,
	u.within_year,
	coalesce(indexes.counts, '{}'),
	coalesce(levels.counts, '{}'),
	coalesce(levels.anew, '{}') || jsonb_build_object('index', coalesce(indexes.anew, 0))
from units u
left join indexes using (territory_code)
left join levels using (territory_code)
order by u.territory_code
$$;
comment on function public.assessed_units(date) is
	'Class C added up, before any rule on small numbers: of each unit with assessed communities how many there are, their indexes in whole points and the levels of each item (communities at 0, 1, 2, 3), by their latest assessment up to a day (default: today in Rīga); `anew`: of how many it is of the year before that day, for each item and the index. Server only.';

-- The same as of several days in one answer: an answer of rows would end at the thousandth.
create function public.assessments_on(days date[])
returns jsonb
language sql
stable
security invoker
set search_path = ''
as $$
select coalesce(
	jsonb_agg(
		jsonb_build_object('as_of', asked.day) || to_jsonb(u) order by asked.day, u.territory_code
	),
	'[]'
)
from (select distinct unnest(assessments_on.days) as day) asked
cross join lateral public.assessed_units(asked.day) u
$$;
comment on function public.assessments_on(date[]) is
	'Class C added up, before any rule on small numbers: `assessed_units` as of each of several days, with the day. Server only.';

create function public.assessed_since()
returns jsonb
language sql
stable
security invoker
set search_path = ''
as $$
with
first_ones as (
	select
		case t.kind when 'neighbourhood' then t.parent_code else t.code end as territory_code,
		to_char(min(a.as_of), 'YYYY-MM') as month
	from public.assessments a
	join public.communities c on c.id = a.community_id and c.status = 'approved'
	join public.territories t on t.code = c.territory_code
	where a.status <> 'draft'
	group by c.id, t.kind, t.parent_code, t.code
),
counted as (
	select f.territory_code, f.month, count(*) as communities
	from first_ones f
	group by f.territory_code, f.month
)
select coalesce(jsonb_agg(to_jsonb(c) order by c.territory_code, c.month), '[]') from counted c
$$;
comment on function public.assessed_since() is
	'Class M: how many communities of each unit were assessed for the first time in which month. Counts only, no values. Server only.';

-- Security definer, because the list of the eastern border zone is private.
create function public.published_assessments()
returns jsonb
language sql
stable
security definer
set search_path = ''
as $$
with
-- Whom the public may learn anything about: of no place in the eastern border zone, neither now nor when it was assessed.
finished as materialized (
	select
		c.id,
		t.region,
		a.submitted_at at time zone 'Europe/Riga' as moment,
		s.point,
		a.id as assessment_id
	from public.communities c
	join public.territories t on t.code = c.territory_code
	join public.assessments a on a.community_id = c.id and a.status <> 'draft'
	join public.assessment_scores s on s.assessment_id = a.id
	where c.status = 'approved'
		and t.region is not null
		and c.territory_code not in (select b.code from private.eastern_border_territories b)
		and c.id not in (
			select ct.community_id
			from public.community_territories ct
			join private.eastern_border_territories b on b.code = ct.territory_code
		)
		and not exists (
			select from public.assessments other where other.community_id = c.id and other.border_zone
		)
),
first_ones as (
	select f.id, f.region, to_char(min(f.moment), 'YYYY-MM') as month
	from finished f
	group by f.id, f.region
),
arrived as (
	select o.region, o.month, count(*) as communities
	from first_ones o
	group by o.region, o.month
),
years as (
	select y.year
	from (select min(f.moment) as first_one from finished f) begun,
		generate_series(
			extract(year from begun.first_one)::integer, extract(year from private.today())::integer
		) y (year)
),
-- How each of them stood at the end of each year.
at_year_end as (
	select distinct on (f.id, y.year)
		f.id, y.year, extract(year from f.moment)::integer as assessed_in, f.point
	from years y
	join finished f on f.moment < make_date(y.year + 1, 1, 1)
	order by f.id, y.year, f.moment desc, f.assessment_id
),
standings as (
	select o.region, o.month, e.year, e.assessed_in, e.point, count(*) as communities
	from at_year_end e
	join first_ones o on o.id = e.id
	where e.point is not null
	group by o.region, o.month, e.year, e.assessed_in, e.point
)
select jsonb_build_object(
	'arrived', (
		select coalesce(jsonb_agg(to_jsonb(a) order by a.region, a.month), '[]') from arrived a
	),
	'standings', (
		select coalesce(jsonb_agg(to_jsonb(s) order by s.region, s.year, s.month, s.assessed_in, s.point), '[]')
		from standings s
	)
)
$$;
comment on function public.published_assessments() is
	'Class C added up for what the public may learn of it, before the rule of three (`src/lib/coverage`): communities outside the eastern border zone by region and the month of their first assessment, and how they stood at the end of each year. Server only.';

-- PL/pgSQL, because a function that the caller may not execute must not even be named in the statement that runs.
create function public.activity_history(days date[], mandated boolean default false)
returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
	told jsonb;
begin
	if cardinality(days) > 61 then
		raise exception 'At most 61 days at once.' using errcode = 'invalid_parameter_value';
	end if;
	if mandated then
		select jsonb_agg(jsonb_build_object('day', asked.day, 'facts', to_jsonb(e))) into told
		from (select distinct unnest(days) as day) asked
		cross join lateral public.mandated_activity_evidence(asked.day) e;
	else
		select jsonb_agg(jsonb_build_object('day', asked.day, 'facts', to_jsonb(e))) into told
		from (select distinct unnest(days) as day) asked
		cross join lateral public.public_activity_evidence(asked.day) e;
	end if;
	return (
		with
		known as (
			select r.day, r.facts ->> 'territory_code' as code, r.facts
			from jsonb_to_recordset(told) r (day date, facts jsonb)
		),
		each_day as (
			select asked.day, units.code, known.facts
			from (select distinct unnest(days) as day) asked
			cross join (select distinct known.code from known) units
			left join known on known.day = asked.day and known.code = units.code
		),
		compared as (
			select d.*, lag(d.facts) over (partition by d.code order by d.day) as before
			from each_day d
		)
		select coalesce(
			jsonb_agg(
				jsonb_build_object('day', c.day, 'territory_code', c.code, 'facts', c.facts) order by c.day, c.code
			),
			'[]'
		)
		from compared c
		where c.facts is distinct from c.before
	);
end
$$;
comment on function public.activity_history(date[], boolean) is
	'Class P, or M of their own area for people with a mandate who ask for it: the facts behind the activity status as of each of up to 61 days, as far as they differ from the day before in the list; null facts = nothing is known any more.';

-- Everything granted so far stays as it is; only this is added.
alter function private.apply_privileges() rename to apply_privileges_to_agreements;
create function private.apply_privileges()
returns void
language plpgsql
security invoker
set search_path = ''
as $$
begin
	perform private.apply_privileges_to_agreements();

	-- Class P; the mandated part of it reads what only signed-in people may call.
	grant execute on function public.activity_history(date[], boolean) to anon, authenticated;
end
$$;
revoke all on function private.apply_privileges() from public;
comment on function private.apply_privileges_to_agreements() is
	'The part of `private.apply_privileges` that knows everything before sums over areas; never called by itself.';
comment on function private.apply_privileges() is
	'Takes back every privilege of anon and authenticated and grants what each may have again. May be run at any time.';

select private.apply_privileges();
