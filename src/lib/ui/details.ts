/**
 * Whether a `<details>` begins open, to be spread into it. Closed is said by saying nothing: `open={false}` would
 * close, when the script takes the page over, what somebody has opened before.
 */
export function opened(isOpen: boolean): { open?: true } {
	return isOpen ? { open: true } : {};
}
