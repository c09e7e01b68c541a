-- Forms learn that somebody else was faster, the server deletes what may no longer be kept, and the first national
-- user is invited by whoever runs the installation.

-- When a row was last changed: shown to people, and how a form learns that somebody else was faster.
alter table public.communities add column updated_at timestamptz not null default now();
alter table public.activities add column updated_at timestamptz not null default now();
create trigger touch before update on public.communities for each row execute function private.touch();
create trigger touch before update on public.activities for each row execute function private.touch();

-- Refuses with one of the codes the pages know, and the HTTP status that goes with it. The detail names a field or is
-- empty, never a value. SQLSTATE `PGRST` is how PostgREST lets the database choose both.
create or replace function private.refuse(code text, detail text default '', status integer default null)
returns void
language plpgsql
immutable
set search_path = ''
as $$
declare
	known constant jsonb := '{
		"DK001": ["not_allowed", 403],
		"DK002": ["not_found", 404],
		"DK003": ["expired", 410],
		"DK004": ["already_used", 409],
		"DK005": ["last_coordinator", 409],
		"DK006": ["invalid", 400],
		"DK007": ["changed", 409]
	}';
begin
	raise exception using
		errcode = 'PGRST',
		message = jsonb_build_object(
			'code', code, 'message', known -> code ->> 0, 'details', coalesce(refuse.detail, ''), 'hint', null
		)::text,
		detail = jsonb_build_object(
			'status', coalesce(refuse.status, (known -> code ->> 1)::integer), 'headers', '{}'::jsonb
		)::text;
end
$$;

-- Refuses when the row was changed after the form was opened (`expected_updated_at`); without it the form overwrites.
create function private.check_unchanged(form jsonb, updated_at timestamptz)
returns void
language plpgsql
immutable
set search_path = ''
as $$
begin
	if (form ->> 'expected_updated_at')::timestamptz <> updated_at then
		perform private.refuse('DK007');
	end if;
end
$$;

-- For every table of class C and M, and for everything that gives rights. Its argument names the column of the key.
-- Security definer, because nobody may write to the log directly.
create or replace function private.audit()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
declare
	before constant jsonb := case when tg_op = 'INSERT' then '{}' else to_jsonb(old) end;
	after constant jsonb := case when tg_op = 'DELETE' then '{}' else to_jsonb(new) end;
	kept constant jsonb := case when tg_op = 'DELETE' then before else after end;
	changed text[];
	activity constant text := case when tg_table_name = 'activities' then kept ->> 'id' else kept ->> 'activity_id' end;
	community uuid;
	region text;
begin
	select coalesce(array_agg(name order by name), '{}') into changed
	from (select jsonb_object_keys(before) union select jsonb_object_keys(after)) as keys (name)
	where name <> 'updated_at' and coalesce(before -> name, 'null') <> coalesce(after -> name, 'null');
	if changed = '{}' then
		return null;
	end if;

	community := case
		when tg_table_name = 'communities' then kept ->> 'id'
		when kept ->> 'scope_kind' = 'community' then kept ->> 'scope_id'
		when kept ? 'activity_id' then (
			select a.community_id::text from public.activities a where a.id = activity::uuid
		)
		else kept ->> 'community_id'
	end::uuid;
	region := coalesce(
		private.region_of_community(community),
		private.region_of_scope(kept ->> 'scope_kind', kept ->> 'scope_id'),
		private.region_of_territory(kept ->> 'territory_code'),
		kept ->> 'region',
		case
			when activity is not null then coalesce(
				(
					select t.region
					from public.activity_territories at
					join public.territories t on t.code = at.territory_code
					where at.activity_id = activity::uuid
					order by at.role desc
					limit 1
				),
				-- An activity is written before its territories; then it is of the region its author works for.
				(select min(r.id) from private.pkc_regions() r (id) having count(*) = 1)
			)
		end
	);
	perform private.write_audit(
		lower(tg_op),
		tg_table_name::text,
		kept ->> tg_argv[0],
		changed,
		region,
		community,
		(
			select coalesce(jsonb_object_agg(e.key, e.value), '{}')
			from jsonb_each(kept) e
			where e.value <> 'null'
				and (
					e.key in ('scope_kind', 'scope_id', 'territory_code', 'decision', 'merged_into')
					or (e.key = 'user_id' and tg_table_name = 'memberships')
					or (e.key = 'role' and tg_table_name in ('memberships', 'invitations', 'role_grants'))
				)
		)
	);
	return null;
