/**
 * `npm test`: makes sure that the machine has what the checks need, runs every check, and ends with
 * one line `N passed, N failed`. `npm run test:deep` (`--deep`) runs the long versions of the suites, and
 * whether the tests of the scoring engine notice when it is changed.
 *
 * `--only=name,name` runs some of the steps. Each step is also a script of its own (CONTRIBUTING.md).
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { z } from 'zod';
import { ensureMachine } from './machine.ts';

interface Tally {
	passed: number;
	failed: number;
	skipped: number;
	/** What failed, in a few lines each: told once more at the very end, where a cut log still shows it. */
	failures: string[];
}

interface Step {
	name: string;
	/** Only with `--deep`: it takes minutes. */
	deep?: true;
	/** May run at the same time as another one. None of them measures speed. */
	beside?: true;
	command: string[];
	/** Reads the counts of a suite from its report; a step without one counts as a single check. */
	report?: (file: string) => Tally;
}

const vitestReport = z.object({
	numPassedTests: z.number(),
	numFailedTests: z.number(),
	numFailedTestSuites: z.number(),
	numPendingTests: z.number(),
	testResults: z.array(
		z.object({
			name: z.string(),
			status: z.string(),
			message: z.string().default(''),
			assertionResults: z.array(
				z.object({
					status: z.string(),
					fullName: z.string(),
					failureMessages: z.array(z.string()).nullish()
				})
			)
		})
	)
});

interface PlaywrightSuite {
	specs?: {
		title: string;
		file: string;
		ok: boolean;
		tests: { results: { errors: { message?: string }[] }[] }[];
	}[];
	suites?: PlaywrightSuite[];
}
const playwrightSuite: z.ZodType<PlaywrightSuite> = z.object({
	specs: z
		.array(
			z.object({
				title: z.string(),
				file: z.string(),
				ok: z.boolean(),
				tests: z.array(
					z.object({
						results: z.array(z.object({ errors: z.array(z.object({ message: z.string().optional() })) }))
					})
				)
			})
		)
		.optional(),
	get suites() {
		return z.array(playwrightSuite).optional();
	}
});
const playwrightReport = z.object({
	stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
	suites: z.array(playwrightSuite)
});

/** One failed test with the beginning of what it said. */
function failure(where: string, messages: readonly (string | undefined)[]): string {
	const said = messages.find((message) => message) ?? '';
	const lines = stripVTControlCharacters(said)
		.split('\n')
		.filter((line) => line.trim() && !/^\s*at .*(node_modules|node:)/.test(line));
	return [where, ...lines.slice(0, 12).map((line) => `    ${line}`)].join('\n');
}

function failedSpecs(suite: PlaywrightSuite): string[] {
	return [
		...(suite.specs ?? [])
			.filter((spec) => !spec.ok)
			.map((spec) =>
				failure(
					`${spec.file} › ${spec.title}`,
					spec.tests.flatMap(({ results }) =>
						results.flatMap(({ errors }) => errors.map(({ message }) => message))
					)
				)
			),
		...(suite.suites ?? []).flatMap(failedSpecs)
	];
}

function readVitest(file: string): Tally {
	const report = vitestReport.parse(JSON.parse(readFileSync(file, 'utf8')));
	return {
		passed: report.numPassedTests,
		// A file that does not even load has no tests to count, but it has failed.
		failed: Math.max(report.numFailedTests, report.numFailedTestSuites > 0 ? 1 : 0),
		skipped: report.numPendingTests,
		failures: report.testResults.flatMap((file) => {
			const name = relative(process.cwd(), file.name);
			const failed = file.assertionResults.filter((test) => test.status === 'failed');
			if (failed.length === 0 && file.status === 'failed') return [failure(name, [file.message])];
			return failed.map((test) => failure(`${name} › ${test.fullName}`, test.failureMessages ?? []));
		})
	};
}

function readPlaywright(file: string): Tally {
	const { stats, suites } = playwrightReport.parse(JSON.parse(readFileSync(file, 'utf8')));
	return {
		passed: stats.expected + stats.flaky,
		failed: stats.unexpected,
		skipped: stats.skipped,
		failures: suites.flatMap(failedSpecs)
	};
}

function vitest(project: string): Pick<Step, 'command' | 'report'> {
	return {
		command: ['vitest', 'run', '--project', project, '--reporter=default', '--reporter=json'],
		report: readVitest
	};
}

/**
 * In this order. Those marked `beside` run three at a time with their like: each of them keeps about one processor
 * busy, or waits much; the longest come first.
 */
const STEPS: Step[] = [
	{ name: 'texts', command: ['npm', 'run', '--silent', 'i18n:compile'] },
	{ name: 'sync', command: ['svelte-kit', 'sync'] },
	{ name: 'build', command: ['npm', 'run', '--silent', 'build'] },
	{ name: 'database', beside: true, ...vitest('database') },
	{ name: 'server', beside: true, ...vitest('server') },
	{ name: 'lint', beside: true, command: ['npm', 'run', '--silent', 'check:lint'] },
	{ name: 'types', beside: true, command: ['npm', 'run', '--silent', 'check:types'] },
	{ name: 'unit', beside: true, ...vitest('unit') },
	{ name: 'database-types', beside: true, command: ['npm', 'run', '--silent', 'db:types', '--', '--check'] },
	{ name: 'format', beside: true, command: ['npm', 'run', '--silent', 'check:format'] },
	{ name: 'mutation', deep: true, command: ['stryker', 'run', 'tests/mutation/stryker.config.json'] },
	{ name: 'browser', command: ['playwright', 'test', '--reporter=list,json'], report: readPlaywright }
];

