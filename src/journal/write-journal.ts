import { closeSync, mkdirSync, openSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { failed, ok, type Result } from '../problem/index.js';
import type { JournalEvent } from './events.js';

/** Takes events as they happen: the journal, and whoever shows progress. */
export interface EventSink {
  write(event: JournalEvent): void;
}

export interface JournalWriter extends EventSink {
  close(): void;
}

/**
 * Starts a journal, replacing an older one at that path. Each event is handed to the operating system as one complete
 * line before `write` returns, so that it survives this process; nothing is kept in memory.
 * `write` throws when the file can no longer be written (a full disk): a run without its journal has no result.
 */
export function openJournal(path: string): Result<JournalWriter> {
  let file: number;
  try {
    mkdirSync(dirname(path), { recursive: true });
    file = openSync(path, 'w');
  } catch (error) {
    const message = `the journal can't be written: ${error instanceof Error ? error.message : String(error)}`;
    return failed({ code: 'journal.unwritable', message, fix: 'name a folder that can be written, with --out' });
  }
  return ok({
    // writeFileSync on a descriptor appends, and unlike writeSync it goes on until every byte is taken.
    write: (event) => writeFileSync(file, `${JSON.stringify(event)}\n`),
    close: () => closeSync(file),
  });
}