end
$$;
comment on function private.audit() is 'Writes one entry to the audit log for each changed row: names of columns and ids, never values.';

alter table public.invitations add column by_operator boolean not null default false;
comment on column public.invitations.by_operator is
	'Given by whoever runs the installation, not by a person with a role: the first national user has nobody before them.';

create or replace function private.invitation_state(invitation public.invitations)
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
		when not invitation.by_operator and not private.may_grant(
			invitation.invited_by, invitation.role, invitation.scope_kind, invitation.scope_id
		) then 'revoked'
		else 'open'
	end
$$;

create or replace function public.renew_invitation(id uuid, new_token_hash text, expires_at timestamptz)
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
	set token_hash = private.hash_of(new_token_hash),
		expires_at = renew_invitation.expires_at,
		invited_by = auth.uid(),
		by_operator = false
	where i.id = invitation.id;
exception
	when unique_violation then
		perform private.refuse('DK006', 'new_token_hash');
end
$$;
comment on function public.renew_invitation(uuid, text, timestamptz) is
	'Class C. A new link for an unanswered invitation, also an expired one; the old link is dead. DK001, DK002, DK004, DK006.';

-- Once a day the server deletes what may no longer be kept. With the server's key only.
create function public.delete_expired()
returns table (contacts integer, invitation_hints integer)
language plpgsql
security definer
set search_path = ''
as $$
begin
	delete from public.community_contacts cc where cc.consent_expires_on < private.today();
	get diagnostics contacts = row_count;
	-- Who was invited is of use while a link can still be renewed; whoever accepted is known by the role.
	update public.invitations i
	set email_hint = null, note = null
	where num_nonnulls(i.email_hint, i.note) > 0
		and (i.accepted_at is not null or i.expires_at < now() - interval '30 days');
	get diagnostics invitation_hints = row_count;
	return next;
end
$$;
comment on function public.delete_expired() is
	'Class C. Deletes contacts whose consent has run out, and forgets whom accepted or long expired invitations were for. Returns how many of each. Server only.';

create function public.invite_first_national(token_hash text, expires_at timestamptz)
returns uuid
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_variable
declare
	created uuid;
begin
	perform private.check_token(token_hash, expires_at);
	if exists (
		select
		from public.memberships m
		where m.role = 'national' and m.ended_at is null and (m.expires_at is null or m.expires_at > now())
	) then
		perform private.refuse('DK004');
	end if;
	insert into public.invitations (token_hash, role, scope_kind, scope_id, expires_at, by_operator)
	values (private.hash_of(token_hash), 'national', 'country', 'LV', expires_at, true)
	returning id into created;
	return created;
end
$$;
comment on function public.invite_first_national(text, timestamptz) is
	'Class C. Invites a national user while there is none; from then on they invite each other. Server only. DK004, DK006.';

-- Security definer: it reads the account itself and rows the caller could not list one by one.
create or replace function public.export_my_data()
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
	caller constant uuid := private.require_user();
	address constant text := (
		select lower(u.email) from auth.users u where u.id = caller and u.email_confirmed_at is not null
	);
	copy jsonb;
