/** From counts and stated percentages of one row to shares in per cent. */
import type { Basis, IndicatorId } from '../../lib/indicators/types.ts';
import { SourceError } from './errors.ts';

/** What a row of either table says; null = not said. */
export interface Composition {
	total: number | null;
	latvians: number | null;
	russians: number | null;
	belarusians: number | null;
	ukrainians: number | null;
	poles: number | null;
	/** Share of Latvians in per cent, as stated or computed by the source. */
	latvianShare: number | null;
	/** Where the source states percentages only, they stand here: `lv 19.8 ru 53.6` or `Latvians 59.6%, Russians 27.2%`. */
	note: string;
}

export type ShareId = Exclude<IndicatorId, 'population' | 'population-density' | 'border-distance'>;
export type Shares = Partial<Record<ShareId, number>>;

/** The groups, their column, and what they are called where percentages stand in a note. */
const GROUPS = [
	{ id: 'russian-share', column: 'russians', words: ['ru', 'Russians'] },
	{ id: 'belarusian-share', column: 'belarusians', words: ['by', 'Belarusians'] },
	{ id: 'ukrainian-share', column: 'ukrainians', words: ['ua', 'Ukrainians'] },
	{ id: 'polish-share', column: 'poles', words: ['pl', 'Poles'] }
] as const;

/** Largest difference, in percentage points, between a stated share of Latvians and the one counted. */
const TOLERANCE = 0.6;

/** Hundredths, as the sources have them. */
function hundredths(share: number): number {
	return Number(share.toFixed(2));
}

function stated(note: string, words: readonly string[]): number | null {
	const found = new RegExp(`\\b(?:${words.join('|')}) (\\d+(?:\\.\\d+)?)`).exec(note)?.[1];
	return found === undefined ? null : Number(found);
}

/**
 * Shares of those who are not Latvians and of four groups. What the row does not say is missing, never 0.
 * Where the number of residents is not given, it follows from the Latvians and their share. Percentages are read from
 * the note only if there are no counts and the note names the row's own share of Latvians.
 * @throws SourceError when counts and stated share of Latvians contradict each other
 */
export function sharesOf(row: Composition, context: string): Shares {
	const { latvians, latvianShare } = row;
	const counted = row.total !== null && latvians !== null ? (100 * latvians) / row.total : null;
	if (counted !== null && latvianShare !== null && Math.abs(counted - latvianShare) > TOLERANCE) {
		throw new SourceError(
			`${context}: ${latvians ?? 0} of ${row.total ?? 0} are ${counted.toFixed(2)} %, not ${latvianShare} %.`
		);
	}
	const shares: Shares = {};
	const latvianPart = counted ?? latvianShare;
	if (latvianPart !== null) shares['minority-share'] = hundredths(100 - latvianPart);

	const total = row.total ?? (latvians !== null && latvianShare ? (100 * latvians) / latvianShare : null);
	const inNote =
		latvians === null && latvianShare !== null && stated(row.note, ['lv', 'Latvians']) === latvianShare;
	for (const { id, column, words } of GROUPS) {
		const people = row[column];
		const share =
			people !== null && total !== null ? (100 * people) / total : inNote ? stated(row.note, words) : null;
		if (share !== null) shares[id] = hundredths(share);
	}
	return shares;
}

/** What was counted, from the words of the source. */
export function basisOf(words: string): Basis {
	if (words.startsWith('census')) return 'census';
	if (/^(PMLP|register)\b/.test(words)) return 'register';
	if (/^CSP \d{4}/.test(words)) return 'estimate';
	return 'stated';
}
