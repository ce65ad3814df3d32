import { dirname } from 'node:path';
import { readJournal } from '../journal/index.js';
import type { ExitCode } from '../problem/index.js';
import { decide, renderConsole, writeReports } from '../report/index.js';
import { sayProblems, wantsColour } from './say.js';

export function render(journal: string, out = dirname(journal)): ExitCode {
  return reportOn(journal, out, wantsColour(process.env, process.stdout.isTTY));
}

/** Writes every report from a journal and says the verdict. A run ends here too, so that both give the same bytes. */
export function reportOn(path: string, out: string, colour: boolean): ExitCode {
  const journal = readJournal(path);
  if (!journal.ok) return sayProblems(journal.problems);
  const written = writeReports(journal.value, out);
  process.stdout.write(renderConsole(journal.value, { colour }));
  return written.ok ? decide(journal.value).exitCode : sayProblems(written.problems);
}
