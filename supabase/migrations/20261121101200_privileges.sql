-- Who may do what, in one place: replaces the function of 20261121100900_privileges.sql and calls it.
-- Signed-in people get what a policy lets through (20261121100300_policies.sql), column by column where they write.

create or replace function private.apply_privileges()
returns void
language plpgsql
security invoker
set search_path = ''
as $$
begin
	revoke all on all tables in schema public from public, anon, authenticated;
	revoke all on all sequences in schema public from public, anon, authenticated;
	revoke all on all functions in schema public from public, anon, authenticated;
	revoke all on all functions in schema private from public, anon, authenticated;
	alter default privileges in schema public revoke all on tables from anon, authenticated;
	alter default privileges in schema public revoke all on sequences from anon, authenticated;
	alter default privileges in schema public revoke all on functions from anon, authenticated;

	grant usage on schema public to anon, authenticated, service_role;
	grant all on all tables in schema public to service_role;
	grant all on all sequences in schema public to service_role;
	grant execute on all functions in schema public to service_role;
	-- The server reads the log and adds to it by what it does, like everybody.
	revoke all on public.audit_log from service_role;
	grant select on public.audit_log to service_role;

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
	grant select on public.organisations, public.role_grants to authenticated;

	-- Class C: rows by policy.
	grant select on
		public.communities,
		public.community_territories,
		public.community_contacts,
		public.community_reviews,
		public.resources,
		public.places,
		public.activities,
		public.activity_territories,
		public.activity_parties,
		public.memberships,
		public.profiles
	to authenticated;
	grant insert (community_id, name, role, email, phone, consent_given_on, consent_expires_on),
		update (name, role, email, phone, consent_given_on, consent_expires_on),
		delete
	on public.community_contacts to authenticated;
	grant insert (community_id, kind, name, note), update (kind, name, note), delete
	on public.resources to authenticated;
	grant insert (user_id, display_name, locale), update (display_name, locale)
	on public.profiles to authenticated;
	-- Everything but the hash of the token.
	grant select (
		id, role, scope_kind, scope_id, email_hint, note, invited_by, created_at, expires_at, membership_expires_at,
		accepted_at, accepted_by, declined_at, revoked_at
	) on public.invitations to authenticated;

	-- Class M: rows by policy.
	grant select on public.territory_surveys, public.audit_log to authenticated;

	-- An invitation is opened before signing in.
	grant execute on function public.invitation_by_token(text) to anon, authenticated;
	-- Each of these asks for itself who calls.
	grant execute on function
		public.create_invitation(text, text, text, text, text, timestamptz, text, timestamptz),
		public.accept_invitation(text),
		public.decline_invitation(text),
		public.revoke_invitation(uuid),
		public.renew_invitation(uuid, text, timestamptz),
		public.leave_membership(uuid),
		public.end_membership(uuid),
		public.my_roles(),
		public.scope_members(text, text),
		public.register_community(jsonb),
		public.similar_communities(text, text),
		public.resubmit_community(uuid, jsonb),
		public.update_community(uuid, jsonb),
		public.confirm_community(uuid, date),
		public.review_community(uuid, text, text, uuid, timestamptz),
		public.record_survey(jsonb),
		public.save_activity(jsonb),
		public.mandated_activity_evidence(date),
		public.save_profile(text, text),
		public.export_my_data(),
		public.delete_my_account(boolean),
		public.save_organisation(jsonb),
		public.list_people(text, integer),
		public.audit_entries(text, uuid, text, text, bigint, integer),
		public.record_export(text, text)
	to authenticated;

	-- What the policies ask. Without usage on the schema nobody can call them by name.
	grant execute on function
		private.is_national(),
		private.pkc_regions(),
		private.pkc_territories(),
		private.seen_communities(),
		private.managed_communities(),
		private.seen_activities(),
		private.mandated_territories(),
		private.granted_scopes(),
		private.today()
	to authenticated;
end
$$;
comment on function private.apply_privileges() is
	'Takes back every privilege of anon and authenticated and grants what each may have again. May be run at any time.';

select private.apply_privileges();
