/**
 * One process per data directory: two would destroy the database.
 *
 * The lock is a file that names its holder by process id and the time that process started, so that a lock left by
 * a killed process is recognised even when its id has been given to another one. It works between the processes of
 * one machine; a data directory is not for sharing over a network.
 */
import { execFileSync } from 'node:child_process';
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { AppError } from './errors.ts';

const holderSchema = z.object({ pid: z.int().positive(), startedAt: z.string().nullable() });
type Holder = z.infer<typeof holderSchema>;

/**
 * Takes the lock for this process.
 * @param file path of the lock file
 * @returns releases the lock; may be called more than once. Also done when the process exits by itself.
 * @throws AppError `locked` when a living process holds it
 */
export function acquireLock(file: string): () => void {
	const mine = JSON.stringify({ pid: process.pid, startedAt: startTime(process.pid) } satisfies Holder);
	const draft = `${file}.${process.pid}`;
	writeFileSync(draft, mine);
	try {
		// A link appears with its whole content or not at all, so nobody ever reads half a lock.
		while (!link(draft, file)) takeAside(file);
	} finally {
		rmSync(draft, { force: true });
	}

	const release = (): void => {
		process.off('exit', release);
		if (read(file) === mine) rmSync(file, { force: true });
	};
	process.on('exit', release);
	return release;
}

/** Removes the lock of a dead process; throws when its holder lives. */
function takeAside(file: string): void {
	const text = read(file);
	if (text === null) return;
	refuseIfAlive(text);

	// Another process may have judged the same lock dead and put its own in place meanwhile: look at what was moved.
	const aside = `${file}.${process.pid}.old`;
	try {
		renameSync(file, aside);
	} catch {
		return;
	}
	const moved = read(aside);
	try {
		if (moved !== text && moved !== null) {
			link(aside, file);
			refuseIfAlive(moved);
		}
	} finally {
		rmSync(aside, { force: true });
	}
}

function refuseIfAlive(text: string): void {
	const holder = parse(text);
	if (holder === null || !isAlive(holder)) return;
	throw new AppError(
		'locked',
		`Another process (${holder.pid}) already uses this data directory: stop it first, or set DATA_DIR to another directory.`
	);
}

function parse(text: string): Holder | null {
	try {
		return holderSchema.parse(JSON.parse(text));
	} catch {
		return null;
	}
}

function isAlive(holder: Holder): boolean {
	try {
		process.kill(holder.pid, 0);
	} catch (error) {
		// EPERM: it lives, but belongs to somebody else.
		if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return false;
	}
	const startedAt = startTime(holder.pid);
	return holder.startedAt === null || startedAt === null || holder.startedAt === startedAt;
}

/** When a process started, as text that is equal only for the same process. Null where it cannot be found out. */
function startTime(pid: number): string | null {
	try {
		const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
		// Field 22 of the line; the program name before it may itself contain spaces and brackets.
		return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
	} catch {
		return startTimeWithoutProc(pid);
	}
}

function startTimeWithoutProc(pid: number): string | null {
	if (process.platform === 'win32' || process.platform === 'linux') return null;
	try {
		return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || null;
	} catch {
		return null;
	}
}

function read(file: string): string | null {
	try {
		return readFileSync(file, 'utf8');
	} catch {
		return null;
	}
}

function link(from: string, to: string): boolean {
	try {
		linkSync(from, to);
		return true;
	} catch (error) {
		if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
		throw error;
	}
}
