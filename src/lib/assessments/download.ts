import { fileName, writeFile } from '../offline/file.ts';
import type { StoredDraft } from '../offline/db.ts';
import { today } from './today.ts';

/** Gives an assessment to the browser as a file to save. */
export function download(stored: StoredDraft): void {
	saveFile(fileName(today()), writeFile(stored));
}

/** Gives JSON to the browser as a file to save. */
export function saveFile(name: string, text: string): void {
	const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
	const link = document.createElement('a');
	link.href = url;
	link.download = name;
	link.click();
	// Safari reads it only after the click.
	setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
