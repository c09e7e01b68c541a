-- Ground rules of the database: nothing is granted by default.
--
-- Supabase grants every new table, sequence and function in `public` to `anon` and `authenticated`. Here only
-- what `private.apply_privileges` names (20261121090600_privileges.sql) is granted, so a forgotten grant
-- hides data instead of showing it.

create schema private;
comment on schema private is 'Helpers of the database itself. Never exposed by the API.';
revoke all on schema private from public, anon, authenticated;

alter default privileges in schema public revoke all on tables from anon, authenticated;
alter default privileges in schema public revoke all on sequences from anon, authenticated;
alter default privileges in schema public revoke all on functions from anon, authenticated;
-- Without a schema: PUBLIC may execute new functions by a built-in default, which no per-schema rule can take back.
alter default privileges revoke execute on functions from public;

alter default privileges in schema public grant all on tables to service_role;
alter default privileges in schema public grant all on sequences to service_role;
alter default privileges in schema public grant all on functions to service_role;
