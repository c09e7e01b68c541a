-- What a community plans to do about its gaps. The municipality sees of it what the community shares, and may reply.
--
-- Security definer: who replied, and when, is written by nobody directly, and civil protection reads no rows of the table.

create function public.save_plan_item(data jsonb)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
	given constant jsonb := private.form(data, array[
		'id', 'community_id', 'assessment_id', 'item_id', 'text', 'owner_role', 'helper', 'due_on', 'status', 'shared',
		'expected_updated_at'
	]);
	before public.plan_items;
	after public.plan_items;
	failed_column text;
	failed_constraint text;
begin
	perform private.require_user();
	select p.* into before from public.plan_items p where p.id = (given ->> 'id')::uuid;
	if before.id is not null and before.community_id not in (select private.seen_communities()) then
		perform private.refuse('DK002');
	end if;
	perform private.led_community(coalesce(before.community_id, (given ->> 'community_id')::uuid));
	-- Read again, now that the community is locked.
	select p.* into before from public.plan_items p where p.id = (given ->> 'id')::uuid;
	if before.id is null then
		after := jsonb_populate_record(null::public.plan_items, '{"status": "open", "shared": false}' || given);
		after.created_at := now();
		after.updated_at := now();
	else
		after := jsonb_populate_record(before, given - 'community_id');
	end if;
	if after.assessment_id is not null and not exists (
		select from public.assessments a where a.id = after.assessment_id and a.community_id = after.community_id
	) then
		perform private.refuse('DK006', 'assessment_id');
	end if;
	-- What the municipality is told, the community itself decides; anybody who leads may take it back.
	if after.shared
		and before.shared is distinct from true
		and after.community_id not in (select private.coordinated_communities()) then
		perform private.refuse('DK001', 'shared');
	end if;
	if before.id is null then
		insert into public.plan_items values (after.*);
	-- Sent again, it finds itself done; a first sending that comes late overwrites nothing.
	elsif after is distinct from before then
		perform private.check_seen(given, before.updated_at);
		update public.plan_items p
		set assessment_id = after.assessment_id,
			item_id = after.item_id,
			text = after.text,
			owner_role = after.owner_role,
			helper = after.helper,
			due_on = after.due_on,
			status = after.status,
			shared = after.shared
		where p.id = after.id;
	end if;
	return (select to_jsonb(p) - 'replied_by' from public.plan_items p where p.id = after.id);
exception
	when data_exception or integrity_constraint_violation then
		get stacked diagnostics failed_column = column_name, failed_constraint = constraint_name;
		perform private.refuse_form(failed_column, failed_constraint);
end
$$;
comment on function public.save_plan_item(jsonb) is
	'Class C. Coordinator, mentor or PKC adds a step under an `id` made by the device, or changes the given fields of one that is as it was at `expected_updated_at`; returns it. Only the coordinator shares a step with the municipality. DK001 (detail: shared), DK002, DK004 (community not approved), DK006 (detail: field), DK007.';

-- Without the item of the checklist it came from, and without the assessment: these tell of gaps.
create function public.shared_plan_items()
returns table (
	id uuid,
	community_id uuid,
	text text,
	owner_role text,
	helper text,
	due_on date,
	status text,
	municipality_reply text,
	replied_at timestamptz,
	created_at timestamptz,
	updated_at timestamptz
)
language sql
stable
security definer
set search_path = ''
as $$
	select
		p.id, p.community_id, p.text, p.owner_role, p.helper, p.due_on, p.status, p.municipality_reply, p.replied_at,
		p.created_at, p.updated_at
	from public.plan_items p
	where p.shared and p.community_id in (select private.protected_communities())
	order by p.created_at, p.id
$$;
comment on function public.shared_plan_items() is
	'Class C. The steps that communities share with the municipality whose civil protection the caller is, in the order in which they were added.';

-- A shared step to which the caller may reply.
create function private.step_to_reply(id uuid)
returns public.plan_items
language plpgsql
security definer
set search_path = ''
as $$
declare
	step public.plan_items;
begin
	select p.* into step from public.plan_items p where p.id = step_to_reply.id;
	if step.shared and step.community_id in (select private.protected_communities()) then
		return step;
	end if;
	perform private.refuse(
		case when step.community_id in (select private.seen_communities()) then 'DK001' else 'DK002' end
	);
end
$$;

create function public.reply_plan_item(id uuid, text text, expected_updated_at timestamptz)
returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
	reply constant text := nullif(btrim(reply_plan_item.text), '');
	step public.plan_items;
begin
	perform private.require_user();
	perform private.step_to_reply(id);
	perform from public.plan_items p where p.id = reply_plan_item.id for update;
	-- Read again, now that it is locked.
	step := private.step_to_reply(id);
	-- Sent again, it finds itself done.
	if (step.municipality_reply, step.replied_by, step.replied_at)
		is not distinct from (reply, auth.uid(), step.updated_at) then
		return;
	end if;
	-- A reply is to the words that were read.
	if expected_updated_at is distinct from step.updated_at then
		perform private.refuse('DK007');
	end if;
	update public.plan_items p
	set municipality_reply = reply, replied_at = now(), replied_by = auth.uid()
	where p.id = step.id;
exception
	when check_violation then
		perform private.refuse('DK006', 'text');
end
$$;
comment on function public.reply_plan_item(uuid, text, timestamptz) is
	'Class C. Civil protection of the municipality replies to a shared step that is as it was at `expected_updated_at`; an empty text takes the reply back. DK001, DK002, DK006, DK007.';
