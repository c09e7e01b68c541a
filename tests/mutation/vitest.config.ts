import { defineConfig } from 'vitest/config';

/**
 * The examples and worked cases of the scoring engine alone: what is changed by a mutant must make one of them fail.
 * Properties would notice more, but not the same every time, and slowly.
 */
export default defineConfig({
	test: {
		include: ['src/lib/scoring/*.test.ts'],
		exclude: ['**/*.properties.test.ts'],
		environment: 'node',
		reporters: ['dot']
	}
});
