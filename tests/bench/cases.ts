import { coverage, regionReaders } from './coverage.bench.ts';
import { evidence } from './evidence.bench.ts';
import { firstQuestion } from './first-question.bench.ts';
import { layers } from './layers.bench.ts';
import type { Measurement } from './measure.ts';
import { page } from './page.bench.ts';
import { picture } from './picture.bench.ts';
import { scoring } from './score.bench.ts';
import { tap } from './tap.bench.ts';

/** Every benchmark by the name that `npm run bench -- NAME` takes. */
export const CASES: Record<string, () => Promise<Measurement[]>> = {
	picture,
	evidence,
	coverage,
	regionReaders,
	scoring,
	page,
	tap,
	layers,
	firstQuestion
};
