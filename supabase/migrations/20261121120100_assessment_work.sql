-- Working on assessments: beginning one, answering it, submitting, confirming, archiving.
--
-- Security definer throughout: these tables are written by nobody directly, and names of people lie in one that the
-- caller may not read. Each function first asks who calls. What is sent twice happens once: ids are made by devices.

-- Turns a violated constraint of a form into DK006 with the name of the field, and never with a value. As before, but of
-- any table: checks of a column are named table_column_check, a primary key table_pkey.
create or replace function private.refuse_form(column_name text, constraint_name text)
returns void
language plpgsql
stable
set search_path = ''
as $$
declare
	tables constant text := (
		select string_agg(c.relname, '|')
		from pg_catalog.pg_constraint k
		join pg_catalog.pg_class c on c.oid = k.conrelid
		where k.conname = constraint_name
	);
begin
	perform private.refuse(
		'DK006',
		coalesce(
			nullif(column_name, ''),
			nullif(
				regexp_replace(
					regexp_replace(regexp_replace(constraint_name, '_pkey$', '_id'), '_(check|fkey|key)[0-9]*$', ''),
					'^(' || coalesce(tables, '-') || ')_',
					''
				),
				''
			)
		)
	);
end
$$;

-- From here to the end of the request the database answers and logs as if this person had called; null: nobody in
-- particular. For the server, which has made sure who asks, and for respondents, of whom nobody is to know who they are.
create function private.act_for(person uuid)
returns void
language sql
set search_path = ''
as $$
	select
		set_config('request.jwt.claim.sub', coalesce(person::text, ''), true),
		set_config('request.jwt.claim.role', role.name, true),
		set_config('request.jwt.claims', jsonb_strip_nulls(jsonb_build_object('role', role.name, 'sub', person))::text, true)
	from (select case when person is null then 'anon' else 'authenticated' end as name) role
$$;

-- As `private.check_unchanged`, but who does not say what they saw has not seen it: what is sent twice, and late, must
-- not undo what came between.
create function private.check_seen(form jsonb, updated_at timestamptz)
returns void
language plpgsql
immutable
set search_path = ''
as $$
begin
	if (form ->> 'expected_updated_at')::timestamptz is distinct from updated_at then
		perform private.refuse('DK007');
	end if;
end
$$;

create function private.name_of(person uuid)
returns text
language sql
stable
security definer
set search_path = ''
as $$
	select p.display_name from public.profiles p where p.user_id = person
$$;

-- A community whose assessments the caller leads, locked: what is sent twice comes one after the other, and it is not
-- merged into another one meanwhile.
create function private.led_community(id uuid)
returns public.communities
language plpgsql
security definer
set search_path = ''
as $$
declare
	community public.communities;
begin
	perform private.require_user();
	select c.* into community
	from public.communities c
	where c.id = led_community.id
		and (c.status = 'approved' or c.id in (select private.seen_communities()))
	for no key update;
	if community.id is null then
		perform private.refuse('DK002');
	end if;
	if community.id not in (select private.led_communities()) then
		perform private.refuse('DK001');
	end if;
	if community.status <> 'approved' then
		perform private.refuse('DK004', 'status');
	end if;
	return community;
end
$$;

-- An assessment the caller sees. Others do not learn that it exists.
create function private.seen_assessment(id uuid)
returns public.assessments
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
	assessment public.assessments;
begin
	perform private.require_user();
	select a.* into assessment
	from public.assessments a
	where a.id = seen_assessment.id and a.community_id in (select private.seen_communities());
	if assessment.id is null then
		perform private.refuse('DK002');
	end if;
	return assessment;
end
$$;

-- The same for a change: locked, so that all that happens to an assessment happens one after the other. Whoever does not
-- see it holds up nobody, and does not learn from the waiting that it exists.
create function private.held_assessment(id uuid)
returns public.assessments
language plpgsql
security definer
set search_path = ''
as $$
begin
	perform private.seen_assessment(id);
	perform from public.assessments a where a.id = held_assessment.id for update;
	return private.seen_assessment(id);
end
$$;

create function private.led_assessment(id uuid)
returns public.assessments
language plpgsql
security definer
set search_path = ''
as $$
declare
	assessment constant public.assessments := private.held_assessment(id);
