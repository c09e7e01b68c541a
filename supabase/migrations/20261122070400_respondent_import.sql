-- Answers collected elsewhere, in KoboToolbox or ODK, come into a round: each sheet is a respondent of it, as if that
-- person had joined by a link.

alter table public.respondent_links add column imported boolean not null default false;
comment on column public.respondent_links.imported is
	'Nobody joins by it: it stands for a file of answers, so that what came with the file can be shut out together.';

-- Whether people can join by a link: `open`, or why not.
create or replace function private.link_state(link public.respondent_links, assessment public.assessments)
returns text
language sql
stable
set search_path = ''
as $$
	select case
		when link.revoked_at is not null then 'revoked'
		when link.imported then 'imported'
		when link.expires_at <= now() then 'expired'
		when assessment.status <> 'draft' or assessment.mode <> 'individual' or assessment.meeting_opened_at is not null
			then 'closed'
		else 'open'
	end
$$;

create function public.import_respondents(assessment_id uuid, link_id uuid, people jsonb)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
	assessment public.assessments := private.led_assessment(assessment_id);
	rules jsonb;
	given uuid[];
	fresh uuid[];
	failed_column text;
	failed_constraint text;
begin
	select a.* into assessment from public.assessments a where a.id = assessment.id for update;
	perform private.check_round(assessment);
	if jsonb_typeof(people) is distinct from 'array' or jsonb_array_length(people) not between 1 and 500 then
		perform private.refuse('DK006', 'people');
	end if;
	given := array(select (p.person ->> 'id')::uuid from jsonb_array_elements(people) p (person));
	-- Whoever was shut out with an earlier file comes in with this one.
	delete from public.respondents r
	where r.assessment_id = assessment.id and r.id = any (given) and r.revoked_at is not null;
	fresh := array(
		select g.id from unnest(given) g (id)
		except
		select r.id from public.respondents r where r.assessment_id = assessment.id
	);
	if fresh = '{}' then
		return jsonb_build_object('added', 0, 'known', cardinality(given));
	end if;
	if cardinality(fresh) + (
		select count(*)
		from public.respondents r
		where r.assessment_id = assessment.id and r.revoked_at is null
	) > 500 then
		perform private.refuse('DK004', 'respondents');
	end if;

	insert into public.respondent_links (id, assessment_id, token_hash, expires_at, imported, created_by)
	values (link_id, assessment.id, private.hash_of(gen_random_uuid()::text), now(), true, auth.uid());
	-- No device has their token, so nobody writes for them later. They are kept as long as those of the longest link.
	insert into public.respondents (id, assessment_id, link_id, token_hash, expires_at, finished_at)
	select f.id, assessment.id, import_respondents.link_id, private.hash_of(gen_random_uuid()::text),
		now() + interval '60 days', now()
	from unnest(fresh) f (id);

	rules := private.item_rules(assessment);
	if exists (
		select
		from jsonb_array_elements(people) p (person)
		cross join jsonb_array_elements(p.person -> 'answers') a (answer)
		cross join private.form(a.answer, array['item', 'value', 'as_of', 'evidence', 'reason', 'note']) content
		where private.answer_problem(
			rules -> (content ->> 'item'), null, jsonb_populate_record(null::public.answers, content), false
		) is not null
	) then
		perform private.refuse('DK006', 'answers');
	end if;
	-- From nobody in particular, as everything that respondents say.
	insert into public.answers (
		assessment_id, item_id, respondent_id, value, as_of, evidence, reason, note, revision, changed_at
	)
	select assessment.id, content ->> 'item', (p.person ->> 'id')::uuid,
		said.value, said.as_of, said.evidence, said.reason, said.note, 1, now()
	from jsonb_array_elements(people) p (person)
	cross join jsonb_array_elements(p.person -> 'answers') a (answer)
	cross join private.form(a.answer, array['item', 'value', 'as_of', 'evidence', 'reason', 'note']) content
	cross join jsonb_populate_record(null::public.answers, content) said
	where (p.person ->> 'id')::uuid = any (fresh);
	return jsonb_build_object('added', cardinality(fresh), 'known', cardinality(given) - cardinality(fresh));
exception
	when data_exception or integrity_constraint_violation then
		get stacked diagnostics failed_column = column_name, failed_constraint = constraint_name;
		perform private.refuse_form(failed_column, failed_constraint);
end
$$;
comment on function public.import_respondents(uuid, uuid, jsonb) is
	'Class C. Whoever leads an individual round brings in up to 500 sheets of answers collected elsewhere, all or none: `people` is a list of `{ id, answers: [{ item, value, as_of, evidence, reason, note }] }`. The id is made from that of the sheet, so that the same sheet counts once; returns how many were `added` and `known`. DK001, DK002, DK004 (detail: status, mode, meeting_opened_at, or respondents with 500 of them), DK006 (detail: people, answers, or field).';

-- Everything granted so far stays as it is; only this is added.
alter function private.apply_privileges() rename to apply_privileges_to_figures;
create function private.apply_privileges()
returns void
language plpgsql
security invoker
set search_path = ''
as $$
begin
	perform private.apply_privileges_to_figures();

	-- It asks for itself who calls.
	grant execute on function public.import_respondents(uuid, uuid, jsonb) to authenticated;
end
$$;
revoke all on function private.apply_privileges() from public;
comment on function private.apply_privileges_to_figures() is
	'The part of `private.apply_privileges` that knows everything before imports of answers; never called by itself.';
comment on function private.apply_privileges() is
	'Takes back every privilege of anon and authenticated and grants what each may have again. May be run at any time.';

select private.apply_privileges();
