-- Who may do what, in one place. A migration that adds something replaces this function and calls it again.
--
-- It is a function, not a list of statements, because the embedded backend (@supabase/lite) grants every table to
-- `anon` when it starts: the server calls this afterwards. Row level security holds in between.

create function private.apply_privileges()
returns void
language plpgsql
security invoker
set search_path = ''
as $$
begin
	revoke all on all tables in schema public from public, anon, authenticated;
	revoke all on all sequences in schema public from public, anon, authenticated;
	revoke all on all functions in schema public from public, anon, authenticated;
	alter default privileges in schema public revoke all on tables from anon, authenticated;
	alter default privileges in schema public revoke all on sequences from anon, authenticated;
	alter default privileges in schema public revoke all on functions from anon, authenticated;

	grant usage on schema public to anon, authenticated, service_role;
	grant all on all tables in schema public to service_role;
	grant all on all sequences in schema public to service_role;
	grant execute on all functions in schema public to service_role;

	-- Class P.
	grant select on
		public.public_sources,
		public.public_territories,
		public.public_zones,
		public.public_zone_territories,
		public.public_communities,
		public.public_places,
		public.public_activities,
		public.public_surveys
	to anon, authenticated;
	grant execute on function public.public_activity_evidence(date) to anon, authenticated;
end
$$;
comment on function private.apply_privileges() is
	'Takes back every privilege of anon and authenticated in `public` and grants class P again. May be run at any time.';

select private.apply_privileges();
