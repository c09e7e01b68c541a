/** Which of two versions of three numbers is newer: negative when `a` is older, 0 when they are the same. */
export function compareVersions(a: string, b: string): number {
	const [left, right] = [a.split('.').map(Number), b.split('.').map(Number)];
	for (const position of [0, 1, 2]) {
		const difference = (left[position] ?? 0) - (right[position] ?? 0);
		if (difference !== 0) return difference;
	}
	return 0;
}
