import { describe, expect, it } from 'vitest';
import { activityStatus, publicStatus } from '../activity/status.ts';
import type { ActivityFacts } from '../activity/types.ts';
import { formatSpan } from '../i18n/format.ts';
import { lastEvidenceText, whySentence } from './activity-words.ts';

const TODAY = '2026-03-15';
const YEARS = formatSpan('2019-01-01', '2025-10-29', 'period');
const year = (text: string) => formatSpan(`${text}-01-01`, `${text}-01-01`, 'year');

const NOTHING: ActivityFacts = {
	freshLast: null,
	freshLastImprecise: false,
	freshSecond: null,
	endLast: null,
	endLastStartsOn: null,
	endLastPrecision: null,
	reachableOn: null,
	reachableBy: null,
	surveyOn: null,
	surveyFinding: null,
	surveyOrganisation: null,
	communities: 0,
	activities: 0
};

/** The sentence for facts, through the real rule. */
function why(facts: Partial<ActivityFacts>, inBorderZone = false): string {
	return whySentence(publicStatus(activityStatus({ ...NOTHING, ...facts }, TODAY), inBorderZone));
}

const activityOn = (day: string): Partial<ActivityFacts> => ({
	freshLast: day,
	endLast: day,
	endLastStartsOn: day,
	endLastPrecision: 'day'
});

describe('whySentence', () => {
	it.each<[string, Partial<ActivityFacts>, string]>([
		[
			'a recent day',
			activityOn('2026-01-10'),
			'Pēdējo 12 mēnešu laikā šeit kaut kas ir noticis (2026. gada 10. janvāris).'
		],
		[
			'a recent month',
			{ ...activityOn('2025-10-31'), endLastStartsOn: '2025-10-01', endLastPrecision: 'month' },
			`Pēdējo 12 mēnešu laikā šeit kaut kas ir noticis (${formatSpan('2025-10-01', '2025-10-31', 'month')}).`
		],
		[
			'a long period that began lately',
			{
				freshLast: '2025-06-01',
				freshLastImprecise: true,
				endLast: TODAY,
				endLastStartsOn: '2025-06-01',
				endLastPrecision: 'period'
			},
			`Pēdējo 12 mēnešu laikā šeit ir sākts ilgāks darbs (${year('2025')}); precīzāks laiks nav zināms.`
		],
		[
			'two within two years',
			{ ...activityOn('2024-12-01'), freshSecond: '2024-06-01' },
			'Pēdējo 24 mēnešu laikā šeit ir notikuši vismaz divi pasākumi (jaunākais: 2024. gada 1. decembris).'
		],
		[
			'a survey that found people active, with its organisation',
			{ surveyOn: '2026-02-01', surveyFinding: 'active', surveyOrganisation: 'PKC' },
			'Vieta ir apzināta (2026. gada 1. februāris, PKC): kopiena darbojas.'
		],
		[
			'a known community',
			{ reachableOn: '2025-12-31', reachableBy: 'community' },
			'Šeit ir zināma kopiena, ar kuru var sākt (jaunākās ziņas: 2025. gada 31. decembris).'
		],
		[
			'an agreement',
			{ reachableOn: '2025-10-29', reachableBy: 'agreement' },
			'Šejienes kopiena vai vieta ir noslēgusi vienošanos (2025. gada 29. oktobris).'
		],
		[
			'a survey that found somebody to start with',
			{ reachableOn: '2025-10-29', reachableBy: 'survey' },
			'Vieta ir apzināta (2025. gada 29. oktobris): ir cilvēki, ar ko sākt.'
		],
		[
			'years known only as a period',
			{
				freshLast: '2019-01-01',
				freshLastImprecise: true,
				endLast: '2025-10-29',
				endLastStartsOn: '2019-01-01',
				endLastPrecision: 'period'
			},
			`Šeit agrāk kaut kas ir noticis (${YEARS}), bet jaunāku ziņu nav.`
		],
		[
			'a survey that found people gone quiet',
			{ surveyOn: '2025-02-01', surveyFinding: 'dormant' },
			'Vieta ir apzināta (2025. gada 1. februāris): kopiena ir pieklususi.'
		],
		[
			'nobody found and nothing newer',
			{ surveyOn: '2025-02-01', surveyFinding: 'nobody' },
			'Vieta ir apzināta (2025. gada 1. februāris): kopienu neatradām. Jaunāku ziņu nav.'
		],
		[
			'facts too old to judge by',
			activityOn('2015-05-05'),
			`Ziņas par šo vietu (${year('2015')}) ir pārāk senas, lai pēc tām spriestu.`
		],
		['nothing', {}, 'Mums vēl nav ziņu par šo vietu. Tas nenozīmē, ka te nekas nenotiek.']
	])('%s', (_name, facts, sentence) => {
		expect(why(facts)).toBe(sentence);
	});

	it('says the same inside the border zone whatever lies behind “no news”', () => {
		const sentences = [
			why({}, true),
			why(activityOn('2023-05-05'), true),
			why({ surveyOn: '2026-02-01', surveyFinding: 'nobody' }, true)
		];
		expect(new Set(sentences)).toEqual(
			new Set(['Publisku ziņu par šo vietu vēl nav. Austrumu pierobežā plašākas ziņas nerādām.'])
		);
	});

	it('claims no day where only a newer period hides the span', () => {
		const sentence = why({ ...activityOn('2026-01-10'), endLast: TODAY, endLastPrecision: 'period' });
		expect(sentence).toBe(`Pēdējo 12 mēnešu laikā šeit kaut kas ir noticis (${year('2026')}).`);
	});
});

describe('lastEvidenceText', () => {
	it('is nothing when nothing is known', () => {
		expect(lastEvidenceText(null)).toBeNull();
		expect(lastEvidenceText(NOTHING)).toBeNull();
	});

	it('takes the newest fact', () => {
		const facts = {
			...NOTHING,
			...activityOn('2024-05-05'),
			reachableOn: '2025-10-29',
			reachableBy: 'agreement' as const
		};
		expect(lastEvidenceText(facts)).toBe('Vienošanās, 2025. gada 29. oktobris');
		expect(lastEvidenceText({ ...facts, surveyOn: '2026-01-01', surveyFinding: 'nobody' })).toBe(
			'Vieta apzināta, 2026. gada 1. janvāris'
		);
	});

	it('lets the exact date speak when a long period ends on the same day', () => {
		const facts: ActivityFacts = {
			...NOTHING,
			endLast: '2025-10-29',
			endLastStartsOn: '2019-01-01',
			endLastPrecision: 'period'
		};
		expect(lastEvidenceText(facts)).toBe(`Pasākums, ${YEARS} (laiks neprecīzs)`);
		expect(lastEvidenceText({ ...facts, reachableOn: '2025-10-29', reachableBy: 'agreement' })).toBe(
			'Vienošanās, 2025. gada 29. oktobris'
		);
	});

	it('does not call a period of a year inexact', () => {
		const facts: ActivityFacts = {
			...NOTHING,
			endLast: '2025-12-31',
			endLastStartsOn: '2025-01-01',
			endLastPrecision: 'period'
		};
		expect(lastEvidenceText(facts)).toBe(`Pasākums, ${year('2025')}`);
	});
});
