import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { readJournal } from '../journal/index.js';
import type { ExitCode } from '../problem/index.js';
import { decide, renderConsole, writeReports } from '../report/index.js';
import { sayProblems, wantsColour } from './say.js';

/** Gives the same files byte for byte, and the same exit code as the run. */
export function render(journal: string, out = dirname(journal)): ExitCode {
  const read = readJournal(journal);
  if (!read.ok) return sayProblems(read.problems);
  mkdirSync(out, { recursive: true });
  writeReports(read.value, out);
  process.stdout.write(renderConsole(read.value, { colour: wantsColour(process.env, process.stdout.isTTY) }));
  return decide(read.value).exitCode;
}