begin
	if assessment.community_id not in (select private.led_communities()) then
		perform private.refuse('DK001');
	end if;
	return assessment;
end
$$;

create function private.check_draft(assessment public.assessments)
returns void
language plpgsql
immutable
set search_path = ''
as $$
begin
	if assessment.status <> 'draft' then
		perform private.refuse('DK004', 'status');
	end if;
end
$$;

-- Refuses when respondents may not answer (any more).
create function private.check_round(assessment public.assessments)
returns void
language plpgsql
immutable
set search_path = ''
as $$
begin
	perform private.check_draft(assessment);
	if assessment.mode <> 'individual' then
		perform private.refuse('DK004', 'mode');
	end if;
	if assessment.meeting_opened_at is not null then
		perform private.refuse('DK004', 'meeting_opened_at');
	end if;
end
$$;

-- One state of a draft as a number: it grows with each change of the row and of an answer of the community's own.
create function private.state_of(assessment public.assessments)
returns integer
language sql
stable
security definer
set search_path = ''
as $$
	select assessment.revision + coalesce(sum(a.revision), 0)::integer
	from public.answers a
	where a.assessment_id = assessment.id and a.respondent_id is null
$$;

-- ── Beginning ────────────────────────────────────────────────────────────────────────────────────────────────────

create function public.start_assessment(data jsonb)
returns uuid
language plpgsql
security definer
set search_path = ''
as $$
declare
	given constant jsonb := private.form(data, array[
		'id', 'community_id', 'checklist_id', 'checklist_version', 'form', 'mode', 'round', 'composition', 'exposure',
		'source', 'revises', 'revision_reason'
	]);
	assessment public.assessments;
	community public.communities;
	corrected public.assessments;
	failed_column text;
	failed_constraint text;
begin
	assessment := jsonb_populate_record(
		null::public.assessments, '{"composition": {}, "exposure": {}, "source": "screen"}' || given
	);
	community := private.led_community(assessment.community_id);
	if exists (
		select
		from public.assessments a
		where a.id = assessment.id and a.community_id = community.id and a.created_by = auth.uid()
	) then
		return assessment.id;
	end if;

	assessment.border_zone := community.territory_code in (select b.code from private.eastern_border_territories b);
	assessment.entered_by_role := case
		when exists (
			select
			from private.my_memberships() m
			where m.role in ('member', 'coordinator') and m.scope_id = community.id::text
		) then null
		when community.id in (select private.pkc_communities()) then 'pkc'
		else 'mentor'
	end;
	assessment.status := 'draft';
	assessment.revision := 1;
	assessment.created_by := auth.uid();
	assessment.created_at := now();
	assessment.updated_at := now();
	if assessment.revises is not null then
		select a.* into corrected
		from public.assessments a
		where a.id = assessment.revises and a.community_id = community.id and a.status <> 'draft';
		if corrected.id is null then
			perform private.refuse('DK006', 'revises');
		end if;
		-- A correction is about the same questions.
		assessment.checklist_id := corrected.checklist_id;
		assessment.checklist_version := corrected.checklist_version;
		assessment.form := corrected.form;
		assessment.border_zone := corrected.border_zone;
	end if;
	insert into public.assessments values (assessment.*);
	insert into public.answers (
		assessment_id, item_id, value, as_of, evidence, reason, note, dissent, revision, changed_at, written_by
	)
	select
		assessment.id, a.item_id, a.value, a.as_of, a.evidence, a.reason, a.note, a.dissent, 1, a.changed_at, a.written_by
	from public.answers a
	where a.assessment_id = assessment.revises and a.respondent_id is null;
	return assessment.id;
exception
	when data_exception or integrity_constraint_violation then
		get stacked diagnostics failed_column = column_name, failed_constraint = constraint_name;
		perform private.refuse_form(failed_column, failed_constraint);
end
$$;
comment on function public.start_assessment(jsonb) is
	'Class C. Coordinator, mentor or PKC begins a round under an `id` made by the device; with `revises` and `revision_reason` it corrects another one and takes over its answers. DK001, DK002, DK004 (community not approved), DK006 (detail: field).';

