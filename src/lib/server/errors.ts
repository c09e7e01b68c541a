/**
 * The one error of the server: a code that pages turn into words, and an English sentence for operators and logs.
 */

/** Every code with the HTTP status it is answered with. */
const STATUS = {
	invalid_input: 400,
	unauthenticated: 401,
	forbidden: 403,
	not_found: 404,
	conflict: 409,
	/** The last coordinator of a community wants to leave. */
	last_coordinator: 409,
	/** An invitation or registration was used or decided before. */
	already_used: 409,
	/** Somebody else changed it after the form was opened. */
	changed: 409,
	/** An invitation is past its day. */
	expired: 410,
	too_many_requests: 429,
	/** The database answered with an error we did not expect. */
	database: 500,
	/** The database did not answer. */
	unavailable: 503,
	/** Reasons not to start; a visitor never meets them. */
	config: 500,
	data_dir: 500,
	locked: 500,
	migration: 500,
	port: 500,
	build: 500
} as const;

export type ErrorCode = keyof typeof STATUS;

export class AppError extends Error {
	readonly code: ErrorCode;
	/** Name of the field that is to blame, where one is. */
	readonly field: string | undefined;

	/**
	 * @param code what happened; pages choose their words by it
	 * @param message one English sentence for operators: what is wrong and, where possible, what to do
	 */
	constructor(code: ErrorCode, message: string, options?: ErrorOptions & { field?: string | undefined }) {
		super(message, options);
		this.name = 'AppError';
		this.code = code;
		this.field = options?.field;
	}

	/** HTTP status to answer with. */
	get status(): number {
		return STATUS[this.code];
	}
}

/**
 * Is this an AppError? Told by its shape, because the built server and the commands in `src/cli` carry a copy of
 * the class each.
 */
export function isAppError(error: unknown): error is AppError {
	return error instanceof Error && error.name === 'AppError' && 'code' in error && 'status' in error;
}

/** The sentence of any thrown value, on one line. */
export function sentence(error: unknown): string {
	const text = error instanceof Error ? error.message : String(error);
	return text.replace(/\s+/g, ' ').trim();
}

/**
 * Writes what was based on something that somebody else may have changed meanwhile.
 * @returns `changed` when they were faster; then nothing is written
 * @throws every other refusal of `write`
 */
export async function saveUnlessChanged(write: () => Promise<void>): Promise<'saved' | 'changed'> {
	try {
		await write();
		return 'saved';
	} catch (reason) {
		if (isAppError(reason) && reason.code === 'changed') return 'changed';
		throw reason;
	}
}
