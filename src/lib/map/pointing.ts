/**
 * What an entry of the legend listens to, so that the map can fade all other classes while the entry is pointed at or
 * has the focus. A finger only passes over an entry on its way to choosing it.
 * @param tell hears the class, and null when it is left; without it nothing is listened to
 */
export function pointing(classId: string, tell?: (classId: string | null) => void) {
	if (!tell) return {};
	const leave = () => tell(null);
	return {
		onpointerenter: ({ pointerType }: PointerEvent) => {
			if (pointerType !== 'touch') tell(classId);
		},
		onpointerleave: leave,
		onfocusin: () => tell(classId),
		onfocusout: leave
	};
}
