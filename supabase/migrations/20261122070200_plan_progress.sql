-- Plans of communities added up. For the server only: which numbers are too small to leave it, `src/lib/coverage` decides.

create function public.plan_progress()
returns table (
	territory_code text,
	communities integer,
	items integer,
	done integer
)
language sql
stable
security invoker
set search_path = ''
as $$
with
-- Each approved community with a plan once, at home. A dropped step is no part of a plan any more.
plans as (
	select
		case t.kind when 'neighbourhood' then t.parent_code else t.code end as territory_code,
		count(*) as items,
		count(*) filter (where p.status = 'done') as done
	from public.plan_items p
	join public.communities c on c.id = p.community_id and c.status = 'approved'
	join public.territories t on t.code = c.territory_code
	where p.status <> 'dropped'
	group by c.id, t.kind, t.parent_code, t.code
)
select
	p.territory_code,
	count(*)::integer,
	sum(p.items)::integer,
	sum(p.done)::integer
from plans p
group by p.territory_code
order by p.territory_code
$$;
comment on function public.plan_progress() is
	'Class C added up, before any rule on small numbers: of each unit with communities that have a plan how many there are, how many steps they have that were not dropped, and how many are done. Server only.';

-- A new function is nobody's until it is given.
select private.apply_privileges();
