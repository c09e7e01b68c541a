import type { Definition, Form, Item } from './types.ts';

/** What decides which items a community answers. */
export interface Applicability {
	form: Form;
	/** The community lies inside the eastern border zone. */
	borderZone: boolean;
}

/** Is the item asked? `full` = all, `quick` = those marked so; items of the border zone only inside it. */
export function isInForm(item: Item, { form, borderZone }: Applicability): boolean {
	return (form === 'full' || item.quick) && (item.only !== 'border' || borderZone);
}

/** The items that are asked, in the order of the definition. */
export function itemsInForm(definition: Definition, where: Applicability): Item[] {
	return definition.items.filter((item) => isInForm(item, where));
}
