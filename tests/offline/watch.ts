/**
 * Runs in every page of a device: tells what stands on the screen, what was replaced by whom looked at it, and what was
 * called saved; and gives the device a clock of its own. Everything is inside the function: it travels as text.
 */

/** What stands on the screen of one item. A version is `value|note`. */
export interface Sight {
	what: 'sight';
	item: string;
	content: string;
	/** Everything to choose from, as long as there is something to choose. */
	versions: string[];
	isSaved: boolean;
}
/** Somebody gave a content in place of others that they saw. */
export interface Deed {
	what: 'deed';
	item: string;
	content: string;
	instead: string[];
	isChoice: boolean;
}
export type Report = Sight | Deed;

/** The clock of a device. */
export interface OwnClock {
	skewMs: number;
	/** How many times faster its time goes, so that its pauses are shorter. */
	speed: number;
}

declare global {
	interface Window {
		drosaReport: (report: Report) => Promise<void>;
		/** Sets the clock right. */
		drosaRightClock: () => void;
	}
}

/** The script. */
export function watch({ skewMs, speed }: OwnClock): void {
	const [RealDate, realTimeout, realInterval] = [Date, setTimeout, setInterval];
	const began = RealDate.now();
	let isRight = false;
	const now = (): number => {
		const real = RealDate.now();
		return isRight ? real : Math.round(began + (real - began) * speed + skewMs);
	};
	class OwnDate extends RealDate {
		constructor(...given: unknown[]) {
			super(...((given.length === 0 ? [now()] : given) as [number]));
		}
		static override now(): number {
			return now();
		}
	}
	window.Date = OwnDate as DateConstructor;
	window.setTimeout = ((work: () => void, ms = 0, ...more: unknown[]) =>
		realTimeout(work, ms / speed, ...more)) as typeof setTimeout;
	window.drosaRightClock = () => (isRight = true);

	const told = new Map<string, Sight>();
	const contentOf = (value: string | undefined, note: string): string => `${value ?? ''}|${note.trim()}`;
	const tell = (report: Report): void => void window.drosaReport(report);

	function choiceOf(fieldset: Element): string | undefined {
		return fieldset.querySelector<HTMLInputElement>('.choices label.chosen input')?.value;
	}
	const noteField = (fieldset: Element): HTMLTextAreaElement | null =>
		fieldset.querySelector<HTMLTextAreaElement>('textarea[id$="-note"]');

	function versionsOf(item: string, fieldset: Element): string[] {
		const words = new Map(
			[...fieldset.querySelectorAll('.choices label')].map((label) => [
				label.textContent.trim(),
				label.querySelector('input')?.value
			])
		);
		return [...document.querySelectorAll(`[data-conflict="${item}"] li`)].map((version) => {
			const value = words.get(version.querySelector('strong')?.textContent.trim() ?? '');
			const notes = [...version.querySelectorAll('p')].map(({ textContent }) =>
				/: (note \S+)$/.exec(textContent.trim())
			);
			return contentOf(value, notes.find((found) => found !== null)?.[1] ?? '');
		});
	}

	function look(): void {
		const state = document.querySelector<HTMLElement>('[data-save-state]');
		if (state?.dataset.ready !== 'true') return;
		for (const fieldset of document.querySelectorAll('fieldset[id^="item-"]')) {
			const item = fieldset.id.replace('item-', '').replace('-', '.');
			const sight: Sight = {
				what: 'sight',
				item,
				content: contentOf(choiceOf(fieldset), noteField(fieldset)?.value ?? ''),
				versions: versionsOf(item, fieldset),
				isSaved: state.dataset.saveState !== 'unsaved'
			};
			const before = told.get(item);
			if (JSON.stringify(before) === JSON.stringify(sight)) continue;
			told.set(item, sight);
			tell(sight);
		}
	}
	new MutationObserver(look).observe(document, {
		...{ subtree: true, childList: true, attributes: true, characterData: true }
	});
	// What comes into a field by itself changes no element.
	realInterval(look, 40);
	for (const type of ['pointerdown', 'focusin', 'beforeinput']) addEventListener(type, look, true);

	/** Somebody does something, and the page has not yet heard of it. */
	function notice({ target, type }: Event): void {
		if (!(target instanceof Element)) return;
		// A level shows what it was; a note is what it will be.
		if (type !== 'input') look();
		const conflict = target.closest<HTMLElement>('[data-conflict]');
		const fieldset = target.closest('fieldset[id^="item-"]');
		const item = conflict?.dataset.conflict ?? fieldset?.id.replace('item-', '').replace('-', '.') ?? '';
		const before = told.get(item);
		if (before === undefined) return;
		if (type === 'click' && conflict !== null && target.closest('button') !== null) {
			const which = [...conflict.querySelectorAll('li')].findIndex((version) => version.contains(target));
			const content = before.versions[which] ?? before.content;
			tell({ what: 'deed', item, content, instead: before.versions, isChoice: true });
		} else if (type === 'change' && fieldset !== null && target instanceof HTMLInputElement) {
			const content = contentOf(target.value, noteField(fieldset)?.value ?? '');
			tell({ what: 'deed', item, content, instead: [before.content], isChoice: false });
		} else if (type === 'input' && fieldset !== null && target === noteField(fieldset)) {
			const content = contentOf(choiceOf(fieldset), noteField(fieldset)?.value ?? '');
			tell({ what: 'deed', item, content, instead: [before.content], isChoice: false });
		}
	}
	for (const type of ['click', 'change', 'input']) addEventListener(type, notice, true);
}
