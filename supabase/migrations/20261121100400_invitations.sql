-- Roles and the invitations that lead to them.
--
-- Everything here is security definer, because memberships and invitations are written by nobody directly; each
-- function first asks whether the caller may.

create function private.hash_of(token_hash text)
returns text
language sql
immutable
set search_path = ''
as $$
	select encode(sha256(convert_to(token_hash, 'UTF8')), 'hex')
$$;
comment on function private.hash_of(text) is
	'What is stored of a token hash. Who reads the table learns nothing that opens an invitation.';

create function private.check_token(token_hash text, expires_at timestamptz)
returns void
language plpgsql
stable
set search_path = ''
as $$
begin
	if coalesce(token_hash, '') !~ '^[A-Za-z0-9_-]{43,128}$' then
		perform private.refuse('DK006', 'token_hash');
	end if;
	if expires_at is null or expires_at <= now() or expires_at > now() + interval '60 days' then
		perform private.refuse('DK006', 'expires_at');
	end if;
end
$$;

create function private.invitation_state(invitation public.invitations)
returns text
language sql
stable
security definer
set search_path = ''
as $$
	select case
		when invitation.accepted_at is not null then 'accepted'
		when invitation.declined_at is not null then 'declined'
		when invitation.revoked_at is not null then 'revoked'
		when invitation.expires_at <= now() then 'expired'
		-- A link is worth what the person who gave it may give today.
		when not private.may_grant(
			invitation.invited_by, invitation.role, invitation.scope_kind, invitation.scope_id
		) then 'revoked'
		else 'open'
	end
$$;

create function private.scope_name(scope_kind text, scope_id text)
returns text
language sql
stable
security definer
set search_path = ''
as $$
	select case scope_kind
		when 'community' then (select c.name from public.communities c where c.id::text = scope_id)
		else (select t.name from public.territories t where t.code = scope_id)
	end
$$;

create function private.organisation_for(role text, scope_id text)
returns uuid
language sql
stable
security definer
set search_path = ''
as $$
	select o.id
	from public.organisations o
	where o.kind = case role when 'pkc' then 'pkc' when 'planner' then 'planning_region' when 'national' then 'national' end
		and (o.region is null) = (role = 'national')
		and (role = 'national' or o.region = scope_id)
	order by o.created_at, o.id
	limit 1
$$;
comment on function private.organisation_for(text, text) is 'In whose name somebody with this role acts.';

create function public.create_invitation(
	role text,
	scope_kind text,
	scope_id text,
	token_hash text,
	email_hint text,
	expires_at timestamptz,
	note text default null,
	membership_expires_at timestamptz default null
)
returns uuid
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_variable
declare
	caller constant uuid := private.require_user();
	created uuid;
begin
	if not private.may_grant(caller, role, scope_kind, scope_id) then
		perform private.refuse('DK001');
	end if;
	perform private.check_token(token_hash, expires_at);
	if membership_expires_at <= now() then
		perform private.refuse('DK006', 'membership_expires_at');
	end if;
	insert into public.invitations (
		token_hash, role, scope_kind, scope_id, email_hint, note, invited_by, expires_at, membership_expires_at
	)
	values (
		private.hash_of(token_hash), role, scope_kind, scope_id, nullif(btrim(email_hint), ''), nullif(btrim(note), ''),
		caller, expires_at, membership_expires_at
	)
	returning id into created;
	return created;
exception
	when check_violation then
		perform private.refuse('DK006', 'email_hint');
	when unique_violation then
		perform private.refuse('DK006', 'token_hash');
end
$$;
comment on function public.create_invitation(text, text, text, text, text, timestamptz, text, timestamptz) is
	'Class C. Invites somebody to a role, as far as the grant table allows the caller. DK001, DK006.';

create function public.invitation_by_token(token_hash text)
returns table (
	role text,
	scope_kind text,
	scope_name text,
	organisation text,
	inviter_role text,
	state text,
	expires_at timestamptz
)
language sql
stable
security definer
set search_path = ''
as $$
	select
		i.role,
		i.scope_kind,
		private.scope_name(i.scope_kind, i.scope_id),
		inviter.organisation,
		inviter.role,
		private.invitation_state(i),
		i.expires_at
	from public.invitations i
	left join lateral (
		select m.role, o.name as organisation
		from public.memberships m
		join public.role_grants g on g.granter_role = m.role and g.role = i.role
		left join public.organisations o on o.id = m.organisation_id
		where m.user_id = i.invited_by and m.ended_at is null
		order by m.scope_kind = i.scope_kind and m.scope_id = i.scope_id desc, m.created_at
		limit 1
	) inviter on true
	where i.token_hash = private.hash_of(invitation_by_token.token_hash)
