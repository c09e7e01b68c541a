-- What the pages of assessments show, each with one call.

-- Security invoker: the policies of the tables are all it needs.
create function public.assessment_overview(community_id uuid)
returns table (
	id uuid,
	round text,
	checklist_id text,
	checklist_version text,
	form text,
	mode text,
	source text,
	status text,
	revises uuid,
	created_at timestamptz,
	submitted_at timestamptz,
	confirmed_at timestamptz,
	archived_at timestamptz,
	as_of date,
	answered integer,
	last_written_at timestamptz,
	grade text,
	index double precision,
	completeness double precision
)
language sql
stable
security invoker
set search_path = ''
as $$
	select
		a.id, a.round, a.checklist_id, a.checklist_version, a.form, a.mode, a.source, a.status, a.revises, a.created_at,
		a.submitted_at, a.confirmed_at, a.archived_at, a.as_of, own.answered, own.last_written_at,
		s.result ->> 'grade', (s.result ->> 'index')::double precision, (s.result ->> 'completeness')::double precision
	from public.assessments a
	left join public.assessment_scores s on s.assessment_id = a.id
	cross join lateral (
		select count(w.value)::integer as answered, max(w.written_at) as last_written_at
		from public.answers w
		where w.assessment_id = a.id and w.respondent_id is null
	) own
	where a.community_id = assessment_overview.community_id
	order by a.created_at desc, a.id
$$;
comment on function public.assessment_overview(uuid) is
	'Class C. The assessments of a community, newest first, for those who see them.';

-- Security definer: names of fellow members, links and respondents lie in tables that the caller may not read.
create function public.assessment_view(id uuid)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
	assessment constant public.assessments := private.seen_assessment(id);
	leads constant boolean := assessment.community_id in (select private.led_communities());
begin
	return jsonb_build_object(
		'assessment', to_jsonb(assessment) - 'meeting' || jsonb_build_object(
			'community_name', private.scope_name('community', assessment.community_id::text),
			'created_by_name', private.name_of(assessment.created_by),
			'submitted_by_name', private.name_of(assessment.submitted_by),
			'confirmed_by_name', private.name_of(assessment.confirmed_by)
		),
		'state', private.state_of(assessment),
		'may_lead', leads,
		'may_archive', leads and private.may_archive(assessment),
		'may_confirm', assessment.community_id in (select private.confirmed_communities())
			and assessment.submitted_by is distinct from auth.uid(),
		'answers', (
			select coalesce(jsonb_agg(private.answer_json(a) order by a.item_id), '[]')
			from public.answers a
			where a.assessment_id = assessment.id and a.respondent_id is null
		),
		'respondents', (
			select jsonb_build_object('joined', count(*), 'finished', count(r.finished_at))
			from public.respondents r
			where r.assessment_id = assessment.id and r.revoked_at is null
		),
		'links', (
			select coalesce(
				jsonb_agg(
					jsonb_build_object(
						'id', l.id, 'created_at', l.created_at, 'expires_at', l.expires_at,
						'state', private.link_state(l, assessment)
					)
					order by l.created_at, l.id
				),
				'[]'
			)
			from public.respondent_links l
			where l.assessment_id = assessment.id and leads
		),
		'score', (
			select to_jsonb(s) - 'assessment_id' from public.assessment_scores s where s.assessment_id = assessment.id
		),
		'plan', (
			select coalesce(jsonb_agg(to_jsonb(p) - 'replied_by' order by p.created_at, p.id), '[]')
			from public.plan_items p
			where p.assessment_id = assessment.id
		)
	);
end
$$;
comment on function public.assessment_view(uuid) is
	'Class C. An assessment with everything its pages show: what the caller may do with it, answers of the community, its state, how many respondents joined and finished, links (for those who lead it), score, plan. DK002.';