/** Steps that run at the same time: one alone, or all of a stretch marked `beside`. */
function stretches(steps: readonly Step[]): Step[][] {
	const all: Step[][] = [];
	for (const step of steps) {
		const last = all.at(-1);
		if (step.beside && last?.[0]?.beside) last.push(step);
		else all.push([step]);
	}
	return all;
}

/** Does `work` for every step, three at a time, in their order. */
async function threeAtATime(steps: readonly Step[], work: (step: Step) => Promise<void>): Promise<void> {
	const waiting = [...steps];
	const lane = async (): Promise<void> => {
		for (let step = waiting.shift(); step; step = waiting.shift()) await work(step);
	};
	await Promise.all([lane(), lane(), lane()]);
}

/**
 * Runs a command to its end.
 * @param held its output is written when it has ended, so that it does not mix with that of another one
 * @returns its exit code
 */
function run([program = '', ...args]: string[], env: NodeJS.ProcessEnv, held: boolean): Promise<number> {
	return new Promise((resolve) => {
		const child = spawn(program, args, { stdio: ['ignore', ...(held ? PIPES : INHERITED)], env });
		const output: Buffer[] = [];
		child.stdout?.on('data', (chunk: Buffer) => output.push(chunk));
		child.stderr?.on('data', (chunk: Buffer) => output.push(chunk));
		child.on('error', (error) => {
			console.error(`${program}: ${error.message}`);
			resolve(1);
		});
		child.on('close', (code) => {
			process.stdout.write(Buffer.concat(output));
			resolve(code ?? 1);
		});
	});
}
const PIPES = ['pipe', 'pipe'] as const;
const INHERITED = ['inherit', 'inherit'] as const;

async function main(): Promise<number> {
	const deep = process.argv.includes('--deep');
	const only = process.argv
		.find((argument) => argument.startsWith('--only='))
		?.slice('--only='.length)
		.split(',');
	const unknown = only?.filter((name) => !STEPS.some((step) => step.name === name)) ?? [];
	if (unknown.length > 0) {
		console.error(
			`Unknown step: ${unknown.join(', ')}. Steps: ${STEPS.map((step) => step.name).join(', ')}.`
		);
		return 2;
	}

	ensureMachine();
	const reports = mkdtempSync(join(tmpdir(), 'drosa-kopiena-test-'));
	const total: Tally = { passed: 0, failed: 0, skipped: 0, failures: [] };
	const failedSteps: string[] = [];
	/** Runs a step and adds up what came of it. @returns whether it is good */
	const take = async (step: Step, held: boolean): Promise<boolean> => {
		const started = Date.now();
		console.log(`\n── ${step.name} ──`);
		const file = join(reports, `${step.name}.json`);
		const code = await run(
			step.report && step.command[0] === 'vitest'
				? [...step.command, `--outputFile.json=${file}`]
				: step.command,
			{ ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: file, ...(deep ? { DEEP: '1' } : {}) },
			held
		);
		let tally: Tally = { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0, failures: [] };
		if (step.report) {
			try {
				tally = step.report(file);
			} catch {
				tally = { passed: 0, failed: 1, skipped: 0, failures: ['The suite left no report.'] };
			}
			if (code !== 0) tally.failed = Math.max(1, tally.failed);
		}
		total.passed += tally.passed;
		total.failed += tally.failed;
		total.skipped += tally.skipped;
		total.failures.push(...tally.failures.map((text) => `${step.name}: ${text}`));
		if (tally.failed > 0) failedSteps.push(step.name);
		const seconds = Math.round((Date.now() - started) / 1000);
		console.log(`${step.name}: ${tally.failed > 0 ? 'FAILED' : 'ok'} (${seconds} s)`);
		return tally.failed === 0;
	};
	const steps = STEPS.filter(({ name, deep: long }) => (only ? only.includes(name) : deep || !long));
	for (const stretch of stretches(steps)) {
		const good = new Set<string>();
		await threeAtATime(stretch, async (step) => {
			if (await take(step, stretch.length > 1)) good.add(step.name);
		});
		// Nothing after a failed build can say anything true.
		if (stretch.some(({ name }) => name === 'build' && !good.has(name))) break;
	}
	rmSync(reports, { recursive: true, force: true });

	for (const text of total.failures) console.log(`\n${text}`);
	if (failedSteps.length > 0) console.log(`\nFailed: ${failedSteps.join(', ')}`);
	const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
	console.log(`\n${total.passed} passed, ${total.failed} failed${skipped}`);
	return total.failed > 0 ? 1 : 0;
}

process.exitCode = await main();