create function public.update_assessment(id uuid, data jsonb)
returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
	assessment constant public.assessments := private.led_assessment(id);
	given constant jsonb := private.form(
		data, array['round', 'mode', 'composition', 'exposure', 'revision_reason', 'expected_updated_at']
	);
	changed public.assessments;
	failed_column text;
	failed_constraint text;
begin
	perform private.check_draft(assessment);
	changed := jsonb_populate_record(assessment, given);
	-- Sent again, it finds itself done.
	if changed is not distinct from assessment then
		return;
	end if;
	perform private.check_seen(given, assessment.updated_at);
	update public.assessments a
	set round = changed.round,
		mode = changed.mode,
		composition = changed.composition,
		exposure = changed.exposure,
		revision_reason = changed.revision_reason,
		revision = a.revision + 1
	where a.id = assessment.id;
exception
	when data_exception or integrity_constraint_violation then
		get stacked diagnostics failed_column = column_name, failed_constraint = constraint_name;
		perform private.refuse_form(failed_column, failed_constraint);
end
$$;
comment on function public.update_assessment(uuid, jsonb) is
	'Class C. Coordinator, mentor or PKC changes the given fields of a draft that is as it was at `expected_updated_at`. DK001, DK002, DK004 (not a draft), DK006 (detail: field), DK007.';

-- ── Answers ──────────────────────────────────────────────────────────────────────────────────────────────────────

-- What a checklist says of its items, as far as answers must obey it: `{ "1.1": { "asked": true, "na": false } }`.
create function private.item_rules(assessment public.assessments)
returns jsonb
language sql
stable
security definer
set search_path = ''
as $$
	select coalesce(
		jsonb_object_agg(
			i.item ->> 'id',
			jsonb_build_object(
				'asked',
				(assessment.form = 'full' or i.item -> 'quick' = 'true')
					and (i.item ->> 'only' is distinct from 'border' or assessment.border_zone),
				'na', i.item -> 'naAllowed'
			)
		),
		'{}'
	)
	from public.checklists c
	cross join jsonb_array_elements(c.definition -> 'items') i (item)
	where c.id = assessment.checklist_id and c.version = assessment.checklist_version
$$;

create function private.answer_json(answer public.answers)
returns jsonb
language sql
stable
security definer
set search_path = ''
as $$
	select jsonb_build_object('item', answer.item_id, 'written_by_name', private.name_of(answer.written_by))
		|| (to_jsonb(answer) - array['assessment_id', 'item_id', 'respondent_id', 'written_by'])
	where answer.revision is not null
$$;

-- Why an answer cannot be taken; null when it can. The codes are those of `checkAnswers` (src/lib/scoring/answers.ts)
-- and one more.
create function private.answer_problem(rules jsonb, before public.answers, after public.answers, may_confirm boolean)
returns text
language sql
stable
set search_path = ''
as $$
	select case
		when rules is null then 'unknown_item'
		when rules -> 'asked' <> 'true' then 'not_in_form'
		when after.value = '"na"' and rules -> 'na' is distinct from 'true' then 'na_not_allowed'
		when after.value = '"na"' and after.reason is null then 'reason_missing'
		when after.as_of > private.today() then 'date_after_as_of'
		-- What a mentor has confirmed stays confirmed while others write beside it.
		when after.evidence = 3
			and not may_confirm
			and (before.evidence, before.value, before.as_of) is distinct from (after.evidence, after.value, after.as_of)
			then 'evidence_not_allowed'
	end
$$;

-- One write of an answer. Either all of it happens, or nothing.
create function private.write_answer(
	assessment public.assessments,
	respondent uuid,
	items jsonb,
	may_confirm boolean,
	entry jsonb
)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
	given constant jsonb := private.form(entry, array[
		'write_id', 'item', 'base_revision', 'value', 'as_of', 'evidence', 'reason', 'note', 'dissent', 'changed_at'
	]);
	-- The key is of the log; an answer has no such columns.
	content constant jsonb := given - array['write_id', 'item', 'base_revision'];
	write public.answer_writes;
	before public.answers;
	after public.answers;
	problem text;
