/** A mistake in what the build was given; its message says what to do and is all that is printed. */
export class SourceError extends Error {
	override name = 'SourceError';
}
