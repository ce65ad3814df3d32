import { readJournal } from '../../journal/index.js';
import { type ExitCode, ok } from '../../problem/index.js';
import {
  type ChangeClass,
  comparedRunOf,
  compareRuns,
  judgeComparison,
  renderComparison,
  renderComparisonConsole,
  worseByDefault,
  writeFiles,
} from '../../report/index.js';
import { sayProblems, wantsColour } from '../say.js';

export interface CompareFlags {
  readonly out?: string;
  readonly failOn?: readonly ChangeClass[];
}

/** Compares the journals of two runs, says what changed, and writes it down where the user wants that. */
export function compare(before: string, after: string, { out, failOn = worseByDefault }: CompareFlags): ExitCode {
  // One after the other: only what is compared of a journal is kept, and two of them need not be in memory at once.
  const reference = readRun(before, 'before');
  const candidate = readRun(after, 'after');
  if (!reference.ok || !candidate.ok)
    return sayProblems([reference, candidate].flatMap((read) => (read.ok ? [] : read.problems)));
  const comparison = compareRuns(reference.value, candidate.value);
  const verdict = judgeComparison(comparison, failOn);
  const written = out === undefined ? ok([]) : writeFiles(renderComparison(comparison, verdict), out);
  const colour = wantsColour(process.env, process.stdout.isTTY);
  process.stdout.write(renderComparisonConsole(comparison, verdict, { colour }));
  return written.ok ? verdict.exitCode : sayProblems(written.problems);
}

function readRun(path: string, label: string) {
  const journal = readJournal(path, { exchanges: 'in-file' });
  return journal.ok ? ok(comparedRunOf(journal.value, label)) : journal;
}