begin
	select a.* into before
	from public.answers a
	where a.assessment_id = assessment.id
		and a.item_id = given ->> 'item'
		and a.respondent_id is not distinct from respondent;
	select w.* into write from public.answer_writes w where w.write_id = (given ->> 'write_id')::uuid;
	if write.write_id is null then
		after := jsonb_populate_record(null::public.answers, content);
		problem := private.answer_problem(items -> (given ->> 'item'), before, after, may_confirm);
		if problem is not null then
			return jsonb_build_object('outcome', 'refused', 'revision', coalesce(before.revision, 0), 'problem', problem);
		end if;
		write := jsonb_populate_record(null::public.answer_writes, given);
		write.assessment_id := assessment.id;
		write.respondent_id := respondent;
		write.item_id := given ->> 'item';
		write.content := content;
		write.written_by := auth.uid();
		write.written_at := now();
		write.revision := coalesce(before.revision, 0);
		write.outcome := case
			when (after.value, after.as_of, after.evidence, after.reason, after.note, after.dissent)
				is not distinct from
				(before.value, before.as_of, before.evidence, before.reason, before.note, before.dissent) then 'same'
			when write.base_revision <> write.revision then 'conflict'
			else 'written'
		end;
		if write.outcome = 'written' then
			write.revision := write.revision + 1;
			insert into public.answers (
				assessment_id, item_id, respondent_id, value, as_of, evidence, reason, note, dissent, revision, changed_at,
				written_by
			)
			values (
				assessment.id, write.item_id, respondent, after.value, after.as_of, after.evidence, after.reason, after.note,
				after.dissent, write.revision, after.changed_at, write.written_by
			)
			on conflict (assessment_id, item_id, respondent_id) do update
			set value = excluded.value,
				as_of = excluded.as_of,
				evidence = excluded.evidence,
				reason = excluded.reason,
				note = excluded.note,
				dissent = excluded.dissent,
				revision = excluded.revision,
				changed_at = excluded.changed_at,
				written_at = excluded.written_at,
				written_by = excluded.written_by;
		end if;
		insert into public.answer_writes values (write.*);
	elsif (
		write.assessment_id, write.respondent_id, write.item_id, write.written_by, write.base_revision, write.content
	) is distinct from (
		assessment.id, respondent, given ->> 'item', auth.uid(), (given ->> 'base_revision')::integer, content
	) then
		-- Somebody else's, of which nothing is told; or another answer under the same id, which is kept nowhere yet.
		return jsonb_build_object(
			'outcome', 'refused', 'revision', coalesce(before.revision, 0), 'problem', 'invalid_answer'
		);
	end if;
	return jsonb_build_object('outcome', write.outcome, 'revision', write.revision)
		|| case
			-- As it is now, with the name of who wrote it: the log keeps no names.
			when write.outcome = 'conflict' then jsonb_build_object('theirs', private.answer_json(before))
			else '{}'
		end;
end
$$;

-- Writes one after the other; one that is wrong does not stop the others. The caller has locked the assessment.
create function private.write_answers(assessment public.assessments, respondent uuid, writes jsonb)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
	items jsonb;
	may_confirm constant boolean := respondent is null
		and assessment.community_id in (select private.confirmed_communities());
	entry jsonb;
	outcome jsonb;
	outcomes jsonb := '[]';
begin
	if jsonb_typeof(writes) is distinct from 'array' or jsonb_array_length(writes) > 200 then
		perform private.refuse('DK006', 'writes');
	end if;
	items := private.item_rules(assessment);
	for entry in select e.value from jsonb_array_elements(writes) with ordinality e (value, nth) order by e.nth loop
		begin
			outcome := private.write_answer(assessment, respondent, items, may_confirm, entry);
		exception
			when data_exception or integrity_constraint_violation or sqlstate 'PGRST' then
				outcome := '{"outcome": "refused", "revision": null, "problem": "invalid_answer"}';
		end;
		outcomes := outcomes
			|| (jsonb_build_object('write_id', entry -> 'write_id', 'item', entry -> 'item') || outcome);
	end loop;
	return outcomes;
end
$$;

create function public.write_answers(assessment_id uuid, writes jsonb)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
	assessment constant public.assessments := private.held_assessment(assessment_id);
begin
	perform private.check_draft(assessment);
	return private.write_answers(assessment, null, writes);
