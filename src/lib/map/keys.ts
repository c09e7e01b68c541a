import type { Direction } from './neighbours.ts';

/** What a key does on the map. */
export type KeyAction = Direction | 'open' | 'clear' | 'in' | 'out' | 'country';

const ACTIONS: Record<string, KeyAction> = {
	ArrowUp: 'up',
	ArrowDown: 'down',
	ArrowLeft: 'left',
	ArrowRight: 'right',
	Enter: 'open',
	' ': 'open',
	Escape: 'clear',
	'+': 'in',
	// The same key as + on many keyboards, without Shift.
	'=': 'in',
	'-': 'out',
	Home: 'country'
};

/**
 * The action of a key press; null leaves it to the browser, as it does every combination with Ctrl, Alt or
 * Meta (browser zoom, history).
 */
export function keyAction(
	event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'altKey' | 'metaKey'>
): KeyAction | null {
	if (event.ctrlKey || event.altKey || event.metaKey) return null;
	return Object.hasOwn(ACTIONS, event.key) ? (ACTIONS[event.key] ?? null) : null;
}
