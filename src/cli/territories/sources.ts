import { normaliseName } from '../../lib/territories/names.ts';
import type { DocumentRow } from './tables.ts';

/** A row of the table `data_sources`. The texts are content, shown as they are: Latvian. */
export interface SourceRow {
	id: string;
	kind: 'dataset' | 'document' | 'regulation' | 'computed';
	title: string;
	publisher: string;
	/** ISO date as exactly as it is known. */
	published: string | null;
	place: string | null;
	url: string | null;
	licence: string | null;
	weaknesses: string | null;
}

/** Keys of the sources that map layers and pages name. */
export const SOURCE_IDS = {
	units: 'csp-boundaries-2022',
	neighbourhoods: 'csp-neighbourhoods',
	assignment: 'territory-assignment-2025',
	easternBorder: 'eastern-border-plan-2025',
	borderLength: 'border-length-computed',
	borderDistance: 'border-distance-computed',
	ethnicity: 'ethnicity-published-reports',
	population: 'population-2020-eurostat'
} as const;

/** Sources of the territory reference; docs/data.md says the same for those who build. */
export const TERRITORY_SOURCES: readonly SourceRow[] = [
	{
		id: SOURCE_IDS.units,
		kind: 'dataset',
		title: 'Ģeneralizētas teritoriālo vienību robežas, mērogs 1:1 200 000, stāvoklis 01.07.2022.',
		publisher: 'Centrālā statistikas pārvalde; pamatā Valsts zemes dienesta dati',
		published: '2022-07-01',
		place: null,
		url: 'https://data.gov.lv/dati/lv/dataset/robezas',
		licence: 'Atvērtie dati; norāde uz avotu obligāta. Precīza licence datu kopas lapā vēl jāpārbauda.',
		weaknesses:
			'Robežas ir vispārinātas: der pārskata kartei, ne zemes gabaliem. Carnikavas pilsēta (kopš 22.08.2026.) vēl ' +
			'nav nošķirta no Carnikavas pagasta. Murmastienes un Varakļānu pagasta jaunie kodi nav zināmi.'
	},
	{
		id: SOURCE_IDS.neighbourhoods,
		kind: 'dataset',
		title: 'Rīgas un Valmieras apkaimju robežas',
		publisher: 'Centrālā statistikas pārvalde (apsekojumu materiāli)',
		published: null,
		place: null,
		url: null,
		licence: 'Norāde uz avotu obligāta. Licence nav norādīta.',
		weaknesses:
			'Gads nav norādīts; der orientācijai. Līnijas kartei vienkāršotas. Citām valstspilsētām apkaimju robežu nav. ' +
			'Platība aprēķināta pēc vienkāršotās līnijas.'
	},
	{
		id: SOURCE_IDS.assignment,
		kind: 'computed',
		title: 'Teritoriālo vienību piederība novadiem un plānošanas reģioniem, stāvoklis 2025. gada jūlijā',
		publisher:
			'Salīdzināts ar Valsts zemes dienesta reģistra izrakstiem, plānošanas reģionu lapām un NUTS 2024',
		published: '2025-07',
		place: null,
		url: null,
		licence: null,
		weaknesses:
			'Salikts no vairākiem avotiem; oficiāla vienota tabula nav izmantota. Platība ir vienību platību summa, novadu ' +
			'un reģionu robežas iegūtas, apvienojot vienības.'
	},
	{
		id: SOURCE_IDS.easternBorder,
		kind: 'regulation',
		title:
			'Rīcības plāns Latvijas Austrumu pierobežas ekonomiskajai izaugsmei un drošības stiprināšanai 2025.–2027. gadam ' +
			'(Ministru kabineta 20.01.2025. rīkojums Nr. 32)',
		publisher: 'Ministru kabinets',
		published: '2025-01-20',
		place: null,
		url: null,
		licence: null,
		weaknesses:
			'Zināms pēc VARAM un LETA publikācijām. Tā ir rīcībpolitikas teritorija, nevis pierobeža vai pierobežas josla ' +
			'likuma izpratnē.'
	},
	{
		id: SOURCE_IDS.borderLength,
		kind: 'computed',
		title: 'Robežas garums ar Krieviju un Baltkrieviju pa teritoriālajām vienībām',
		publisher: 'Aprēķins pēc vispārinātām robežlīnijām',
		published: null,
		place: null,
		url: null,
		licence: null,
		weaknesses: 'Aprēķināts, nevis oficiāli mērīts; vispārināta līnija ir īsāka par īsto.'
	},
	{
		id: SOURCE_IDS.borderDistance,
		kind: 'computed',
		title: 'Attālums līdz Krievijas vai Baltkrievijas robežai pa teritoriālajām vienībām',
		publisher: 'Aprēķins pēc vispārinātām robežlīnijām; robežas gali pēc Natural Earth kontūrām',
		published: '2022-07-01',
		place: null,
		url: null,
		licence: null,
		weaknesses:
			'Aprēķināts, nevis oficiāli mērīts. Tas ir taisnākais ceļš no robežas līdz tuvākajam vienības punktam, nevis ' +
			'līdz ciemam vai pa ceļu. Novadam ņemts tā tuvākās vienības attālums. Kļūda ir dažas desmitdaļas kilometra.'
	},
	{
		id: SOURCE_IDS.ethnicity,
		kind: 'dataset',
		title: 'Iedzīvotāju etniskais sastāvs pašvaldībās un pagastos (galvenokārt 2011. gada tautas skaitīšana)',
		publisher: 'Provizoriski, pēc publicētiem pārskatiem; pamatā CSP un PMLP dati',
		published: null,
		place: null,
		url: null,
		licence: null,
		weaknesses:
			'Oficiālā tabula vēl nav ielādēta: skaitļi ņemti no citu publikācijām, gadi ir dažādi (2010–2025). Zināmi 84 no ' +
			'119 bijušajiem novadiem un pilsētām un 24 pagasti un pilsētas. Pagastam bez sava skaitļa rādīts tā 2018. gada ' +
			'novada īpatsvars; pagastā tas var būt pavisam cits.'
	},
	{
		id: SOURCE_IDS.population,
		kind: 'dataset',
		title: 'Iedzīvotāju skaits novados un pilsētās 2020. gadā',
		publisher: 'Eurostat, pēc Who’s On First datu kopas',
		published: '2020',
		place: null,
		url: null,
		licence: null,
		weaknesses:
			'Zināms 2018. gada novadiem un pilsētām. Pagastiem sava skaita nav, izņemot tos, kas agrāk bija novads. Šodienas ' +
			'novadiem saskaitīts; kur bijušais novads ir sadalīts, skaita nav.'
	}
];

