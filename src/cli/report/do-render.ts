import { dirname } from 'node:path';
import type { Acceptance } from '../../acceptance/index.js';
import { readJournal } from '../../journal/index.js';
import { type ExitCode, exitCodes, type Problem } from '../../problem/index.js';
import {
  assess,
  defaultReportOptions,
  type KillMatrix,
  type ReportOptions,
  renderConsole,
  visibleLine,
  writeHtml,
  writeReports,
} from '../../report/index.js';
import { openAcceptance, problemsOf } from '../open-acceptance.js';
import { openKillMatrix } from '../open-kill-matrix.js';
import type { GateFlags } from '../options/gate-options.js';
import { type ReportFlags, reportOptionsOf } from '../options/report-flags.js';
import { sayProblems, wantsColour } from '../say.js';
import { tellCi } from '../tell-ci.js';

export interface RenderFlags extends GateFlags, ReportFlags {
  readonly out?: string;
}

interface RenderHow {
  /** The journal's own folder otherwise. */
  readonly out?: string;
  readonly acceptance?: Acceptance;
  readonly reports?: ReportFlags;
}

export function renderCommand(paths: readonly string[], { out, ...flags }: RenderFlags): ExitCode {
  const acceptance = openAcceptance(flags);
  if (!acceptance.ok) return sayProblems(acceptance.problems);
  const [path = ''] = paths;
  if (paths.length > 1) return renderSeveral(paths, { out, acceptance: acceptance.value, reports: flags });
  return render(path, { ...(out === undefined ? {} : { out }), acceptance: acceptance.value, reports: flags });
}

/** One page for several runs, each judged by itself. The exit code is that of the first whose gate does not hold. */
function renderSeveral(paths: readonly string[], how: SeveralHow): ExitCode {
  const { out, acceptance, reports } = how;
  if (out === undefined) return sayProblems([noFolder]);
  const journals = paths.map((path) => readJournal(path, { exchanges: 'in-file' }));
  const unread = journals.flatMap((journal) => (journal.ok ? [] : journal.problems));
  if (unread.length > 0) return sayProblems(unread);
  const assessments = journals.flatMap((journal) => (journal.ok ? [assess(journal.value, acceptance)] : []));
  const killMatrix = openKillMatrix(reports.prove, out);
  if (!killMatrix.ok) return sayProblems(killMatrix.problems);
  const written = writeHtml(assessments, out, optionsOf(reports, killMatrix.value));
  if (!written.ok) return sayProblems(written.problems);
  for (const { journal, gate } of assessments)
    process.stdout.write(`${visibleLine(journal.run.target.name)}: ${gate.sentence}\n`);
  return assessments.find(({ gate }) => gate.exitCode !== exitCodes.gateHolds)?.gate.exitCode ?? exitCodes.gateHolds;
}

interface SeveralHow {
  readonly out: string | undefined;
  readonly acceptance: Acceptance;
  readonly reports: ReportFlags;
}

const noFolder: Problem = {
  code: 'report.no-folder',
  message: 'several journals make one HTML report, and nothing says where to write it',
  fix: 'name a folder with --out',
};

function optionsOf(flags: ReportFlags, killMatrix: KillMatrix | undefined): ReportOptions {
  const named = { ...defaultReportOptions, ...reportOptionsOf(flags) };
  return killMatrix === undefined ? named : { ...named, killMatrix };
}

/** Writes every report from a journal and says the verdict. A run ends here too, so that both give the same bytes. */
export function render(path: string, { out = dirname(path), acceptance, reports = {} }: RenderHow = {}): ExitCode {
  const journal = readJournal(path, { exchanges: 'in-file' });
  if (!journal.ok) return sayProblems(journal.problems);
  const { instances, run } = journal.value;
  const wrong = acceptance === undefined ? [] : problemsOf(acceptance, instances, run.unselected);
  if (wrong.length > 0) return sayProblems(wrong);
  const killMatrix = openKillMatrix(reports.prove, dirname(path));
  if (!killMatrix.ok) return sayProblems(killMatrix.problems);
  const assessment = assess(journal.value, acceptance);
  const written = writeReports(assessment, out, optionsOf(reports, killMatrix.value));
  process.stdout.write(renderConsole(assessment, { colour: wantsColour(process.env, process.stdout.isTTY) }));
  const untold = tellCi(assessment, reports.ci);
  const problems = [...(written.ok ? [] : written.problems), ...untold];
  return problems.length === 0 ? assessment.gate.exitCode : sayProblems(problems);
}
