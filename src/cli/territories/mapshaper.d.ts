/** The part of mapshaper's programming interface that the build uses; the package ships no types. */
declare module 'mapshaper' {
	const mapshaper: {
		/** Runs command-line text over files given by name; returns the files it would have written. */
		applyCommands(
			commands: string,
			input: Record<string, Uint8Array | string>
		): Promise<Record<string, Buffer | string>>;
	};
	export default mapshaper;
}
