/** The open data as a catalogue for data portals: DCAT-AP 3 in JSON-LD. */
import { m } from '../i18n/paraglide/messages.js';
import { locales } from '../i18n/paraglide/runtime.js';
import { CONTENT_TYPES } from './answers.ts';
import { CHECKLIST_LICENCE } from './checklists.ts';
import { API_PATH, ENDPOINTS, type EndpointId } from './endpoints.ts';
import type { Installation } from './openapi.ts';
import type { Format } from './parameters.ts';
import { datasetWords } from './words.ts';

type Json = Record<string, unknown>;

/** Controlled vocabularies of the EU Publications Office, which DCAT-AP asks for. */
const AUTHORITY = 'http://publications.europa.eu/resource/authority';
const MEDIA_TYPES = 'https://www.iana.org/assignments/media-types';

const CONTEXT = {
	dcat: 'http://www.w3.org/ns/dcat#',
	dct: 'http://purl.org/dc/terms/',
	foaf: 'http://xmlns.com/foaf/0.1/',
	vcard: 'http://www.w3.org/2006/vcard/ns#'
};

/** A set of data of the catalogue: what of `ENDPOINTS` it is, what it is about, and whose terms hold. */
interface Dataset {
	words: keyof typeof datasetWords;
	path: string;
	formats: readonly Format[];
	themes: readonly string[];
	frequency: 'CONT' | 'IRREG';
	/** `own`: gathered here; `sources`: each source has its own; otherwise the address of the licence. */
	terms: 'own' | 'sources' | (string & {});
}

const of = (id: EndpointId): Pick<Dataset, 'words' | 'path' | 'formats'> => {
	const { path, formats } = ENDPOINTS[id];
	return { words: id, path, formats };
};
const SOCIETY = ['SOCI', 'REGI'];
const DATASETS: readonly Dataset[] = [
	{ ...of('territories'), themes: ['REGI'], frequency: 'IRREG', terms: 'sources' },
	{ ...of('activityStatus'), themes: SOCIETY, frequency: 'CONT', terms: 'own' },
	{ ...of('coverage'), themes: SOCIETY, frequency: 'CONT', terms: 'own' },
	{ ...of('communities'), themes: SOCIETY, frequency: 'CONT', terms: 'own' },
	{ ...of('activities'), themes: SOCIETY, frequency: 'CONT', terms: 'own' },
	{ ...of('indicators'), themes: ['REGI', 'SOCI'], frequency: 'IRREG', terms: 'sources' },
	{
		...{ words: 'checklists', path: '/checklists', formats: ['json'] },
		...{ themes: ['JUST', 'SOCI'], frequency: 'IRREG', terms: CHECKLIST_LICENCE }
	}
];

/** The catalogue of an installation. */
export function dcatCatalog(installation: Installation): Json {
	const { origin, operator } = installation;
	const publisher = {
		'@id': `${origin}/#publisher`,
		'@type': 'foaf:Agent',
		'foaf:name': operator ?? m.site_name()
	};
	const about = iri(`${origin}/about/api`);
	return {
		'@context': CONTEXT,
		'@id': `${origin}${API_PATH}/dcat`,
		'@type': 'dcat:Catalog',
		'dct:title': inAll((locale) => m.api_catalog_title({ site: m.site_name({}, { locale }) }, { locale })),
		'dct:description': inAll((locale) => m.api_catalog_text({}, { locale })),
		'dct:publisher': publisher,
		'foaf:homepage': iri(`${origin}/`),
		'dct:language': ['LAV', 'ENG', 'RUS'].map((code) => iri(`${AUTHORITY}/language/${code}`)),
		'dct:spatial': LATVIA,
		'dcat:themeTaxonomy': iri(`${AUTHORITY}/data-theme`),
		...terms(installation, 'own'),
		'dcat:service': {
			'@id': `${origin}${API_PATH}`,
			'@type': 'dcat:DataService',
			'dct:title': inAll((locale) => m.api_title({}, { locale })),
			'dcat:endpointURL': iri(`${origin}${API_PATH}`),
			'dcat:endpointDescription': iri(`${origin}${API_PATH}/openapi.json`),
			'dcat:landingPage': about,
			'dcat:servesDataset': DATASETS.map(({ path }) => iri(datasetId(installation, path)))
		},
		'dcat:dataset': DATASETS.map((dataset) => ({
			'@id': datasetId(installation, dataset.path),
			'@type': 'dcat:Dataset',
			'dct:identifier': dataset.path.slice(1),
			'dct:title': inAll((locale) => datasetWords[dataset.words].title({}, { locale })),
			'dct:description': inAll((locale) => datasetWords[dataset.words].text({}, { locale })),
			'dct:publisher': iri(publisher['@id']),
			...contact(installation),
			'dcat:theme': dataset.themes.map((theme) => iri(`${AUTHORITY}/data-theme/${theme}`)),
			'dct:spatial': LATVIA,
			'dct:language': iri(`${AUTHORITY}/language/LAV`),
			'dct:accrualPeriodicity': iri(`${AUTHORITY}/frequency/${dataset.frequency}`),
			'dct:accessRights': iri(`${AUTHORITY}/access-right/PUBLIC`),
			'dcat:landingPage': about,
			'dcat:distribution': dataset.formats.map((format) => distribution(installation, dataset, format))
		}))
	};
}

function distribution(
	installation: Installation,
	{ path, formats, terms: whose }: Dataset,
	format: Format
): Json {
	const { origin } = installation;
	const address = `${origin}${API_PATH}${path}${format === formats[0] ? '' : `?format=${format}`}`;
	const fileType = FILE_TYPES[format];
	return {
		'@id': `${address}#distribution`,
		'@type': 'dcat:Distribution',
		'dct:title': { '@value': format.toUpperCase(), '@language': 'en' },
		'dcat:accessURL': iri(address),
		// JSON comes in pages: what is behind its address is not all.
		...(format !== 'json' && { 'dcat:downloadURL': iri(address) }),
		'dcat:mediaType': iri(`${MEDIA_TYPES}/${CONTENT_TYPES[format]}`),
		...(fileType !== null && { 'dct:format': iri(`${AUTHORITY}/file-type/${fileType}`) }),
		'dcat:accessService': iri(`${origin}${API_PATH}`),
		...terms(installation, whose)
	};
}

/** The names that the EU vocabulary has; null: none of its own. */
const FILE_TYPES: Record<Format, string | null> = {
	json: 'JSON',
	csv: 'CSV',
	geojson: 'GEOJSON',
	topojson: null
};

/** A licence only where one is stated; of foreign sources each has its own. */
function terms({ origin, licence }: Installation, whose: Dataset['terms']): Json {
	if (whose === 'sources') return { 'dct:rights': iri(`${origin}${API_PATH}/sources`) };
	const address = whose === 'own' ? licence : whose;
	return address === null ? {} : { 'dct:license': iri(address) };
}

function contact({ origin, email, operator }: Installation): Json {
	if (email === null) return {};
	return {
		'dcat:contactPoint': {
			'@id': `${origin}/#contact`,
			'@type': 'vcard:Kind',
			'vcard:fn': operator ?? m.site_name(),
			'vcard:hasEmail': iri(`mailto:${email}`)
		}
	};
}

const LATVIA = { '@id': `${AUTHORITY}/country/LVA` };

function datasetId({ origin }: Installation, path: string): string {
	return `${origin}${API_PATH}${path}#dataset`;
}

function iri(address: string): Json {
	return { '@id': address };
}

function inAll(text: (locale: (typeof locales)[number]) => string): Json[] {
	return locales.map((locale) => ({ '@value': text(locale), '@language': locale }));
}
