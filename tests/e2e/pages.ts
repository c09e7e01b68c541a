/** Every kind of page that a visitor can open; each new page is added here. */
export const PAGES = [
	'/',
	// A short table: axe needs a minute for the 592 rows of the whole country (`npm run test:deep` takes it).
	'/map?status=emerging',
	'/map?status=emerging&place=0042200',
	'/territory/0042200',
	'/territory/0042000',
	'/territory/latgale',
	'/search?q=salas',
	'/communities?q=kopiena',
	'/communities/9c351a63-ee72-55c8-8d1b-a4b6818a1e03',
	'/about/method',
	'/about/data',
	'/about/privacy',
	'/about/accessibility',
	'/assess',
	'/assess/private',
	'/assess/round',
	'/assess/checklist',
	'/join',
	'/poll',
	'/sign-in',
	'/sign-in/password',
	'/sign-in/reset',
	'/demo/mail',
	...(process.env.DEEP ? ['/map'] : [])
];
