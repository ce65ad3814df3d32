import { closeSync, mkdirSync, openSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { failed, ok, type Result } from '../problem/index.js';
import type { JournalEvent } from './events.js';

/** Takes events as they happen: the journal, and whoever shows progress. */
export interface EventSink {
  write(event: JournalEvent): void;
}

export interface JournalWriter extends EventSink {
  /** Writes down what has been taken so far, and gives the file another name, replacing what has it. */
  rename(path: string): void;
  close(): void;
}

/** A turn that writes much, as a plan does, is not kept whole. In characters. */
const mostWaiting = 512 * 1024;

/**
 * Starts a journal, replacing an older one at that path. What is written in one turn of the event loop is handed to the
 * operating system together at its end, as complete lines: a process that is killed loses that turn at most, and
 * nothing more is kept in memory.
 * A file that can no longer be written (a full disk) makes the next `write`, or `close`, throw: a run without its
 * journal has no result.
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
  return ok(writerTo(file, path));
}

function writerTo(file: number, path: string): JournalWriter {
  let name = path;
  let waiting: string[] = [];
  let length = 0;
  let turn: NodeJS.Immediate | undefined;
  let failure: unknown;
  const flush = () => {
    const text = waiting.join('');
    waiting = [];
    length = 0;
    // writeFileSync on a descriptor appends, and unlike writeSync it goes on until every byte is taken.
    if (text !== '') writeFileSync(file, text);
  };
  const flushOrRemember = () => {
    try {
      flush();
    } catch (error) {
      failure ??= error;
    }
  };
  // A process that ends by itself loses nothing.
  process.once('exit', flushOrRemember);
  return {
    write(event) {
      if (failure !== undefined) throw failure;
      const line = `${JSON.stringify(event)}\n`;
      waiting.push(line);
      length += line.length;
      if (length > mostWaiting) flushOrRemember();
      turn ??= setImmediate(() => {
        turn = undefined;
        flushOrRemember();
      });
    },
    rename(path) {
      flush();
      renameSync(name, path);
      name = path;
    },
    close() {
      if (turn !== undefined) clearImmediate(turn);
      process.off('exit', flushOrRemember);
      try {
        if (failure !== undefined) throw failure;
        flush();
      } finally {
        closeSync(file);
      }
    },
  };
}
