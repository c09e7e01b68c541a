-- Which state of the database is this? Asked by `/api/health`.
--
-- The history of migrations lies in a schema that the API does not show, hence `security definer`. It gives away
-- one number, to the service role only. Where migrations are run without a history (tests), there is none.

create function public.schema_version()
returns text
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
	if to_regclass('supabase_migrations.schema_migrations') is null then
		return null;
	end if;
	return (select max(m.version) from supabase_migrations.schema_migrations m);
end
$$;
comment on function public.schema_version() is 'Class M. Version of the newest applied migration; service role only.';

select private.apply_privileges();
