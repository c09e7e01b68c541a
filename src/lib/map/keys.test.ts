import { expect, test } from 'vitest';
import { keyAction } from './keys.ts';

const press = (key: string, held: Partial<Record<'ctrlKey' | 'altKey' | 'metaKey', boolean>> = {}) =>
	keyAction({ key, ctrlKey: false, altKey: false, metaKey: false, ...held });

test.each([
	['ArrowUp', 'up'],
	['ArrowLeft', 'left'],
	['Enter', 'open'],
	['Escape', 'clear'],
	['+', 'in'],
	['=', 'in'],
	['-', 'out'],
	['Home', 'country']
])('%s means %s', (key, action) => {
	expect(press(key)).toBe(action);
});

test.each(['Tab', 'a', 'F5', 'toString'])('%s is left to the browser', (key) => {
	expect(press(key)).toBeNull();
});

test('zooming and going back in the browser keep working', () => {
	expect(press('+', { ctrlKey: true })).toBeNull();
	expect(press('ArrowLeft', { altKey: true })).toBeNull();
	expect(press('ArrowLeft', { metaKey: true })).toBeNull();
});
