import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

/**
 * Who may import whom among the folders of `src/lib` (ARCHITECTURE.md, "The import rule").
 * A folder may always import itself; what is not named here is refused.
 * @type {Record<string, string[]>}
 */
const MAY_IMPORT = {
	territories: [],
	indicators: ['territories'],
	checklists: [],
	scoring: ['checklists'],
	activity: ['territories'],
	coverage: ['territories', 'activity', 'checklists', 'scoring'],
	layers: ['territories', 'indicators', 'activity', 'coverage', 'checklists', 'scoring', 'i18n'],
	map: ['layers', 'territories', 'indicators', 'activity', 'coverage', 'ui', 'i18n'],
	charts: ['layers', 'territories', 'ui', 'i18n'],
	ui: ['territories', 'activity', 'layers', 'i18n'],
	communities: ['ui', 'territories', 'activity', 'coverage', 'layers', 'i18n'],
	people: ['ui', 'territories', 'i18n'],
	surveys: ['communities', 'ui', 'territories', 'activity', 'coverage', 'layers', 'i18n'],
	activities: ['communities', 'ui', 'territories', 'activity', 'coverage', 'layers', 'i18n'],
	assessments: ['ui', 'territories', 'checklists', 'scoring', 'charts', 'offline', 'i18n'],
	regions: [
		...['assessments', 'ui', 'territories', 'activity', 'coverage', 'checklists', 'scoring', 'layers', 'map'],
		...['charts', 'i18n']
	],
	offline: ['checklists', 'scoring', 'layers'],
	'open-data': [
		...['territories', 'indicators', 'activity', 'coverage', 'checklists', 'scoring', 'communities', 'i18n']
	],
	i18n: ['activity'],
	server: [
		'territories',
		'indicators',
		'activity',
		'coverage',
		'checklists',
		'scoring',
		'layers',
		'map',
		'communities',
		'surveys',
		'activities',
		'people',
		'assessments',
		'regions',
		'open-data',
		'i18n'
	]
};
const FOLDERS = Object.keys(MAY_IMPORT);
/** These know nothing of screen, database or machine. */
const PURE = ['territories', 'indicators', 'activity', 'coverage', 'checklists', 'scoring'];

/** @type {import('eslint').Linter.Config[]} */
const importRules = FOLDERS.map((folder) => {
	const allowed = MAY_IMPORT[folder] ?? [];
	const refused = FOLDERS.filter((other) => other !== folder && !allowed.includes(other));
	const patterns = [
		{
			group: [
				...refused.flatMap((other) => [`../${other}/**`, `../../${other}/**`, `$lib/${other}/**`]),
				'**/routes/**'
			],
			message: `src/lib/${folder} may import only: ${allowed.join(', ') || 'nothing of ours'} (ARCHITECTURE.md).`
		}
	];
	if (PURE.includes(folder)) {
		patterns.push({
			group: ['svelte', 'svelte/**', '$app/**', '$env/**', '@supabase/**', 'node:*', 'maplibre-gl', 'd3-*'],
			message: `src/lib/${folder} is pure: no screen, no database, no machine (ARCHITECTURE.md).`
		});
	}
	if (folder !== 'map') {
		patterns.push({
			group: ['maplibre-gl', 'maplibre-gl/**'],
			message: 'Only src/lib/map imports MapLibre, so that other pages never carry it.'
		});
	}
	return {
		files: [`src/lib/${folder}/**/*.{ts,svelte}`],
		ignores: ['**/*.test.ts'],
		rules: { 'no-restricted-imports': ['error', { patterns }] }
	};
});

export default ts.config(
	{
		ignores: [
			'build/',
			'.svelte-kit/',
			'.data/',
			'node_modules/',
			'src/lib/i18n/paraglide/',
			'src/lib/server/database.types.ts',
			'static/',
			'test-results/',
			'playwright-report/',
			'coverage/'
		]
	},
	js.configs.recommended,
	...ts.configs.strictTypeChecked,
	...svelte.configs['flat/recommended'],
	{
		languageOptions: {
			globals: { ...globals.browser, ...globals.node },
			parserOptions: {
				projectService: true,
				extraFileExtensions: ['.svelte']
			}
		},
		rules: {
			'no-undef': 'off',
			eqeqeq: 'error',
			'no-console': 'off',
			'@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
			'@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
			'@typescript-eslint/switch-exhaustiveness-check': [
				'error',
				{ considerDefaultExhaustiveForUnions: true }
			],
			// Nothing here is an enum: `erasableSyntaxOnly` refuses them. The rule takes a tenth of the time.
			'@typescript-eslint/no-unsafe-enum-assignment': 'off',
			// `error()` and `redirect()` of SvelteKit are thrown and are no Error objects.
			'@typescript-eslint/only-throw-error': 'off',
			'@typescript-eslint/no-confusing-void-expression': 'off',
			'@typescript-eslint/no-misused-spread': 'off'
		}
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } },
		rules: {
			// Addresses go through `localizeHref`, which this rule does not know.
			'svelte/no-navigation-without-resolve': 'off',
			// There are no stores: runes only. The rule takes a quarter of the time of these files.
			'svelte/require-store-reactive-access': 'off',
			// SvelteKit's types of `data` are known to svelte-check only, which refuses `any` itself.
			'@typescript-eslint/no-unsafe-argument': 'off',
			'@typescript-eslint/no-unsafe-assignment': 'off',
			'@typescript-eslint/no-unsafe-call': 'off',
			'@typescript-eslint/no-unsafe-member-access': 'off',
			'@typescript-eslint/no-unsafe-return': 'off'
		}
	},
	// What is asked of the types of components besides takes half of the time of all linting, and svelte-check has read
	// them already: only in `npm run test:deep`.
	...(process.env.DEEP === '1' ? [] : [{ files: ['**/*.svelte'], ...ts.configs.disableTypeChecked }]),
	{
		// The service worker runs apart from the pages: its types are others.
		files: ['src/service-worker.ts'],
		languageOptions: { parserOptions: { projectService: false, project: './tsconfig.worker.json' } }
	},
	{
		files: ['src/lib/**/*.{ts,svelte}', 'src/routes/**/*.{ts,svelte}', 'src/hooks*.ts'],
		ignores: ['**/*.test.ts'],
		// The server has its log; in the browser an error may be told to whoever opens the console.
		rules: { 'no-console': ['error', { allow: ['error'] }] }
	},
	{
		files: ['src/routes/**/*.{ts,svelte}', 'src/hooks*.ts', 'src/cli/**/*.ts'],
		rules: {
			'no-restricted-imports': [
				'error',
				{
					patterns: [
						{ group: ['maplibre-gl', 'maplibre-gl/**'], message: 'Only src/lib/map imports MapLibre.' }
					]
				}
			]
		}
	},
	...importRules,
	{ files: ['eslint.config.js', 'svelte.config.js'], ...ts.configs.disableTypeChecked }
);
