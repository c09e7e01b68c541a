/**
 * Answers whose time tells nothing: whether an address is known, or a password was even looked at.
 */

/** Longer than hashing a password takes on a slow machine. */
const STEP_MS = 600;

/**
 * Waits for the work, and then for the end of the running step of time since it began. Work that differs by less
 * than a step takes equally long, failed or not.
 */
export async function steadily<T>(work: () => Promise<T>, step = STEP_MS): Promise<T> {
	const began = performance.now();
	try {
		return await work();
	} finally {
		const left = step - ((performance.now() - began) % step);
		await new Promise((resolve) => setTimeout(resolve, left));
	}
}
