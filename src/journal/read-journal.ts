import { closeSync, openSync, readSync } from 'node:fs';
import { failed, type Problem, type Result } from '../problem/index.js';
import type { Journal } from './journal.js';
import { type FileLine, linesOfFile } from './lines-of-file.js';
import { type JournalLine, parseJournalLines } from './parse-journal.js';

export interface ReadOptions {
  /**
   * `in-file` leaves exchanges that are kept in full where they are, and reads each again when it is asked for: the file
   * has to stay as it is for as long as the journal is used.
   */
  readonly exchanges?: 'in-memory' | 'in-file';
}

/** Reads a journal from a file, line by line; see `parseJournal`. */
export function readJournal(path: string, { exchanges = 'in-memory' }: ReadOptions = {}): Result<Journal> {
  try {
    return parseJournalLines(exchanges === 'in-memory' ? linesOfFile(path) : linesToReadAgain(path), path);
  } catch (error) {
    return failed(unreadable(error));
  }
}

function* linesToReadAgain(path: string): Generator<JournalLine> {
  // Whoever asks for an exchange mostly asks several times in a row.
  let last: { readonly start: number; readonly text: string } | undefined;
  const readAgain = ({ start, length }: FileLine): string => {
    if (last?.start !== start) last = { start, text: readPart(path, start, length) };
    return last.text;
  };
  for (const { text, start, length } of linesOfFile(path)) {
    yield { text, again: () => readAgain({ text: '', start, length }) };
  }
}

function readPart(path: string, start: number, length: number): string {
  const bytes = Buffer.alloc(length);
  const file = openSync(path, 'r');
  try {
    readSync(file, bytes, 0, length, start);
  } finally {
    closeSync(file);
  }
  return bytes.toString();
}

/** Throws what is no error of the file system. */
export function unreadable(error: unknown): Problem {
  if (!(error instanceof Error && 'syscall' in error)) throw error;
  const message = `the journal can't be read: ${error.message}`;
  return { code: 'journal.unreadable', message, fix: 'name a journal that `run` wrote' };
}
