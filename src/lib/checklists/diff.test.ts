import { describe, expect, it } from 'vitest';
import { definition, item, text } from '../../../tests/scoring/small-checklist.ts';
import { diffDefinitions, meaningChangedSince } from './diff.ts';
import { compareVersions } from './versions.ts';

const older = definition([item('1.1', 'a'), item('1.2', 'a'), item('1.3', 'a'), item('2.1', 'b')]);
const newer = definition(
	[
		item('1.1', 'a', { title: { ...text('Item 1.1'), ru: 'Иначе' } }),
		item('1.3', 'a', { weight: 2, hazard: 'flood', quick: false, meaningChanged: '1.10.0' }),
		item('1.4', 'a'),
		item('2.1', 'b', { levels: [text('none'), text('begun'), text('there'), text('tested')] })
	],
	{ version: '1.10.0' }
);

describe('diffDefinitions', () => {
	it('tells what was added, removed and changed', () => {
		expect(diffDefinitions(older, newer)).toEqual({
			added: ['1.4'],
			removed: ['1.2'],
			meaningChanged: ['1.3'],
			reworded: [
				{ item: '1.1', texts: ['title.ru'] },
				{ item: '2.1', texts: ['levels.1.lv', 'levels.1.en', 'levels.1.ru'] }
			],
			rulesChanged: [{ item: '1.3', fields: ['weight', 'quick', 'hazard'] }]
		});
	});

	it('finds nothing between a version and itself', () => {
		expect(diffDefinitions(newer, newer)).toEqual({
			added: [],
			removed: [],
			meaningChanged: [],
			reworded: [],
			rulesChanged: []
		});
	});
});

describe('meaningChangedSince', () => {
	it('counts versions as numbers', () => {
		const changed = item('1.1', 'a', { meaningChanged: '1.10.0' });
		expect(meaningChangedSince(changed, '1.9.9')).toBe(true);
		expect(meaningChangedSince(changed, '1.10.0')).toBe(false);
		expect(meaningChangedSince(changed, '2.0.0')).toBe(false);
		expect(meaningChangedSince(item('1.1', 'a'), '1.0.0')).toBe(false);
	});
});

describe('compareVersions', () => {
	it('puts versions in order', () => {
		const order = ['10.0.0', '1.10.0', '1.2.10', '1.2.9', '2.0.0', '1.2.9'].sort(compareVersions);
		expect(order).toEqual(['1.2.9', '1.2.9', '1.2.10', '1.10.0', '2.0.0', '10.0.0']);
		expect(compareVersions('1.0.0', '1.0.0')).toBe(0);
	});
});