$$;
comment on function public.invitation_by_token(text) is
	'Class C. What the holder of a link may know before signing in; no row for an unknown one. No names of persons.';

-- The invitation of a link, locked: of two people who open it at once the second one finds it used.
create function private.open_invitation(token_hash text)
returns public.invitations
language plpgsql
security definer
set search_path = ''
as $$
declare
	found_one public.invitations;
begin
	select i.* into found_one
	from public.invitations i
	where i.token_hash = private.hash_of(open_invitation.token_hash)
	for update;
	if found_one.id is null then
		perform private.refuse('DK002');
	end if;
	case private.invitation_state(found_one)
		when 'open' then
			return found_one;
		when 'expired' then
			perform private.refuse('DK003');
		else
			perform private.refuse('DK004');
	end case;
end
$$;

create function public.accept_invitation(token_hash text)
returns uuid
language plpgsql
security definer
set search_path = ''
as $$
declare
	caller constant uuid := private.require_user();
	invitation constant public.invitations := private.open_invitation(token_hash);
	membership uuid;
begin
	-- Nobody raises oneself: a right comes from somebody else.
	if invitation.invited_by = caller then
		perform private.refuse('DK001');
	end if;
	update public.invitations i set accepted_at = now(), accepted_by = caller where i.id = invitation.id;
	-- A role already held is prolonged, not doubled.
	update public.memberships m
	set expires_at = invitation.membership_expires_at, granted_by = invitation.invited_by
	where m.user_id = caller
		and m.role = invitation.role
		and m.scope_kind = invitation.scope_kind
		and m.scope_id = invitation.scope_id
		and m.ended_at is null
		and m.expires_at < coalesce(invitation.membership_expires_at, 'infinity');
	select m.id into membership
	from public.memberships m
	where m.user_id = caller
		and m.role = invitation.role
		and m.scope_kind = invitation.scope_kind
		and m.scope_id = invitation.scope_id
		and m.ended_at is null
	limit 1;
	if membership is null then
		insert into public.memberships (user_id, role, scope_kind, scope_id, organisation_id, granted_by, expires_at)
		values (
			caller, invitation.role, invitation.scope_kind, invitation.scope_id,
			private.organisation_for(invitation.role, invitation.scope_id), invitation.invited_by,
			invitation.membership_expires_at
		)
		returning id into membership;
	end if;
	return membership;
end
$$;
comment on function public.accept_invitation(text) is
	'Class C. Gives the caller the role of an open invitation and returns the membership. DK001 to DK004.';

create function public.decline_invitation(token_hash text)
returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
	invitation public.invitations;
begin
	perform private.require_user();
	invitation := private.open_invitation(token_hash);
	update public.invitations i set declined_at = now(), email_hint = null where i.id = invitation.id;
end
$$;
comment on function public.decline_invitation(text) is 'Class C. Ends an open invitation for good. DK001 to DK004.';

-- An invitation the caller may manage, locked. Others do not learn whether there is one.
create function private.managed_invitation(id uuid)
returns public.invitations
language plpgsql
security definer
set search_path = ''
as $$
declare
	caller constant uuid := private.require_user();
	found_one public.invitations;
begin
	select i.* into found_one from public.invitations i where i.id = managed_invitation.id for update;
	if found_one.id is null
		or not private.may_grant(caller, found_one.role, found_one.scope_kind, found_one.scope_id) then
		perform private.refuse('DK002');
	end if;
	if num_nonnulls(found_one.accepted_at, found_one.declined_at, found_one.revoked_at) > 0 then
		perform private.refuse('DK004');
	end if;
	return found_one;
end
$$;

create function public.revoke_invitation(id uuid)
returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
	invitation constant public.invitations := private.managed_invitation(id);
begin
	update public.invitations i set revoked_at = now(), email_hint = null where i.id = invitation.id;
end
$$;
comment on function public.revoke_invitation(uuid) is 'Class C. Takes back an invitation nobody has answered. DK001, DK002, DK004.';

create function public.renew_invitation(id uuid, new_token_hash text, expires_at timestamptz)
returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
	invitation constant public.invitations := private.managed_invitation(id);
begin
	perform private.check_token(new_token_hash, renew_invitation.expires_at);
	update public.invitations i
	set token_hash = private.hash_of(new_token_hash), expires_at = renew_invitation.expires_at, invited_by = auth.uid()
	where i.id = invitation.id;
exception
	when unique_violation then
		perform private.refuse('DK006', 'new_token_hash');
