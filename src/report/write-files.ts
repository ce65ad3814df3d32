import { closeSync, mkdirSync, openSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { failed, ok, type Result } from '../problem/index.js';
import type { ReportFile } from './report-file.js';

/**
 * Writes files into a folder, which is made when it isn't there. Gives their paths. What bears a name of `leftovers` is
 * removed first: a file of an earlier run that this one doesn't write would be collected with those of this one.
 */
export function writeFiles(
  files: Iterable<ReportFile>,
  directory: string,
  leftovers?: RegExp,
): Result<readonly string[]> {
  try {
    mkdirSync(directory, { recursive: true });
    for (const name of readdirSync(directory)) if (leftovers?.test(name)) rmSync(join(directory, name));
    return ok(Array.from(files, (file) => write(file, directory)));
  } catch (error) {
    if (!isSystemError(error)) throw error;
    const fix = 'name a folder that can be written, with --out';
    return failed({ code: 'report.unwritable', message: `the reports can't be written: ${error.message}`, fix });
  }
}

function write({ name, chunks }: ReportFile, directory: string): string {
  const path = join(directory, name);
  const file = openSync(path, 'w');
  try {
    // On a descriptor it appends, and unlike writeSync it goes on until every byte is taken.
    for (const text of inLargePieces(chunks)) writeFileSync(file, text);
  } finally {
    closeSync(file);
  }
  return path;
}

/** In characters: few enough calls of the operating system, and little memory. */
const pieceLength = 256 * 1024;

function* inLargePieces(chunks: Iterable<string>): Generator<string> {
  let gathered: string[] = [];
  let length = 0;
  for (const chunk of chunks) {
    gathered.push(chunk);
    length += chunk.length;
    if (length < pieceLength) continue;
    yield gathered.join('');
    gathered = [];
    length = 0;
  }
  yield gathered.join('');
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error;
}
