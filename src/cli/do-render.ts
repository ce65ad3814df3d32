import { dirname } from 'node:path';
import { readJournal } from '../journal/index.js';
import type { ExitCode } from '../problem/index.js';
import { assess, defaultReportOptions, renderConsole, writeReports } from '../report/index.js';
import { type ReportFlags, reportOptionsOf } from './report-flags.js';
import { sayProblems, wantsColour } from './say.js';
import { ciTold, tellGithub } from './tell-ci.js';

/** Writes every report from a journal and says the verdict. A run ends here too, so that both give the same bytes. */
export function render(path: string, out = dirname(path), flags: ReportFlags = {}): ExitCode {
  const journal = readJournal(path, { exchanges: 'in-file' });
  if (!journal.ok) return sayProblems(journal.problems);
  const assessment = assess(journal.value);
  const written = writeReports(assessment, out, { ...defaultReportOptions, ...reportOptionsOf(flags) });
  process.stdout.write(renderConsole(assessment, { colour: wantsColour(process.env, process.stdout.isTTY) }));
  const told = ciTold(flags.ci, process.env) === 'github' ? tellGithub(assessment, process.env) : undefined;
  if (told?.ok === true) process.stdout.write(told.value);
  const problems = [written, told].flatMap((result) => (result === undefined || result.ok ? [] : result.problems));
  return problems.length === 0 ? assessment.gate.exitCode : sayProblems(problems);
}
