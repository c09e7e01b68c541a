-- Facts behind the activity status. The database gathers them; the rule on them lives in src/lib/activity/status.ts.

create view private.eastern_border_territories with (security_barrier) as
	with recursive inside (code) as (
		select zt.territory_code from public.zone_territories zt where zt.zone_id = 'eastern-border'
		union
		select t.code from public.territories t join inside on inside.code = t.parent_code
	)
	select inside.code from inside;
comment on view private.eastern_border_territories is
	'Every territory of the eastern border zone: those listed and all that lies inside them, neighbourhoods included.';

create function public.activity_evidence(as_of date default null)
returns table (
	territory_code text,
	fresh_last date,
	fresh_last_imprecise boolean,
	fresh_second date,
	end_last date,
	end_last_starts_on date,
	end_last_precision text,
	reachable_on date,
	reachable_by text,
	survey_on date,
	survey_finding text,
	survey_organisation text,
	communities integer,
	activities integer
)
language sql
stable
security invoker
set search_path = ''
as $$
with
asked as (
	select coalesce(as_of, (now() at time zone 'Europe/Riga')::date) as day
),
approved as (
	select c.id, c.territory_code, c.known_since, c.confirmed_on
	from public.communities c
	where c.status = 'approved'
),
community_units as (
	select a.id as community_id, a.territory_code from approved a
	union
	select ct.community_id, ct.territory_code
	from public.community_territories ct
	join approved a on a.id = ct.community_id
),
-- Activities that have begun and may be shown: what is hidden must not shine through a status either.
-- Not materialized, so that the few agreements are found by their key and not by a scan for each party.
begun as not materialized (
	select a.id, a.kind, a.starts_on, a.ends_on, a.precision, asked.day
	from public.activities a
	cross join asked
	where a.starts_on <= asked.day
		and a.public
		and (a.community_id is null or a.community_id in (select approved.id from approved))
),
spans as (
	select
		b.id,
		b.starts_on,
		b.precision,
		least(
			case b.precision
				when 'month' then (date_trunc('month', b.ends_on::timestamp) + interval '1 month -1 day')::date
				when 'year' then make_date(extract(year from b.ends_on)::integer, 12, 31)
				else b.ends_on
			end,
			b.day
		) as last_day,
		b.precision = 'period' and b.ends_on > (b.starts_on + interval '12 months')::date as imprecise
	from begun b
	where b.kind <> 'agreement'
),
ranked as (
	select
		at.territory_code,
		f.fresh,
		s.imprecise,
		-- Of spans that end on one day the most exactly known one speaks, then the one that began last.
		array[
			s.last_day - date '1900-01-01',
			array_position(array['period', 'year', 'month', 'day'], s.precision),
			s.starts_on - date '1900-01-01'
		] as end_key,
		row_number() over (partition by at.territory_code order by f.fresh desc, s.imprecise) as nth
	from spans s
	cross join lateral (select case when s.imprecise then s.starts_on else s.last_day end as fresh) f
	join public.activity_territories at on at.activity_id = s.id
),
activity_facts as (
	select
		r.territory_code,
		max(r.fresh) filter (where r.nth = 1) as fresh_last,
		bool_or(r.imprecise) filter (where r.nth = 1) as fresh_last_imprecise,
		max(r.fresh) filter (where r.nth = 2) as fresh_second,
		max(r.end_key) as end_key,
		count(*)::integer as activities
	from ranked r
	group by r.territory_code
),
agreement_units as (
	select b.starts_on, cu.territory_code
	from begun b
	join public.activity_parties p on p.activity_id = b.id
	join community_units cu on cu.community_id = p.community_id
	where b.kind = 'agreement'
	union all
	select b.starts_on, pl.territory_code
	from begun b
	join public.activity_parties p on p.activity_id = b.id
	join public.places pl on pl.id = p.place_id
	where b.kind = 'agreement'
),
known as (
	select cu.territory_code, a.known_since, a.confirmed_on, asked.day
	from approved a
	join community_units cu on cu.community_id = a.id
	cross join asked
	where a.known_since <= asked.day
),
community_facts as (
	select k.territory_code, count(*)::integer as communities
	from known k
	group by k.territory_code
),
surveys as (
	select s.id, s.territory_code, s.surveyed_on, s.finding, s.organisation_id, s.created_at
	from public.territory_surveys s
	cross join asked
	where s.surveyed_on <= asked.day
),
reachable_facts as (
	select distinct on (r.territory_code) r.territory_code, r.reachable_on, r.reachable_by
	from (
		select k.territory_code, k.known_since as reachable_on, 'community' as reachable_by, 1 as rank from known k
		union all
		select k.territory_code, k.confirmed_on, 'community', 1 from known k where k.confirmed_on <= k.day
		union all
		select au.territory_code, au.starts_on, 'agreement', 2 from agreement_units au
		union all
		select s.territory_code, s.surveyed_on, 'survey', 3 from surveys s where s.finding in ('active', 'emerging')
	) r
	order by r.territory_code, r.reachable_on desc, r.rank
),
survey_facts as (
	select distinct on (s.territory_code) s.territory_code, s.surveyed_on, s.finding, o.name as organisation
	from surveys s
	join public.organisations o on o.id = s.organisation_id
	order by s.territory_code, s.surveyed_on desc, s.created_at desc, s.id desc
)
select
	t.code,
	af.fresh_last,
	coalesce(af.fresh_last_imprecise, false),
	af.fresh_second,
	date '1900-01-01' + af.end_key[1],
	date '1900-01-01' + af.end_key[3],
	(array['period', 'year', 'month', 'day'])[af.end_key[2]],
	rf.reachable_on,
	rf.reachable_by,
	sf.surveyed_on,
	sf.finding,
	sf.organisation,
	coalesce(cf.communities, 0),
	coalesce(af.activities, 0)
