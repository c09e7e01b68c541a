import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import { itemAnchor, type Reading } from '$lib/assessments/reading.ts';
import { overviewRow } from '$lib/assessments/round.ts';
import type { Definition } from '$lib/checklists/types.ts';
import { compare } from '$lib/scoring/compare.ts';
import { score } from '$lib/scoring/score.ts';
import { answers, context, definition, item } from '../../../../../tests/scoring/small-checklist.ts';
import Changes from './Changes.svelte';

const first = definition([item('1.1', 'a'), item('1.2', 'a'), item('2.1', 'b')]);
/** 1.2 came to mean something else, 2.2 is new. */
const second = definition(
	[item('1.1', 'a'), item('1.2', 'a', { meaningChanged: '1.1.0' }), item('2.1', 'b'), item('2.2', 'b')],
	{ version: '1.1.0' }
);

/** What the page says when a round, made with one version, came before one made with another. */
function shown(before: Definition, now: Definition): string {
	const earlier = score(before, answers({ '1.1': 1, '1.2': 1, '2.1': 3 }), context());
	const later = score(now, answers({ '1.1': 3, '1.2': 3, '2.1': 3, '2.2': 0 }), context());
	const previous = overviewRow.parse({
		...{ id: '00000000-0000-4000-8000-000000000001', round: 'Pavasaris', checklist_id: before.id },
		...{ checklist_version: before.version, form: 'full', mode: 'together', source: 'screen' },
		...{ status: 'submitted', revises: null, created_at: '2026-05-01T10:00:00+00:00', archived_at: null },
		...{ submitted_at: '2026-05-03T10:00:00+00:00', confirmed_at: null, as_of: '2026-05-03', answered: 3 },
		...{ last_written_at: null, grade: null, index: null, completeness: null }
	});
	const reading: Reading = {
		...{ definition: now, context: context(), result: later, items: now.items, given: [] },
		href: (domain, one) => (one === undefined ? `#answers-${domain}` : `#${itemAnchor(one)}`)
	};
	const change = { previous, comparison: compare(earlier, later, now) };
	// Marks of hydration stand between words.
	return render(Changes, { props: { change, reading } }).body.replaceAll(/<!--.*?-->/g, '');
}

describe('what changed since the round before', () => {
	it('is shown without a break over all questions, where both were made with the same version', () => {
		const html = shown(first, first);
		expect(html).not.toContain('data-break');
		expect(html).toContain('toreiz 67, tagad 100 no 100');
		expect(html).toContain(`#${itemAnchor('1.1')}`);
		expect(html).toContain(`#${itemAnchor('1.2')}`);
	});

	it('has a break between versions, and compares only questions that mean the same in both', () => {
		const html = shown(first, second);
		const words = /<p data-break[^>]*>(?<words>[^<]*)</.exec(html)?.groups?.words ?? '';
		expect(words).toContain('1.0.0');
		expect(words).toContain('1.1.0');
		expect(html).toContain(`#${itemAnchor('1.1')}`);
		// Better in numbers, but no longer the same question; and a new one is nothing that became worse.
		expect(html).not.toContain(`#${itemAnchor('1.2')}`);
		expect(html).not.toContain(`#${itemAnchor('2.2')}`);
	});
});
