-- Sums over areas take of a result its index and the levels of its items. Unpacking the whole result for them takes five
-- times as long as the sum itself, so they stand beside it, made by the database from what is kept for ever.

create function private.counted_items(result jsonb)
returns text[]
language sql
immutable
set search_path = ''
as $$
	select array(
		select i.item ->> 'item'
		from jsonb_array_elements(result -> 'items') with ordinality i (item, nth)
		where (i.item ->> 'counted')::boolean and i.item ->> 'value' is not null
		order by i.nth
	)
$$;

create function private.counted_levels(result jsonb)
returns smallint[]
language sql
immutable
set search_path = ''
as $$
	select array(
		select (i.item ->> 'level')::smallint
		from jsonb_array_elements(result -> 'items') with ordinality i (item, nth)
		where (i.item ->> 'counted')::boolean and i.item ->> 'value' is not null
		order by i.nth
	)
$$;

-- A generated column is computed with the rights of whoever writes the row.
grant execute on function private.counted_items(jsonb), private.counted_levels(jsonb) to service_role;

alter table public.assessment_scores
	add column point smallint generated always as (round((result ->> 'index')::numeric)::smallint) stored,
	add column items text[] generated always as (private.counted_items(result)) stored,
	add column levels smallint[] generated always as (private.counted_levels(result)) stored;
comment on column public.assessment_scores.point is 'The index in whole points; null without one.';
comment on column public.assessment_scores.items is 'The items that were answered and count, in the order of the result.';
comment on column public.assessment_scores.levels is 'The level that each of `items` counts with.';
