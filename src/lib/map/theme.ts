/** The colours the interactive map draws with, as CSS colours a canvas understands. */
export interface MapColours {
	/** Dark ground: classes of a layer use their dark fill. */
	dark: boolean;
	water: string;
	/** Thin boundaries between areas of the shown level. */
	line: string;
	/** Boundaries of larger areas. */
	lineStrong: string;
	ink: string;
	/** Edge around texts and outlines, so that they stand out from any fill. */
	halo: string;
	/** Outline of the area that has the keyboard focus. */
	focus: string;
	/** Patterns over the fills. */
	pattern: string;
	sign: string;
	signInk: string;
}

const DARK = '(prefers-color-scheme: dark)';
const FORCED = '(forced-colors: active)';

/** Where a colour comes from: our tokens, or the system's own colours where the reader demands them. */
const TOKENS: Record<Exclude<keyof MapColours, 'dark' | 'pattern'>, { token: string; forced: string }> = {
	water: { token: '--map-water', forced: 'Canvas' },
	line: { token: '--map-line', forced: 'Canvas' },
	lineStrong: { token: '--map-line-strong', forced: 'CanvasText' },
	ink: { token: '--ink', forced: 'CanvasText' },
	halo: { token: '--ground-raised', forced: 'Canvas' },
	focus: { token: '--focus', forced: 'Highlight' },
	sign: { token: '--ink', forced: 'CanvasText' },
	signInk: { token: '--ground-raised', forced: 'Canvas' }
};

/** Patterns must be seen on every fill and outshout none. */
const PATTERN_INK = { light: 'rgba(0, 0, 0, 0.42)', dark: 'rgba(255, 255, 255, 0.42)' };

/**
 * The colours in force right now. `within` is an element that inherits the tokens; a probe inside it lets the
 * browser turn tokens and system colours into plain `rgb(…)`.
 */
export function readColours(within: HTMLElement): MapColours {
	const dark = matchMedia(DARK).matches;
	const forced = matchMedia(FORCED).matches;
	const probe = document.createElement('span');
	probe.style.setProperty('forced-color-adjust', 'none');
	within.append(probe);
	const read = (name: keyof typeof TOKENS): string => {
		probe.style.color = forced ? TOKENS[name].forced : `var(${TOKENS[name].token})`;
		return getComputedStyle(probe).color;
	};
	const colours: MapColours = {
		dark,
		water: read('water'),
		line: read('line'),
		lineStrong: read('lineStrong'),
		ink: read('ink'),
		halo: read('halo'),
		focus: read('focus'),
		sign: read('sign'),
		signInk: read('signInk'),
		pattern: dark ? PATTERN_INK.dark : PATTERN_INK.light
	};
	probe.remove();
	return colours;
}

/** Calls back whenever the reader's colour wishes change; returns how to stop. */
export function watchColours(onchange: () => void): () => void {
	const queries = [matchMedia(DARK), matchMedia(FORCED)];
	for (const query of queries) query.addEventListener('change', onchange);
	return () => {
		for (const query of queries) query.removeEventListener('change', onchange);
	};
}