const UNDATED_INITIATIVES =
	'Iniciatīvu gadi nav nosaukti: zināms tikai laikposms no 2019. gada līdz memoranda parakstīšanai 2025. gada ' +
	'29. oktobrī. Dalībnieku skaiti ir aptuveni. Dažu vietu nosaukumi avotā ir neskaidri.';

/** What to know about a document before trusting it, by the key made of its title. */
const DOCUMENT_WEAKNESSES: Readonly<Record<string, string>> = {
	'saprasanas-memorands-latgales-darbigo-kopienu-atbalstam':
		'Nosauc puses, bet ne to, kas katrā vietā paveikts.',
	'iniciativa-darbigas-kopienas-latgale': UNDATED_INITIATIVES
};

const MAX_ID_LENGTH = 60;

/** The key of a source document: its title in plain letters, cut at a word. */
export function documentId(title: string): string {
	const words = normaliseName(title).split(' ');
	while (words.join('-').length > MAX_ID_LENGTH) words.pop();
	return words.join('-');
}

/** Source documents under their titles. */
export function documentSources(documents: readonly DocumentRow[]): SourceRow[] {
	return documents.map((document) => {
		const id = documentId(document.title);
		return {
			id,
			kind: 'document',
			title: document.title,
			publisher: document.publisher,
			published: document.date,
			place: document.place,
			url: null,
			licence: null,
			weaknesses: DOCUMENT_WEAKNESSES[id] ?? null
		};
	});
}