end
$$;
comment on function public.write_answers(uuid, jsonb) is
	'Class C. People of the community write up to 200 answers of a draft, each under a `write_id` of its own and on top of the revision they saw; for each comes back `written`, `same`, `conflict` (with theirs) or `refused` (with the problem). DK002, DK004 (not a draft), DK006.';

-- ── From draft to archive ────────────────────────────────────────────────────────────────────────────────────────

create function public.submit_assessment(
	assessment_id uuid,
	user_id uuid,
	expected_state integer,
	as_of date,
	result jsonb
)
returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
	assessment public.assessments;
begin
	perform private.act_for(user_id);
	assessment := private.led_assessment(assessment_id);
	if expected_state is distinct from private.state_of(assessment) then
		perform private.refuse('DK007');
	end if;
	-- Sent again, it finds itself done.
	if assessment.status = 'submitted' and (assessment.submitted_by, assessment.as_of) = (user_id, submit_assessment.as_of) then
		return;
	end if;
	perform private.check_draft(assessment);
	if submit_assessment.as_of is null
		or submit_assessment.as_of > private.today()
		or exists (
			select
			from public.answers a
			where a.assessment_id = assessment.id and a.respondent_id is null and a.as_of > submit_assessment.as_of
		) then
		perform private.refuse('DK006', 'as_of');
	end if;
	if (result ->> 'checklist', result ->> 'version', result ->> 'form', result ->> 'asOf') is distinct from (
		assessment.checklist_id, assessment.checklist_version, assessment.form, submit_assessment.as_of::text
	) then
		perform private.refuse('DK006', 'result');
	end if;
	insert into public.assessment_scores (assessment_id, result, sha256)
	select assessment.id, submit_assessment.result, c.sha256
	from public.checklists c
	where c.id = assessment.checklist_id and c.version = assessment.checklist_version;
	update public.assessments a
	set status = 'submitted', as_of = submit_assessment.as_of, submitted_by = user_id, submitted_at = now()
	where a.id = assessment.id;
end
$$;
comment on function public.submit_assessment(uuid, uuid, integer, date, jsonb) is
	'Class C. Ends a draft for good and keeps its score, which the server has computed from the answers in `expected_state`, for the person it names: coordinator, mentor or PKC. Server only. DK001, DK002, DK004 (not a draft), DK006 (detail: field), DK007 (answers changed meanwhile).';

-- Now, not only with the privileges of the last file: whoever may run it speaks for anybody.
revoke all on function public.submit_assessment(uuid, uuid, integer, date, jsonb) from public;

create function public.confirm_assessment(id uuid)
returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
	assessment constant public.assessments := private.led_assessment(id);
begin
	if assessment.community_id not in (select private.confirmed_communities())
		or assessment.submitted_by = auth.uid() then
		perform private.refuse('DK001');
	end if;
	if assessment.status <> 'submitted' then
		perform private.refuse('DK004', 'status');
	end if;
	update public.assessments a
	set status = 'confirmed', confirmed_by = auth.uid(), confirmed_at = now()
	where a.id = assessment.id;
end
$$;
comment on function public.confirm_assessment(uuid) is
	'Class C. A mentor or PKC who did not submit it confirms a submitted assessment. DK001, DK002, DK004.';

-- Whether the caller, who leads it, may put it aside. A draft ends for all who write in it: its community decides that, or
-- who began it.
create function private.may_archive(assessment public.assessments)
returns boolean
language sql
stable
security definer
set search_path = ''
as $$
	select assessment.status <> 'draft'
		or assessment.created_by is not distinct from auth.uid()
		or assessment.community_id in (select private.coordinated_communities())
$$;

create function public.archive_assessment(id uuid)
returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
	assessment constant public.assessments := private.led_assessment(id);
begin
	if not private.may_archive(assessment) then
		perform private.refuse('DK001');
	end if;
	if assessment.status = 'archived' then
		perform private.refuse('DK004', 'status');
	end if;
	update public.assessments a set status = 'archived', archived_at = now() where a.id = assessment.id;
end
$$;
comment on function public.archive_assessment(uuid) is
	'Class C. Coordinator, mentor or PKC puts an assessment aside; a draft only the coordinator or who began it: it is then over, and its answers can only be taken over by a correction. DK001, DK002, DK004.';
