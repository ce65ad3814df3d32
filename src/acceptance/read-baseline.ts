import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { readJournal } from '../journal/index.js';
import { failed, type Result } from '../problem/index.js';
import type { Baseline } from './baseline.js';
import { baselineOf } from './baseline-of.js';
import { parseBaseline } from './parse-baseline.js';

/** Reads what was accepted: a baseline file, or the journal of a run. */
export function readBaseline(path: string): Result<Baseline> {
  try {
    if (beginsAsJournal(path)) {
      const journal = readJournal(path);
      return journal.ok ? baselineOf(journal.value, path) : journal;
    }
    return parseBaseline(readFileSync(path, 'utf8'), path);
  } catch (error) {
    const { code, message: reason } = error as NodeJS.ErrnoException;
    const message = code === 'ENOENT' ? `${path} does not exist` : `the baseline can't be read: ${reason}`;
    return failed({ code: 'baseline.unreadable', message, fix: 'make one with `report baseline`, or name a journal' });
  }
}

/** The first line of a journal says what it is before anything else, and the first line of a baseline never does. */
function beginsAsJournal(path: string): boolean {
  const file = openSync(path, 'r');
  try {
    const start = Buffer.alloc(64);
    return /^\s*\{\s*"event"/.test(start.toString('utf8', 0, readSync(file, start, 0, start.length, 0)));
  } finally {
    closeSync(file);
  }
}
