import { redirect } from '@sveltejs/kit';
import { todayInRiga } from '$lib/activity/dates.ts';
import { writeCalendar } from '$lib/assessments/ics.ts';
import { calendarDays } from '$lib/assessments/plan-words.ts';
import { m } from '$lib/i18n/paraglide/messages.js';
import { localizeHref } from '$lib/i18n/paraglide/runtime.js';
import { answer } from '$lib/server/http.ts';
import { loadPlan, openPlan } from '$lib/server/plan.ts';
import { normaliseName } from '$lib/territories/names.ts';
import type { RequestHandler } from './$types';

/** The days of a plan as a file for a calendar. Class C: for those who see the plan, and kept by nobody on the way. */
export const GET: RequestHandler = async (event) => {
	const { session, inside } = await openPlan(event);
	const plan = await answer(loadPlan(event.locals.backend, session.client, inside.id));
	const path = localizeHref(`/communities/${inside.id}/plan`);
	const days = calendarDays(
		plan.steps,
		plan.check,
		plan.latest?.definition ?? null,
		new URL(path, event.url.origin).href
	);
	// A calendar without a single day is none.
	if (days.length === 0) redirect(303, path);
	const file = `plans-${fileWord(inside.name)}C-${todayInRiga(new Date())}.ics`;
	return new Response(writeCalendar(m.plan_calendar_name({ name: inside.name }), days), {
		headers: {
			'Content-Type': 'text/calendar; charset=utf-8',
			'Content-Disposition': `attachment; filename="${file}"`,
			'Cache-Control': 'private, no-store'
		}
	});
};

/** A name as part of a file name that every system can write; empty when nothing of it is left. */
function fileWord(name: string): string {
	const word = normaliseName(name)
		.replace(/[^a-z0-9]+/g, '-')
		.slice(0, 60)
		.replace(/^-+|-+$/g, '');
	return word === '' ? '' : `${word}-`;
}
