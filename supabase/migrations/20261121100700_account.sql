-- What people do with their own account: their profile, a copy of their data, the end of it.

-- Security invoker: the policies and column grants of `profiles` are all it needs.
create function public.save_profile(display_name text, locale text)
returns void
language plpgsql
security invoker
set search_path = ''
as $$
#variable_conflict use_variable
begin
	insert into public.profiles (user_id, display_name, locale)
	values ((select auth.uid()), nullif(btrim(display_name), ''), locale)
	on conflict (user_id) do update
	set display_name = excluded.display_name, locale = excluded.locale;
end
$$;
comment on function public.save_profile(text, text) is 'Class C. Sets name and language of the caller.';

create function private.touch()
returns trigger
language plpgsql
set search_path = ''
as $$
begin
	new.updated_at := now();
	return new;
end
$$;
create trigger touch before update on public.profiles for each row execute function private.touch();

-- Security definer: it reads the account itself and rows the caller could not list one by one.
create function public.export_my_data()
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
			where i.invited_by = caller or i.accepted_by = caller
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

-- Security definer: the account itself lies outside the schema the API shows.
create function public.delete_my_account(hand_over boolean default false)
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
	delete from auth.users u where u.id = caller;
end
$$;
comment on function public.delete_my_account(boolean) is
	'Class C. Removes the account, profile, roles and contact of the caller; what communities recorded stays. The last coordinator must hand the community over to PKC (`hand_over`). DK001, DK005.';
