/** Headless Chromium that draws WebGL without a graphics card and asks nothing of the network. */
export const CHROMIUM_ARGUMENTS = [
	'--no-sandbox',
	'--use-angle=swiftshader',
	'--enable-unsafe-swiftshader',
	'--ignore-gpu-blocklist',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
	'--no-first-run',
	'--disable-quic'
];
