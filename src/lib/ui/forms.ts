/** Reading a form: either its data, or what to show again beside the fields. Works without script. */
import { fail, type ActionFailure } from '@sveltejs/kit';
import { z } from 'zod';
import { isProblem, type Problem } from './problems.ts';

/** What a refused form shows again. Nothing typed is lost; only secrets are typed again. */
export interface Refused {
	values: Record<string, string>;
	/** By name of the field; `form` for what concerns the whole. */
	problems: Partial<Record<string, Problem>>;
	/** A sentence about the form as a whole, in the language of the page. */
	message?: string;
}

export type Read<T> =
	({ ok: true; data: T } & { values: Record<string, string> }) | ({ ok: false } & Refused);

/**
 * Reads a form with a schema whose messages are codes of `problems.ts`. Fields the schema does not know are left out.
 * @param secrets fields that are never sent back
 */
export function readForm<S extends z.ZodObject>(
	schema: S,
	form: FormData,
	secrets: readonly string[] = []
): Read<z.output<S>> {
	const names = Object.keys(schema.shape);
	const typed = Object.fromEntries(names.map((name) => [name, text(form.get(name))]));
	const values = Object.fromEntries(Object.entries(typed).filter(([name]) => !secrets.includes(name)));
	const parsed = schema.safeParse(typed);
	if (parsed.success) return { ok: true, data: parsed.data, values };
	const problems: Refused['problems'] = {};
	for (const { path, message } of parsed.error.issues) {
		problems[String(path[0] ?? 'form')] ??= isProblem(message) ? message : 'invalid';
	}
	return { ok: false, values, problems };
}

/** What an action returns to show the form again. */
export function refuse(status: number, { values, problems, message }: Refused): ActionFailure<Refused> {
	return fail(status, { values, problems, ...(message === undefined ? {} : { message }) });
}

/** A file where a text belongs counts as nothing. */
function text(value: FormDataEntryValue | null): string {
	return typeof value === 'string' ? value : '';
}

/** Id of the control of a field; the summary of problems links to it. */
export function fieldId(name: string): string {
	return `field-${name}`;
}