begin
	copy := jsonb_build_object(
		'exported_at', now(),
		'account', (
			select jsonb_build_object('id', u.id, 'email', u.email, 'created_at', u.created_at, 'last_sign_in_at', u.last_sign_in_at)
			from auth.users u
			where u.id = caller
		),
		'profile', (select to_jsonb(p) - 'user_id' from public.profiles p where p.user_id = caller),
		'memberships', (
			select coalesce(jsonb_agg(
				jsonb_build_object(
					'role', m.role, 'scope_kind', m.scope_kind, 'scope_id', m.scope_id,
					'scope_name', private.scope_name(m.scope_kind, m.scope_id),
					'created_at', m.created_at, 'expires_at', m.expires_at, 'ended_at', m.ended_at
				)
				order by m.created_at, m.id
			), '[]')
			from public.memberships m
			where m.user_id = caller
		),
		'invitations', (
			select coalesce(jsonb_agg(
				jsonb_build_object(
					'given_by_me', i.invited_by is not distinct from caller, 'role', i.role, 'scope_kind', i.scope_kind,
					'scope_id', i.scope_id, 'created_at', i.created_at, 'expires_at', i.expires_at,
					'accepted_at', i.accepted_at, 'declined_at', i.declined_at, 'revoked_at', i.revoked_at
				)
				order by i.created_at, i.id
			), '[]')
			from public.invitations i
			where i.invited_by = caller or i.accepted_by = caller or lower(i.email_hint) = address
		),
		'contacts', (
			select coalesce(jsonb_agg(to_jsonb(cc) order by cc.created_at, cc.id), '[]')
			from public.community_contacts cc
			where lower(cc.email) = address
		),
		'reviews', (
			select coalesce(jsonb_agg(
				jsonb_build_object('community_id', r.community_id, 'decision', r.decision, 'message', r.message, 'at', r.at)
				order by r.at, r.id
			), '[]')
			from public.community_reviews r
			where r.by = caller
		),
		'activity_log', (
			select coalesce(jsonb_agg(
				jsonb_build_object(
					'at', a.at, 'role', a.actor_role, 'action', a.action, 'table', a.table_name, 'row_id', a.row_id,
					'columns', a.columns
				)
				order by a.id
			), '[]')
			from public.audit_log a
			where a.actor_id = caller
		)
	);
	perform private.write_audit('data_copy', 'profiles', caller::text, '{}', null, null);
	return copy;
end
$$;
comment on function public.export_my_data() is 'Class C. Everything stored about the caller, for the caller. DK001.';

-- The auth server keeps a log of its own, with the address of whoever signed in.
create function private.forget_sign_ins(person uuid, address text)
returns void
language plpgsql
security definer
set search_path = ''
as $$
begin
	if to_regclass('auth.audit_log_entries') is not null then
		execute $delete$
			delete from auth.audit_log_entries e
			where e.payload::jsonb ->> 'actor_id' = $1::text
				or lower(e.payload::jsonb ->> 'actor_username') = $2
		$delete$ using person, address;
	end if;
exception
	-- Where the log belongs to the auth server alone, its own retention deletes.
	when insufficient_privilege then
		null;
end
$$;

-- Security definer: the account itself lies outside the schema the API shows.
create or replace function public.delete_my_account(hand_over boolean default false)
returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
	caller constant uuid := private.require_user();
	address constant text := (
		select lower(u.email) from auth.users u where u.id = caller and u.email_confirmed_at is not null
	);
	membership public.memberships;
begin
	for membership in
		select m.* from private.my_memberships() m where m.role = 'coordinator' order by m.scope_id
	loop
		if private.is_last_coordinator(membership) then
			if hand_over is not true then
				perform private.refuse('DK005');
			end if;
			perform private.write_audit(
				'handed_to_pkc', 'communities', membership.scope_id, '{}',
				private.region_of_scope('community', membership.scope_id), membership.scope_id::uuid
			);
		end if;
	end loop;
	update public.invitations i
	set revoked_at = now()
	where i.invited_by = caller and num_nonnulls(i.accepted_at, i.declined_at, i.revoked_at) = 0;
	update public.invitations i
	set email_hint = null, note = null
	where i.invited_by = caller or i.accepted_by = caller or lower(i.email_hint) = address;
	delete from public.community_contacts cc where lower(cc.email) = address;
	delete from public.memberships m where m.user_id = caller;
	delete from public.profiles p where p.user_id = caller;
	perform private.write_audit('account_deleted', 'profiles', caller::text, '{}', null, null);
	perform private.forget_sign_ins(caller, address);
	delete from auth.users u where u.id = caller;
end
$$;
comment on function public.delete_my_account(boolean) is
	'Class C. Removes the account, profile, roles and contact of the caller; what communities recorded stays. The last coordinator must hand the community over to PKC (`hand_over`). DK001, DK005.';
