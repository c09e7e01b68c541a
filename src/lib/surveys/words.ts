import type { PublicStatus, SurveyFinding } from '../activity/types.ts';
import { activityLayer } from '../layers/activity.ts';
import type { LayerClass } from '../layers/types.ts';

/** The status that each finding means while nothing newer is known. */
const STATUS = {
	active: 'active',
	emerging: 'emerging',
	dormant: 'dormant',
	nobody: 'inactive'
} satisfies Record<SurveyFinding, PublicStatus>;

/** Word, colour and pattern of a finding: those of its status on the map. */
export function findingClass(finding: SurveyFinding): LayerClass {
	return activityLayer.classes.find(({ id }) => id === STATUS[finding]) ?? activityLayer.noData;
}
