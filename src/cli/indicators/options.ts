/** What `npm run indicators:import` is told on its command line. */
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { readingSchema, type Reading } from '../../lib/indicators/adapters/reading.ts';
import { AppError } from '../../lib/server/errors.ts';
import type { GivenSource } from '../../lib/server/given-source.ts';

export const USAGE = `npm run indicators:import -- --from FILE|URL --indicator ID --year YEAR --source ID [options]
npm run indicators:import -- --undo ID

  --from FILE|URL        a table: JSON-stat 2 (PxWeb) or CSV
  --query FILE           a question to PxWeb as JSON, sent to the URL with POST
  --indicator ID         population, population-density, minority-share, russian-share, belarusian-share,
                         polish-share, ukrainian-share, border-distance
  --year YEAR            year of the figures; without it, every year of the table's own column of years
  --unit UNIT            people, thousands · percent, fraction · per-km2 · km, m
  --source ID            a source that the product knows (page /about/data), or a new one by
  --source-title TEXT --source-publisher TEXT [--source-published DATE] [--source-url URL] [--source-licence TEXT]
  --names today|2018     of which day the names of the table are
  --method published|secondhand    from the office itself, or quoted
  --basis census|register|estimate|stated
  --title TEXT           what the import is called in the list

  where the headings do not tell:
  --code COLUMN --name COLUMN --municipality COLUMN --year-column COLUMN --category COLUMN --value COLUMN
  --of COLUMN --part COLUMN …       a share: these people of all of them
  --of COLUMN --without COLUMN …    a share: all of them but these
  --where COLUMN=CELL …             only these rows
  --place LABEL=CODE …              what a row means that is not found or may be several places

  --dry-run              says what would be loaded, and loads nothing
  --skip                 loads the rest, though some rows lead nowhere
  --undo ID              takes all values of an import back

Ends with 0 when all is well, 1 when nothing could be read or loaded, 2 when rows are open and --skip was not given.`;

const TEXT = { type: 'string' } as const;
const TEXTS = { type: 'string', multiple: true } as const;
const FLAG = { type: 'boolean' } as const;

const OPTIONS = {
	...{ from: TEXT, query: TEXT, indicator: TEXT, year: TEXT, unit: TEXT, title: TEXT, undo: TEXT },
	...{ names: TEXT, method: TEXT, basis: TEXT },
	...{ source: TEXT, 'source-title': TEXT, 'source-publisher': TEXT, 'source-published': TEXT },
	...{ 'source-url': TEXT, 'source-licence': TEXT },
	...{ code: TEXT, name: TEXT, municipality: TEXT, 'year-column': TEXT, category: TEXT, value: TEXT },
	...{ of: TEXT, part: TEXTS, without: TEXTS, where: TEXTS, place: TEXTS },
	...{ 'dry-run': FLAG, skip: FLAG, help: FLAG }
} as const;

export type Task =
	| { kind: 'help' }
	| { kind: 'undo'; id: string }
	| {
			kind: 'import';
			from: string;
			/** Path of a file with a question to PxWeb. */
			query: string | undefined;
			reading: Reading;
			source: GivenSource;
			title: string | undefined;
			dryRun: boolean;
			skip: boolean;
	  };

/**
 * Reads the command line.
 * @throws AppError `config` with a sentence that names the option
 */
export function readTask(words: readonly string[]): Task {
	const given = parse(words);
	if (given.help === true) return { kind: 'help' };
	if (given.undo !== undefined) {
		if (!z.uuid().safeParse(given.undo).success) {
			throw wrong('--undo takes the id of an import, as it was printed when it was loaded.');
		}
		return { kind: 'undo', id: given.undo };
	}
	if (given.from === undefined) throw wrong('--from is missing: a file or an address of a table.');
	if (given.indicator === undefined) throw wrong('--indicator is missing: what the figures are.');
	const reading = readingSchema.safeParse({
		indicator: given.indicator,
		unit: given.unit,
		year: given.year === undefined ? undefined : Number(given.year),
		vintage: given.names,
		method: given.method,
		basis: given.basis,
		columns: {
			code: given.code,
			name: given.name,
			municipality: given.municipality,
			year: given['year-column'],
			category: given.category,
			value: given.value,
			of: given.of,
			part: given.part,
			without: given.without
		},
		where: given.where?.map((text) => pair('--where', text)).map(([column, cell]) => ({ column, cell })),
		places: given.place && Object.fromEntries(given.place.map((text) => pair('--place', text)))
	});
	if (!reading.success) {
		const { path, message } = reading.error.issues[0] ?? { path: [], message: '' };
		throw wrong(`--${OPTION_OF[String(path[0])] ?? path.join('-')}: ${message}.`);
	}
	return {
		kind: 'import',
		from: given.from,
		query: given.query,
		reading: reading.data,
		source: sourceOf(given),
		title: given.title,
		dryRun: given['dry-run'] === true,
		skip: given.skip === true
	};
}

const OPTION_OF: Readonly<Record<string, string>> = { vintage: 'names', places: 'place' };

function parse(words: readonly string[]) {
	try {
		return parseArgs({ args: [...words], options: OPTIONS, strict: true, allowPositionals: false }).values;
	} catch (error) {
		throw wrong(error instanceof Error ? error.message : String(error));
	}
}

function sourceOf(given: ReturnType<typeof parse>): GivenSource {
	const { source, 'source-title': title, 'source-publisher': publisher } = given;
	if (source !== undefined) return { id: source };
	if (title === undefined || publisher === undefined) {
		throw wrong('--source is missing: the id of a known source, or --source-title and --source-publisher.');
	}
	const { 'source-published': published, 'source-url': url, 'source-licence': licence } = given;
	return {
		...{ title, publisher },
		...(published === undefined ? {} : { published }),
		...(url === undefined ? {} : { url }),
		...(licence === undefined ? {} : { licence })
	};
}

/** `LABEL=CODE`; the label may hold the sign itself. */
function pair(option: string, text: string): [string, string] {
	const at = text.lastIndexOf('=');
	if (at < 1) throw wrong(`${option} takes two things with = between them, not “${text}”.`);
	return [text.slice(0, at).trim(), text.slice(at + 1).trim()];
}

function wrong(message: string): AppError {
	return new AppError('config', `${message}\n--help shows all options.`);
}
