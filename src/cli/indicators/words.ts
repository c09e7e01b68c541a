/** What the command says: reasons and reports in English, as all commands do. */
import type { ImportPlan, Obstacle } from '../../lib/indicators/adapters/plan.ts';
import type { Formula } from '../../lib/indicators/adapters/columns.ts';
import type { TableError, TableProblem } from '../../lib/indicators/adapters/table.ts';
import type { RemoteFileError, RemoteProblem } from '../../lib/server/remote-file.ts';

const TABLE: Record<TableProblem, (detail: string) => string> = {
	empty: () => 'There is nothing in it.',
	web_page: () => 'It is a web page, not a table: take the address of the file itself.',
	spreadsheet: () => 'It is a spreadsheet or an archive: save the sheet as CSV and take that.',
	description: () =>
		'PxWeb has answered with a description of the table: ask it for data with --query FILE, or take the address of a saved query in the format JSON-stat 2.',
	not_json_stat: (detail) =>
		`It is JSON, but not a data set of JSON-stat 2${detail === '' ? '' : ` (see ${detail})`}: ask for the format json-stat2, or for CSV.`,
	too_large: () => 'It has too many kinds of figures: ask for fewer.',
	no_rows: () => 'It has no rows below a heading, or none that were asked for.',
	place_column: () => 'No column looks like codes or names of places: name it with --code or --name.',
	value_column: () =>
		'It is not clear which column holds the figures: name it with --value, or --of with --part or --without.',
	column: (detail) => `It has no column “${detail}”.`,
	year: () => 'It has no column of years: say the year with --year, or name the column with --year-column.',
	no_such_year: (detail) => `It has no row for ${detail}.`,
	unit: () => 'The unit does not fit what the indicator measures.'
};

export function tableSentence({ problem, detail, columns }: TableError): string {
	const list = columns.length === 0 ? '' : `\nIts columns: ${columns.join(' · ')}`;
	return `The table cannot be read. ${TABLE[problem](detail)}${list}`;
}

const REMOTE: Record<RemoteProblem, (detail: string) => string> = {
	address: () => 'this is no address with http:// or https://.',
	private: () => 'the address belongs to a private network.',
	unreachable: (detail) => `nobody answers there (${detail}). Check the address and the network.`,
	timeout: () => 'no answer came in time. Try again later, or save the file and take that.',
	status: (detail) => `the server there answered with the status ${detail} in place of the file.`,
	redirects: () => 'it leads from one address to the next without end.',
	too_large: () => 'the file is too large, or broken.'
};

export function remoteSentence({ problem, detail }: RemoteFileError, address: string): string {
	return `${address} cannot be fetched: ${REMOTE[problem](detail)}`;
}

const OBSTACLES: Record<Obstacle, string> = {
	nothing: 'No row has both a place and a figure.',
	too_many: 'It has more values than are taken at once: load it year by year.',
	clashes: 'It has different figures for the same place and year: say which rows are meant with --where.'
};

export function obstacleSentence(obstacle: Obstacle): string {
	return OBSTACLES[obstacle];
}

/** Entries of each list that are shown; the rest is counted. */
const SHOWN = 40;

function list(title: string, entries: readonly string[]): string[] {
	if (entries.length === 0) return [];
	const more = entries.length > SHOWN ? [`  … and ${entries.length - SHOWN} more`] : [];
	return [`${title} (${entries.length}):`, ...entries.slice(0, SHOWN).map((entry) => `  ${entry}`), ...more];
}

function formulaWords(formula: Formula): string {
	if (formula.kind === 'column') return `“${formula.column}”`;
	const part = formula.part.map((column) => `“${column}”`).join(' + ');
	return `share of ${formula.isRest ? `all but ${part}` : part} in “${formula.whole}”`;
}

/** The report of a plan, line by line. */
export function reportLines({ indicator, years, values, report }: ImportPlan): string[] {
	const places = ({ code, name }: { code: string; name: string }): string => `${name} (${code})`;
	return [
		`${indicator}, ${years.join(', ') || 'no year'}: ${values.length} values from ${formulaWords(report.formula)}.`,
		`${report.matched} rows lead to territories; ${report.empty} have no figure.`,
		...report.covered
			.filter(({ have }) => have > 0)
			.map(({ level, have, all }) => `  level ${level}: ${have} of ${all}`),
		...(report.mayBeFractions
			? ['All shares are at most 1: if they are fractions, say --unit fraction.']
			: []),
		...list(
			'Areas of before 2021, whose parts inherit',
			report.spread.map(({ label, parts }) => `${label}: ${parts}`)
		),
		...list('Areas of before 2021, whose figure parts cannot inherit', report.notSpread),
		...list(
			'May be several places',
			report.ambiguous.map(({ label, candidates }) => `${label}: ${candidates.map(places).join(' or ')}`)
		),
		...list(
			'Not found',
			report.unmatched.map(({ label, suggestions }) =>
				suggestions.length === 0 ? label : `${label}: perhaps ${suggestions.map(places).join(' or ')}`
			)
		),
		...list(
			'No figure that can be',
			report.unreadable.map(({ label, text }) => `${label}: ${text}`)
		),
		...list(
			'Different figures for one place',
			report.clashes.map(({ label, year, figures }) => `${label}, ${year}: ${figures.join(' and ')}`)
		)
	];
}
