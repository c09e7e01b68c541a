/**
 * How often something may be tried. Counted in the memory of this process: a restart forgets, and several processes
 * count each for themselves.
 */
import { createHash } from 'node:crypto';
import { isIPv6 } from 'node:net';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { z } from 'zod';
import { AppError } from './errors.ts';

const MINUTE = 60;
const HOUR = 60 * MINUTE;

/** So many times within so many seconds. */
type Limit = readonly [times: number, seconds: number];

/** Reading open data over the API: a program that reads everything once needs some fifty. `/about/api` says it. */
export const OPEN_DATA: Limit = [600, 10 * MINUTE];

/**
 * Per `address` of the network: generous, because a training with forty people sits behind one. Per `subject` (an
 * e-mail address, or the person who acts): what one person needs, and little enough that six digits are not guessed.
 */
const LIMITS = {
	/** Asking for a letter with a code. */
	code: { address: [100, HOUR], subject: [5, 15 * MINUTE] },
	/** Typing a code in. */
	code_check: { address: [300, HOUR], subject: [8, 15 * MINUTE] },
	password: { address: [300, HOUR], subject: [8, 15 * MINUTE] },
	/** Acting as a sample person, in demo mode. */
	sample: { address: [300, HOUR], subject: [300, HOUR] },
	/** Opening an invitation by its token. */
	invitation: { address: [120, HOUR], subject: [60, HOUR] },
	/** Inviting somebody. */
	invite: { address: [200, HOUR], subject: [40, HOUR] },
	/** Letters that invite, by whom they are written to: nobody's mailbox is to be filled from here. */
	letter: { address: [200, HOUR], subject: [5, 24 * HOUR] },
	/** Registering a community. */
	register: { address: [60, HOUR], subject: [10, HOUR] },
	/** A copy of one's data, or the end of an account. */
	account: { address: [100, HOUR], subject: [20, HOUR] },
	/** Opening a link of respondents, and joining by it, by device. Not by link: one person could shut it for a village. */
	join: { address: [600, HOUR], subject: [60, HOUR] },
	/** Opening the link of a poll, and ballots cast by it. Not by link, as above; a ballot names no device. */
	poll: { address: [600, HOUR], subject: [600, HOUR] },
	ballot: { address: [200, HOUR], subject: [20, HOUR] },
	/** Fetching a table from an address that somebody typed. */
	fetch: { address: [100, HOUR], subject: [60, HOUR] },
	/** Reading and writing answers of a round, by device or person: forty phones in one hall, each busy. */
	answers: { address: [12_000, 10 * MINUTE], subject: [600, 10 * MINUTE] },
	/** Taking the map along as a file, by person where more than the public is in it. */
	export: { address: [600, HOUR], subject: [120, HOUR] },
	/** Scoring answers over the API. Pages score by themselves. */
	score: { address: [600, 10 * MINUTE], subject: [600, 10 * MINUTE] },
	open_data: { address: OPEN_DATA, subject: OPEN_DATA }
} as const satisfies Record<string, { address: Limit; subject: Limit }>;

export type Limited = keyof typeof LIMITS;

/** What an attempt is counted for. */
export interface Attempt {
	/** Address of the visitor in the network, as `event.getClientAddress()` tells it. */
	address: string;
	/** An e-mail address or the id of a person; kept as a hash only. */
	subject?: string | undefined;
}

/** What an address of the network still has of a limit. */
export interface Allowance {
	/** So many times … */
	times: number;
	/** … within so many seconds. */
	seconds: number;
	/** Times that are left. */
	remaining: number;
	/** Whole seconds until all of them are there again. */
	reset: number;
}

/** Too often. `retryAfter` in whole seconds. */
export class LimitError extends AppError {
	readonly what: Limited;
	readonly allowance: Allowance;

	constructor(what: Limited, allowance: Allowance) {
		const { reset } = allowance;
		super('too_many_requests', `Too many attempts (${what}); the next one is possible in ${reset} s.`);
		this.what = what;
		this.allowance = allowance;
	}

	get retryAfter(): number {
		return this.allowance.reset;
	}
}

export interface Limiter {
	/**
	 * Counts an attempt.
	 * @returns what its address of the network has left
	 * @throws LimitError when it is one too many
	 */
	spend(what: Limited, attempt: Attempt): Promise<Allowance>;
	/** Forgets the attempts of a subject: it was the right person after all. */
	forgive(what: Limited, subject: string): Promise<void>;
}

/**
 * A limiter that knows nothing yet.
 * @param factor how many times as generous as written above: for tests, and for a big event
 */
export function createLimiter(factor = 1): Limiter {
	const counters = new Map<string, RateLimiterMemory>();
	const counter = (what: Limited, by: 'address' | 'subject'): RateLimiterMemory => {
		const name = `${what}:${by}`;
		const [times, seconds] = LIMITS[what][by];
		const found =
			counters.get(name) ??
			new RateLimiterMemory({ keyPrefix: name, points: Math.ceil(times * factor), duration: seconds });
		counters.set(name, found);
		return found;
	};
	return {
		async spend(what, { address, subject }) {
			const allowance = await consume(what, counter(what, 'address'), networkOf(address));
			if (subject !== undefined) await consume(what, counter(what, 'subject'), hash(subject));
			return allowance;
		},
		async forgive(what, subject) {
			await counter(what, 'subject').delete(hash(subject));
		}
	};
}

async function consume(what: Limited, counter: RateLimiterMemory, key: string): Promise<Allowance> {
	try {
		return allowanceOf(counter, await counter.consume(key));
	} catch (reason) {
		if (!(reason instanceof RateLimiterRes)) throw reason;
		throw new LimitError(what, allowanceOf(counter, reason));
	}
}

function allowanceOf({ points, duration }: RateLimiterMemory, left: RateLimiterRes): Allowance {
	return {
		times: points,
		seconds: duration,
		remaining: left.remainingPoints,
		reset: Math.max(1, Math.ceil(left.msBeforeNext / 1000))
	};
}

/** One subscriber has 2^64 addresses of IPv6: its network counts as one. */
export function networkOf(address: string): string {
	if (!isIPv6(address) || /^::ffff:/i.test(address)) return address.replace(/^::ffff:/i, '');
	const [head = '', tail] = address.toLowerCase().split('%')[0]?.split('::') ?? [];
	const left = head === '' ? [] : head.split(':');
	const right = tail === undefined || tail === '' ? [] : tail.split(':');
	const groups = [...left, ...Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0'), ...right];
	return `${groups
		.slice(0, 4)
		.map((group) => group.replace(/^0+(?=.)/, ''))
		.join(':')}::/64`;
}

/** What people typed is not kept in memory as it is. */
function hash(subject: string): string {
	return createHash('sha256').update(subject.trim().toLowerCase()).digest('base64url');
}

/**
 * The limiter of this process; kept on `globalThis` because `npm run dev` loads modules anew after each edit.
 * @param env `RATE_LIMIT_FACTOR`: how many times as generous (1)
 */
export function processLimiter(env: Readonly<Record<string, string | undefined>>): Limiter {
	return (holder[KEY] ??= createLimiter(z.coerce.number().positive().catch(1).parse(env.RATE_LIMIT_FACTOR)));
}

const KEY = Symbol.for('drosa-kopiena.limiter');
const holder = globalThis as { [KEY]?: Limiter };
