/** What the page says of tables that cannot be read or loaded. */
import { m } from '$lib/i18n/paraglide/messages.js';
import type { Formula } from '$lib/indicators/adapters/columns.ts';
import type { Obstacle } from '$lib/indicators/adapters/plan.ts';
import type { TableError, TableProblem } from '$lib/indicators/adapters/table.ts';
import type { Unit } from '$lib/indicators/adapters/units.ts';
import type { RemoteFileError, RemoteProblem } from '$lib/server/remote-file.ts';

const TABLE: Record<TableProblem, (detail: string) => string> = {
	empty: m.import_table_empty,
	web_page: m.import_table_web_page,
	spreadsheet: m.import_table_spreadsheet,
	description: m.import_table_description,
	not_json_stat: m.import_table_not_json_stat,
	too_large: m.import_table_too_large,
	no_rows: m.import_table_no_rows,
	place_column: m.import_table_place_column,
	value_column: m.import_table_value_column,
	column: (column) => m.import_table_column({ column }),
	year: m.import_table_year,
	no_such_year: (year) => m.import_table_no_such_year({ year }),
	unit: m.import_table_unit
};

/** What is wrong with a table, and which columns it has where one has to be named. */
export function tableSentence({ problem, detail, columns }: TableError): string {
	const reason = TABLE[problem](detail);
	return columns.length === 0
		? reason
		: `${reason} ${m.import_table_columns({ columns: columns.join(' · ') })}`;
}

const REMOTE: Record<RemoteProblem, (detail: string) => string> = {
	address: m.import_remote_address,
	private: m.import_remote_private,
	unreachable: m.import_remote_unreachable,
	timeout: m.import_remote_timeout,
	status: (status) => m.import_remote_status({ status }),
	redirects: m.import_remote_redirects,
	too_large: m.import_remote_too_large
};

export function remoteSentence({ problem, detail }: RemoteFileError): string {
	return REMOTE[problem](detail);
}

export const obstacleWord: Record<Obstacle, () => string> = {
	nothing: m.import_obstacle_nothing,
	too_many: m.import_obstacle_too_many,
	clashes: m.import_obstacle_clashes
};

export const unitWord: Record<Unit, () => string> = {
	people: m.import_unit_people,
	thousands: m.import_unit_thousands,
	percent: m.import_unit_percent,
	fraction: m.import_unit_fraction,
	'per-km2': m.import_unit_per_km2,
	km: m.import_unit_km,
	m: m.import_unit_m
};

/** From which columns the figures come. */
export function formulaWords(formula: Formula): string {
	if (formula.kind === 'column') return m.import_from_column({ column: formula.column });
	const [part, whole] = [formula.part.join(' + '), formula.whole];
	return formula.isRest ? m.import_from_rest({ part, whole }) : m.import_from_part({ part, whole });
}
