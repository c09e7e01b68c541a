import { cpSync } from 'node:fs';
import { inject } from 'vitest';
import type { Prepared } from './global-setup.ts';

/** A data directory at `path` as a first start leaves it, with sample people (`demo`) or none (`live`). */
export function prepared(kind: keyof Prepared, path: string): string {
	cpSync(inject('prepared')[kind], path, { recursive: true });
	return path;
}
