/**
 * Several loads answer one request for a page; what one has read the others share. Nothing outlives the request's
 * `locals`, and a failure is shared, too: all of them fail alike.
 * @param load reads something; the key says what
 */
export function oncePerRequest<Key, Value>(
	load: (locals: App.Locals, key: Key) => Promise<Value>
): (locals: App.Locals, key: Key) => Promise<Value> {
	const perRequest = new WeakMap<App.Locals, Map<Key, Promise<Value>>>();
	return (locals, key) => {
		const known = perRequest.get(locals) ?? new Map<Key, Promise<Value>>();
		perRequest.set(locals, known);
		const value = known.get(key) ?? load(locals, key);
		known.set(key, value);
		return value;
	};
}
