import { readFileSync } from 'node:fs';
import { failed, type Result } from '../problem/index.js';
import type { Journal } from './journal.js';
import { parseJournalLines } from './parse-journal.js';

const lineFeed = 0x0a;

/** Reads a journal from a file; see `parseJournal`. */
export function readJournal(path: string): Result<Journal> {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    const message = `the journal can't be read: ${error instanceof Error ? error.message : String(error)}`;
    return failed({ code: 'journal.unreadable', message, fix: 'name a journal that `run` wrote' });
  }
  return parseJournalLines(linesOf(bytes), path);
}

/** The complete lines. Split as bytes: a string holds half a gigabyte at most, and U+2028 is no line end here. */
function* linesOf(bytes: Buffer): Generator<string> {
  let start = 0;
  for (let end = bytes.indexOf(lineFeed); end !== -1; end = bytes.indexOf(lineFeed, start)) {
    yield bytes.toString('utf8', start, end);
    start = end + 1;
  }
}
