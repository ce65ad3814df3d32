import { dirname } from 'node:path';
import { readJournal } from '../journal/index.js';
import type { ExitCode } from '../problem/index.js';
import { assess, renderConsole, writeReports } from '../report/index.js';
import { sayProblems, wantsColour } from './say.js';

/** Writes every report from a journal and says the verdict. A run ends here too, so that both give the same bytes. */
export function render(path: string, out = dirname(path)): ExitCode {
  const journal = readJournal(path);
  if (!journal.ok) return sayProblems(journal.problems);
  const assessment = assess(journal.value);
  const written = writeReports(assessment, out);
  process.stdout.write(renderConsole(assessment, { colour: wantsColour(process.env, process.stdout.isTTY) }));
  return written.ok ? assessment.gate.exitCode : sayProblems(written.problems);
}
