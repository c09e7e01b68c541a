/** The service worker, which keeps what works without a network (`src/service-worker.ts`). */
import { dev } from '$app/environment';
import { asset } from '$app/paths';

/** Only who opens a page that works offline gets it. Without it everything works, as long as there is a network. */
export function registerWorker(): void {
	if (dev || !('serviceWorker' in navigator)) return;
	navigator.serviceWorker.register(asset('/service-worker.js')).catch((error: unknown) => {
		console.error(error);
	});
}
