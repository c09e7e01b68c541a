import { describe, expect, test } from 'vitest';
import { reach, type ModuleGraph } from './few-files.ts';

/** A graph of modules: what each imports at once, and its code. */
function graphOf(modules: Record<string, { imports?: string[]; code?: string }>): ModuleGraph {
	return {
		getModuleInfo: (id) => {
			const found = modules[id];
			return found === undefined ? null : { importedIds: found.imports ?? [], code: found.code ?? '' };
		}
	};
}

describe('what modules import', () => {
	test('is followed to its end, also round in circles', () => {
		const graph = graphOf({
			a: { imports: ['b'] },
			b: { imports: ['c', 'a'] },
			c: {},
			d: { imports: ['c'] }
		});
		expect([...reach(['a'], graph, '/texts')].sort()).toEqual(['a', 'b', 'c']);
	});

	test('of the texts only those that are used', () => {
		const graph = graphOf({
			page: { imports: ['/texts.js'], code: 'm.title(); m.no_such_text(); item.of' },
			'/texts.js': { imports: ['/texts/title.js', '/texts/other.js'] },
			'/texts/title.js': { imports: ['runtime'] },
			'/texts/other.js': {},
			runtime: {}
		});
		expect([...reach(['page'], graph, '/texts')].sort()).toEqual(['/texts/title.js', 'page']);
	});
});