end
$$;
comment on function public.renew_invitation(uuid, text, timestamptz) is
	'Class C. A new link for an unanswered invitation, also an expired one; the old link is dead. DK001, DK002, DK004, DK006.';

create function private.is_last_coordinator(membership public.memberships)
returns boolean
language plpgsql
security definer
set search_path = ''
as $$
begin
	if membership.role <> 'coordinator' then
		return false;
	end if;
	-- The lock lets two coordinators who leave at once see each other.
	perform from public.communities c where c.id::text = membership.scope_id for update;
	return not exists (
		select
		from public.memberships m
		where m.scope_kind = 'community'
			and m.scope_id = membership.scope_id
			and m.role = 'coordinator'
			and m.user_id <> membership.user_id
			and m.ended_at is null
			and (m.expires_at is null or m.expires_at > now())
	);
end
$$;

create function private.outranks_coordinators(community_id text)
returns boolean
language sql
stable
security definer
set search_path = ''
as $$
	select (select private.is_national()) or community_id in (select c.id::text from private.pkc_communities() c (id))
$$;

create function public.leave_membership(id uuid)
returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
	caller constant uuid := private.require_user();
	membership public.memberships;
begin
	select m.* into membership
	from public.memberships m
	where m.id = leave_membership.id and m.user_id = caller
	for update;
	if membership.id is null then
		perform private.refuse('DK002');
	end if;
	if membership.ended_at is not null then
		perform private.refuse('DK004');
	end if;
	if private.is_last_coordinator(membership) then
		perform private.refuse('DK005');
	end if;
	update public.memberships m set ended_at = now() where m.id = membership.id;
end
$$;
comment on function public.leave_membership(uuid) is
	'Class C. Ends an own role; the last coordinator of a community stays until another one is there. DK001, DK002, DK004, DK005.';

create function public.end_membership(id uuid)
returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
	caller constant uuid := private.require_user();
	membership public.memberships;
begin
	select m.* into membership from public.memberships m where m.id = end_membership.id for update;
	if membership.id is null
		or not private.may_grant(caller, membership.role, membership.scope_kind, membership.scope_id) then
		perform private.refuse('DK002');
	end if;
	if membership.ended_at is not null then
		perform private.refuse('DK004');
	end if;
	-- PKC and national staff may end the last one: the community stays in the care of PKC.
	if private.is_last_coordinator(membership)
		and (membership.user_id = caller or not private.outranks_coordinators(membership.scope_id)) then
		perform private.refuse('DK005');
	end if;
	update public.memberships m set ended_at = now() where m.id = membership.id;
end
$$;
comment on function public.end_membership(uuid) is
	'Class C. Ends the role of somebody else, by whoever could invite to it. DK001, DK002, DK004, DK005.';

create function public.my_roles()
returns table (
	id uuid,
	role text,
	scope_kind text,
	scope_id text,
	scope_name text,
	region text,
	organisation text,
	granted_by_name text,
	created_at timestamptz,
	expires_at timestamptz
)
language sql
stable
security definer
set search_path = ''
as $$
	select
		m.id,
		m.role,
		m.scope_kind,
		m.scope_id,
		private.scope_name(m.scope_kind, m.scope_id),
		private.region_of_scope(m.scope_kind, m.scope_id),
		o.name,
		granter.display_name,
		m.created_at,
		m.expires_at
	from private.my_memberships() m
	left join public.organisations o on o.id = m.organisation_id
	left join public.profiles granter on granter.user_id = m.granted_by
	order by m.created_at, m.id
$$;
comment on function public.my_roles() is 'Class C. The roles the caller holds now and where they come from.';

create function public.scope_members(scope_kind text, scope_id text)
returns table (
	membership_id uuid,
	user_id uuid,
	display_name text,
	role text,
	created_at timestamptz,
	expires_at timestamptz
)
language sql
stable
security definer
set search_path = ''
as $$
	select m.id, m.user_id, p.display_name, m.role, m.created_at, m.expires_at
	from public.memberships m
	left join public.profiles p on p.user_id = m.user_id
	where m.scope_kind = scope_members.scope_kind
		and m.scope_id = scope_members.scope_id
		and m.ended_at is null
		and (m.expires_at is null or m.expires_at > now())
		and (
			(select private.is_national())
			or (m.scope_kind, m.scope_id) in (select g.scope_kind, g.scope_id from private.granted_scopes() g)
			or (
				m.scope_kind = 'community'
				and m.scope_id in (select c.id::text from private.seen_communities() c (id))
			)
		)
	order by m.created_at, m.id
$$;
comment on function public.scope_members(text, text) is
	'Class C. Who holds a role in a scope: for fellow members, the mentor, PKC of the region and national staff; no rows for others.';
