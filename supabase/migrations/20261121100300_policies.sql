-- Row level security: which rows signed-in people reach. Which columns and operations, says 20261121100900_privileges.sql.
-- Visitors (`anon`) have no policy on any table. What has no policy here is read through views and functions of class P.

-- Class P.
create policy read on public.organisations for select to authenticated using (true);
create policy read on public.role_grants for select to authenticated using (true);

-- Class C.
create policy read on public.communities for select to authenticated
	using (id in (select private.seen_communities()));
create policy read on public.community_territories for select to authenticated
	using (community_id in (select private.seen_communities()));
create policy read on public.community_reviews for select to authenticated
	using (community_id in (select private.seen_communities()));

-- Without consent in force a contact is shown to nobody, not even to those who may write it.
create policy read on public.community_contacts for select to authenticated
	using (community_id in (select private.seen_communities()) and consent_expires_on >= private.today());
create policy add on public.community_contacts for insert to authenticated
	with check (community_id in (select private.managed_communities()));
create policy change on public.community_contacts for update to authenticated
	using (community_id in (select private.managed_communities()))
	with check (community_id in (select private.managed_communities()));
create policy remove on public.community_contacts for delete to authenticated
	using (community_id in (select private.managed_communities()));

create policy read on public.resources for select to authenticated
	using (community_id in (select private.seen_communities()));
create policy add on public.resources for insert to authenticated
	with check (community_id in (select private.managed_communities()));
create policy change on public.resources for update to authenticated
	using (community_id in (select private.managed_communities()))
	with check (community_id in (select private.managed_communities()));
create policy remove on public.resources for delete to authenticated
	using (community_id in (select private.managed_communities()));

create policy read on public.places for select to authenticated
	using (
		community_id in (select private.seen_communities())
		or (community_id is null and territory_code in (select private.pkc_territories()))
	);

create policy read on public.activities for select to authenticated
	using (id in (select private.seen_activities()));
create policy read on public.activity_territories for select to authenticated
	using (activity_id in (select private.seen_activities()));
create policy read on public.activity_parties for select to authenticated
	using (activity_id in (select private.seen_activities()));

-- Personal.
create policy read_own on public.profiles for select to authenticated using (user_id = (select auth.uid()));
create policy add_own on public.profiles for insert to authenticated with check (user_id = (select auth.uid()));
create policy change_own on public.profiles for update to authenticated
	using (user_id = (select auth.uid()))
	with check (user_id = (select auth.uid()));

create policy read_own on public.memberships for select to authenticated using (user_id = (select auth.uid()));
create policy read_national on public.memberships for select to authenticated using ((select private.is_national()));
create policy read_fellows on public.memberships for select to authenticated
	using (
		ended_at is null
		and scope_kind = 'community'
		and scope_id in (select c.id::text from private.seen_communities() c (id))
	);
create policy read_granted on public.memberships for select to authenticated
	using ((scope_kind, scope_id) in (select g.scope_kind, g.scope_id from private.granted_scopes() g));

create policy read_national on public.invitations for select to authenticated using ((select private.is_national()));
create policy read_granted on public.invitations for select to authenticated
	using ((scope_kind, scope_id) in (select g.scope_kind, g.scope_id from private.granted_scopes() g));

-- Class M.
create policy read on public.territory_surveys for select to authenticated
	using (territory_code in (select private.mandated_territories()));
create policy read_national on public.audit_log for select to authenticated using ((select private.is_national()));
create policy read_region on public.audit_log for select to authenticated
	using (region in (select private.pkc_regions()));
