import { describe, expect, it } from 'vitest';
import { shellFiles, type BuiltFile } from './files.ts';

function file(more: Partial<BuiltFile> = {}): BuiltFile {
	return { isStart: false, moduleIds: [], imports: [], dynamicImports: [], styles: [], ...more };
}

const page = (path: string) => ({ moduleIds: [`/app/src/routes/${path}`] });

describe('shellFiles', () => {
	const files = new Map([
		['app.js', file({ isStart: true, imports: ['svelte.js'], dynamicImports: ['assess.js', 'map.js'] })],
		['svelte.js', file()],
		['layout.js', file({ ...page('+layout.svelte'), styles: ['layout.css'] })],
		[
			'assess.js',
			file({ ...page('assess/+page.svelte'), imports: ['shared.js'], dynamicImports: ['v1.js'] })
		],
		// Imports in a circle end.
		['shared.js', file({ imports: ['assess.js'] })],
		['v1.js', file()],
		['map.js', file({ ...page('map/+page.svelte'), dynamicImports: ['maplibre.js'], styles: ['map.css'] })],
		['maplibre.js', file()]
	]);

	it('names the entries, the frame, the pages and what they import at once or later', () => {
		expect(shellFiles(files)).toEqual([
			'app.js',
			'assess.js',
			'layout.css',
			'layout.js',
			'shared.js',
			'svelte.js',
			'v1.js'
		]);
	});

	it('names the page on which people join', () => {
		const joining = new Map([...files, ['join.js', file(page('join/+page.svelte'))]]);
		expect(shellFiles(joining)).toContain('join.js');
	});

	it('takes a page that was put into a file with others', () => {
		const moved = new Map([...files, ['map.js', file(page('assess/private/+page.svelte'))]]);
		expect(shellFiles(moved)).toContain('map.js');
	});
});
