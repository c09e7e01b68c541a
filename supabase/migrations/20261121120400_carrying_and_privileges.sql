-- What follows for the rest: communities that become one, what is told and kept of people, and who may do what.

-- Their assessments, plans and polls become one history, too.
create function private.carry_assessments()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
	update public.assessments a set community_id = new.merged_into where a.community_id = new.id;
	update public.plan_items i set community_id = new.merged_into where i.community_id = new.id;
	update public.polls p set community_id = new.merged_into where p.community_id = new.id;
	return null;
end
$$;
create trigger carry_assessments after update of merged_into on public.communities
	for each row when (new.merged_into is not null) execute function private.carry_assessments();

-- Security definer: it reads rows the caller could not list one by one.
alter function public.export_my_data() rename to data_of_person;
alter function public.data_of_person() set schema private;
comment on function private.data_of_person() is 'The part of `export_my_data` that knows accounts and communities.';

create function public.export_my_data()
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
	caller constant uuid := private.require_user();
begin
	return private.data_of_person() || jsonb_build_object(
		'assessments', (
			select coalesce(jsonb_agg(
				-- What they did; how the assessment stands today they may no longer see.
				jsonb_build_object(
					'id', a.id, 'community_id', a.community_id,
					'started_at', case when a.created_by = caller then a.created_at end,
					'submitted_at', case when a.submitted_by = caller then a.submitted_at end,
					'confirmed_at', case when a.confirmed_by = caller then a.confirmed_at end
				)
				order by a.created_at, a.id
			), '[]')
			from public.assessments a
			where caller in (a.created_by, a.submitted_by, a.confirmed_by)
		),
		'answers', (
			select coalesce(jsonb_agg(
				jsonb_build_object(
					'assessment_id', w.assessment_id, 'item', w.item_id, 'content', w.content, 'outcome', w.outcome,
					'written_at', w.written_at
				)
				order by w.written_at, w.write_id
			), '[]')
			from public.answer_writes w
			where w.written_by = caller
		),
		'respondent_links', (
			select coalesce(jsonb_agg(
				jsonb_build_object('id', l.id, 'assessment_id', l.assessment_id, 'created_at', l.created_at)
				order by l.created_at, l.id
			), '[]')
			from public.respondent_links l
			where l.created_by = caller
		),
		'polls', (
			select coalesce(jsonb_agg(
				jsonb_build_object('id', p.id, 'community_id', p.community_id, 'created_at', p.created_at)
				order by p.created_at, p.id
			), '[]')
			from public.polls p
			where p.created_by = caller
		),
		'replies', (
			select coalesce(jsonb_agg(
				jsonb_build_object('plan_item_id', p.id, 'reply', p.municipality_reply, 'replied_at', p.replied_at)
				order by p.replied_at, p.id
			), '[]')
			from public.plan_items p
			where p.replied_by = caller
		)
	);
end
$$;
comment on function public.export_my_data() is 'Class C. Everything stored about the caller, for the caller. DK001.';

-- Once a day the server deletes what may no longer be kept. With the server's key only.
alter function public.delete_expired() rename to delete_expired_of_people;
alter function public.delete_expired_of_people() set schema private;
comment on function private.delete_expired_of_people() is 'The part of `delete_expired` that knows contacts and invitations.';

create function public.delete_expired()
returns table (contacts integer, invitation_hints integer, respondent_links integer, respondents integer)
language plpgsql
security definer
set search_path = ''
as $$
begin
	select p.contacts, p.invitation_hints into contacts, invitation_hints from private.delete_expired_of_people() p;
	-- For a while an old link can still say that it is too late.
	delete from public.respondent_links l where l.expires_at < now() - interval '30 days';
	get diagnostics respondent_links = row_count;
	-- With all they said, notes too, which nobody may ever read. What the meeting has seen of all of them stays.
	delete from public.respondents r
	using public.assessments a
	where a.id = r.assessment_id
		and least(r.expires_at, a.submitted_at, a.archived_at) < now() - interval '30 days';
	get diagnostics respondents = row_count;
	return next;
end
$$;
comment on function public.delete_expired() is
	'Class C. Deletes contacts whose consent has run out, whom accepted or long expired invitations were for, old links of respondents, and respondents with their answers 30 days after their time is over or their round was submitted or put aside. Returns how many of each. Server only.';

-- Everything granted so far stays as it is; only this is added.
alter function private.apply_privileges() rename to apply_privileges_to_checklists;
create function private.apply_privileges()
returns void
language plpgsql
security invoker
set search_path = ''
as $$
begin
	perform private.apply_privileges_to_checklists();

	-- Class C: rows by policy. Nobody reads respondents and their links, the log of writes, and polls.
	grant select on
		public.assessments,
		public.answers,
		public.assessment_scores,
		public.plan_items
	to authenticated;

	-- Respondents and neighbours have no account; each of these asks for a token.
	grant execute on function
		public.poll_by_token(text),
		public.cast_ballot(text, uuid, jsonb),
		public.respondent_link_by_token(text),
		public.join_assessment(text, uuid, text, text),
		public.respondent_view(text),
		public.write_respondent_answers(text, jsonb),
		public.finish_respondent(text),
		public.leave_assessment(text)
	to anon, authenticated;
	-- Each of these asks for itself who calls.
	grant execute on function
		public.start_assessment(jsonb),
		public.update_assessment(uuid, jsonb),
		public.write_answers(uuid, jsonb),
		public.confirm_assessment(uuid),
		public.archive_assessment(uuid),
		public.create_respondent_link(uuid, uuid, text, timestamptz),
		public.revoke_respondent_link(uuid, boolean),
		public.open_meeting(uuid),
		public.meeting_view(uuid),
		public.assessment_overview(uuid),
		public.assessment_view(uuid),
		public.save_plan_item(jsonb),
		public.shared_plan_items(),
		public.reply_plan_item(uuid, text, timestamptz),
		public.start_poll(jsonb),
		public.close_poll(uuid),
		public.enter_ballot(uuid, uuid, jsonb),
		public.poll_overview(uuid)
	to authenticated;
end
$$;
revoke all on function private.apply_privileges() from public;
comment on function private.apply_privileges_to_checklists() is
	'The part of `private.apply_privileges` that knows communities, people and checklists; never called by itself.';
comment on function private.apply_privileges() is
	'Takes back every privilege of anon and authenticated and grants what each may have again. May be run at any time.';

select private.apply_privileges();
