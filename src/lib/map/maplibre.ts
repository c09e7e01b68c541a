import { setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import 'maplibre-gl/dist/maplibre-gl.css';

// The worker is a file of ours, so that `worker-src 'self'` is enough; to be set before the first map.
setWorkerUrl(workerUrl);

export { Map as MapLibreMap, GPUInitializationError } from 'maplibre-gl';
