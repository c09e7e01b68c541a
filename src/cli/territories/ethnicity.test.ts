import { describe, expect, it } from 'vitest';
import { SourceError } from './errors.ts';
import { basisOf, sharesOf, type Composition } from './ethnicity.ts';

const nothing: Composition = {
	...{ total: null, latvians: null, russians: null, belarusians: null, ukrainians: null, poles: null },
	...{ latvianShare: null, note: '' }
};
const shares = (row: Partial<Composition>) => sharesOf({ ...nothing, ...row }, 'Istras pagasts');

describe('sharesOf', () => {
	it('counts', () => {
		expect(
			shares({ total: 661, latvians: 130, russians: 467, belarusians: 40, latvianShare: 19.67 })
		).toEqual({
			'minority-share': 80.33,
			'russian-share': 70.65,
			'belarusian-share': 6.05
		});
	});

	it('says nothing of a group that is not named, and 0 of one of which there is nobody', () => {
		const found = shares({ total: 100, latvians: 90, poles: 0 });
		expect(found).toEqual({ 'minority-share': 10, 'polish-share': 0 });
	});

	it('says nothing at all without figures', () => {
		expect(shares({})).toEqual({});
		expect(shares({ russians: 100 })).toEqual({});
		expect(shares({ total: 1000 })).toEqual({});
	});

	it('finds the number of residents from the Latvians and their share', () => {
		// 9494 of 28517.
		expect(shares({ latvians: 9494, russians: 12182, latvianShare: 33.29 })).toEqual({
			'minority-share': 66.71,
			'russian-share': 42.72
		});
	});

	it.each([
		['city; percent: lv 19.8 ru 53.6 pl 14.2 by 7.2 ua 1.9 lt 1.0 other 2.3', 19.8, 53.6, 14.2],
		['end of 2021: Latvians 59.6%, Russians 27.2%, Ukrainians 4.4%, Poles 0.9%', 59.6, 27.2, 0.9]
	])('reads stated percentages: %s', (note, latvianShare, russians, poles) => {
		expect(shares({ latvianShare, note })).toMatchObject({
			'russian-share': russians,
			'polish-share': poles
		});
	});

	it('reads no percentages that belong to other figures', () => {
		// Of another year or source: the share of Latvians differs.
		expect(shares({ latvianShare: 21.4, note: 'lv 19.8 ru 53.6' })).toEqual({ 'minority-share': 78.6 });
		// There are counts; what the note says is a remark.
		expect(shares({ total: 100, latvians: 90, latvianShare: 90, note: 'lv 90 ru 9' })).toEqual({
			'minority-share': 10
		});
	});

	it('refuses counts and share that contradict each other', () => {
		expect(() => shares({ total: 661, latvians: 130, latvianShare: 91.67 })).toThrow(SourceError);
	});
});

describe('basisOf', () => {
	it.each([
		['census 2011 counts', 'census'],
		['census 2011 counts (year inferred from totals)', 'census'],
		['PMLP 2010 counts', 'register'],
		['register end-2021 stated %', 'register'],
		['CSP 2021 estimate counts', 'estimate'],
		['CSP 2025 stated %', 'estimate'],
		['approximate (rounded %, secondary source)', 'stated'],
		['2015 stated % (city page)', 'stated']
	])('%s: %s', (words, basis) => {
		expect(basisOf(words)).toBe(basis);
	});
});