from public.territories t
left join activity_facts af on af.territory_code = t.code
left join community_facts cf on cf.territory_code = t.code
left join reachable_facts rf on rf.territory_code = t.code
left join survey_facts sf on sf.territory_code = t.code
where t.kind in ('parish', 'town', 'state_city', 'neighbourhood')
	and (af.territory_code is not null or rf.territory_code is not null or sf.territory_code is not null)
$$;
comment on function public.activity_evidence(date) is
	'Class M. Facts of every unit and neighbourhood that has any, as of a day (default: today in Rīga). Later facts are ignored. Runs with the rights of the caller; only service_role may call it.';

-- Security definer, because the public may read no table. It returns only dates, counts and names of class P.
create function public.public_activity_evidence(as_of date default null)
returns table (
	territory_code text,
	fresh_last date,
	fresh_last_imprecise boolean,
	fresh_second date,
	end_last date,
	end_last_starts_on date,
	end_last_precision text,
	reachable_on date,
	reachable_by text,
	survey_on date,
	survey_finding text,
	survey_organisation text,
	communities integer,
	activities integer
)
language sql
stable
security definer
set search_path = ''
as $$
with
evidence as (
	select
		e.*,
		-- Inside the eastern border zone it stays untold that nobody, or nobody any more, is active.
		b.code is not null and e.survey_finding in ('dormant', 'nobody') as withheld,
		e.survey_finding = 'nobody'
			and e.survey_on > coalesce(greatest(e.end_last, e.reachable_on), '-infinity') as overridden
	from public.activity_evidence(as_of) e
	left join private.eastern_border_territories b on b.code = e.territory_code
)
select
	e.territory_code,
	e.fresh_last,
	e.fresh_last_imprecise,
	e.fresh_second,
	e.end_last,
	e.end_last_starts_on,
	e.end_last_precision,
	e.reachable_on,
	e.reachable_by,
	case when not e.withheld then e.survey_on end,
	case when not e.withheld then e.survey_finding end,
	case when not e.withheld then e.survey_organisation end,
	e.communities,
	e.activities
from evidence e
where e.withheld is not true
	-- A withheld "nobody" that is newer than every other fact decides the status: without a row the rule comes to
	-- "no news" all the same. A row with nothing left in it would only tell that there was a survey.
	or not (e.overridden or (e.end_last is null and e.reachable_on is null))
$$;
comment on function public.public_activity_evidence(date) is
	'Class P. `activity_evidence` reduced to what the public may know inside the eastern border zone; unchanged outside it.';
