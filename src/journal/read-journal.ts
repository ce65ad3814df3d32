import { failed, type Result } from '../problem/index.js';
import type { Journal } from './journal.js';
import { linesOfFile } from './lines-of-file.js';
import { parseJournalLines } from './parse-journal.js';

/** Reads a journal from a file, line by line; see `parseJournal`. */
export function readJournal(path: string): Result<Journal> {
  try {
    return parseJournalLines(textsOf(path), path);
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error;
    const message = `the journal can't be read: ${error.message}`;
    return failed({ code: 'journal.unreadable', message, fix: 'name a journal that `run` wrote' });
  }
}

function* textsOf(path: string): Generator<string> {
  for (const { text } of linesOfFile(path)) yield text;
}
