import { expect, it } from 'vitest';
import { sizeOf } from './png.ts';

it('reads the size of a picture from its box', () => {
	expect(sizeOf('<svg viewBox="0 -206 2000 1800" role="img">')).toEqual({ width: 2000, height: 1800 });
});

it.each(['<svg>', '<svg viewBox="0 0 0 10">', '<svg viewBox="a b c d">'])('refuses %s', (svg) => {
	expect(() => sizeOf(svg)).toThrow(RangeError);
});
