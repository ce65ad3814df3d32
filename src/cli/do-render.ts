import { dirname } from 'node:path';
import type { Acceptance } from '../acceptance/index.js';
import { readJournal } from '../journal/index.js';
import type { ExitCode } from '../problem/index.js';
import { assess, defaultReportOptions, renderConsole, writeReports } from '../report/index.js';
import type { GateFlags } from './gate-options.js';
import { openAcceptance, problemsOf } from './open-acceptance.js';
import { openKillMatrix } from './open-kill-matrix.js';
import { type ReportFlags, reportOptionsOf } from './report-flags.js';
import { sayProblems, wantsColour } from './say.js';
import { ciTold, tellGithub } from './tell-ci.js';

export interface RenderFlags extends GateFlags, ReportFlags {
  readonly out?: string;
}

interface RenderHow {
  /** The journal's own folder otherwise. */
  readonly out?: string;
  readonly acceptance?: Acceptance;
  readonly reports?: ReportFlags;
}

export function renderCommand(path: string, { out, ...flags }: RenderFlags): ExitCode {
  const acceptance = openAcceptance(flags);
  if (!acceptance.ok) return sayProblems(acceptance.problems);
  return render(path, { ...(out === undefined ? {} : { out }), acceptance: acceptance.value, reports: flags });
}

/** Writes every report from a journal and says the verdict. A run ends here too, so that both give the same bytes. */
export function render(path: string, { out = dirname(path), acceptance, reports = {} }: RenderHow = {}): ExitCode {
  const journal = readJournal(path, { exchanges: 'in-file' });
  if (!journal.ok) return sayProblems(journal.problems);
  const ids = [...journal.value.instances.map(({ id }) => id), ...(journal.value.run.unselected ?? [])];
  const wrong = acceptance === undefined ? [] : problemsOf(acceptance, ids);
  if (wrong.length > 0) return sayProblems(wrong);
  const killMatrix = openKillMatrix(reports.prove, dirname(path));
  if (!killMatrix.ok) return sayProblems(killMatrix.problems);
  const assessment = assess(journal.value, acceptance);
  const written = writeReports(assessment, out, {
    ...defaultReportOptions,
    ...reportOptionsOf(reports),
    ...(killMatrix.value === undefined ? {} : { killMatrix: killMatrix.value }),
  });
  process.stdout.write(renderConsole(assessment, { colour: wantsColour(process.env, process.stdout.isTTY) }));
  const told = ciTold(reports.ci, process.env) === 'github' ? tellGithub(assessment, process.env) : undefined;
  if (told?.ok === true) process.stdout.write(told.value);
  const problems = [written, told].flatMap((result) => (result === undefined || result.ok ? [] : result.problems));
  return problems.length === 0 ? assessment.gate.exitCode : sayProblems(problems);
}
