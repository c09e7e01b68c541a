import adapter from '@sveltejs/adapter-node';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';

/** @type {import('@sveltejs/kit').Config} */
const config = {
	preprocess: vitePreprocess(),
	kit: {
		adapter: adapter({ precompress: true }),
		alias: { $tests: 'tests' },
		// Registered by the pages that work offline only (src/lib/offline/register.ts).
		serviceWorker: { register: false },
		csp: {
			mode: 'nonce',
			directives: {
				'default-src': ['none'],
				'script-src': ['self'],
				// MapLibre sizes its canvas and markers through style attributes; style elements stay ours.
				'style-src': ['self'],
				'style-src-attr': ['unsafe-inline'],
				'img-src': ['self', 'data:', 'blob:'],
				'font-src': ['self'],
				'connect-src': ['self'],
				'worker-src': ['self'],
				'manifest-src': ['self'],
				'form-action': ['self'],
				'base-uri': ['self'],
				'frame-ancestors': ['none'],
				'object-src': ['none']
			}
		},
		typescript: {
			config(config) {
				config.include = [
					...config.include,
					'../src/cli/**/*.ts',
					'../playwright.config.ts',
					'../eslint.config.js',
					'../tests/**/*.ts'
				];
			}
		}
	}
};

export default config;
